/// `/answers` and `/erase`: one's own, never the other's.
extension Couple {
    mutating func listAnswers(_ side: Side, toErase: Bool, in scene: Scene) -> [Effect] {
        let own = rounds.filter { $0.stages[side].isWritten }
        guard !own.isEmpty else { return [tell(side, Line(.noAnswers))] }
        let act: Press.Act = toErase ? .erase : .answer
        let items = own.map { line -> Line.Value in
            .phrase(
                Line(
                    state(of: line, for: side, in: scene),
                    [.question: title(of: line.name, in: scene)]))
        }
        partners[side]?.floor = .nothing
        return [
            tell(
                side, Line(toErase ? .whichToErase : .yourAnswers, [.list: .numbered(items)]),
                own.map { [Press(act, $0.name, 1)] })
        ]
    }

    /// One answer of one's own, with what may still be decided about it.
    mutating func showAnswer(_ press: Press, by side: Side, in scene: Scene) -> [Effect] {
        guard let name = press.round, line(name, begunBy: side) != nil else {
            return [tell(side, Line(.passed))]
        }
        return [showAnswer(name, to: side, in: scene)]
    }

    mutating func showAnswer(_ name: RoundName, to side: Side, in scene: Scene) -> Effect {
        guard let plan = scene.course.plan(name), let line = line(name) else {
            return tell(side, Line(.passed))
        }
        let sheet = shelf[line.serial].sheets[side]
        guard !sheet.isEmpty else { return tell(side, Line(.nothingOpen)) }
        partners[side]?.floor = .nothing
        partners[side]?.recent = name
        let slots: [Line.Slot: Line.Value] = [
            .answer: whole(sheet, of: plan),
            .also: .phrase(
                Line(state(of: line, for: side, in: scene), [.question: title(of: name, in: scene)])
            ),
        ]
        let erase = Press(.erase, name)
        guard line.shown[side] == nil else {
            return tell(side, Line(.ownAnswerShown, slots), [[erase]], about: name)
        }
        let keep = Press(.keep, name, sheet.version)
        let again = Press(.again, name, sheet.version)
        guard isJoined, plan.decidedIn == nil else {
            return tell(side, Line(.ownAnswer, slots), [[keep], [again], [erase]], about: name)
        }
        let share =
            plan.kind == .note
            ? Press(.showOne, name, sheet.version) : Press(.share, name, sheet.version)
        let first = line.stages[side] == .released ? [keep] : [share]
        return tell(side, Line(.ownAnswer, slots), [first, [again], [erase]], about: name)
    }

    /// Gone from the bot's folder. What stands in a chat stands there.
    mutating func erase(_ press: Press, by side: Side, in scene: Scene) -> [Effect] {
        guard let name = press.round, line(name, begunBy: side) != nil,
            let index = rounds.firstIndex(where: { $0.name == name })
        else { return [tell(side, Line(.passed))] }
        let wasShown = rounds[index].shown[side] != nil
        let serial = rounds[index].serial
        let version = shelf[serial].sheets[side].version
        var blank = Sheet()
        blank.version = version + 1
        shelf[serial].sheets[side] = blank
        // Looks like a skip from then on, also to this side's own course.
        rounds[index].stages[side] = .skipped
        if partners[side]?.floor == .answer(round: name) { partners[side]?.floor = .nothing }
        partners[side]?.recent = nil
        let effects = settleReveal(of: name, in: scene)
        return [.scrub] + effects + [tell(side, Line(wasShown ? .erasedButShown : .erased))]
    }

    private func title(of name: RoundName, in scene: Scene) -> Line.Value {
        .title(name, scene.course.plan(name)?.firstWritten ?? 0)
    }

    /// What holds of one's own answer, as a line of the list. It never says whether the other
    /// has answered, or has been given a line of a note.
    private func state(of line: RoundLine, for side: Side, in scene: Scene) -> Line.Key {
        switch line.stages[side] {
        case .released:
            if scene.course.plan(line.name)?.kind == .note { return .stateLine }
            return line.shown[side] == nil ? .stateShared : .stateShown
        case .kept, .alone:
            if line.shown[side] != nil { return .stateShown }
            return isJoined && line.stages[side] == .alone ? .stateAlone : .stateKept
        case .asked, .reviewing, .picking, .offered, .later, .untouched, .carrying, .skipped,
            .done:
            return .stateOpen
        }
    }
}
