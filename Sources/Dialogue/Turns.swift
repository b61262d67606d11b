/// One speaks, the other says it back, in writing: when two are apart. One has the floor at a
/// time; every word crosses by its author's tap; either may stop at any moment.
package struct Turns: Sendable, Equatable, Codable {
    /// Nil until somebody has sent the first words.
    package var speaker: Side?
    package var step = Step.saying
    /// What the speaker said, in parts.
    package var said: [Words] = []
    package var heard: Words?
    package var sense: Words?
    package var feeling: Words?
    package var notYets = 0
    /// Whether both have had their turn at speaking, once this one is over.
    package var isSwapped = false
    package var drafts = Pair(Draft(), Draft())
    /// What one was about to begin with when the other did: seen back when it is their turn.
    package var opening: Draft?
    /// A time-out lasts until then.
    package var returns: Moment?
    package var lastMove: Moment?
    package var ending: Ending?

    package init() {}

    package enum Step: String, Sendable, Codable {
        /// The speaker: two or three sentences.
        case saying
        /// The listener says it back.
        case hearing
        /// The speaker: is that it?
        case checking
        /// The speaker: is there more?
        case adding
        /// The listener: what makes sense in it?
        case sensing
        /// The listener: which feeling might it be?
        case guessing
        /// The speaker: did it arrive?
        case judging

        var isSpeakers: Bool {
            switch self {
            case .saying, .checking, .adding, .judging: true
            case .hearing, .sensing, .guessing: false
            }
        }
    }

    package enum Ending: String, Sendable, Codable {
        /// It arrived, both ways.
        case gotIt
        /// It was left at that.
        case rests
    }

    /// Who has the floor; nil: whoever likes to begin, or nobody any more.
    var floor: Side? {
        guard ending == nil, let speaker else { return nil }
        return step.isSpeakers ? speaker : speaker.other
    }

    /// Whether the words that this step is about are there still.
    var isWhole: Bool {
        switch step {
        case .saying, .adding: true
        case .hearing, .sensing, .guessing: !said.isEmpty
        case .checking: heard != nil
        case .judging: sense != nil
        }
    }

    /// Whether so long nobody moved that it is over.
    func isStale(at now: Moment) -> Bool {
        lastMove.map { now - $0 >= Couple.patience } ?? false
    }
}

extension Round {
    package var turns: Turns {
        get { if case .turns(let turns) = matter { turns } else { Turns() } }
        set { matter = .turns(of: newValue) }
    }
}

extension Couple {
    /// Aloud with the card, or here in writing.
    mutating func poseTurns(_ plan: RoundPlan, _ text: Line.Value, to side: Side) -> Effect {
        let here = isJoined ? [[Press(.here, plan.name)]] : []
        return tell(
            side, Line(.turnsHow),
            [[Press(.aloud, plan.name)]] + here + waysOut(of: plan), about: plan.name)
    }

    /// [Aloud]: the whole card, for two in one place.
    mutating func speakAloud(_ press: Press, by side: Side, in scene: Scene) -> [Effect] {
        guard let (_, plan) = current(press.round, of: side, in: scene), plan.kind == .turns
        else { return stale(press, by: side, in: scene) }
        partners[side]?.floor = .nothing
        return [
            tell(
                side, Line(.talkCard, [.question: .question(plan.name, 0)]),
                [[Press(.talked, plan.name)], [Press(.later, plan.name)]], about: plan.name)
        ]
    }

    /// [Here, in writing], and whenever something of it is opened.
    mutating func goOnInTurns(_ name: RoundName, _ side: Side, in scene: Scene) -> [Effect] {
        guard let line = line(name), scene.course.plan(name)?.kind == .turns else {
            return [tell(side, Line(.passed))]
        }
        var turns = shelf[line.serial].turns
        if turns.ending == nil, turns.isStale(at: scene.now) {
            turns.ending = .rests
            shelf[line.serial].turns = turns
        }
        partners[side]?.recent = nil
        return showTurns(name, turns, to: side, in: scene)
    }

    /// From the tray: it lies there until they have had their turn.
    mutating func openTurn(
        _ item: TrayItem, _ name: RoundName, _ side: Side, in scene: Scene
    ) -> [Effect] {
        let effects = goOnInTurns(name, side, in: scene)
        if let line = line(name), shelf[line.serial].turns.floor == side {
            putBack(item, for: side)
        }
        return effects
    }

    /// What there is for this side to read, or to do.
    private mutating func showTurns(
        _ name: RoundName, _ turns: Turns, to side: Side, in scene: Scene
    ) -> [Effect] {
        partners[side]?.floor = .nothing
        if let ending = turns.ending {
            let key: Line.Key = ending == .gotIt ? .turnsArrived : .turnsRest
            return [tell(side, Line(key, calling(side)))]
        }
        if let returns = turns.returns, returns > scene.now {
            return [sayTimeOut(until: returns, name, to: side)]
        }
        guard turns.floor == nil || turns.floor == side else {
            let key: Line.Key = turns.notYets > 0 ? .sayingItAnew : .turnIsTheirs
            return [tell(side, Line(key, calling(side)), [stops(name)])]
        }
        // Whoever has gone took their words along: it rests, as if nobody had gone on.
        guard turns.isWhole else { return [tell(side, Line(.turnsRest, calling(side)))] }
        if !turns.drafts[side].isEmpty { return [seeBack(turns, name, side)] }
        return [poseTurn(name, turns, to: side)]
    }

    /// The question of this step, below the words it is about.
    private mutating func poseTurn(_ name: RoundName, _ turns: Turns, to side: Side) -> Effect {
        var slots = calling(side)
        slots[.question] = .question(name, turns.step.question)
        switch turns.step {
        case .saying:
            partners[side]?.floor = .turn(round: name)
            let key: Line.Key = turns.notYets > 0 ? .sayAnew : turns.isSwapped ? .nowYou : .ask
            return told(side, Line(key, slots), [stops(name)])
        case .hearing:
            partners[side]?.floor = .turn(round: name)
            slots[.theirs] = .lines(turns.said.map { .words($0) })
            return told(side, Line(.turnSaid, slots), [stops(name)])
        case .checking:
            slots[.theirs] = turns.heard.map { .words($0) } ?? .nothing
            return told(
                side, Line(.turnHeard, slots),
                [[Press(.thatsIt, name)], [Press(.notQuite, name)], stops(name)])
        case .adding:
            partners[side]?.floor = .turn(round: name)
            return told(
                side, Line(.ask, slots), [[Press(.nothingMore, name)], stops(name)])
        case .sensing, .guessing:
            partners[side]?.floor = .turn(round: name)
            slots[.theirs] = .lines(turns.said.map { .words($0) })
            return told(
                side, Line(turns.step == .sensing ? .turnSaid : .ask, slots), [stops(name)])
        case .judging:
            slots[.theirs] = turns.sense.map { .words($0) } ?? .nothing
            slots[.also] = turns.feeling.map { .words($0) } ?? .nothing
            return told(
                side, Line(.turnUnderstood, slots),
                [[Press(.gotIt, name)], [Press(.notYet, name)], stops(name)])
        }
    }

    /// Said protected, since the other's words are in it.
    private mutating func told(_ side: Side, _ line: Line, _ choices: [[Press]]) -> Effect {
        partners[side]?.offered = choices.flatMap { $0 }
        var telling = Telling(line, choices)
        telling.isProtected = true
        return .tell(side, telling)
    }

    private func stops(_ name: RoundName) -> [Press] {
        [Press(.timeOut, name), Press(.endTurns, name)]
    }

    mutating func seeBack(_ turns: Turns, _ name: RoundName, _ side: Side) -> Effect {
        partners[side]?.floor = .turn(round: name)
        let draft = turns.drafts[side]
        var slots = calling(side)
        slots[.answer] = .answer(draft.answer, of: name, question: turns.step.question)
        return tell(
            side, Line(.turnSeenBack, slots),
            [
                [Press(.sendTurn, name, draft.version)], [Press(.turnAgain, name)], stops(name),
            ])
    }
}

extension Turns.Step {
    /// The question of the plan that is put at this step: the first is the card for saying it
    /// aloud.
    var question: Int {
        switch self {
        case .saying: 1
        case .hearing, .checking: 2
        case .adding: 3
        case .sensing: 4
        case .guessing: 5
        case .judging: 6
        }
    }
}
