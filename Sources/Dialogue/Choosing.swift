/// Answers by a tap: an option, some options, a place on a line, a place for each line.
extension Couple {
    /// A typed number is as good as a tap; any other text for a choice asks again.
    mutating func chooseByNumber(
        _ message: Event.Message, of plan: RoundPlan, by side: Side, in scene: Scene
    ) -> [Effect] {
        if case .text(let words) = message.content, let number = Int(words.text),
            (1...99).contains(number)
        {
            if let press = typed(words, of: side), press.act == .choose || press.act == .thatsAll {
                return self.press(press, by: side, in: scene)
            }
            let effects = choose(
                askedQuestion(of: plan.name, side) * 100 + number - 1, in: plan.name, by: side,
                in: scene)
            if !effects.isEmpty { return effects }
        }
        return [tell(side, Line(.pickOne))] + askAgain(plan.name, of: side, in: scene)
    }

    private func askedQuestion(of name: RoundName, _ side: Side) -> Int {
        switch stage(name, of: side) {
        case .asked(let question), .reviewing(let question): question
        case .untouched, .offered, .carrying, .picking, .alone, .kept, .released, .skipped,
            .later, .done, .agreed:
            0
        }
    }

    /// An option or a place on a line: the question times a hundred, and its place there. Empty
    /// if there is no such one now.
    mutating func choose(
        _ number: Int, in name: RoundName, by side: Side, in scene: Scene
    ) -> [Effect] {
        guard let plan = scene.course.plan(name),
            let index = rounds.firstIndex(where: { $0.name == name }),
            rounds[index].shown[side] == nil
        else { return [] }
        let question: Int
        switch rounds[index].stages[side] {
        case .asked(let asked), .reviewing(let asked): question = asked
        case .untouched, .offered, .carrying, .picking, .alone, .kept, .released, .skipped,
            .later, .done, .agreed:
            return []
        }
        // A button of an earlier question decides nothing any more.
        guard number >= 0, number / 100 == question else { return [] }
        let choice = number % 100
        let serial = rounds[index].serial
        switch plan.questions[question].form {
        case .choice(let options) where options.indices.contains(choice):
            take(.choice(option: options[choice]), to: question, of: serial, by: side)
        case .scale(let steps) where (0..<steps).contains(choice):
            take(.scale(position: choice, steps: steps), to: question, of: serial, by: side)
        case .several(let options, let most) where options.indices.contains(choice):
            return chooseSeveral(options[choice], most, index, question, plan, by: side, scene)
        case .sort(let options, let lines) where options.indices.contains(choice):
            return sort(options[choice], lines, index, question, plan, by: side, scene)
        case .choice, .scale, .several, .sort, .text, .lines, .carried:
            return []
        }
        return chosen(question, index, plan, by: side, in: scene)
    }

    private mutating func take(
        _ content: Piece.Content, to question: Int, of serial: Int, by side: Side
    ) {
        shelf[serial].sheets[side].change(question) {
            $0.pieces = [Piece(message: nil, content: content)]
        }
    }

    /// Answered: on at once where one tap is enough, else seen back.
    private mutating func chosen(
        _ question: Int, _ index: Int, _ plan: RoundPlan, by side: Side, in scene: Scene
    ) -> [Effect] {
        if plan.questions[question].isQuick, let next = next(after: question, of: plan, side) {
            rounds[index].stages[side] = .asked(question: next)
            return askAgain(plan.name, of: side, in: scene)
        }
        rounds[index].stages[side] = .reviewing(question: question)
        return [seeBack(question, of: plan, to: side, in: scene)]
    }

    /// One of several: a second tap takes it out again.
    private mutating func chooseSeveral(
        _ option: String, _ most: Int, _ index: Int, _ question: Int, _ plan: RoundPlan,
        by side: Side, _ scene: Scene
    ) -> [Effect] {
        let serial = rounds[index].serial
        var options = shelf[serial].sheets[side].answer(question).options
        if let place = options.firstIndex(of: option) {
            options.remove(at: place)
        } else {
            guard options.count < most else {
                return [tell(side, Line(.noMore, [.count: .plain(String(most))]))]
                    + askAgain(plan.name, of: side, in: scene)
            }
            options.append(option)
        }
        shelf[serial].sheets[side].change(question) {
            $0.pieces = options.map { Piece(message: nil, content: .choice(option: $0)) }
        }
        rounds[index].stages[side] = .asked(question: question)
        guard options.count < most else {
            return chosen(question, index, plan, by: side, in: scene)
        }
        return askAgain(plan.name, of: side, in: scene)
    }

    /// [That's all]: what was chosen so far is the answer.
    mutating func thatsAll(_ press: Press, by side: Side, in scene: Scene) -> [Effect] {
        guard let (index, plan) = current(press.round, of: side, in: scene),
            case .asked(let question) = rounds[index].stages[side],
            case .several = plan.questions[question].form,
            !shelf[rounds[index].serial].sheets[side].answer(question).pieces.isEmpty
        else { return stale(press, by: side, in: scene) }
        return chosen(question, index, plan, by: side, in: scene)
    }

    /// The next line finds its place.
    private mutating func sort(
        _ option: String, _ of: Int, _ index: Int, _ question: Int, _ plan: RoundPlan,
        by side: Side, _ scene: Scene
    ) -> [Effect] {
        let serial = rounds[index].serial
        let sheet = shelf[serial].sheets[side]
        let lines = sheet.answer(of).lines
        let placed = sheet.answer(question).pieces.count
        guard lines.indices.contains(placed) else { return [] }
        shelf[serial].sheets[side].change(question) {
            $0.pieces.append(
                Piece(message: nil, content: .sorted(words: lines[placed], option: option)))
        }
        guard placed + 1 == lines.count else { return askAgain(plan.name, of: side, in: scene) }
        rounds[index].stages[side] = .reviewing(question: question)
        return [seeBack(question, of: plan, to: side, in: scene)]
    }

    /// The question that follows for this side: those on what they don't wish to be asked about
    /// are passed over.
    func next(after question: Int, of plan: RoundPlan, _ side: Side) -> Int? {
        plan.questions.indices.first { other in
            other > question && plan.isPut(other) && isAsked(plan.questions[other], of: side)
        }
    }

    func isAsked(_ question: RoundPlan.Question, of side: Side) -> Bool {
        guard let topic = question.topic else { return true }
        return partners[side]?.walk.optedIn(topic) == true
    }

    /// Whether this is the last question put to this side.
    func isLast(_ question: Int, of plan: RoundPlan, _ side: Side) -> Bool {
        next(after: question, of: plan, side) == nil
    }
}
