/// The card of the day, at each partner's own hour.
extension Couple {
    /// Their hour came. At most once a local date, whatever crashes: the date is saved with the
    /// letter.
    mutating func strike(_ side: Side, on date: LocalDate, in scene: Scene) -> [Effect] {
        guard let partner = partners[side], partner.lastCardDate.map({ $0 < date }) ?? true else {
            return []
        }
        // After a year of silence someone is forgotten, paused or not, as they were told.
        guard scene.now - partner.lastHeard < .days(365) else { return [.forget(side)] }
        partners[side]?.lastCardDate = date
        resumeIfOver(side, in: scene)
        guard partners[side]?.mayReceive == true else { return [] }
        let resting = giveNotice(side) + rest(side, in: scene)
        return resting + arrive(cardOfTheDay(for: side, on: date, in: scene), to: side, in: scene)
    }

    /// What comes today: a question that was carried; else, every second day, a round; else a
    /// small card.
    private mutating func cardOfTheDay(
        for side: Side, on date: LocalDate, in scene: Scene
    ) -> TrayItem.Content {
        if let carried = carriedRound(of: side, before: date, in: scene) {
            return .round(name: carried)
        }
        let lastRound = partners[side]?.lastRoundDate
        if lastRound.map({ $0.adding(days: 2) <= date }) ?? true {
            if let earlier = earlierRound(of: side, in: scene) {
                partners[side]?.lastRoundDate = date
                return .earlier(name: earlier)
            }
            if let next = nextRound(for: side, in: scene.course) {
                let index = begin(next, in: scene.course)
                if rounds[index].stages[side] == .untouched {
                    rounds[index].stages[side] = .offered
                }
                partners[side]?.lastRoundDate = date
                return .round(name: next)
            }
        }
        if let card = takeCard(for: side, in: scene) { return .card(name: card) }
        return nextRound(for: side, in: scene.course).map { .round(name: $0) } ?? .resting
    }

    /// A question carried since an earlier day is asked now.
    private mutating func carriedRound(
        of side: Side, before date: LocalDate, in scene: Scene
    ) -> RoundName? {
        for index in rounds.indices {
            guard case .carrying(let since) = rounds[index].stages[side], since < date,
                let plan = scene.course.plan(rounds[index].name),
                let question = plan.questions.firstIndex(where: { $0.form != .carried })
            else { continue }
            rounds[index].stages[side] = .asked(question: question)
            return plan.name
        }
        return nil
    }

    /// The next round of the road for this side: what comes first in the course and isn't
    /// finished. A round that waits for another question of its own is not passed over.
    func nextRound(for side: Side, in course: Course) -> RoundName? {
        for plan in course.plans where plan.isOnTheRoad {
            switch stage(plan.name, of: side) {
            case .untouched, .offered, .asked, .reviewing, .picking, .later:
                if line(plan.name)?.shown[side] == nil { return plan.name }
            case .carrying:
                return nil
            case .alone, .kept, .released, .skipped, .done:
                continue
            }
        }
        return nil
    }

    /// After joining: what was written alone before is offered again, one a time.
    private func earlierRound(of side: Side, in scene: Scene) -> RoundName? {
        guard isJoined else { return nil }
        return rounds.first { line in
            line.stages[side] == .alone && scene.course.plan(line.name)?.decidedIn == nil
        }?.name
    }

    mutating func offerEarlier(_ name: RoundName, to side: Side, in scene: Scene) -> [Effect] {
        guard let plan = scene.course.plan(name), let line = line(name), line.shown[side] == nil,
            line.stages[side] == .alone,
            let index = rounds.firstIndex(where: { $0.name == name })
        else { return [tell(side, Line(.passed))] }
        rounds[index].stages[side] = .reviewing(question: plan.questions.count - 1)
        return [
            .tell(side, Telling(Line(.fromBefore))),
            seeBack(plan.questions.count - 1, of: plan, to: side, in: scene),
        ]
    }

    /// If for long nothing came from the other or from both, it is said once that the shared
    /// part rests. It looks only at what this side has seen, so that leaving, blocking,
    /// forgetting, keeping and silence end in the same words, 14 to 21 days on by lot.
    private mutating func rest(_ side: Side, in scene: Scene) -> [Effect] {
        guard isJoined, let partner = partners[side], partner.restsSince == nil,
            let last = partner.lastShared
        else { return [] }
        let days = 14 + lot(8, side, last)
        guard scene.now - last >= .days(Int64(days)) else { return [] }
        partners[side]?.restsSince = scene.now
        return arrive(.resting, to: side, in: scene)
    }

    /// Chance that stays the same when asked again: from the couple and the moment, not from
    /// today's dice. FNV-1a, which spreads well enough for a lot of eight.
    private func lot(_ count: UInt64, _ side: Side, _ moment: Moment) -> Int {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in (id + side.rawValue + String(moment.seconds)).utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        }
        return Int((hash >> 32) % count)
    }
}
