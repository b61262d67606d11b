/// A wish, small and free to refuse; its answer, without a reason; another way that would suit.
/// What is told of an answer.
package struct ReplyView: Sendable, Equatable, Codable {
    /// The round in which it was answered.
    package let round: RoundName
    /// Yes, not now or no, by its name, as its author's.
    let answer: Words
    /// Another way that would suit.
    package let counter: Answer
    /// Whether it answers another way of the reader's own.
    package let isToCounter: Bool

    package var option: String { answer.text }

    init(round: RoundName, answer: Words, counter: Answer, isToCounter: Bool) {
        self.round = round
        self.answer = answer
        self.counter = counter
        self.isToCounter = isToCounter
    }
}

extension ReplyView {
    private enum CodingKeys: String, CodingKey {
        case round
        case answer
        case option
        case counter
        case isToCounter
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        round = try container.decode(RoundName.self, forKey: .round)
        counter = try container.decode(Answer.self, forKey: .counter)
        isToCounter = try container.decode(Bool.self, forKey: .isToCounter)
        // Pages from before it was anybody's have it openly.
        answer =
            try container.decodeIfPresent(Words.self, forKey: .answer)
            ?? Words(
                by: counter.words.first?.author ?? PersonID(""),
                container.decode(String.self, forKey: .option))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(round, forKey: .round)
        try container.encode(answer, forKey: .answer)
        try container.encode(counter, forKey: .counter)
        try container.encode(isToCounter, forKey: .isToCounter)
    }
}

extension Couple {
    /// The same wish can't come back for so long.
    static let wishRests = Span.days(30)

    /// The other's wish was shown: it may be answered, now or within seven days, or not at all.
    mutating func offerReply(to name: RoundName, _ side: Side) -> Effect {
        partners[side]?.response = nil
        return tell(
            side, Line(.answerTheWish),
            [[Press(.answerIt, name)], [Press(.letLie, name)]], about: name)
    }

    /// [Answer it]: the round of answers, beside the wish.
    mutating func answerWish(_ press: Press, by side: Side, in scene: Scene) -> [Effect] {
        guard let name = press.round, let line = line(name),
            let shown = line.shown[side.other], scene.now - shown < Couple.patience,
            let reply = replyRound(to: name, in: scene.course)
        else { return [tell(side, Line(.passed))] }
        return ask(reply, of: side, in: scene)
    }

    private func replyRound(to name: RoundName, in course: Course) -> RoundName? {
        course.plans.first { $0.kind == .reply && $0.wishes == name.base }?.name
            .occurring(name.occurrence)
    }

    /// The round of wishes that this one answers.
    func wishRound(of plan: RoundPlan) -> RoundName? {
        plan.wishes?.occurring(plan.name.occurrence)
    }

    /// The same words as a wish of the last thirty days: not again yet.
    mutating func refuseSame(
        _ index: Int, _ plan: RoundPlan, by side: Side, in scene: Scene
    ) -> [Effect]? {
        let wish = shelf[rounds[index].serial].sheets[side].plainText
        let isRepeated = rounds.contains { line in
            line.name != plan.name && line.name.base == plan.name.base
                && shelf.holds(line.serial)
                && (line.shown[side].map { scene.now - $0 < Couple.wishRests } ?? false)
                && shelf[line.serial].sheets[side].plainText == wish
        }
        return isRepeated
            ? [
                tell(
                    side, Line(.wishRests), [[Press(.again, plan.name)], [Press(.keep, plan.name)]])
            ]
            : nil
    }

    /// It crosses by this tap, and arrives as one neutral line.
    mutating func sendReply(
        _ index: Int, _ plan: RoundPlan, by side: Side, in scene: Scene
    ) -> [Effect] {
        let serial = rounds[index].serial
        let sheet = shelf[serial].sheets[side]
        let isOpen =
            wishRound(of: plan).flatMap { line($0)?.shown[side.other] }
            .map { scene.now - $0 < Couple.patience } ?? false
        guard isOpen, sheet.isSent != true, let option = sheet.answer(0).options.first,
            let id = partners[side]?.id
        else {
            return [tell(side, Line(.passed))]
        }
        shelf[serial].sheets[side].isSent = true
        rounds[index].stages[side] = .released
        rounds[index].shown[side] = scene.now
        let view = ReplyView(
            round: plan.name, answer: Words(by: id, option), counter: sheet.answer(1),
            isToCounter: false)
        partners[side]?.floor = .nothing
        let said = tell(side, Line(.wordSent))
        return [said] + share(.reply(view: view), with: side.other, in: scene)
    }

    mutating func show(reply view: ReplyView, to side: Side) -> [Effect] {
        guard let partner = partners[side]?.calls else { return [tell(side, Line(.passed))] }
        let slots: [Line.Slot: Line.Value] = [
            .partner: .words(partner), .theirs: .option(view.round, 0, view.option),
            .also: .answer(view.counter, of: view.round, question: 1),
        ]
        partners[side]?.floor = .nothing
        partners[side]?.recent = nil
        partners[side]?.offered = []
        let author = view.answer.author
        guard !view.counter.pieces.isEmpty else {
            let key: Line.Key = view.isToCounter ? .counterAnswered : .wishAnswered
            return [protected(side, Line(key, slots), [], from: author)]
        }
        // Another way is answered once, with one tap; that it goes by this tap is said.
        let sent = line(view.round)?.shown[side.other]
        let choices = (0..<3).map { [Press(.answerCounter, view.round, counter($0, sent))] }
        partners[side]?.offered = choices.flatMap { $0 }
        return [protected(side, Line(.wishAnsweredWithAnother, slots), choices, from: author)]
    }

    /// An option of an answer to another way, and to which: that of one partner is no other's.
    private func counter(_ option: Int, _ sent: Moment?) -> Int {
        Int((sent?.seconds ?? 0) / 60) * 10 + option
    }

    func protected(
        _ side: Side, _ line: Line, _ choices: [[Press]], from author: PersonID? = nil
    ) -> Effect {
        var telling = Telling(line, choices)
        telling.isProtected = true
        telling.from = author
        return .tell(side, telling)
    }

    /// Yes, not now or no to the other's other way.
    mutating func answerCounter(_ press: Press, by side: Side, in scene: Scene) -> [Effect] {
        guard let name = press.round, let plan = scene.course.plan(name), plan.kind == .reply,
            let line = line(name), let sent = line.shown[side.other],
            scene.now - sent < Couple.patience, let tapped = press.number,
            let number = (0..<3).first(where: { counter($0, sent) == tapped }),
            case .choice(let options) = plan.questions[0].form, options.indices.contains(number),
            shelf[line.serial].sheets[side.other].answer(1).pieces.isEmpty == false,
            shelf[line.serial].sheets[side].item == nil, let id = partners[side]?.id
        else { return [tell(side, Line(.passed))] }
        // Answered once.
        shelf[line.serial].sheets[side].item = Words(by: id, options[number])
        let view = ReplyView(
            round: name, answer: Words(by: id, options[number]), counter: Answer(),
            isToCounter: true)
        let said = tell(side, Line(.wordSent))
        return [said] + share(.reply(view: view), with: side.other, in: scene)
    }
}

extension Sheet {
    /// Its words without what differs by chance: case, white space, marks at the end.
    fileprivate var plainText: String {
        let text = answers.flatMap(\.words).map(\.text).joined(separator: " ").lowercased()
        return text.split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }
}
