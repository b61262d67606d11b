/// A talk in person. Each marks in private the times that suit; only a shared one is named.
package struct Talk: Sendable, Equatable, Codable {
    package var marks: Pair<[Moment]> = Pair([], [])
    /// Whose marks are meant as they stand.
    package var isDone = Pair(false, false)
    package var named: Moment?
    /// Whether both were told of it.
    private var told: Bool?

    package init() {}

    var isTold: Bool {
        get { told ?? false }
        set { told = newValue ? true : nil }
    }
}

extension Round {
    package var talk: Talk {
        get { if case .talk(let talk) = matter { talk } else { Talk() } }
        set { matter = .talk(of: newValue) }
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
        if partners.first != nil, partners.second != nil { talkHours = scene.talkHours }
        return [offerTimes(of: plan, to: side, in: scene)]
    }

    /// The next seven days at the hours at which both are awake, and what they marked
    /// already: made anew at each look, so that it is the same whether the other has looked.
    private func times(for side: Side, _ talk: Talk, in scene: Scene) -> [Moment] {
        let day: Int64 = 86_400
        let midnight = scene.now.seconds / day * day
        let all = (1...7).flatMap { ahead in
            (talkHours ?? scene.talkHours).map {
                Moment(midnight + Int64(ahead) * day + Int64($0) * 60)
            }
        }
        let next = all.filter { $0 > scene.now + .hours(20) }
        let marked = talk.marks[side].filter { $0 > scene.now }
        return Array(Set(next).union(marked)).sorted()
    }

    private mutating func offerTimes(
        of plan: RoundPlan, to side: Side, in scene: Scene
    ) -> Effect {
        guard let line = line(plan.name), let zone = partners[side]?.zone else {
            return tell(side, Line(.passed))
        }
        let talk = shelf[line.serial].talk
        partners[side]?.floor = .nothing
        partners[side]?.recent = plan.name
        let times = times(for: side, talk, in: scene)
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
        guard let (index, plan) = current(press.round, of: side, in: scene), plan.kind == .talk,
            let number = press.number
        else { return stale(press, by: side, in: scene) }
        let serial = rounds[index].serial
        var talk = shelf[serial].talk
        let time = times(for: side, talk, in: scene).first { $0.seconds / 60 == Int64(number) }
        guard let time else { return stale(press, by: side, in: scene) }
        if let place = talk.marks[side].firstIndex(of: time) {
            talk.marks[side].remove(at: place)
        } else {
            talk.marks[side].append(time)
        }
        talk.isDone[side] = false
        shelf[serial].talk = talk
        return [offerTimes(of: plan, to: side, in: scene)]
    }

    /// [That's all]: what is marked is meant. The answer is the same whatever the other marked.
    mutating func timesDone(_ press: Press, by side: Side, in scene: Scene) -> [Effect] {
        guard let (index, plan) = current(press.round, of: side, in: scene), plan.kind == .talk
        else { return stale(press, by: side, in: scene) }
        let serial = rounds[index].serial
        shelf[serial].talk.isDone[side] = true
        chooseTime(plan.name, serial, in: scene)
        partners[side]?.floor = .nothing
        return [tell(side, Line(.timesNoted))]
    }

    /// The first time that both mean is to be named; one that isn't both's any more is not.
    private mutating func chooseTime(_ name: RoundName, _ serial: Int, in scene: Scene) {
        var talk = shelf[serial].talk
        guard !talk.isTold, !talk.isSettled else { return }
        timers.removeAll {
            $0.purpose == .nameTalk(round: name) || $0.purpose == .talk(round: name)
        }
        // Named at an hour of both, so that it isn't the effect of one tap.
        let telling = scene.sharedHour
        talk.named = talk.shared(after: telling + .hours(1))
        shelf[serial].talk = talk
        guard let named = talk.named else { return }
        timers += [
            Timer(at: telling, purpose: .nameTalk(round: name)),
            Timer(at: named, purpose: .talk(round: name)),
        ]
    }

    mutating func nameTalk(_ name: RoundName, in scene: Scene) -> [Effect] {
        guard let line = line(name), let named = shelf[line.serial].talk.named else { return [] }
        let isMeant =
            shelf[line.serial].talk.isSettled
            && Side.allCases.allSatisfy { !line.stages[$0].isLeft }
        // Taken back since, or over already, after a standstill; where days are turned by hand, each
        // turn is one.
        guard isMeant, named > scene.now || scene.house.isTrial else {
            shelf[line.serial].talk.named = nil
            timers.removeAll { $0.purpose == .talk(round: name) }
            return []
        }
        shelf[line.serial].talk.isTold = true
        return Side.allCases.flatMap { side -> [Effect] in
            partners[side]?.lastShared = scene.now
            partners[side]?.restsSince = nil
            return arrive(.talkNamed(round: name), to: side, in: scene)
        }
    }

    mutating func sayTalkNamed(_ name: RoundName, to side: Side) -> [Effect] {
        guard let line = line(name), let named = shelf[line.serial].talk.named,
            let zone = partners[side]?.zone
        else { return [tell(side, Line(.passed))] }
        var telling = Telling(Line(.talkNamed, [.time: .instant(named, zone: zone)]))
        telling.appointment = named
        partners[side]?.offered = []
        return [.tell(side, telling)]
    }

    /// The time has come: the card, once, and then silence.
    mutating func callToTalk(_ name: RoundName, in scene: Scene) -> [Effect] {
        guard let index = rounds.firstIndex(where: { $0.name == name }) else { return [] }
        let named = shelf[rounds[index].serial].talk.named ?? scene.now
        shelf[rounds[index].serial].talk = Talk()
        guard scene.now - named < .hours(6) || scene.house.isTrial else {
            // After a standstill: nobody is called to what is over.
            for side in Side.allCases {
                partners[side]?.tray.removeAll { $0.content == .talkNamed(round: name) }
            }
            return []
        }
        return Side.allCases.flatMap { side -> [Effect] in
            guard !rounds[index].stages[side].isDone else { return [] }
            partners[side]?.tray.removeAll { $0.content == .talkNamed(round: name) }
            // No other card on that day.
            let today = scene.clocks[side].date
            let last = partners[side]?.lastCardDate ?? today
            partners[side]?.lastCardDate = max(last, today)
            return arrive(.talkTime(round: name), to: side, in: scene)
        }
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
        partners[side]?.walk.restsUntil = scene.clocks[side].date.adding(days: 7)
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

extension Talk {
    /// The first time from then on that both marked, if both mean what they marked.
    fileprivate func shared(after earliest: Moment) -> Moment? {
        guard isDone.first, isDone.second else { return nil }
        return marks.first.filter { $0 >= earliest && marks.second.contains($0) }.min()
    }

    /// Whether what is to be named is both's still.
    fileprivate var isSettled: Bool {
        guard let named, isDone.first, isDone.second else { return false }
        return marks.first.contains(named) && marks.second.contains(named)
    }
}

extension Stage {
    /// Whether its side has gone past the talk, or put it off.
    fileprivate var isLeft: Bool {
        switch self {
        case .skipped, .later, .done, .kept: true
        case .untouched, .offered, .asked, .reviewing, .carrying, .picking, .alone, .released,
            .agreed:
            false
        }
    }
}
