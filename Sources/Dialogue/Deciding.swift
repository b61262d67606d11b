/// What becomes of an answer: its author sees it back and decides, until it is revealed.
extension Couple {
    /// The answer, whole, with what can be done with it.
    mutating func seeBack(
        _ question: Int, of plan: RoundPlan, to side: Side, in scene: Scene
    ) -> Effect {
        guard let line = line(plan.name) else { return tell(side, Line(.passed)) }
        let sheet = shelf[line.serial].sheets[side]
        let version = sheet.version
        let again = Press(.again, plan.name, version)
        partners[side]?.recent = plan.name
        partners[side]?.floor = .answer(round: plan.name)
        guard question == plan.questions.count - 1 else {
            let answer = Line.Value.answer(
                sheet.answer(question), of: plan.name, question: question)
            return tell(
                side, Line(.seenBackGoOn, [.answer: answer]),
                [[Press(.goOn, plan.name, version)], [again]], about: plan.name)
        }
        let answer = whole(sheet, of: plan)
        let keep = Press(.keep, plan.name, version)
        guard plan.decidedIn == nil else {
            return tell(
                side, Line(.seenBackForLater, [.answer: answer]), [[keep], [again]],
                about: plan.name)
        }
        guard isJoined, let partner = partners[side]?.calls else {
            return tell(
                side, Line(.seenBackAlone, [.answer: answer]), [[keep], [again]],
                about: plan.name)
        }
        let slots: [Line.Slot: Line.Value] = [
            .answer: wholeWithEarlier(sheet, of: plan, by: side), .partner: .words(partner),
        ]
        if plan.kind == .note {
            let choices = [[keep], [Press(.showOne, plan.name, version)], [again]]
            return tell(side, Line(.seenBackNote, slots), choices, about: plan.name)
        }
        var choices = [[Press(.share, plan.name, version)], [keep], [again]]
        if let besides = plan.besides, hasAnswer(besides, of: side) {
            choices.insert([Press(.shareBoth, plan.name, version)], at: 1)
        }
        return tell(side, Line(.seenBack, slots), choices, about: plan.name)
    }

    /// On to the next question of a round.
    mutating func goOn(_ press: Press, by side: Side, in scene: Scene) -> [Effect] {
        guard let (index, plan) = current(press.round, of: side, in: scene),
            case .reviewing(let question) = rounds[index].stages[side],
            question + 1 < plan.questions.count
        else { return stale(press, by: side, in: scene) }
        let sheet = shelf[rounds[index].serial].sheets[side]
        guard press.number == nil || press.number == sheet.version else {
            return stale(press, by: side, in: scene)
        }
        let isAnswered = !sheet.answer(question + 1).pieces.isEmpty
        rounds[index].stages[side] =
            isAnswered ? .reviewing(question: question + 1) : .asked(question: question + 1)
        return askAgain(plan.name, of: side, in: scene)
    }

    /// Shown to the other when both are done. Only what its author has just seen back: an older
    /// button decides nothing.
    mutating func share(_ press: Press, by side: Side, in scene: Scene) -> [Effect] {
        guard let (index, plan) = current(press.round, of: side, in: scene) else {
            return stale(press, by: side, in: scene)
        }
        let serial = rounds[index].serial
        let sheet = shelf[serial].sheets[side]
        guard press.number == nil || press.number == sheet.version, !sheet.isEmpty else {
            return stale(press, by: side, in: scene)
        }
        guard isReviewed(plan, rounds[index].stages[side]) else {
            return askAgain(plan.name, of: side, in: scene)
        }
        guard isJoined else { return [tell(side, Line(.nobodyYet))] }
        guard plan.decidedIn == nil else { return keep(press, by: side, in: scene) }
        if plan.kind == .note, sheet.item == nil {
            return showOne(press, by: side, in: scene)
        }
        guard plan.kind == .note || hasSomethingToShow(sheet, plan) else {
            return [tell(side, Line(.nothingToShow))]
        }
        shelf[serial].sheets[side].earlier = press.act == .shareBoth ? earlier(plan, side) : nil
        rounds[index].stages[side] = .released
        let said = plan.kind == .note ? Line(.willBeGiven, calling(side)) : Line(.willBeShared)
        return decided(plan, said, [[Press(.keep, plan.name, sheet.version)]], side, scene)
    }

    /// Stays with its author. Taken back, too, until the reveal.
    mutating func keep(_ press: Press, by side: Side, in scene: Scene) -> [Effect] {
        guard let (index, plan) = current(press.round, of: side, in: scene) else {
            return stale(press, by: side, in: scene)
        }
        let sheet = shelf[rounds[index].serial].sheets[side]
        guard press.number == nil || press.number == sheet.version, !sheet.isEmpty else {
            return stale(press, by: side, in: scene)
        }
        rounds[index].stages[side] = isJoined ? .kept : .alone
        return decided(plan, Line(.putAway), [], side, scene)
    }

    /// The answer is taken away and the question asked anew.
    mutating func again(_ press: Press, by side: Side, in scene: Scene) -> [Effect] {
        guard let (index, plan) = current(press.round, of: side, in: scene) else {
            return stale(press, by: side, in: scene)
        }
        let serial = rounds[index].serial
        let first = plan.firstWritten
        // A note that was only thought stays so.
        if !shelf[serial].sheets[side].isEmpty {
            for question in plan.questions.indices {
                shelf[serial].sheets[side].change(question) { $0 = Answer() }
            }
        }
        rounds[index].stages[side] = .asked(question: first)
        return [.scrub] + settleReveal(of: plan.name, in: scene)
            + askAgain(plan.name, of: side, in: scene)
    }

    /// A round that this side may still decide about, and its plan.
    func current(
        _ name: RoundName?, of side: Side, in scene: Scene
    ) -> (index: Int, plan: RoundPlan)? {
        guard let name = name ?? openRound(side) ?? partners[side]?.recent,
            let plan = scene.course.plan(name),
            let index = rounds.firstIndex(where: { $0.name == name }),
            rounds[index].stages[side] != .untouched, rounds[index].shown[side] == nil
        else { return nil }
        return (index, plan)
    }

    /// The round that this side is answering now.
    private func openRound(_ side: Side) -> RoundName? {
        guard case .answer(let name)? = partners[side]?.floor else { return nil }
        return name
    }

    /// A button that no longer holds: what does is said instead.
    mutating func stale(_ press: Press, by side: Side, in scene: Scene) -> [Effect] {
        guard let name = press.round ?? partners[side]?.recent,
            let line = line(name, begunBy: side)
        else { return [tell(side, Line(.nothingOpen))] }
        guard line.shown[side] == nil else { return [tell(side, Line(.alreadyShown))] }
        return [tell(side, Line(.changedSince))] + askAgain(name, of: side, in: scene)
    }

    /// All that would be shown of a sheet, question under question.
    func whole(_ sheet: Sheet, of plan: RoundPlan) -> Line.Value {
        .lines(
            plan.questions.indices.compactMap { question in
                let answer = sheet.answer(question)
                guard !answer.pieces.isEmpty else { return nil }
                let value = Line.Value.answer(answer, of: plan.name, question: question)
                guard plan.questions[question].staysMine else { return value }
                return .phrase(Line(.staysWithYou, [.answer: value]))
            })
    }

    /// The same, and the earlier answer that may stand beside it.
    private func wholeWithEarlier(
        _ sheet: Sheet, of plan: RoundPlan, by side: Side
    ) -> Line.Value {
        let own = whole(sheet, of: plan)
        guard let besides = plan.besides, let line = line(besides) else { return own }
        let earlier = shelf[line.serial].sheets[side].answer(0)
        guard !earlier.pieces.isEmpty else { return own }
        let value = Line.Value.answer(earlier, of: besides, question: 0)
        return .lines([own, .phrase(Line(.firstOne, [.answer: value]))])
    }

    /// What this side calls the other, for a phrase.
    private func calling(_ side: Side) -> [Line.Slot: Line.Value] {
        partners[side]?.calls.map { [.partner: .words($0)] } ?? [:]
    }

    /// Whether anything in it may be the other's to read.
    private func hasSomethingToShow(_ sheet: Sheet, _ plan: RoundPlan) -> Bool {
        plan.questions.indices.contains { question in
            !plan.questions[question].staysMine && !sheet.answer(question).pieces.isEmpty
        }
    }

    /// The version of this side's earlier answer that may stand beside one of this round.
    private func earlier(_ plan: RoundPlan, _ side: Side) -> Int? {
        plan.besides.flatMap { line($0) }.map { shelf[$0.serial].sheets[side].version }
    }

    private func hasAnswer(_ name: RoundName, of side: Side) -> Bool {
        guard let line = line(name) else { return false }
        return !shelf[line.serial].sheets[side].isEmpty
    }

    /// Whether all of it was seen back.
    private func isReviewed(_ plan: RoundPlan, _ stage: Stage) -> Bool {
        switch stage {
        case .reviewing(let question): question == plan.questions.count - 1
        case .kept, .released, .alone, .picking: true
        case .untouched, .offered, .asked, .carrying, .skipped, .later, .done: false
        }
    }

    private mutating func decided(
        _ plan: RoundPlan, _ line: Line, _ choices: [[Press]], _ side: Side, _ scene: Scene
    ) -> [Effect] {
        partners[side]?.floor = .nothing
        let said = tell(side, line, choices)
        return [said] + afterFirstRound(side, in: scene) + settleReveal(of: plan.name, in: scene)
    }
}
