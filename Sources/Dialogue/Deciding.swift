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
        guard isLast(question, of: plan, side) else {
            return seeBackGoOn(question, sheet, of: plan, to: side)
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
        if let list = seeBackItems(of: plan, to: side, calling: partner) { return list }
        let slots: [Line.Slot: Line.Value] = [
            .answer: wholeWithEarlier(sheet, of: plan, by: side), .partner: .words(partner),
        ]
        var (key, first) = decision(on: plan)
        if let besides = plan.besides, hasAnswer(besides, of: side) {
            first.append(.shareBoth)
        }
        let choices = first.map { [Press($0, plan.name, version)] } + [[keep], [again]]
        let isNoteByLine = plan.kind == .note && plan.releases != .whole
        if isNoteByLine { key = plan.releases == .summary ? .seenBackForSummary : .seenBackNote }
        return tell(
            side, Line(key, slots), isNoteByLine ? [choices[1], choices[0], choices[2]] : choices,
            about: plan.name)
    }

    /// What is said about an answer that may be shown, and what shows it.
    func decision(on plan: RoundPlan) -> (Line.Key, [Press.Act]) {
        switch plan.kind {
        case .sealed, .thought, .turns, .talk: (.seenBack, [.share])
        case .note:
            switch plan.releases {
            case .whole: (.seenBackWhole, [.share])
            case .line, .each: (.seenBackNote, [.showOne])
            case .summary: (.seenBackForSummary, [.summarise])
            }
        case .request: (.requestSeenBack, [.share])
        case .joint: (.proposalSeenBack, [.propose])
        case .heardMeant: (.momentSeenBack, [.sendMoment])
        case .reply: (.replySeenBack, [.sendReply])
        case .repair: (.offerSeenBack, [.putThere])
        case .match: (.marksSeenBack, [.mark])
        }
    }

    private mutating func seeBackGoOn(
        _ question: Int, _ sheet: Sheet, of plan: RoundPlan, to side: Side
    ) -> Effect {
        let answer = Line.Value.answer(sheet.answer(question), of: plan.name, question: question)
        let again = Press(.again, plan.name, sheet.version)
        var choices = [[Press(.goOn, plan.name, sheet.version)], [again]]
        var key = Line.Key.seenBackGoOn
        if plan.kind == .reply, let partner = partners[side]?.calls {
            // Their answer may go as it is; another way is theirs to offer.
            key = .replySeenBack
            choices = [
                [Press(.sendReply, plan.name, sheet.version)],
                [Press(.anotherWay, plan.name, sheet.version)],
                [Press(.keep, plan.name, sheet.version)], [again],
            ]
            return tell(
                side, Line(key, [.answer: answer, .partner: .words(partner)]), choices,
                about: plan.name)
        }
        return tell(side, Line(key, [.answer: answer]), choices, about: plan.name)
    }

    /// On to the next question of a round.
    mutating func goOn(_ press: Press, by side: Side, in scene: Scene) -> [Effect] {
        guard let (index, plan) = current(press.round, of: side, in: scene),
            case .reviewing(let question) = rounds[index].stages[side],
            let following = next(after: question, of: plan, side)
        else { return stale(press, by: side, in: scene) }
        let sheet = shelf[rounds[index].serial].sheets[side]
        guard press.number == nil || press.number == sheet.version else {
            return stale(press, by: side, in: scene)
        }
        let isAnswered = isWhole(sheet.answer(following), following, sheet, plan)
        rounds[index].stages[side] =
            isAnswered ? .reviewing(question: following) : .asked(question: following)
        return askAgain(plan.name, of: side, in: scene)
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
                guard plan.sorting(question) == nil else { return nil }
                let value = Line.Value.answer(answer, of: plan.name, question: question)
                let named = plan.isTitled(question) ? titled(value, question, plan) : value
                guard plan.questions[question].staysMine else { return named }
                return .phrase(Line(.staysWithYou, [.answer: named]))
            })
    }

    private func titled(_ value: Line.Value, _ question: Int, _ plan: RoundPlan) -> Line.Value {
        .phrase(Line(.titled, [.question: .title(plan.name, question), .answer: value]))
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
    func calling(_ side: Side) -> [Line.Slot: Line.Value] {
        partners[side]?.calls.map { [.partner: .words($0)] } ?? [:]
    }

    /// Whether a question is answered in full, so that it needn't be put again.
    private func isWhole(
        _ answer: Answer, _ question: Int, _ sheet: Sheet, _ plan: RoundPlan
    ) -> Bool {
        guard case .sort(_, let lines) = plan.questions[question].form else {
            return !answer.pieces.isEmpty
        }
        return answer.pieces.count == sheet.answer(lines).lines.count
    }

    func hasAnswer(_ name: RoundName, of side: Side) -> Bool {
        guard let line = line(name) else { return false }
        return !shelf[line.serial].sheets[side].isEmpty
    }
}
