/// Coming in, alone: a first question at once, then the clock, then what may come next.
extension Couple {
    /// The page is new: they said they are 18 or older.
    mutating func admit(_ side: Side, invitedBy maker: Words?, in scene: Scene) -> [Effect] {
        var effects: [Effect] = []
        if let maker {
            effects.append(.tell(side, Telling(Line(.makerIsAsked, [.partner: .words(maker)]))))
        }
        guard let first = scene.course.plans.first(where: \.isOnTheRoad) else { return effects }
        partners[side]?.lastCardDate = scene.clocks[side].date
        partners[side]?.walk.firstDay = scene.clocks[side].date
        return effects + ask(first.name, of: side, in: scene)
    }

    /// After the first answer, or the first skip: is the clock right?
    mutating func afterFirstRound(_ side: Side, in scene: Scene) -> [Effect] {
        guard partners[side]?.arrival == .firstRound else { return [] }
        partners[side]?.arrival = .clock
        return [askClock(side, in: scene)]
    }

    mutating func askClock(_ side: Side, in scene: Scene) -> Effect {
        guard let partner = partners[side] else { return tell(side, Line(.passed)) }
        let clock = scene.clock(partner.zone)
        return tell(
            side,
            Line(
                .clock,
                [
                    .time: .plain(clock.time.description), .zone: .zone(partner.zone),
                    .hour: .plain(partner.hour.description),
                ]),
            [[Press(.clockRight)], [Press(.elsewhere), Press(.otherHour)]])
    }

    mutating func clockIsRight(_ side: Side, in scene: Scene) -> [Effect] {
        guard let partner = partners[side] else { return [] }
        partners[side]?.floor = .nothing
        guard partner.arrival == .clock else {
            // Whoever looked after their clock already isn't asked about it later.
            partners[side]?.arrival = .settled
            return [tell(side, Line(.clockKept, [.hour: .plain(partner.hour.description)]))]
        }
        partners[side]?.arrival = .settled
        guard !isJoined else { return [tell(side, Line(.settledIn))] }
        guard claim == nil else {
            return [tell(side, Line(.waitingForMaker), [[Press(.oneMore)], [Press(.enough)]])]
        }
        return [
            tell(
                side, Line(.inviteOffer),
                [[Press(.getLink)], [Press(.oneMore)], [Press(.enough)]])
        ]
    }

    mutating func elsewhere(_ side: Side) -> [Effect] {
        partners[side]?.floor = .place(candidates: [])
        return [tell(side, Line(.whereAreYou))]
    }

    mutating func otherHour(_ side: Side) -> [Effect] {
        partners[side]?.floor = .hour
        return [tell(side, Line(.whichHour))]
    }

    /// [One more for me]: the next round of the road, at most three on one day; then a small
    /// card.
    mutating func oneMore(_ side: Side, in scene: Scene) -> [Effect] {
        let today = rounds.count { line in
            line.stages[side] != .untouched && line.shown[side] == nil
        }
        guard partners[side]?.lastRoundDate != scene.clocks[side].date || today < 3,
            case .round(let next) = coming(for: side, in: scene)
        else { return smallCard(for: side, in: scene) }
        return ask(next, of: side, in: scene)
    }

    /// Words typed for a name, an hour or a place.
    mutating func setting(_ words: Words, by side: Side, in scene: Scene) -> [Effect] {
        guard let partner = partners[side] else { return [] }
        switch partner.floor {
        case .name:
            return setName(words, by: side)
        case .hour:
            return setHour(words.text, by: side, in: scene)
        case .days:
            return pace(words.text, by: side, in: scene)
        case .quiet:
            return setQuiet(words.text, by: side, in: scene)
        case .place(let candidates):
            if let number = Int(words.text), number >= 1, number <= candidates.count {
                return setZone(candidates[number - 1], by: side, in: scene)
            }
            return findPlace(words.text, for: side, in: scene)
        case .nothing, .answer, .response, .country, .summary, .meaning, .turn:
            return [tell(side, Line(.notWaiting))]
        }
    }

    /// A name is shown to the other, so it is seen back before it holds.
    mutating func setName(_ words: Words, by side: Side) -> [Effect] {
        guard let name = words.asName else { return [tell(side, Line(.nameTooLong))] }
        partners[side]?.proposedName = name
        partners[side]?.floor = .nothing
        return [
            tell(
                side, Line(.nameSeenBack, [.me: .words(name)]), [[Press(.nameIt)], [Press(.stay)]])
        ]
    }

    mutating func takeName(_ side: Side) -> [Effect] {
        guard let name = partners[side]?.proposedName else { return [tell(side, Line(.passed))] }
        partners[side]?.proposedName = nil
        partners[side]?.name = name
        if isJoined, let other = partners[side.other] {
            partners[side.other]?.calls = Words(by: other.id, name.text)
        }
        return [tell(side, Line(.nameSet, [.me: .words(name)]))]
    }

    mutating func setHour(_ text: String, by side: Side, in scene: Scene) -> [Effect] {
        guard let hour = scene.readTime(text) else { return [tell(side, Line(.noSuchHour))] }
        guard !isQuiet(hour, for: side) else {
            return [
                tell(
                    side, Line(.hourIsQuiet, [.hour: .plain(hour.description)]),
                    [[Press(.otherHour)], [Press(.otherQuiet)]])
            ]
        }
        partners[side]?.hour = hour
        return confirmClock(side, in: scene)
    }

    mutating func findPlace(_ text: String, for side: Side, in scene: Scene) -> [Effect] {
        let zones = Array(scene.findZones(text).prefix(5))
        guard !zones.isEmpty else {
            partners[side]?.floor = .place(candidates: [])
            return [tell(side, Line(.noSuchPlace))]
        }
        guard zones.count > 1 else { return setZone(zones[0], by: side, in: scene) }
        partners[side]?.floor = .place(candidates: zones)
        return [
            tell(
                side, Line(.whichPlace, [.list: .numbered(zones.map { .zone($0) })]),
                zones.indices.map { [Press(.place, nil, $0)] })
        ]
    }

    /// The zone is set and read back as what the clock shows there.
    mutating func setZone(_ zone: String, by side: Side, in scene: Scene) -> [Effect] {
        partners[side]?.zone = zone
        if let first = partners[side]?.walk.firstDay, first == partners[side]?.lastCardDate,
            scene.clock(zone).date < first
        {
            // Nothing has come yet: the day on which they came is an earlier one on their clock.
            partners[side]?.lastCardDate = scene.clock(zone).date
            partners[side]?.walk.firstDay = scene.clock(zone).date
        }
        // A date already served stays served: a change of zone gives no second card.
        return confirmClock(side, in: scene)
    }

    private mutating func confirmClock(_ side: Side, in scene: Scene) -> [Effect] {
        partners[side]?.floor = .nothing
        return [askClock(side, in: scene)]
    }
}
