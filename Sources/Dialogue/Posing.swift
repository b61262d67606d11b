/// Putting a question, by its form, and giving the floor to its answer.
extension Couple {
    /// Puts one question, and gives the floor to its answer.
    mutating func pose(
        _ question: Int, of plan: RoundPlan, to side: Side, in scene: Scene
    ) -> Effect {
        let name = plan.name
        guard isAsked(plan.questions[question], of: side) else {
            return passOver(question, of: plan, side, in: scene)
        }
        let text = posed(question, of: plan, to: side)
        let ways = waysOut(of: plan)
        partners[side]?.floor = .nothing
        switch plan.kind {
        case .thought:
            let choices = [[Press(.done, name)]] + ways
            return tell(side, Line(.thought, [.question: text]), choices, about: name)
        case .talk where question == 0:
            return poseTalk(plan, text, to: side, in: scene)
        case .turns:
            return poseTurns(plan, text, to: side)
        case .talk, .note, .sealed, .joint, .heardMeant, .request, .reply, .repair, .match:
            break
        }
        switch plan.questions[question].form {
        case .carried:
            return carry(question, of: plan, by: side, in: scene)
        case .text, .lines:
            return poseText(question, of: plan, text, to: side, in: scene)
        case .choice(let options):
            partners[side]?.floor = .answer(round: name)
            let choices = options.indices.map { [Press(.choose, name, question * 100 + $0)] } + ways
            return tell(side, Line(.askChoice, [.question: text]), choices, about: name)
        case .several(let options, _):
            return poseSeveral(question, options, of: plan, text, to: side)
        case .scale(let steps):
            partners[side]?.floor = .answer(round: name)
            let choices =
                [(0..<steps).map { Press(.choose, name, question * 100 + $0) }] + ways
            return tell(side, Line(.askScale, [.question: text]), choices, about: name)
        case .sort(let options, let lines):
            return poseSort(question, options, lines, of: plan, text, to: side)
        }
    }

    /// A question that this side doesn't wish to be asked: on to the next, or to what there is.
    private mutating func passOver(
        _ question: Int, of plan: RoundPlan, _ side: Side, in scene: Scene
    ) -> Effect {
        guard let index = rounds.firstIndex(where: { $0.name == plan.name }) else {
            return tell(side, Line(.passed))
        }
        guard let next = next(after: question, of: plan, side) else {
            rounds[index].stages[side] = .reviewing(question: question)
            return seeBack(question, of: plan, to: side, in: scene)
        }
        rounds[index].stages[side] = .asked(question: next)
        return pose(next, of: plan, to: side, in: scene)
    }

    /// The question, with what must stand beside it and what it looks back at.
    private func posed(_ question: Int, of plan: RoundPlan, to side: Side) -> Line.Value {
        var values: [Line.Value] = []
        if plan.isHosts, question == 0 { values.append(.phrase(Line(.writtenByHost))) }
        if question == 0, let context = context(of: plan, for: side) { values.append(context) }
        if question == plan.firstWritten {
            values += plan.beside.map { beside in
                switch beside {
                case .aNoToday: .phrase(Line(.aNoToday))
                case .loopNeedsTwoFree: .phrase(Line(.loopNeedsTwoFree))
                }
            }
        }
        values.append(.question(plan.name, question))
        return values.count == 1 ? values[0] : .lines(values)
    }

    private mutating func poseText(
        _ question: Int, of plan: RoundPlan, _ text: Line.Value, to side: Side, in scene: Scene
    ) -> Effect {
        let ways = plan.kind == .talk ? [[Press(.leaveOut, plan.name)]] : waysOut(of: plan)
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
        guard !before.pieces.isEmpty else {
            return tell(side, Line(.ask, [.question: text]), ways, about: plan.name)
        }
        var slots: [Line.Slot: Line.Value] = [
            .question: text, .earlier: .answer(before, of: recalls, question: 0),
        ]
        guard !mine.pieces.isEmpty else {
            return tell(side, Line(.askRecalling, slots), ways, about: plan.name)
        }
        slots[.mine] = .answer(mine, of: plan.name, question: 0)
        return tell(side, Line(.askBesideEarlier, slots), ways, about: plan.name)
    }

    /// Some of these: what was chosen so far stands below the question.
    private mutating func poseSeveral(
        _ question: Int, _ options: [String], of plan: RoundPlan, _ text: Line.Value,
        to side: Side
    ) -> Effect {
        let name = plan.name
        partners[side]?.floor = .answer(round: name)
        guard let line = line(name) else { return tell(side, Line(.passed)) }
        let answer = shelf[line.serial].sheets[side].answer(question)
        let isLong = options.count > 9
        let choices = options.indices.map { Press(.choose, name, question * 100 + $0) }
        let list: Line.Value =
            isLong ? .numbered(options.map { .option(name, question, $0) }) : .nothing
        let buttons = isLong ? rows(choices) : choices.map { [$0] }
        guard !answer.pieces.isEmpty else {
            let key: Line.Key = isLong ? .askSeveralOfList : .askSeveral
            return tell(
                side, Line(key, [.question: text, .list: list]),
                buttons + waysOut(of: plan), about: name)
        }
        let chosen = Line.Value.answer(answer, of: name, question: question)
        return tell(
            side,
            Line(
                isLong ? .chosenOfList : .chosenSoFar,
                [.answer: chosen, .list: list]),
            buttons + [[Press(.thatsAll, name)], [Press(.skip, name), Press(.later, name)]],
            about: name)
    }

    /// One line after the other.
    private mutating func poseSort(
        _ question: Int, _ options: [String], _ of: Int, of plan: RoundPlan, _ text: Line.Value,
        to side: Side
    ) -> Effect {
        let name = plan.name
        partners[side]?.floor = .answer(round: name)
        guard let line = line(name) else { return tell(side, Line(.passed)) }
        let sheet = shelf[line.serial].sheets[side]
        let lines = sheet.answer(of).lines
        let placed = sheet.answer(question).pieces.count
        guard lines.indices.contains(placed) else { return tell(side, Line(.passed)) }
        let choices =
            options.indices.map { [Press(.choose, name, question * 100 + $0)] } + waysOut(of: plan)
        return tell(
            side, Line(.askSort, [.question: text, .answer: .words(lines[placed])]), choices,
            about: name)
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
}
