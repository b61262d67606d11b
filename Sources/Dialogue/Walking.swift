/// What comes next for one of the two, in the order of the course. Nothing of it depends on the
/// other but what was shown, agreed on, or opened by both.
extension Couple {
    /// What comes next.
    enum Coming: Equatable {
        case round(name: RoundName)
        case roads(gate: RoundName)
        case optIn(topic: RoundPlan.Topic)
        /// Something is being carried, or waits for its day.
        case nothing
        /// The main road is walked.
        case end
    }

    ///
    /// - Parameter passing: whether what is begun and not decided is passed over.
    func coming(for side: Side, in scene: Scene, passing: Bool = false) -> Coming {
        var blocked: [RoundPlan] = []
        var heldIn: RoundName?
        for plan in scene.course.plans where plan.isOnTheRoad && isWalkable(plan) {
            switch stage(plan.name, of: side) {
            case .carrying: return .nothing
            case .alone, .kept, .released, .skipped, .done, .agreed: continue
            case .asked, .reviewing, .picking, .later:
                if passing { continue }
            case .untouched, .offered: break
            }
            if line(plan.name)?.shown[side] != nil { continue }
            // While something waits for its day, what one writes alone may come before it; what
            // two do together doesn't.
            if heldIn != nil, !plan.isAlone { return .nothing }
            if let twin = twin(of: blocked, before: plan, side) { return .round(name: twin) }
            if let topic = plan.topic {
                guard let isIn = partners[side]?.walk.optedIn(topic) else {
                    return .optIn(topic: topic)
                }
                if !isIn { continue }
            }
            if let gate = shouldAskRoads(before: plan, side, in: scene) {
                return .roads(gate: gate)
            }
            guard isOpen(plan, to: side, in: scene) else {
                if let twin = openTwin(of: plan, side) { return .round(name: twin) }
                continue
            }
            guard hasWhatItNeeds(plan, side) else {
                blocked.append(plan)
                continue
            }
            guard mayGoDeep(plan, side, in: scene) else {
                heldIn = heldIn ?? plan.name
                continue
            }
            return .round(name: plan.name)
        }
        guard heldIn == nil else { return .nothing }
        if let twin = twin(of: blocked, before: nil, side) { return .round(name: twin) }
        return .end
    }

    /// Which road is asked about also where only side rounds are left.
    func gateOfTheEnd(_ side: Side, in scene: Scene) -> RoundName? {
        guard let plan = scene.course.plans.last(where: { $0.isGated && $0.place == .side }) else {
            return nil
        }
        return shouldAskRoads(before: plan, side, in: scene)
    }

    /// While one is alone, only what is written alone is walked.
    func isWalkable(_ plan: RoundPlan) -> Bool {
        isJoined ? plan.kind != .reply : plan.isAlone
    }

    /// What was passed over since something was missing has its lighter way before the next part
    /// begins, so that its idea isn't lost.
    private func twin(of blocked: [RoundPlan], before plan: RoundPlan?, _ side: Side) -> RoundName?
    {
        blocked.lazy.filter { $0.phase != plan?.phase }
            .compactMap { openTwin(of: $0, side) }.first
    }

    private func openTwin(of plan: RoundPlan, _ side: Side) -> RoundName? {
        guard let twin = plan.lighterTwin, line(twin)?.shown[side] == nil else { return nil }
        let stage = stage(twin, of: side)
        return stage == .untouched || stage.isUnfinished ? twin : nil
    }

    /// Whether the round that this one builds on was shown to both, or agreed on and over.
    func hasWhatItNeeds(_ plan: RoundPlan, _ side: Side) -> Bool {
        guard let needs = plan.needs?.occurring(plan.name.occurrence) else { return true }
        guard let line = line(needs) else { return false }
        if line.stages[side] == .agreed {
            return !timers.contains { $0.purpose == .lastDay(round: needs) }
        }
        return line.shown.first != nil && line.shown.second != nil
    }

    /// Two days lie between two that go close in, and none comes on the day of a repair.
    func mayGoDeep(_ plan: RoundPlan, _ side: Side, in scene: Scene) -> Bool {
        guard plan.depth >= 3, let walk = partners[side]?.walk else { return true }
        // What is begun already may be gone on with.
        let stage = stage(plan.name, of: side)
        guard stage == .untouched || stage == .offered || stage == .later else { return true }
        let today = scene.clocks[side].date
        let isGoneOnWith = walk.lastDeep == today && walk.lastDeepRound == plan.name
        return walk.lastRepair != today
            && (isGoneOnWith || walk.lastDeep.map { $0.adding(days: 3) <= today } ?? true)
    }

    /// The first time of a round that this side hasn't finished.
    func nextOccurrence(of name: RoundName, for side: Side) -> RoundName {
        var count = 1
        while count < 500, stage(name.occurring(count), of: side).isDone { count += 1 }
        return name.occurring(count)
    }

    /// The time of a round that this side began last.
    func current(occurrenceOf plan: RoundPlan, _ side: Side) -> RoundName? {
        rounds.last { $0.name.base == plan.name && $0.stages[side] != .untouched }?.name
    }

    /// What follows from a decision of its author's, beside the reveal.
    mutating func afterDeciding(
        _ plan: RoundPlan, by side: Side, in scene: Scene
    ) -> [Effect] {
        if plan.kind == .match { setDraw(of: plan, in: scene) }
        // Letting go of what was tried is done by one, and holds for both.
        guard let tried = plan.needs?.occurring(plan.name.occurrence),
            scene.course.plan(tried)?.lasts != nil, let line = line(plan.name),
            shelf[line.serial].sheets[side].answer(0).options.contains("drop"),
            let index = rounds.firstIndex(where: { $0.name == tried }),
            shelf[rounds[index].serial].joint.agreement != nil
        else { return [] }
        dropAgreement(index)
        return []
    }
}
