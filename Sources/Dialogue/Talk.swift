/// A talk in person. Each marks in private the times that suit; only a shared one is named.
///
/// The couple's, and not a round's: one may be at another talk of the course than the other, and
/// still the two are to find a time.
package struct Talk: Sendable, Equatable, Codable {
    package var marks: Pair<[Moment]> = Pair([], [])
    /// The talk that each is at.
    private var rounds: Pair<RoundName?>?
    /// Whose marks are meant as they stand.
    package var isDone = Pair(false, false)
    package var named: Moment?
    /// Whether both were told of it.
    private var told: Bool?

    package init() {}

    package var at: Pair<RoundName?> {
        get { rounds ?? Pair(nil, nil) }
        set { rounds = newValue == Pair(nil, nil) ? nil : newValue }
    }

    var isTold: Bool {
        get { told ?? false }
        set { told = newValue ? true : nil }
    }
}

extension Couple {
    mutating func poseTalk(
        _ plan: RoundPlan, _ text: Line.Value, to side: Side, in scene: Scene
    ) -> Effect {
        let find = isJoined ? [[Press(.findTime, plan.name)]] : []
        let choices = [[Press(.talked, plan.name)]] + find + waysOut(of: plan)
        return tell(side, Line(.talkCard, [.question: text]), choices, about: plan.name)
    }

    /// [Find a time]: the times that may be marked. Nobody learns that it was asked for.
    mutating func findTime(_ press: Press, by side: Side, in scene: Scene) -> [Effect] {
        guard let (_, plan) = current(press.round, of: side, in: scene), plan.kind == .talk
        else { return stale(press, by: side, in: scene) }
        return [offerTimes(of: plan, to: side, in: scene)]
    }

    /// The next seven days at the hours at which both are awake, from when one could be named in
    /// time; and what they marked already. Made anew at each look, so that it is the same whether
    /// the other has looked.
    private func times(for side: Side, in scene: Scene) -> [Moment] {
        let day: Int64 = 86_400
        let midnight = scene.now.seconds / day * day
        let all = (1...7).flatMap { ahead in
            // Each day by its own clocks: one of the two may change its hour before the other's.
            let start = Moment(midnight + Int64(ahead) * day)
            return scene.talkHours(start).map { start + .minutes(Int64($0)) }
        }
        let earliest = max(scene.now + .hours(20), scene.sharedHour + Talk.notice)
        let next = all.filter { $0 > earliest }
        let marked = talk.marks[side].filter { $0 > scene.now }
        return Array(Set(next).union(marked)).sorted()
    }

    private mutating func offerTimes(
        of plan: RoundPlan, to side: Side, in scene: Scene
    ) -> Effect {
        guard let zone = partners[side]?.zone else { return tell(side, Line(.passed)) }
        partners[side]?.floor = .nothing
        partners[side]?.recent = plan.name
        let times = times(for: side, in: scene)
        let entries = times.map { time -> Line.Value in
            let isMarked = talk.marks[side].contains(time)
            return .phrase(
                Line(isMarked ? .timeMarked : .timeFree, [.time: .instant(time, zone: zone)]))
        }
        return tell(
            side, Line(.whichTimes, [.list: .numbered(entries)]),
            rows(times.map { Press(.markTime, plan.name, Int($0.seconds / 60)) })
                + [[Press(.timesDone, plan.name)], [Press(.later, plan.name)]], about: plan.name)
    }

    mutating func markTime(_ press: Press, by side: Side, in scene: Scene) -> [Effect] {
        guard let (_, plan) = current(press.round, of: side, in: scene), plan.kind == .talk,
            let number = press.number
        else { return stale(press, by: side, in: scene) }
        let time = times(for: side, in: scene).first { $0.seconds / 60 == Int64(number) }
        guard let time else { return stale(press, by: side, in: scene) }
        if let place = talk.marks[side].firstIndex(of: time) {
            talk.marks[side].remove(at: place)
        } else {
            talk.marks[side].append(time)
        }
        talk.isDone[side] = false
        return [offerTimes(of: plan, to: side, in: scene)]
    }

    /// [That's all]: what is marked is meant. The answer is the same whatever the other marked.
    mutating func timesDone(_ press: Press, by side: Side, in scene: Scene) -> [Effect] {
        guard let (_, plan) = current(press.round, of: side, in: scene), plan.kind == .talk
        else { return stale(press, by: side, in: scene) }
        talk.isDone[side] = true
        talk.at[side] = plan.name
        chooseTime(plan.name, in: scene)
        partners[side]?.floor = .nothing
        return [tell(side, Line(.timesNoted))]
    }

    /// [We talked]: one optional line, and a week of rest after a long one.
    mutating func talked(_ press: Press, by side: Side, in scene: Scene) -> [Effect]? {
        guard let (index, plan) = current(press.round, of: side, in: scene), plan.kind == .talk,
            plan.questions.count > 1, shelf[rounds[index].serial].sheets[side].isEmpty
        else { return nil }
        restAfter(plan, side, in: scene)
        rounds[index].stages[side] = .asked(question: 1)
        let said = tell(side, Line(.talkedDone))
        return [said] + askAgain(plan.name, of: side, in: scene)
    }

    /// A week without anything new follows the longer talks.
    mutating func restAfter(_ plan: RoundPlan, _ side: Side, in scene: Scene) {
        guard plan.kind == .talk, plan.isOnTheRoad, plan.depth > 1 else { return }
        rest(side, until: scene.clocks[side].date.adding(days: 7))
    }

    /// Nothing new until then; a longer rest stays one.
    mutating func rest(_ side: Side, until date: LocalDate) {
        let standing = partners[side]?.walk.restsUntil ?? date
        partners[side]?.walk.restsUntil = max(standing, date)
    }

    /// [Leave it out]: no line afterwards.
    mutating func leaveOut(_ press: Press, by side: Side, in scene: Scene) -> [Effect] {
        guard let (index, plan) = current(press.round, of: side, in: scene), plan.kind == .talk
        else { return stale(press, by: side, in: scene) }
        rounds[index].stages[side] =
            shelf[rounds[index].serial].sheets[side].isEmpty ? .done : .kept
        partners[side]?.floor = .nothing
        return [tell(side, Line(.enough))]
    }

    /// `/talk`: the talk that is next for this side, whenever they like.
    mutating func talkNow(_ side: Side, in scene: Scene) -> [Effect] {
        let open = scene.course.plans.filter { $0.kind == .talk }
            .compactMap { current(occurrenceOf: $0, side) }
        let begun = open.first { name in
            switch stage(name, of: side) {
            case .offered, .asked, .later: true
            case .untouched, .reviewing, .carrying, .picking, .alone, .kept, .released, .skipped,
                .done, .agreed:
                false
            }
        }
        let any = scene.course.plans.last { $0.kind == .talk && $0.repeats }?.name
        guard let name = begun ?? any.map({ nextOccurrence(of: $0, for: side) }) else {
            return [tell(side, Line(.nothingOpen))]
        }
        return ask(name, of: side, in: scene)
    }
}
