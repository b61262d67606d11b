/// Cards that lie unopened, and what follows from it: one reminder, then a question, then nothing.
///
/// Anything somebody writes or taps ends it.
struct Lull: Sendable, Equatable, Codable {
    /// When the last card of the day came; nil if they have said anything since.
    var card: Moment?
    /// How many in a row were closed by the next without a word.
    var closed = 0
    /// They were asked what would suit them better. Until they say anything nothing comes.
    var isAsked = false
    /// Whether they were reminded of it.
    var isReminded: Bool?

    /// After how many cards it is asked.
    static let cards = 3
}

extension Couple {
    /// They wrote or tapped: whatever lay there, they are here. Returns how it had lain.
    mutating func endLull(_ side: Side) -> Lull {
        guard let partner = partners[side] else { return Lull() }
        partners[side]?.unopened = Lull()
        return partner.unopened
    }

    /// A card is about to take the place of one that nobody opened. The third time it is asked,
    /// once and privately, what would suit better, instead of giving another one.
    mutating func cardLies(_ side: Side) -> [Effect]? {
        guard var lull = partners[side]?.unopened, lull.card != nil else { return nil }
        lull.closed += 1
        lull.card = nil
        lull.isReminded = nil
        lull.isAsked = lull.closed >= Lull.cards
        partners[side]?.unopened = lull
        guard lull.isAsked else { return nil }
        partners[side]?.tray.removeAll { $0.content.isCardOfTheDay }
        let choices = [
            [Press(.otherHour)], [Press(.lighterWeeks)], [Press(.onceAWeek)],
            [Press(.twoWeeksOff)], [Press(.stopCards)],
        ]
        // What they were about to answer can still be answered: nothing that comes by itself takes
        // the floor.
        if partners[side]?.floor == .nothing { partners[side]?.offered = choices.flatMap { $0 } }
        var telling = Telling(Line(.whatWouldSuit), choices)
        telling.isUnasked = true
        telling.announces = .question
        return [.tell(side, telling)]
    }

    /// What only announced something was never brought. A card wasn't left lying then; anything
    /// else is said later.
    package mutating func neverCame(_ announced: Telling.Announced?, to side: Side) {
        switch announced {
        case .card: partners[side]?.unopened.card = nil
        case .something: partners[side]?.owesNotice = true
        case .claimEnded: partners[side]?.owesClaimEnded = true
        case .question: endQuestion(side)
        case .reminder, nil: break
        }
    }

    /// They can't be written to: whatever they were asked may not have come.
    mutating func endQuestion(_ side: Side) {
        guard partners[side]?.unopened.isAsked == true else { return }
        partners[side]?.unopened = Lull(card: nil, closed: Lull.cards - 1)
    }

    /// A card has come. If it asks something, and the last one was seen to, it is spoken of once
    /// more before the next.
    mutating func cardCame(_ item: TrayItem, to side: Side, in scene: Scene) {
        guard let partner = partners[side] else { return }
        let isFirst = partner.unopened.closed == 0
        partners[side]?.unopened.card = scene.now
        timers.removeAll { $0.purpose.isReminder(for: side) }
        guard isFirst, item.content.asksForWords, let at = scene.reminder(partner) else { return }
        timers.append(Timer(at: at, purpose: .remind(side: side, item: item.id)))
    }

    /// Once a card, and only while it lies there and they have said nothing since it came.
    mutating func remind(_ side: Side, of id: Int, in scene: Scene) -> [Effect] {
        guard let partner = partners[side], partner.mayReceive, partner.unopened.card != nil,
            partner.tray.contains(where: { $0.id == id })
        else { return [] }
        partners[side]?.unopened.isReminded = true
        var telling = Telling(Line(.cardStillHere), [[Press(.open, nil, id)]])
        telling.isUnasked = true
        telling.announces = .reminder
        telling.notBefore = scene.clocks[side].awakeAt
        telling.expires = scene.now + .hours(2)
        return [.tell(side, telling)]
    }

    /// [Lighter cards]: two weeks of small cards.
    mutating func lightenWeeks(_ side: Side, in scene: Scene) -> [Effect] {
        rest(side, until: scene.clocks[side].date.adding(days: 14))
        return [tell(side, Line(.lighterWeeks))]
    }

    /// [No more cards]: a pause that only they end.
    mutating func stopCards(_ side: Side) -> [Effect] {
        partners[side]?.floor = .nothing
        partners[side]?.pause = Pause(until: nil)
        return [tell(side, Line(.cardsStopped), [[Press(.resume)]])]
    }
}

extension TrayItem.Content {
    /// A question, rather than a small card or one about the course.
    fileprivate var asksForWords: Bool {
        switch self {
        case .round, .earlier: true
        case .card, .reveal, .response, .knock, .joined, .resting, .roads, .optIn, .revisit,
            .graduation, .proposal, .agreed, .part, .ended, .moment, .turn, .reply, .heard,
            .talkNamed, .talkTime, .match, .told, .book:
            false
        }
    }
}
