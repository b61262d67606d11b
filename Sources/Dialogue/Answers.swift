/// `/answers` and `/erase`: one's own, never the other's.
extension Couple {
    /// The newest of them: a chat takes no more buttons.
    static let mostAnswers = 60

    mutating func listAnswers(_ side: Side, toErase: Bool, in scene: Scene) -> [Effect] {
        let own = rounds.filter { line in
            line.stages[side].isWritten || (line.stages[side] == .agreed && !toErase)
        }.suffix(Couple.mostAnswers)
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
                rows(own.map { Press(act, $0.name, 1) }))
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
        guard line.stages[side] != .agreed else { return showAgreed(name, to: side, in: scene) }
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
        guard line.shown[side] == nil, sheet.isSent != true else {
            return tell(side, Line(.ownAnswerShown, slots), [[erase]], about: name)
        }
        let keep = Press(.keep, name, sheet.version)
        let again = Press(.again, name, sheet.version)
        guard isJoined, plan.decidedIn == nil else {
            return tell(side, Line(.ownAnswer, slots), [[keep], [again], [erase]], about: name)
        }
        let share = Press(decision(on: plan).1[0], name, sheet.version)
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
        takeBackProposal(index, by: side)
        shelf[serial].sheets[side] = blank
        shelf[serial].matter = shelf[serial].matter.erased(by: side)
        timers.removeAll { $0.purpose == .handOver(round: name, side: side) }
        partners[side.other]?.tray.removeAll { $0.content == .moment(round: name) }
        // Looks like a skip from then on, also to this side's own course.
        rounds[index].stages[side] = .skipped
        if partners[side]?.floor == .answer(round: name) { partners[side]?.floor = .nothing }
        partners[side]?.recent = nil
        if let plan = scene.course.plan(name) { noteLeanings(of: plan, side) }
        let effects = settleReveal(of: name, in: scene)
        return [.scrub] + effects + [tell(side, Line(wasShown ? .erasedButShown : .erased))]
    }

    /// What holds of one's own answer, as a line of the list. It never says whether the other
    /// has answered, or has been given a line of a note.
    private func state(of line: RoundLine, for side: Side, in scene: Scene) -> Line.Key {
        switch line.stages[side] {
        case .released:
            if let key = releasedState(of: line, in: scene) { return key }
            return line.shown[side] == nil ? .stateShared : .stateShown
        case .kept, .alone:
            if line.shown[side] != nil { return .stateShown }
            return isJoined && line.stages[side] == .alone ? .stateAlone : .stateKept
        case .agreed: return .stateAgreed
        case .asked, .reviewing, .picking, .offered, .later, .untouched, .carrying, .skipped,
            .done:
            return .stateOpen
        }
    }

    /// What holds of something released whose kind isn't shown when both are done.
    private func releasedState(of line: RoundLine, in scene: Scene) -> Line.Key? {
        guard let plan = scene.course.plan(line.name) else { return nil }
        switch plan.kind {
        case .note: return plan.releases == .whole ? .stateGiven : .stateLine
        case .joint: return .stateProposed
        case .reply: return .stateGiven
        case .repair: return .stateLies
        case .match: return .stateMarked
        case .sealed, .request, .talk, .thought, .turns, .heardMeant: return nil
        }
    }
}

extension Round.Matter {
    /// Without what this side alone wrote in it. What crossed or was approved stands.
    fileprivate func erased(by side: Side) -> Round.Matter {
        switch self {
        case .meanings(var pair):
            if pair[side]?.shown == nil { pair[side] = nil }
            // What was meant in a moment that is gone belongs to no other.
            if pair[side.other]?.shown == nil { pair[side.other] = nil }
            return .meanings(of: pair)
        case .repair(var pair):
            pair[side] = nil
            return .repair(of: pair)
        case .none, .joint, .talk, .turns, .match: return self
        }
    }
}
