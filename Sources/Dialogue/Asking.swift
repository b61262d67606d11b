/// Asking a round's questions, and hearing the answers: the same for every kind that is written.
extension Couple {
    /// Begins a round for one side, or goes on where they are in it.
    mutating func ask(_ name: RoundName, of side: Side, in scene: Scene) -> [Effect] {
        guard scene.course.plan(name) != nil, partners[side] != nil else {
            return [tell(side, Line(.passed))]
        }
        let index = begin(name, in: scene.course)
        switch rounds[index].stages[side] {
        case .untouched, .offered, .later, .skipped:
            rounds[index].stages[side] = .asked(question: 0)
        case .asked, .reviewing, .picking, .carrying, .kept, .released, .done, .alone:
            break
        }
        partners[side]?.lastRoundDate = scene.clocks[side].date
        return askAgain(name, of: side, in: scene)
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
            return [offerItems(of: plan, to: side)]
        case .kept, .released, .alone, .done:
            return [showAnswer(name, to: side, in: scene)]
        }
    }

    /// Makes sure that a round has a line, in its place in the course, and a body. Returns where
    /// its line is.
    mutating func begin(_ name: RoundName, in course: Course) -> Int {
        if let index = rounds.firstIndex(where: { $0.name == name }) { return index }
        let serial = (rounds.map(\.serial).max() ?? 0) + 1
        let later = course.plans.drop { $0.name != name }.map(\.name)
        let index = rounds.firstIndex { later.contains($0.name) } ?? rounds.count
        rounds.insert(
            RoundLine(serial: serial, name: name, stages: Pair(.untouched, .untouched)), at: index)
        shelf[serial] = Round(serial: serial, name: name)
        return index
    }

    /// Puts one question, and gives the floor to its answer.
    mutating func pose(
        _ question: Int, of plan: RoundPlan, to side: Side, in scene: Scene
    ) -> Effect {
        let text = Line.Value.question(plan.name, question)
        let name = plan.name
        let ways = waysOut(of: plan)
        partners[side]?.floor = .nothing
        switch plan.kind {
        case .thought:
            let choices = [[Press(.done, name)]] + ways
            return tell(side, Line(.thought, [.question: text]), choices, about: name)
        case .talk:
            let choices = [[Press(.talked, name)]] + ways
            return tell(side, Line(.talkCard, [.question: text]), choices, about: name)
        case .note, .sealed:
            break
        }
        switch plan.questions[question].form {
        case .carried:
            return carry(question, of: plan, by: side, in: scene)
        case .text:
            return poseText(question, of: plan, to: side, in: scene)
        case .choice(let options):
            partners[side]?.floor = .answer(round: name)
            let choices = options.indices.map { [Press(.choose, name, $0)] } + ways
            return tell(side, Line(.askChoice, [.question: text]), choices, about: name)
        case .scale(let steps):
            partners[side]?.floor = .answer(round: name)
            let choices = [(0..<steps).map { Press(.choose, name, $0) }] + ways
            return tell(side, Line(.askScale, [.question: text]), choices, about: name)
        }
    }

    private mutating func poseText(
        _ question: Int, of plan: RoundPlan, to side: Side, in scene: Scene
    ) -> Effect {
        let text = Line.Value.question(plan.name, question)
        let ways = waysOut(of: plan)
        guard !isOnlyThought(plan, of: side, in: scene) else {
            let choices = [[Press(.done, plan.name)], [Press(.keepHere, plan.name)]] + ways
            let key: Line.Key = scene.house.isTrial ? .noteToThinkTrial : .noteToThink
            return tell(side, Line(key, [.question: text]), choices, about: plan.name)
        }
        partners[side]?.floor = .answer(round: plan.name)
        guard let recalls = plan.questions[question].recalls, let earlier = line(recalls),
            let current = line(plan.name)
        else { return tell(side, Line(.ask, [.question: text]), ways, about: plan.name) }
        let before = shelf[earlier.serial].sheets[side].answer(0)
        let mine = shelf[current.serial].sheets[side].answer(0)
        guard !before.pieces.isEmpty, !mine.pieces.isEmpty else {
            return tell(side, Line(.ask, [.question: text]), ways, about: plan.name)
        }
        let line = Line(
            .askBesideEarlier,
            [
                .question: text, .earlier: .answer(before, of: recalls, question: 0),
                .mine: .answer(mine, of: plan.name, question: 0),
            ])
        return tell(side, line, ways, about: plan.name)
    }

    /// Skip, later, lighter and the reason: one tap away, always.
    private func waysOut(of plan: RoundPlan) -> [[Press]] {
        [
            [Press(.skip, plan.name), Press(.later, plan.name)],
            [Press(.lighter, plan.name), Press(.why, plan.name)],
        ]
    }

    /// No answer today: the question goes along, and comes back with the next day's card.
    private mutating func carry(
        _ question: Int, of plan: RoundPlan, by side: Side, in scene: Scene
    ) -> Effect {
        if let index = rounds.firstIndex(where: { $0.name == plan.name }) {
            rounds[index].stages[side] = .carrying(since: scene.clocks[side].date)
        }
        partners[side]?.floor = .nothing
        return tell(
            side, Line(.carry, [.question: .question(plan.name, question)]),
            waysOut(of: plan), about: plan.name)
    }

    /// While the host may be one of the two, a note is only thought unless its author chose to
    /// keep it here.
    func isOnlyThought(_ plan: RoundPlan, of side: Side, in scene: Scene) -> Bool {
        guard plan.kind == .note, scene.house.hostMayBePartner, let line = line(plan.name)
        else { return false }
        // A question that was answered or chosen to be kept has a body of its own.
        return shelf[line.serial].sheets[side].version == 0
    }
}
