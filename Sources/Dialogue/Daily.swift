/// The card of the day, at each partner's own hour.
extension Couple {
    /// Their hour came. At most once a local date, whatever crashes: the date is saved with the
    /// letter.
    mutating func strike(
        _ side: Side, on date: LocalDate, until: Moment, in scene: Scene
    ) -> [Effect] {
        guard let partner = partners[side], partner.lastCardDate.map({ $0 < date }) ?? true else {
            return []
        }
        partners[side]?.lastCardDate = date
        // After a year of silence someone is forgotten, paused or not, as they were told.
        guard scene.now - partner.lastHeard < .days(365) else {
            return scene.isTimeSure ? [.forget(side)] : []
        }
        if partner.walk.firstDay == nil { partners[side]?.walk.firstDay = date }
        resumeIfOver(side, in: scene)
        guard partners[side]?.mayReceive == true else { return [] }
        let resting = giveNotice(side) + rest(side, in: scene)
        let before = self
        guard let card = cardOfTheDay(for: side, on: date, in: scene) else { return resting }
        if cardLies(side) != nil {
            // They are asked instead: the card that would have come is none that they had.
            self = before
            return resting + (cardLies(side) ?? [])
        }
        return resting + arrive(card, to: side, until: until, in: scene)
    }

    /// Whether a card comes to this side on that date as things stand.
    package func expectsCard(_ side: Side, on date: LocalDate, at moment: Moment) -> Bool {
        guard var partner = partners[side], partner.walk.after == nil else { return false }
        // A pause that is over by then is none.
        if let until = partner.pause?.until, until <= moment { partner.pause = nil }
        guard partner.mayReceive else { return false }
        switch weekday(of: side, on: date) {
        case .round, .small, .word, .kindness: return true
        case .nothing: return false
        }
    }

    /// A day of somebody's week, counted from the day on which they began.
    enum Weekday {
        case round
        case small(tags: [String])
        case word, kindness, nothing
    }

    /// Three rounds a week, a word of their own, small cards, and a day on which nothing comes.
    /// Whoever wants fewer cards gets the rounds first.
    func weekday(of side: Side, on date: LocalDate) -> Weekday {
        guard let partner = partners[side], partner.cardDays.holds(date) else { return .nothing }
        let walk = partner.walk
        let days = max(0, date.dayNumber - (walk.firstDay ?? date).dayNumber)
        let week = days / 7
        let rests = walk.restsUntil.map { date <= $0 } ?? false
        let number = partner.cardDays.count(from: date.adding(days: -(days % 7)), to: date)
        switch Couple.places(of: partner.cardDays.days.count, week)[number] {
        case 0: return rests ? .small(tags: ["thanks"]) : .round
        case 1: return week % 2 == 1 && isJoined ? .kindness : .small(tags: ["thanks"])
        case 2: return rests ? .small(tags: ["curiosity", "memory"]) : .round
        case 3: return week > 0 ? .word : .small(tags: ["play"])
        case 4: return rests ? .small(tags: ["ease", "play"]) : .round
        case 5: return .small(tags: ["hands", "outdoors"])
        case _: return .nothing  // not our enum: the seventh of seven days
        }
    }

    /// Which of the seven days of a full week those of a shorter one are. Now and then a word of
    /// the week takes a round's place.
    private static func places(of count: Int, _ week: Int) -> [Int] {
        switch count {
        case 1: week % 4 == 3 ? [3] : [0]
        case 2: week % 2 == 1 ? [0, 3] : [0, 2]
        case 3: week % 2 == 1 ? [0, 2, 3] : [0, 2, 4]
        case 4: [0, 2, 3, 4]
        case 5: [0, 1, 2, 3, 4]
        case 6: [0, 1, 2, 3, 4, 5]
        case _: [0, 1, 2, 3, 4, 5, 6]  // not our enum: a week has seven days
        }
    }

    /// What comes today: a question that was carried, before all else, for that was promised.
    private mutating func cardOfTheDay(
        for side: Side, on date: LocalDate, in scene: Scene
    ) -> TrayItem.Content? {
        if let carried = carriedRound(of: side, before: date, in: scene) {
            return .round(name: carried)
        }
        guard partners[side]?.cardDays.holds(date) == true else { return nil }
        if let after = partners[side]?.walk.after { return monthly(after, side, on: date, scene) }
        switch weekday(of: side, on: date) {
        case .nothing: return nil
        case .round: return roundOfTheDay(for: side, on: date, in: scene)
        case .word: return weekly(.nextEvening, for: side, in: scene)
        case .kindness: return weekly(.someDay, for: side, in: scene)
        case .small(let tags):
            // Which road, and what one would like to be asked about, is asked between rounds.
            switch coming(for: side, in: scene, passing: true) {
            case .roads(let gate): return .roads(gate: gate)
            case .optIn(let topic): return .optIn(topic: topic)
            case .round, .nothing, .end: break
            }
            return revisit(side, on: date, in: scene)
                ?? takeCard(for: side, tags: tags, in: scene).map { .card(name: $0) }
        }
    }

    private mutating func roundOfTheDay(
        for side: Side, on date: LocalDate, in scene: Scene
    ) -> TrayItem.Content? {
        if let earlier = earlierRound(of: side, in: scene) {
            partners[side]?.lastRoundDate = date
            return .earlier(name: earlier)
        }
        switch coming(for: side, in: scene) {
        case .round(let name):
            let index = begin(name, in: scene.course)
            if rounds[index].stages[side] == .untouched { rounds[index].stages[side] = .offered }
            partners[side]?.lastRoundDate = date
            return .round(name: name)
        case .roads(let gate): return .roads(gate: gate)
        case .optIn(let topic): return .optIn(topic: topic)
        case .nothing: return takeCard(for: side, tags: [], in: scene).map { .card(name: $0) }
        case .end:
            guard isJoined else {
                return takeCard(for: side, tags: [], in: scene).map { .card(name: $0) }
            }
            return .graduation
        }
    }

    /// The word of the week, or a kindness to keep. Where the course has none, a small card.
    private mutating func weekly(
        _ delivery: RoundPlan.Delivery, for side: Side, in scene: Scene
    ) -> TrayItem.Content? {
        guard
            let plan = scene.course.plans.first(where: {
                $0.place == .weekly && $0.delivery == delivery
            })
        else { return takeCard(for: side, tags: [], in: scene).map { .card(name: $0) } }
        let name = nextOccurrence(of: plan.name, for: side)
        let index = begin(name, in: scene.course)
        if rounds[index].stages[side] == .untouched { rounds[index].stages[side] = .offered }
        return .round(name: name)
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
        let days = 14 + lot(8, of: side.rawValue + String(last.seconds))
        guard scene.now - last >= .days(Int64(days)) else { return [] }
        partners[side]?.restsSince = scene.now
        return arrive(.resting, to: side, in: scene)
    }
}
