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
            return addToResponse(message, by: side, in: scene)
        case .summary(let name):
            return summarise(message, name, by: side, in: scene)
        case .meaning(let name):
            return addToMeaning(message, name, by: side, in: scene)
        case .turn(let name):
            return addToTurn(message, name, by: side, in: scene)
        case .name, .hour, .days, .quiet, .place, .country:
            guard case .text(let words) = message.content else {
                return [tell(side, Line(.inWords))]
            }
            if let press = typed(words, of: side) {
                return self.press(press, by: side, in: scene)
            }
            if partner.floor == .country {
                return setCountry(words, message.name, by: side, in: scene)
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
            let plan = scene.course.plan(name), plan.kind != .thought,
            !isOnlyThought(plan, of: side, in: scene)
        else { return }
        switch line.stages[side] {
        case .asked(let question), .reviewing(let question):
            guard plan.questions.indices.contains(question),
                plan.kind != .talk || question > 0, plan.kind != .turns
            else { return }
            partners[side]?.floor = .answer(round: name)
            partners[side]?.recent = name
        case .untouched, .offered, .carrying, .picking, .alone, .kept, .released, .skipped,
            .later, .done, .agreed:
            return
        }
    }

    /// The button whose number was typed, if it is one of those last shown.
    func typed(_ words: Words, of side: Side) -> Press? {
        guard let offered = partners[side]?.offered, let number = Int(words.text), number >= 1,
            number <= offered.count
        else { return nil }
        return offered[number - 1]
    }

    /// Nothing was asked: a number may pick a button; anything else is not kept.
    private mutating func hearUnasked(
        _ message: Event.Message, from side: Side, in scene: Scene
    ) -> [Effect] {
        guard let partner = partners[side] else { return [] }
        if case .text(let words) = message.content, let press = typed(words, of: side) {
            return self.press(press, by: side, in: scene)
        }
        if let recent = partner.recent, let plan = scene.course.plan(recent),
            stage(recent, of: side).isAsked,
            plan.kind == .thought || isOnlyThought(plan, of: side, in: scene)
        {
            // Thought, not typed: what was typed all the same is on no disk and leaves the chat.
            return [
                .unsay(side, messages: [message.name]),
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
            .later, .done, .agreed:
            partners[side]?.floor = .nothing
            return [tell(side, Line(.notWaiting))]
        }
        if case .text(let words) = message.content, let press = typed(words, of: side),
            press.act == .toggle
        {
            return self.press(press, by: side, in: scene)
        }
        guard plan.questions[question].form.isWritten else {
            return chooseByNumber(message, of: plan, by: side, in: scene)
        }
        if plan.kind == .note, plan.releases == .whole, case .voice = message.content {
            return [tell(side, Line(.inWords))]
        }
        let serial = rounds[index].serial
        let piece = Piece(message: message.name, content: message.content.asPiece)
        let answer = shelf[serial].sheets[side].answer(question)
        guard Answer(pieces: answer.pieces + [piece]).length <= Couple.longestAnswer,
            answer.pieces.count < Couple.mostPieces
        else { return [tell(side, Line(.tooLong), [[Press(.again, name)]])] }
        if plan.kind == .heardMeant, question == 0,
            Answer(pieces: answer.pieces + [piece]).isLongMoment
        {
            return [tell(side, Line(.momentTooLong))] + askAgain(name, of: side, in: scene)
        }
        shelf[serial].sheets[side].change(question) { $0.pieces.append(piece) }
        unsort(question, of: plan, serial, side)
        rounds[index].stages[side] = .reviewing(question: question)
        return [seeBack(question, of: plan, to: side, in: scene)] + carefully(piece, side, scene)
    }

    /// Lines that changed are sorted anew.
    mutating func unsort(_ question: Int, of plan: RoundPlan, _ serial: Int, _ side: Side) {
        guard let sorting = plan.sorting(question),
            !shelf[serial].sheets[side].answer(sorting).pieces.isEmpty
        else { return }
        shelf[serial].sheets[side].change(sorting) { $0 = Answer() }
    }

    /// After words that frighten: one neutral line, once a day, and nothing else that shows it.
    func carefully(_ piece: Piece, _ side: Side, _ scene: Scene) -> [Effect] {
        guard case .words(let words) = piece.content, scene.hearsCrisis(words.text, partners[side])
        else { return [] }
        return [.tell(side, Telling(Line(.peopleToCall)))]
    }

    /// An edited message corrects an open answer, and takes back a release until its author has
    /// seen the new words back. A revealed answer stays as it was shown.
    mutating func correct(
        _ message: MessageName, to words: Words, by side: Side, in scene: Scene
    ) -> [Effect] {
        if let effects = correctResponse(message, to: words, by: side, in: scene) {
            return effects
        }
        if let effects = correctMeaning(message, to: words, by: side) { return effects }
        if let effects = correctTurn(message, to: words, by: side) { return effects }
        if let effects = correctSummary(message, to: words, by: side, in: scene) { return effects }
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
                guard shelf[serial].sheets[side].isSent != true,
                    rounds[index].stages[side] != .agreed
                else {
                    return [tell(side, Line(.alreadyShown))]
                }
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
        takeBackProposal(index, by: side)
        shelf[serial].sheets[side].change(question) { $0 = answer }
        unsort(question, of: plan, serial, side)
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
