/// Asking a round's questions: the same for every kind that is written.
extension Couple {
    /// Begins a round for one side, or goes on where they are in it.
    mutating func ask(_ name: RoundName, of side: Side, in scene: Scene) -> [Effect] {
        guard let plan = scene.course.plan(name), partners[side] != nil else {
            return [tell(side, Line(.passed))]
        }
        guard !isTooLate(plan, side, in: scene) else { return [waitForDaylight(name, side)] }
        let index = begin(name, in: scene.course)
        partners[side]?.lastRoundDate = scene.clocks[side].date
        switch rounds[index].stages[side] {
        case .untouched, .offered, .later, .skipped:
            // What can stir things up isn't put before anyone who hasn't said yes to it.
            if plan.depth >= 3, plan.lighterTwin != nil {
                rounds[index].stages[side] = .offered
                return [introduce(plan, to: side)]
            }
            rounds[index].stages[side] = .asked(question: 0)
        case .asked, .reviewing, .picking, .carrying, .kept, .released, .done, .alone, .agreed:
            break
        }
        return askAgain(name, of: side, in: scene)
    }

    /// [This one]: something close in, by their own choice.
    mutating func beginDeep(_ press: Press, by side: Side, in scene: Scene) -> [Effect] {
        guard let name = press.round, let plan = scene.course.plan(name),
            let index = rounds.firstIndex(where: { $0.name == name })
        else { return [tell(side, Line(.passed))] }
        guard !isTooLate(plan, side, in: scene) else { return [waitForDaylight(name, side)] }
        // Another may have been begun since this was offered.
        guard plan.kind == .repair || mayGoDeep(plan, side, in: scene) else {
            return [restBetween(side)]
        }
        switch rounds[index].stages[side] {
        case .offered, .later, .skipped:
            rounds[index].stages[side] = .asked(question: 0)
            partners[side]?.walk.lastDeep = scene.clocks[side].date
            partners[side]?.walk.lastDeepRound = plan.name
        case .untouched, .asked, .reviewing, .picking, .carrying, .kept, .released, .done, .alone,
            .agreed:
            break
        }
        return askAgain(name, of: side, in: scene)
    }

    private mutating func introduce(_ plan: RoundPlan, to side: Side) -> Effect {
        partners[side]?.recent = plan.name
        partners[side]?.card = nil
        partners[side]?.floor = .nothing
        return tell(
            side, Line(.heavy),
            [
                [Press(.begin, plan.name)], [Press(.lighter, plan.name)],
                [Press(.later, plan.name), Press(.why, plan.name)],
            ], about: plan.name)
    }

    /// Nothing that goes close in is asked at night.
    func isTooLate(_ plan: RoundPlan, _ side: Side, in scene: Scene) -> Bool {
        let hour = scene.clocks[side].time.hour
        return plan.depth >= 3 && (hour >= 21 || hour < 5) && !scene.house.isTrial
    }

    mutating func waitForDaylight(_ name: RoundName, _ side: Side) -> Effect {
        partners[side]?.floor = .nothing
        return tell(side, Line(.waitsForDaylight), [[Press(.anotherCard)], [Press(.enough)]])
    }

    /// Two of those want some days between them.
    mutating func restBetween(_ side: Side) -> Effect {
        tell(side, Line(.restsBetween), [[Press(.anotherCard)], [Press(.enough)]])
    }

    /// Says once more what is open in a round.
    mutating func askAgain(_ name: RoundName, of side: Side, in scene: Scene) -> [Effect] {
        guard let plan = scene.course.plan(name), let line = line(name) else {
            return [tell(side, Line(.passed))]
        }
        partners[side]?.recent = name
        partners[side]?.card = nil
        switch line.stages[side] {
        case .untouched, .offered, .later, .skipped:
            return ask(name, of: side, in: scene)
        case .asked(let question):
            return [
                question < plan.questions.count
                    ? pose(question, of: plan, to: side, in: scene) : tell(side, Line(.passed))
            ]
        case .reviewing(let question):
            return [seeBack(question, of: plan, to: side, in: scene)]
        case .carrying:
            partners[side]?.floor = .nothing
            return [tell(side, Line(.stillCarrying), [[Press(.why, name)]], about: name)]
        case .picking:
            return [
                plan.releases == .summary
                    ? askSummary(of: plan, side) : offerItems(of: plan, to: side)
            ]
        case .kept, .released, .alone, .done:
            return [showAnswer(name, to: side, in: scene)]
        case .agreed:
            return [showAgreed(name, to: side, in: scene)]
        }
    }

    /// Makes sure that a round has a line, in its place in the course, and a body. Returns where
    /// its line is.
    mutating func begin(_ name: RoundName, in course: Course) -> Int {
        if let index = rounds.firstIndex(where: { $0.name == name }) { return index }
        let serial = (rounds.map(\.serial).max() ?? 0) + 1
        let place = course.position(of: name)
        let index =
            rounds.firstIndex { line in
                let other = course.position(of: line.name)
                return other > place
                    || (other == place && line.name.occurrence > name.occurrence)
            } ?? rounds.count
        rounds.insert(
            RoundLine(
                serial: serial, name: name, stages: Pair(.untouched, .untouched),
                edition: course.plan(name)?.edition), at: index)
        shelf[serial] = Round(serial: serial, name: name)
        return index
    }

    /// Skip, later, lighter and the reason: one tap away, always.
    func waysOut(of plan: RoundPlan) -> [[Press]] {
        [
            [Press(.skip, plan.name), Press(.later, plan.name)],
            [Press(.lighter, plan.name), Press(.why, plan.name)],
        ]
    }

    /// While the host may be one of the two, a note is only thought unless its author chose to
    /// keep it here. One that is written for the other isn't.
    func isOnlyThought(_ plan: RoundPlan, of side: Side, in scene: Scene) -> Bool {
        guard plan.kind == .note, plan.releases != .whole, scene.house.hostMayBePartner,
            let line = line(plan.name)
        else { return false }
        // A question that was answered or chosen to be kept has a body of its own.
        return shelf[line.serial].sheets[side].version == 0
    }
}
