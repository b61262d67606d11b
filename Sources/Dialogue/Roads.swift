/// The two roads of one look: closer in only while both said so, each alone.
///
/// Kept with the couple and not with either of them, so that going changes nothing in it: a yes
/// lives on until its own end, and then looks like one that wasn't given.
package struct Roads: Sendable, Equatable, Codable {
    /// Until when each side's yes holds.
    package var closer: Pair<Moment?> = Pair(nil, nil)
    /// When the way closer in opens, once both said yes.
    package var opens: Moment?
    /// The gate behind which it opens then for each; all else is open to them already. Nil on
    /// both sides: all of it opens then.
    var opensBehind: Pair<RoundName?>?
    /// When it closes for one whose own yes still holds: some days after the other's ended, by
    /// lot, so that it is no effect of one tap.
    package var closes: Moment?
    /// The road of lighter cards, for both, until then. Nothing else is stored of it.
    package var roundUntil: Moment?
    /// The gates for which weeks of lighter cards were drawn already.
    package var drawn: [RoundName] = []

    package init() {}

    static let holds = Span.days(30)
    static let pause = Span.days(14)
}

extension Couple {
    /// Whether what lies closer in is open to this side: at once by their own word, and by the
    /// other's only on a day drawn by lot. Whoever's partner has gone counts as before: they can't
    /// know.
    func isOpen(_ plan: RoundPlan, to side: Side, in scene: Scene) -> Bool {
        guard plan.isGated else { return true }
        guard isOpenCloser(to: side, at: scene.now) else { return false }
        // Whoever hasn't come to that gate notices nothing of the other's word.
        guard let behind = roads.opensBehind?[side], let opens = roads.opens, opens > scene.now,
            let gate = scene.course.gate(before: plan.name)
        else { return true }
        let gates = scene.course.gates
        return gates.firstIndex(of: gate) ?? 0 < gates.firstIndex(of: behind) ?? 0
    }

    /// Whether any of it is open: what the last gate was passed for may open later.
    private func isOpenCloser(to side: Side, at now: Moment) -> Bool {
        guard let own = roads.closer[side], own > now, let opens = roads.opens,
            opens <= now || roads.opensBehind != nil
        else { return false }
        if isJoined, let closes = closing(for: side), closes <= now { return false }
        return roads.roundUntil.map { $0 <= now } ?? true || roads.closes.map { now < $0 } ?? false
    }

    /// When it closes for this side, by the other's doing; nil: not yet.
    private func closing(for side: Side) -> Moment? {
        if let closes = roads.closes { return closes }
        guard let others = roads.closer[side.other] else { return Moment(0) }
        return drawnHour(others + .days(Int64(1 + lot(7, of: "closing \(others.seconds)"))))
    }

    /// Whether it is time to ask this side, before a round that lies behind a gate.
    func shouldAskRoads(before plan: RoundPlan, _ side: Side, in scene: Scene) -> RoundName? {
        guard plan.isGated, let gate = scene.course.gate(before: plan.name),
            let walk = partners[side]?.walk
        else { return nil }
        guard let asked = walk.askedRoads else { return gate }
        // A new gate isn't asked about right after an old one.
        let pause = walk.askedGate == gate ? Roads.holds : Roads.pause
        return scene.now - asked >= pause ? gate : nil
    }

    mutating func askRoads(_ gate: RoundName, of side: Side, in scene: Scene) -> [Effect] {
        partners[side]?.walk.askedRoads = scene.now
        partners[side]?.walk.askedGate = gate
        partners[side]?.floor = .nothing
        partners[side]?.recent = nil
        partners[side]?.card = nil
        return [
            tell(
                side, Line(.twoRoads),
                [[Press(.closer, gate)], [Press(.goRound, gate)], [Press(.decideLater, gate)]])
        ]
    }

    /// One of the two said which road. All three are answered with the same words.
    mutating func takeRoad(_ press: Press, by side: Side, in scene: Scene) -> [Effect] {
        guard let gate = press.round, partners[side]?.walk.askedGate == gate else {
            return [tell(side, Line(.passed))]
        }
        if press.act == .closer { goCloser(side, before: gate, in: scene) }
        if press.act == .goRound { goRound(side, in: scene) }
        if press.act == .decideLater { decideLater(side, in: scene) }
        return [tell(side, Line(.roadNoted))]
    }

    private mutating func goCloser(_ side: Side, before gate: RoundName, in scene: Scene) {
        guard roads.roundUntil.map({ $0 <= scene.now }) ?? true else { return }
        // Of a road of lighter cards that is over, no yes of before is left.
        if roads.roundUntil != nil { roads.closer = Pair(nil, nil) }
        roads.roundUntil = nil
        roads.closes = nil
        let wasOpen = Side.allCases.contains { isOpenCloser(to: $0, at: scene.now) }
        roads.closer[side] = scene.now + Roads.holds
        let isComplete =
            !isJoined
            || Side.allCases.allSatisfy { roads.closer[$0].map { $0 > scene.now } ?? false }
        guard isComplete, !(wasOpen && roads.drawn.contains(gate)) else { return }
        // Some days, and weeks more by lot, nought to three at the first gate and at most one at
        // another: lighter cards in between come to every couple.
        let most: UInt64 = gate == scene.course.gates.first ? 4 : 2
        let weeks = roads.drawn.contains(gate) ? 0 : lot(most, of: "weeks before " + gate.text)
        if !roads.drawn.contains(gate) { roads.drawn.append(gate) }
        let days = 1 + lot(3, of: "days before " + gate.text)
        roads.opens = drawnHour(scene.now + .days(Int64(days + 7 * weeks)))
        // What was open to either stays so: else the day of this yes would show.
        guard wasOpen else {
            roads.opensBehind = nil
            return extendYes(by: weeks)
        }
        var behind = roads.opensBehind ?? Pair(nil, nil)
        behind[side] = gate
        roads.opensBehind = behind
        extendYes(by: weeks)
    }

    /// A yes isn't used up by waiting.
    private mutating func extendYes(by weeks: Int) {
        for side in Side.allCases {
            roads.closer[side] = roads.closer[side].map { $0 + .days(Int64(7 * weeks)) }
        }
    }

    /// A yes of before is over; for the other it closes on a day drawn by lot.
    private mutating func decideLater(_ side: Side, in scene: Scene) {
        guard let yes = roads.closer[side], yes > scene.now else { return }
        if isOpenCloser(to: side.other, at: scene.now) {
            let day = scene.now.seconds / 86_400
            roads.closes = drawnHour(
                scene.now + .days(Int64(1 + lot(7, of: "closing \(day)"))))
        }
        roads.closer[side] = nil
    }

    /// On that day, at an hour that depends on the couple alone: nothing keeps the minute in which
    /// somebody tapped.
    private func drawnHour(_ moment: Moment) -> Moment {
        Moment(moment.seconds / 86_400 * 86_400 + Int64(lot(86_400, of: "hour")))
    }

    /// The road of lighter cards, for both: for whoever said so at once, for the other on a day
    /// drawn by lot. The one's yes is erased; the other's says nothing any more by then.
    mutating func goRound(_ side: Side, in scene: Scene) {
        let day = scene.now.seconds / 86_400
        let weeks = lot(4, of: "weeks round \(day)")
        let isOpen = isOpenCloser(to: side.other, at: scene.now)
        roads.closer[side] = nil
        roads.closes =
            isOpen
            ? drawnHour(scene.now + .days(Int64(1 + lot(7, of: "closing \(day)")))) : scene.now
        if !isOpen { roads.closer = Pair(nil, nil) }
        roads.roundUntil = scene.now + Roads.holds + .days(Int64(7 * weeks))
    }

    /// Chance that stays the same when asked again, from the couple and what is drawn. FNV-1a,
    /// which spreads well enough for a lot of a few.
    func lot(_ count: UInt64, of what: String) -> Int {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in (id + what).utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        hash ^= hash >> 29
        hash = hash &* 0xbf58_476d_1ce4_e5b9
        return Int((hash >> 33) % count)
    }
}
