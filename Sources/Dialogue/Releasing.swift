/// What becomes of an answer that was seen back: shown, kept, or written anew.
extension Couple {
    /// Shown to the other, as its kind has it. Only what its author has just seen back: an older
    /// button decides nothing.
    mutating func share(_ press: Press, by side: Side, in scene: Scene) -> [Effect] {
        guard let (index, plan) = current(press.round, of: side, in: scene) else {
            return stale(press, by: side, in: scene)
        }
        let serial = rounds[index].serial
        let sheet = shelf[serial].sheets[side]
        guard rounds[index].stages[side] != .agreed else {
            return [showAgreed(plan.name, to: side, in: scene)]
        }
        guard press.number == nil || press.number == sheet.version, !sheet.isEmpty else {
            return stale(press, by: side, in: scene)
        }
        guard isReviewed(plan, rounds[index].stages[side], side) else {
            return askAgain(plan.name, of: side, in: scene)
        }
        guard isJoined else { return [tell(side, Line(.nobodyYet))] }
        guard plan.decidedIn == nil else { return keep(press, by: side, in: scene) }
        if plan.kind == .note, sheet.item == nil, plan.releases != .whole {
            return plan.releases == .summary
                ? summarise(press, by: side, in: scene) : showOne(press, by: side, in: scene)
        }
        guard plan.kind == .note || hasSomethingToShow(sheet, plan) else {
            return [tell(side, Line(.nothingToShow))]
        }
        if let advice = advise(press, index, plan, side, in: scene) {
            return advice + settleReveal(of: plan.name, in: scene)
        }
        return release(press, index, plan, by: side, in: scene)
    }

    /// It was seen back, and advised about: now it goes as its kind has it.
    private mutating func release(
        _ press: Press, _ index: Int, _ plan: RoundPlan, by side: Side, in scene: Scene
    ) -> [Effect] {
        let serial = rounds[index].serial
        let sheet = shelf[serial].sheets[side]
        switch plan.kind {
        case .joint: return propose(index, plan, by: side, in: scene)
        case .heardMeant: return sendMoment(index, plan, by: side, in: scene)
        case .reply: return sendReply(index, plan, by: side, in: scene)
        case .request:
            if let refusal = refuseSame(index, plan, by: side, in: scene) { return refusal }
        case .repair: partners[side]?.walk.lastRepair = scene.clocks[side].date
        case .sealed, .note, .talk, .match, .thought, .turns: break
        }
        let earlier = press.act == .shareBoth ? earlier(plan, side) : nil
        guard rounds[index].stages[side] != .released || sheet.earlier != earlier else {
            // Said once more: it stands as it stood, at its hour.
            return [
                tell(
                    side, Line(said(plan), calling(side)),
                    [[Press(.keep, plan.name, sheet.version)]])
            ]
        }
        shelf[serial].sheets[side].earlier = earlier
        if plan.kind == .note, plan.releases == .whole, let id = partners[side]?.id {
            shelf[serial].sheets[side].item = sheet.answer(plan.firstWritten).joined(by: id)
        }
        rounds[index].stages[side] = .released
        return decided(
            plan, Line(said(plan), calling(side)), [[Press(.keep, plan.name, sheet.version)]],
            side, scene)
    }

    /// What is said once something is released.
    private func said(_ plan: RoundPlan) -> Line.Key {
        switch plan.kind {
        case .note:
            switch plan.delivery {
            case .sharedHour: .willBeGiven
            case .nextEvening: .willComeTomorrow
            case .someDay: .willComeSomeDay
            }
        case .repair: .offerLies
        case .match: .marksLie
        case .sealed, .talk, .request, .thought, .turns, .joint, .heardMeant, .reply:
            .willBeShared
        }
    }

    /// Before something crosses: once, other words for it; and what frightens is decided about
    /// twice. Nothing is blocked, and nobody learns of it.
    private mutating func advise(
        _ press: Press, _ index: Int, _ plan: RoundPlan, _ side: Side, in scene: Scene
    ) -> [Effect]? {
        let serial = rounds[index].serial
        let sheet = shelf[serial].sheets[side]
        var texts = texts(in: sheet, plan)
        if press.act == .shareBoth, let earlier = plan.besides.flatMap({ line($0) }) {
            texts += shelf[earlier.serial].sheets[side].answer(0).words.map(\.text)
        }
        let again = Press(.again, plan.name, sheet.version)
        if sheet.paused != sheet.version,
            texts.contains(where: { scene.hearsCrisis($0, partners[side]) })
        {
            shelf[serial].sheets[side].paused = sheet.version
            shelf[serial].sheets[side].advised = sheet.version
            rounds[index].stages[side] = .kept
            partners[side]?.floor = .nothing
            let choices = [[press], [Press(.keep, plan.name, sheet.version)], [again]]
            return [tell(side, Line(.decideTwice, calling(side)), choices, about: plan.name)]
        }
        guard sheet.advised != sheet.version,
            texts.contains(where: { scene.hearsBlame($0, partners[side]) })
        else { return nil }
        shelf[serial].sheets[side].advised = sheet.version
        return [
            tell(
                side, Line(.forAPart), [[press], [again]], about: plan.name)
        ]
    }

    /// All that would cross of a sheet.
    private func texts(in sheet: Sheet, _ plan: RoundPlan) -> [String] {
        if let item = sheet.item { return [item.text] }
        return plan.questions.indices.filter { !plan.questions[$0].staysMine }.flatMap {
            sheet.answer($0).words.map(\.text)
        }
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
        guard rounds[index].stages[side] != .agreed else {
            return [showAgreed(plan.name, to: side, in: scene)]
        }
        withdraw(index, plan, by: side)
        takeFromBeside(plan.name, by: side, in: scene.course)
        rounds[index].stages[side] = isJoined ? .kept : .alone
        return decided(plan, Line(.putAway), [], side, scene)
    }

    /// What was to stand beside a later answer doesn't any more: it is kept.
    mutating func takeFromBeside(_ name: RoundName, by side: Side, in course: Course) {
        for line in rounds where course.plan(line.name)?.besides == name {
            shelf[line.serial].sheets[side].earlier = nil
        }
    }

    /// The answer is taken away and the question asked anew.
    mutating func again(_ press: Press, by side: Side, in scene: Scene) -> [Effect] {
        guard let (index, plan) = current(press.round, of: side, in: scene) else {
            return stale(press, by: side, in: scene)
        }
        let serial = rounds[index].serial
        guard shelf[serial].sheets[side].isSent != true, rounds[index].stages[side] != .agreed
        else { return [tell(side, Line(.alreadyShown))] }
        guard press.number == nil || press.number == shelf[serial].sheets[side].version else {
            return stale(press, by: side, in: scene)
        }
        let first = plan.kind == .talk ? min(1, plan.questions.count - 1) : plan.firstWritten
        // A note that was only thought stays so.
        if !shelf[serial].sheets[side].isEmpty {
            for question in plan.questions.indices {
                shelf[serial].sheets[side].change(question) { $0 = Answer() }
            }
        }
        withdraw(index, plan, by: side)
        rounds[index].stages[side] = .asked(question: first)
        return [.scrub] + settleReveal(of: plan.name, in: scene)
            + askAgain(plan.name, of: side, in: scene)
    }

    /// What was proposed with it is proposed no more.
    private mutating func withdraw(_ index: Int, _ plan: RoundPlan, by side: Side) {
        guard plan.kind == .joint else { return }
        takeBackProposal(index, by: side)
    }

    /// Whether anything in it may be the other's to read.
    func hasSomethingToShow(_ sheet: Sheet, _ plan: RoundPlan) -> Bool {
        plan.questions.indices.contains { question in
            !plan.questions[question].staysMine
                && !released(question, of: sheet, plan).pieces.isEmpty
        }
    }

    /// The version of this side's earlier answer that may stand beside one of this round.
    private func earlier(_ plan: RoundPlan, _ side: Side) -> Int? {
        plan.besides.flatMap { line($0) }.map { shelf[$0.serial].sheets[side].version }
    }

    /// Whether all of it was seen back.
    private func isReviewed(_ plan: RoundPlan, _ stage: Stage, _ side: Side) -> Bool {
        switch stage {
        case .reviewing(let question): isLast(question, of: plan, side) || plan.kind == .reply
        case .kept, .released, .alone, .picking, .agreed: true
        case .untouched, .offered, .asked, .carrying, .skipped, .later, .done: false
        }
    }

    mutating func decided(
        _ plan: RoundPlan, _ line: Line, _ choices: [[Press]], _ side: Side, _ scene: Scene
    ) -> [Effect] {
        partners[side]?.floor = .nothing
        noteLeanings(of: plan, side)
        let more = plan.more.isEmpty ? [] : [[Press(.moreOfThis, plan.name)]]
        let said = tell(side, line, choices + more)
        return [said] + afterFirstRound(side, in: scene) + settleReveal(of: plan.name, in: scene)
            + afterDeciding(plan, by: side, in: scene) + beside(plan, side, in: scene)
    }
}
