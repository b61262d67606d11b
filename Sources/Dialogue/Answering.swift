/// Writing an answer: several messages are one, seen back whole, decided by its author alone.
extension Couple {
    /// The most that one answer takes, in UTF-16 units, and in messages.
    static let longestAnswer = 8_000
    static let mostPieces = 40

    /// Someone wrote or spoke: it means exactly what the floor says.
    mutating func hear(_ message: Event.Message, from side: Side, in scene: Scene) -> [Effect] {
        takeFloorByReply(message, from: side, in: scene)
        guard let partner = partners[side] else { return [] }
        switch partner.floor {
        case .answer(let name):
            return add(message, to: name, by: side, in: scene)
        case .response:
            return addToResponse(message, by: side)
        case .name, .hour, .place:
            guard case .text(let words) = message.content else {
                return [tell(side, Line(.inWords))]
            }
            if let press = typed(words, by: partner) {
                return self.press(press, by: side, in: scene)
            }
            return setting(words, by: side, in: scene)
        case .nothing:
            return hearUnasked(message, from: side, in: scene)
        }
    }

    /// A reply to a question answers that question, if it is still open.
    private mutating func takeFloorByReply(
        _ message: Event.Message, from side: Side, in scene: Scene
    ) {
        guard let name = message.repliesTo, let line = line(name), line.shown[side] == nil,
            let plan = scene.course.plan(name), plan.kind == .sealed || plan.kind == .note,
            !isOnlyThought(plan, of: side, in: scene)
        else { return }
        switch line.stages[side] {
        case .asked, .reviewing:
            partners[side]?.floor = .answer(round: name)
            partners[side]?.recent = name
        case .untouched, .offered, .carrying, .picking, .alone, .kept, .released, .skipped,
            .later, .done:
            return
        }
    }

    /// The button whose number was typed, if it is one of those last shown.
    private func typed(_ words: Words, by partner: Partner) -> Press? {
        guard let number = Int(words.text), number >= 1, number <= partner.offered.count else {
            return nil
        }
        return partner.offered[number - 1]
    }

    /// Nothing was asked: a number may pick a button; anything else is not kept.
    private mutating func hearUnasked(
        _ message: Event.Message, from side: Side, in scene: Scene
    ) -> [Effect] {
        guard let partner = partners[side] else { return [] }
        if case .text(let words) = message.content, let press = typed(words, by: partner) {
            return self.press(press, by: side, in: scene)
        }
        if let recent = partner.recent, let plan = scene.course.plan(recent),
            stage(recent, of: side).isAsked,
            plan.kind == .thought || isOnlyThought(plan, of: side, in: scene)
        {
            // Thought, not typed: what was typed all the same is on no disk and leaves the chat.
            return [
                .unsay(side, messages: [message.number]),
                .tell(side, Telling(Line(.notKeptThought))),
            ]
        }
        return [.tell(side, Telling(Line(.notWaiting)))]
    }

    private mutating func add(
        _ message: Event.Message, to name: RoundName, by side: Side, in scene: Scene
    ) -> [Effect] {
        guard let plan = scene.course.plan(name),
            let index = rounds.firstIndex(where: { $0.name == name }),
            rounds[index].shown[side] == nil
        else {
            partners[side]?.floor = .nothing
            return [tell(side, Line(.passed))]
        }
        let question: Int
        switch rounds[index].stages[side] {
        case .asked(let asked), .reviewing(let asked): question = asked
        case .untouched, .offered, .carrying, .picking, .alone, .kept, .released, .skipped,
            .later, .done:
            partners[side]?.floor = .nothing
            return [tell(side, Line(.notWaiting))]
        }
        guard case .text = plan.questions[question].form else {
            return chooseByNumber(message, question, of: plan, by: side, in: scene)
        }
        let serial = rounds[index].serial
        let piece = Piece(message: message.number, content: message.content.asPiece)
        let answer = shelf[serial].sheets[side].answer(question)
        guard Answer(pieces: answer.pieces + [piece]).length <= Couple.longestAnswer,
            answer.pieces.count < Couple.mostPieces
        else { return [tell(side, Line(.tooLong), [[Press(.again, name)]])] }
        shelf[serial].sheets[side].change(question) { $0.pieces.append(piece) }
        rounds[index].stages[side] = .reviewing(question: question)
        return [seeBack(question, of: plan, to: side, in: scene)]
    }

    /// A typed number is as good as a tap; any other text for a choice asks again.
    private mutating func chooseByNumber(
        _ message: Event.Message, _ question: Int, of plan: RoundPlan, by side: Side,
        in scene: Scene
    ) -> [Effect] {
        if case .text(let words) = message.content, let number = Int(words.text), number >= 1 {
            let effects = choose(number - 1, in: plan.name, by: side, in: scene)
            if !effects.isEmpty { return effects }
        }
        return [tell(side, Line(.pickOne))] + askAgain(plan.name, of: side, in: scene)
    }

    /// An option or a place on a line. Empty if there is no such one now.
    mutating func choose(
        _ choice: Int, in name: RoundName, by side: Side, in scene: Scene
    ) -> [Effect] {
        guard let plan = scene.course.plan(name),
            let index = rounds.firstIndex(where: { $0.name == name }),
            rounds[index].shown[side] == nil
        else { return [] }
        let question: Int
        switch rounds[index].stages[side] {
        case .asked(let asked), .reviewing(let asked): question = asked
        case .untouched, .offered, .carrying, .picking, .alone, .kept, .released, .skipped,
            .later, .done:
            return []
        }
        let content: Piece.Content
        switch plan.questions[question].form {
        case .choice(let options) where options.indices.contains(choice):
            content = .choice(option: options[choice])
        case .scale(let steps) where (0..<steps).contains(choice):
            content = .scale(position: choice, steps: steps)
        case .choice, .scale, .text, .carried:
            return []
        }
        shelf[rounds[index].serial].sheets[side].change(question) {
            $0.pieces = [Piece(message: nil, content: content)]
        }
        rounds[index].stages[side] = .reviewing(question: question)
        return [seeBack(question, of: plan, to: side, in: scene)]
    }

    /// An edited message corrects an open answer, and takes back a release until its author has
    /// seen the new words back. A revealed answer stays as it was shown.
    mutating func correct(
        _ message: Int64, to words: Words, by side: Side, in scene: Scene
    ) -> [Effect] {
        if let effects = correctResponse(message, to: words, by: side) { return effects }
        for index in rounds.indices where rounds[index].shown[side] == nil {
            let serial = rounds[index].serial
            guard shelf.holds(serial), let plan = scene.course.plan(rounds[index].name) else {
                continue
            }
            let answers = shelf[serial].sheets[side].answers
            for (question, answer) in answers.enumerated() {
                guard let place = answer.pieces.firstIndex(where: { $0.message == message }) else {
                    continue
                }
                guard answer.pieces[place].content != .words(words) else { return [] }
                return rewrite(place, of: question, in: index, words, by: side, plan, scene)
            }
        }
        return []
    }

    private mutating func rewrite(
        _ place: Int, of question: Int, in index: Int, _ words: Words, by side: Side,
        _ plan: RoundPlan, _ scene: Scene
    ) -> [Effect] {
        let serial = rounds[index].serial
        var answer = shelf[serial].sheets[side].answer(question)
        answer.pieces[place].content = .words(words)
        guard answer.length <= Couple.longestAnswer else { return [tell(side, Line(.tooLong))] }
        shelf[serial].sheets[side].change(question) { $0 = answer }
        rounds[index].stages[side] = .reviewing(question: question)
        partners[side]?.floor = .answer(round: plan.name)
        let effects = settleReveal(of: plan.name, in: scene)
        return effects + [seeBack(question, of: plan, to: side, in: scene)]
    }
}

extension Event.Message.Content {
    fileprivate var asPiece: Piece.Content {
        switch self {
        case .text(let words): .words(words)
        case .voice(let reference, let seconds): .voice(reference: reference, seconds: seconds)
        }
    }
}
