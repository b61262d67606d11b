extension Couple {
    /// The moment crosses by this tap; the sentence heard inside waits for what was meant.
    mutating func sendMoment(
        _ index: Int, _ plan: RoundPlan, by side: Side, in scene: Scene
    ) -> [Effect] {
        let serial = rounds[index].serial
        let isFirst = shelf[serial].sheets[side].isSent != true
        shelf[serial].sheets[side].isSent = true
        rounds[index].stages[side] = .released
        let said = decided(
            plan, Line(.momentSent, calling(side)),
            [[Press(.keep, plan.name, shelf[serial].sheets[side].version)]], side, scene)
        return said
            + (isFirst ? arrive(.moment(round: plan.name), to: side.other, in: scene) : [])
    }

    /// Opened: the moment alone, and a question.
    mutating func showMoment(
        _ item: TrayItem, _ name: RoundName, to side: Side, in scene: Scene
    ) -> [Effect] {
        let effects = showMoment(name, to: side, in: scene)
        // It lies there until they have answered it, or gone past it.
        if let line = line(name), let meaning = shelf[line.serial].meanings[side],
            meaning.state == .asked, meaning.shown == nil
        {
            putBack(item, for: side)
        }
        return effects
    }

    private mutating func settleMoment(_ name: RoundName, _ side: Side) {
        partners[side]?.tray.removeAll { $0.content == .moment(round: name) }
    }

    /// [Later]: it lies there still.
    mutating func laterMoment(_ side: Side) -> [Effect] {
        if case .meaning? = partners[side]?.floor { partners[side]?.floor = .nothing }
        return [tell(side, Line(.later))]
    }

    mutating func showMoment(
        _ name: RoundName, to side: Side, in scene: Scene
    ) -> [Effect] {
        guard let line = line(name), shelf[line.serial].sheets[side.other].isSent == true,
            let partner = partners[side]?.calls
        else { return [tell(side, Line(.passed))] }
        var meanings = shelf[line.serial].meanings
        var meaning = meanings[side] ?? Meaning()
        guard meaning.shown == nil else { return [tell(side, Line(.alreadyShown))] }
        if !meaning.draft.isEmpty { return [seeBack(meaning, name, side)] }
        meaning.state = .asked
        meanings[side] = meaning
        shelf[line.serial].meanings = meanings
        partners[side]?.floor = .meaning(round: name)
        partners[side]?.recent = nil
        let moment = shelf[line.serial].sheets[side.other].answer(0)
        var telling = Telling(
            Line(
                .theirMoment,
                [
                    .partner: .words(partner), .theirs: .answer(moment, of: name, question: 0),
                    .question: .question(name, 2),
                ]),
            [
                [Press(.dontRemember, name)], [Press(.sawOtherwise, name)],
                [Press(.notThisOne, name)], [Press(.later, name, 0)],
            ])
        telling.isProtected = true
        partners[side]?.offered = telling.choices.flatMap { $0 }
        return [.tell(side, telling)]
    }

    mutating func addToMeaning(
        _ message: Event.Message, _ name: RoundName, by side: Side, in scene: Scene
    ) -> [Effect] {
        guard let line = line(name), var meaning = shelf[line.serial].meanings[side],
            meaning.shown == nil
        else {
            partners[side]?.floor = .nothing
            return [tell(side, Line(.notWaiting))]
        }
        guard case .text(let words) = message.content else { return [tell(side, Line(.inWords))] }
        guard meaning.draft.add(message) else { return [tell(side, Line(.tooLong))] }
        meaning.state = .asked
        shelf[line.serial].meanings[side] = meaning
        let waiting = timersFor(name, in: scene)
        let piece = Piece(message: message.name, content: .words(words))
        return [seeBack(meaning, name, side)] + carefully(piece, side, scene) + waiting
    }

    mutating func correctMeaning(
        _ message: MessageName, to words: Words, by side: Side
    ) -> [Effect]? {
        for line in rounds where shelf.holds(line.serial) {
            guard var meaning = shelf[line.serial].meanings[side], meaning.shown == nil,
                let fits = meaning.draft.correct(message, to: words)
            else { continue }
            guard fits else { return [tell(side, Line(.tooLong))] }
            // Seen back anew before it may be shown.
            meaning.state = .asked
            shelf[line.serial].meanings[side] = meaning
            return [seeBack(meaning, line.name, side)]
        }
        return nil
    }

    mutating func seeBack(_ meaning: Meaning, _ name: RoundName, _ side: Side) -> Effect {
        partners[side]?.floor = .meaning(round: name)
        let version = meaning.draft.version
        var slots = calling(side)
        slots[.answer] = .answer(meaning.draft.answer, of: name, question: 2)
        return tell(
            side, Line(.meaningSeenBack, slots),
            [
                [Press(.sendMeaning, name, version)], [Press(.turnAgain, name)],
                [Press(.notThisOne, name)],
            ])
    }

    mutating func sendMeaning(_ press: Press, by side: Side, in scene: Scene) -> [Effect] {
        guard let name = press.round, let line = line(name),
            var meaning = shelf[line.serial].meanings[side], meaning.shown == nil,
            meaning.draft.version == press.number, !meaning.draft.isEmpty
        else { return [tell(side, Line(.passed))] }
        if meaning.draft.advised != meaning.draft.version,
            meaning.draft.answer.words.contains(where: {
                scene.hearsBlame($0.text, partners[side])
            })
        {
            meaning.draft.advised = meaning.draft.version
            shelf[line.serial].meanings[side] = meaning
            return [tell(side, Line(.forAPart), [[press], [Press(.turnAgain, name)]])]
        }
        meaning.state = .released
        shelf[line.serial].meanings[side] = meaning
        settleMoment(name, side)
        partners[side]?.floor = .nothing
        let said = tell(side, Line(.meaningLies, calling(side)), [[Press(.notThisOne, name)]])
        return [said] + timersFor(name, in: scene)
    }

    /// The ways past it: from outside they all look like silence.
    mutating func passMoment(_ press: Press, by side: Side, in scene: Scene) -> [Effect] {
        guard let name = press.round, let line = line(name),
            var meaning = shelf[line.serial].meanings[side], meaning.shown == nil
        else { return [tell(side, Line(.passed))] }
        meaning.state = .passed
        settleMoment(name, side)
        meaning.draft.clear()
        shelf[line.serial].meanings[side] = meaning
        partners[side]?.floor = .nothing
        let said = tell(side, Line(.skipped))
        return [.scrub, said] + timersFor(name, in: scene)
    }

    mutating func meaningAgain(_ name: RoundName, by side: Side, in scene: Scene) -> [Effect] {
        guard let line = line(name), var meaning = shelf[line.serial].meanings[side],
            meaning.shown == nil
        else { return [tell(side, Line(.passed))] }
        meaning.draft.clear()
        meaning.state = .asked
        shelf[line.serial].meanings[side] = meaning
        return [.scrub] + timersFor(name, in: scene) + showMoment(name, to: side, in: scene)
    }

    private mutating func timersFor(_ name: RoundName, in scene: Scene) -> [Effect] {
        settleReveal(of: name, in: scene)
    }

    /// Whether what this side heard and what the other meant may be shown to both.
    func isPaired(_ side: Side, _ line: RoundLine) -> Bool {
        guard line.stages[side] == .released, let meaning = shelf[line.serial].meanings[side.other]
        else { return false }
        return meaning.state == .released && meaning.shown == nil && !meaning.draft.isEmpty
    }

    /// Each pair on its own, to both.
    mutating func revealPairs(_ plan: RoundPlan, in scene: Scene) -> [Effect] {
        guard let index = rounds.firstIndex(where: { $0.name == plan.name }) else { return [] }
        if let later = laterForBoth(in: scene) {
            timers.append(Timer(at: later, purpose: .reveal(round: plan.name)))
            return []
        }
        let paired = Side.allCases.filter { isPaired($0, rounds[index]) }
        let serial = rounds[index].serial
        var items: Pair<[RevealView.Item]> = Pair([], [])
        for side in paired {
            let sheet = shelf[serial].sheets[side]
            let moment = sheet.answer(0)
            let heard = sheet.answer(1)
            guard let meant = shelf[serial].meanings[side.other]?.draft.answer else { continue }
            items[side].append(
                .init(
                    round: plan.name, question: 1, mine: heard, theirs: meant,
                    pairing: .iHeard(moment: moment)))
            items[side.other].append(
                .init(
                    round: plan.name, question: 1, mine: meant, theirs: heard,
                    pairing: .theyHeard(moment: moment)))
            shelf[serial].meanings[side.other]?.shown = scene.now
            rounds[index].shown[side] = scene.now
        }
        return Side.allCases.flatMap { side -> [Effect] in
            let view = RevealView(
                round: plan.name, items: items[side], by: partners[side.other]?.id)
            return share(.reveal(view: view), with: side, in: scene)
        }
    }
}

extension Answer {
    /// Whether it is more than a moment: over fifteen words, or over 160 characters where words
    /// aren't parted.
    var isLongMoment: Bool {
        let text = words.map(\.text).joined(separator: " ")
        return text.split(whereSeparator: \.isWhitespace).count > 15 || text.count > 160
    }
}
