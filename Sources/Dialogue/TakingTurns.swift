/// The moves of a talk in turns.
extension Couple {
    mutating func addToTurn(
        _ message: Event.Message, _ name: RoundName, by side: Side, in scene: Scene
    ) -> [Effect] {
        guard let line = line(name), var turns = openTurns(line, side, in: scene) else {
            partners[side]?.floor = .nothing
            return [tell(side, Line(.notWaiting))]
        }
        guard case .text(let words) = message.content else { return [tell(side, Line(.inWords))] }
        guard turns.drafts[side].add(message) else { return [tell(side, Line(.tooLong))] }
        shelf[line.serial].turns = turns
        let piece = Piece(message: message.name, content: .words(words))
        return [seeBack(turns, name, side)] + carefully(piece, side, scene)
    }

    mutating func correctTurn(_ message: MessageName, to words: Words, by side: Side) -> [Effect]? {
        for line in rounds where shelf.holds(line.serial) {
            guard case .turns(var turns) = shelf[line.serial].matter else { continue }
            // Two chats may have a number in common.
            if turns.opening?.answer.words.first?.author == partners[side]?.id,
                turns.opening?.correct(message, to: words) == true
            {
                // Seen back when it is their turn.
                shelf[line.serial].turns = turns
                return []
            }
            guard let fits = turns.drafts[side].correct(message, to: words)
            else { continue }
            guard fits else { return [tell(side, Line(.tooLong))] }
            shelf[line.serial].turns = turns
            return [seeBack(turns, line.name, side)]
        }
        return nil
    }

    /// The talk, if this side may move in it now.
    private func openTurns(_ line: RoundLine, _ side: Side, in scene: Scene) -> Turns? {
        let turns = shelf[line.serial].turns
        guard turns.ending == nil, turns.floor == nil || turns.floor == side,
            turns.returns.map({ $0 <= scene.now }) ?? true
        else { return nil }
        return turns
    }

    mutating func turnAgain(_ press: Press, by side: Side, in scene: Scene) -> [Effect] {
        guard let name = press.round, let line = line(name) else {
            return [tell(side, Line(.passed))]
        }
        if scene.course.plan(name)?.kind == .heardMeant {
            return meaningAgain(name, by: side, in: scene)
        }
        guard var turns = openTurns(line, side, in: scene) else {
            return goOnInTurns(name, side, in: scene)
        }
        turns.drafts[side].clear()
        shelf[line.serial].turns = turns
        return [.scrub] + goOnInTurns(name, side, in: scene)
    }

    /// [Send it]: the words cross, and the next step begins.
    mutating func sendTurn(_ press: Press, by side: Side, in scene: Scene) -> [Effect] {
        guard let name = press.round, let line = line(name), let id = partners[side]?.id else {
            return [tell(side, Line(.passed))]
        }
        guard isJoined else { return [tell(side, Line(.nobodyYet))] }
        guard var turns = openTurns(line, side, in: scene),
            turns.drafts[side].version == press.number,
            let words = turns.drafts[side].answer.joined(by: id)
        else { return goOnInTurns(name, side, in: scene) }
        if turns.drafts[side].advised != turns.drafts[side].version,
            scene.hearsBlame(words.text, partners[side])
        {
            turns.drafts[side].advised = turns.drafts[side].version
            shelf[line.serial].turns = turns
            return [tell(side, Line(.forAPart), [[press], [Press(.turnAgain, name)]])]
        }
        turns.drafts[side].clear()
        let before = turns.step
        // Who was about to begin as well has the other's words to read first.
        if turns.speaker == nil {
            if !turns.drafts[side.other].isEmpty { turns.opening = turns.drafts[side.other] }
            turns.drafts[side.other].clear()
            if partners[side.other]?.floor == .turn(round: name) {
                partners[side.other]?.floor = .nothing
            }
        }
        turns.take(words, from: side)
        partners[side]?.tray.removeAll { $0.content == .turn(round: name) }
        turns.lastMove = scene.now
        shelf[line.serial].turns = turns
        if let index = rounds.firstIndex(where: { $0.name == name }) {
            // From the first words on it has a life of its own, and holds up nothing.
            rounds[index].stages = Pair(.done, .done)
        }
        // Two questions in a row are one move: nothing crosses in between.
        guard before != .sensing else { return goOnInTurns(name, side, in: scene) }
        return sent(name, by: side, in: scene)
    }

    /// A tap that moves the talk on.
    mutating func moveTurns(_ press: Press, by side: Side, in scene: Scene) -> [Effect] {
        guard let name = press.round, let line = line(name) else {
            return [tell(side, Line(.passed))]
        }
        guard var turns = openTurns(line, side, in: scene), turns.floor == side,
            turns.take(press.act)
        else { return goOnInTurns(name, side, in: scene) }
        turns.lastMove = scene.now
        turns.drafts[side].clear()
        partners[side]?.tray.removeAll { $0.content == .turn(round: name) }
        if turns.notYets > 1 { turns.ending = .rests }
        shelf[line.serial].turns = turns
        if turns.ending != nil { return close(name, by: side, in: scene) }
        // What is still theirs to do is asked at once; what is the other's is theirs to open.
        guard turns.floor != side else {
            let own = goOnInTurns(name, side, in: scene)
            return press.act == .notYet ? own + announceTurn(name, to: side.other, in: scene) : own
        }
        return sent(name, by: side, in: scene)
    }

    /// [Enough for now]: it rests, for both.
    mutating func endTurns(_ press: Press, by side: Side, in scene: Scene) -> [Effect] {
        guard let name = press.round, let line = line(name),
            shelf[line.serial].turns.ending == nil
        else { return [tell(side, Line(.passed))] }
        guard shelf[line.serial].turns.speaker != nil else {
            // Nothing has crossed yet: nobody but this side knows of it.
            shelf[line.serial].turns.drafts[side].clear()
            partners[side]?.floor = .nothing
            if let index = rounds.firstIndex(where: { $0.name == name }) {
                rounds[index].stages[side] = .later
            }
            return [.scrub, tell(side, Line(.later))]
        }
        shelf[line.serial].turns.ending = .rests
        return close(name, by: side, in: scene)
    }

    private mutating func close(
        _ name: RoundName, by side: Side, in scene: Scene
    ) -> [Effect] {
        timers.removeAll { $0.purpose == .comeBack(round: name) }
        if let index = rounds.firstIndex(where: { $0.name == name }) {
            rounds[index].stages = Pair(.done, .done)
        }
        for side in Side.allCases where partners[side]?.floor == .turn(round: name) {
            partners[side]?.floor = .nothing
        }
        return goOnInTurns(name, side, in: scene)
            + announceTurn(name, to: side.other, in: scene)
    }

    private mutating func sent(_ name: RoundName, by side: Side, in scene: Scene) -> [Effect] {
        partners[side]?.floor = .nothing
        let said = tell(side, Line(.turnSent, calling(side)), [stopsAfterSending(name)])
        return [said] + announceTurn(name, to: side.other, in: scene)
    }

    private func stopsAfterSending(_ name: RoundName) -> [Press] {
        [Press(.timeOut, name), Press(.endTurns, name)]
    }

    /// One neutral line; what it is about lies behind [Open].
    mutating func announceTurn(
        _ name: RoundName, to side: Side, in scene: Scene
    ) -> [Effect] {
        partners[side]?.tray.removeAll { $0.content == .turn(round: name) }
        partners[side]?.lastShared = scene.now
        partners[side]?.restsSince = nil
        return arrive(.turn(round: name), to: side, in: scene)
    }
}

extension Turns {
    /// Words that were sent: which they are follows from the step.
    mutating func take(_ words: Words, from side: Side) {
        if speaker == nil { speaker = side }
        switch step {
        case .saying:
            said = [words]
            step = .hearing
        case .adding:
            said.append(words)
            step = .hearing
        case .hearing:
            heard = words
            step = .checking
        case .sensing:
            sense = words
            step = .guessing
        case .guessing:
            feeling = words
            step = .judging
        case .checking, .judging:
            break
        }
    }

    /// A tap of the speaker's. Returns whether it means anything at this step.
    mutating func take(_ act: Press.Act) -> Bool {
        switch step {
        case .checking where act == .thatsIt: step = .adding
        case .checking where act == .notQuite: step = .saying
        case .adding where act == .nothingMore: step = .sensing
        case .judging where act == .notYet:
            notYets += 1
            step = .saying
        case .judging where act == .gotIt: arrive()
        case .saying, .hearing, .checking, .adding, .sensing, .guessing, .judging: return false
        }
        return true
    }

    /// It arrived: the other's turn to speak, or, after both, the end.
    private mutating func arrive() {
        guard !isSwapped else {
            ending = .gotIt
            return
        }
        speaker = speaker?.other
        isSwapped = true
        step = .saying
        (said, heard, sense, feeling, notYets) = ([], nil, nil, nil, 0)
        // What they were about to begin with, when the other did.
        guard let speaker, let own = opening else { return }
        drafts[speaker].answer = own.answer
        drafts[speaker].version += 1
        opening = nil
    }
}
