/// `/rounds`: one's own side only: where I am, what may come next, what I may open.
extension Couple {
    static let mostListed = 20

    mutating func listRounds(_ side: Side, in scene: Scene) -> [Effect] {
        let coming = coming(for: side, in: scene)
        let phase = phase(of: side, in: scene)
        let open = openRounds(for: side, in: scene)
        partners[side]?.floor = .nothing
        partners[side]?.recent = nil
        var slots: [Line.Slot: Line.Value] = [
            .card: .phase(phase),
            .list: .numbered(open.map { title(of: $0, in: scene) }),
        ]
        var key: Line.Key = open.isEmpty ? .whereYouAre : .whereYouAreAndOpen
        if case .round(let name) = coming {
            slots[.question] = title(of: name, in: scene)
            key = open.isEmpty ? .whereYouAreNext : .whereYouAreNextAndOpen
        }
        let listed = tell(side, Line(key, slots), rows(open.map { Press(.openRound, $0) }))
        // Whoever has walked it and looks for what there is may be asked anew which road.
        guard partners[side]?.walk.after != nil, let gate = gateOfTheEnd(side, in: scene) else {
            return [listed]
        }
        return [listed] + askRoads(gate, of: side, in: scene)
    }

    func title(of name: RoundName, in scene: Scene) -> Line.Value {
        .title(name, scene.course.plan(name)?.firstWritten ?? 0)
    }

    /// The part of the course in which this side is.
    func phase(of side: Side, in scene: Scene) -> String {
        let road = scene.course.plans.filter(\.isOnTheRoad)
        let next = road.first { plan in
            let stage = stage(plan.name, of: side)
            let isLeftOut = plan.topic.map { partners[side]?.walk.optedIn($0) == false } ?? false
            return (stage == .untouched || stage.isUnfinished) && !isLeftOut && isWalkable(plan)
        }
        return (next ?? road.last)?.phase ?? ""
    }

    /// Any round of an open part, by choice: what isn't done, and what may be walked again.
    private func openRounds(for side: Side, in scene: Scene) -> [RoundName] {
        let phases = scene.course.plans.filter(\.isOnTheRoad).map(\.phase)
        let reached = phases.lastIndex(of: phase(of: side, in: scene)) ?? 0
        let open = Set(phases.prefix(reached + 1))
        let plans = scene.course.plans.filter { plan in
            let isOpenPhase = open.contains(plan.phase) || plan.isHosts
            let isOfThePath = plan.place == .main || plan.place == .side
            let isWished = plan.topic.map { partners[side]?.walk.optedIn($0) == true } ?? true
            return isOpenPhase && isOfThePath && isWished && isWalkable(plan)
                && isOpen(plan, to: side, in: scene) && plan.kind != .repair
        }
        let names = plans.compactMap { plan -> RoundName? in
            let mayRepeat = scene.course.repeats(plan.name)
            let name = mayRepeat ? nextOccurrence(of: plan.name, for: side) : plan.name
            guard let own = scene.course.plan(name), hasWhatItNeeds(own, side),
                mayGoDeep(own, side, in: scene),
                line(name)?.shown[side] == nil
            else { return nil }
            let stage = stage(name, of: side)
            return stage == .untouched || stage == .skipped || stage.isUnfinished ? name : nil
        }
        return Array(names.prefix(Couple.mostListed))
    }

    /// A round by choice. One that isn't open says only that it has passed.
    mutating func openRound(_ press: Press, by side: Side, in scene: Scene) -> [Effect] {
        guard let name = press.round, let plan = scene.course.plan(name),
            plan.place == .main || plan.place == .side, isWalkable(plan),
            isOpen(plan, to: side, in: scene), hasWhatItNeeds(plan, side),
            plan.topic.map({ partners[side]?.walk.optedIn($0) == true }) ?? true,
            name.occurrence == 1
                || (plan.repeats && name == nextOccurrence(of: name.base, for: side))
        else { return [tell(side, Line(.passed))] }
        guard mayGoDeep(plan, side, in: scene) else {
            return [restBetween(side)]
        }
        return ask(name, of: side, in: scene)
    }

    /// [More of this]: what else belongs to it.
    mutating func moreOfThis(_ press: Press, by side: Side, in scene: Scene) -> [Effect] {
        guard let plan = press.round.flatMap({ scene.course.plan($0) }) else {
            return [tell(side, Line(.passed))]
        }
        let open = openRounds(for: side, in: scene).filter { plan.more.contains($0.base) }
        guard !open.isEmpty else { return smallCard(for: side, in: scene) }
        return [
            tell(
                side, Line(.more, [.list: .numbered(open.map { title(of: $0, in: scene) })]),
                rows(open.map { Press(.openRound, $0) }) + [[Press(.enough)]])
        ]
    }
}
