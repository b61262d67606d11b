/// Skip, later, lighter, done: one tap each, no reason asked, nothing said to the other.
extension Couple {
    mutating func skip(_ name: RoundName?, by side: Side, in scene: Scene) -> [Effect] {
        if let plan = name.flatMap({ scene.course.plan($0) }) { restAfter(plan, side, in: scene) }
        return wayOut(name, .skipped, Line(.skipped), by: side, in: scene)
    }

    mutating func later(_ name: RoundName?, by side: Side, in scene: Scene) -> [Effect] {
        wayOut(name, .later, Line(.later), by: side, in: scene)
    }

    /// A thought or a talk is done. Nothing is stored but that.
    mutating func done(_ press: Press, by side: Side, in scene: Scene) -> [Effect] {
        guard press.round != nil else {
            partners[side]?.offered = []
            return [tell(side, Line(.cardDone))]
        }
        if press.act == .talked, let effects = talked(press, by: side, in: scene) {
            return effects
        }
        let said = press.act == .talked ? Line(.talkedDone) : Line(.thoughtDone)
        return wayOut(press.round, .done, said, by: side, in: scene)
    }

    /// The same idea in a lighter round; where there is none, a small card.
    mutating func lighter(_ name: RoundName?, by side: Side, in scene: Scene) -> [Effect] {
        guard let (index, plan) = current(name, of: side, in: scene),
            rounds[index].stages[side] != .agreed
        else { return smallCard(for: side, in: scene) }
        takeBackProposal(index, by: side)
        let isBlank = shelf[rounds[index].serial].sheets[side].isEmpty
        leave(index, as: isBlank ? .skipped : isJoined ? .kept : .alone, by: side)
        takeFromBeside(plan.name, by: side, in: scene.course)
        let effects = settleReveal(of: plan.name, in: scene)
        guard let twin = plan.lighterTwin, line(twin)?.shown[side] == nil,
            stage(twin, of: side) == .untouched || stage(twin, of: side).isUnfinished
        else { return effects + afterFirstRound(side, in: scene) + smallCard(for: side, in: scene) }
        return effects + ask(twin, of: side, in: scene)
    }

    /// [Keep it here]: the author of a note wants it written here all the same.
    mutating func keepHere(_ press: Press, by side: Side, in scene: Scene) -> [Effect] {
        guard let (index, plan) = current(press.round, of: side, in: scene),
            plan.kind == .note, case .asked(let question) = rounds[index].stages[side]
        else { return stale(press, by: side, in: scene) }
        shelf[rounds[index].serial].sheets[side].change(question) { $0 = Answer() }
        return askAgain(plan.name, of: side, in: scene)
    }

    /// A small card, at once.
    mutating func smallCard(for side: Side, in scene: Scene) -> [Effect] {
        guard let card = takeCard(for: side, in: scene) else {
            return [tell(side, Line(.nothingOpen))]
        }
        return show(card: card, to: side, in: scene)
    }

    /// The next card of the deck for this side; none comes twice until all have come.
    mutating func takeCard(
        for side: Side, tags: [String] = [], in scene: Scene
    ) -> CardName? {
        guard var partner = partners[side] else { return nil }
        var wish = cardWish(of: side, tags: tags, in: scene)
        var card = scene.nextCard(wish, scene.chance)
        if card == nil {
            // The deck is done: it begins anew, but not with the card just seen.
            partner.seenCards = partner.seenCards.suffix(1)
            wish.seen = partner.seenCards
            card = scene.nextCard(wish, scene.chance)
        }
        if let card { partner.seenCards.append(card) }
        partners[side] = partner
        return card
    }

    private mutating func wayOut(
        _ name: RoundName?, _ stage: Stage, _ line: Line, by side: Side, in scene: Scene
    ) -> [Effect] {
        guard let (index, plan) = current(name, of: side, in: scene) else {
            return [nothingToLeave(name, side)]
        }
        // What was written already is put away, not thrown away.
        let isBlank = shelf[rounds[index].serial].sheets[side].isEmpty
        guard rounds[index].stages[side] != .agreed else {
            return [showAgreed(plan.name, to: side, in: scene)]
        }
        takeBackProposal(index, by: side)
        leave(index, as: isBlank ? stage : isJoined ? .kept : .alone, by: side)
        takeFromBeside(plan.name, by: side, in: scene.course)
        let said = tell(side, isBlank ? line : Line(.putAway))
        return [said] + afterFirstRound(side, in: scene) + settleReveal(of: plan.name, in: scene)
            + beside(plan, side, in: scene)
    }

    /// No round is open to be put off: a small card is just put by, and what was shown stays.
    private mutating func nothingToLeave(_ name: RoundName?, _ side: Side) -> Effect {
        partners[side]?.floor = .nothing
        if let name = name ?? partners[side]?.recent, line(name)?.shown[side] != nil {
            return tell(side, Line(.alreadyShown))
        }
        guard partners[side]?.card != nil else { return tell(side, Line(.nothingOpen)) }
        partners[side]?.card = nil
        return tell(side, Line(.cardDone))
    }

    private mutating func leave(_ index: Int, as stage: Stage, by side: Side) {
        rounds[index].stages[side] = stage
        let name = rounds[index].name
        if partners[side]?.floor == .answer(round: name)
            || partners[side]?.floor == .summary(round: name)
        {
            partners[side]?.floor = .nothing
        }
    }
}
