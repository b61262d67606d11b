import Curriculum
package import Dialogue
package import Messenger
package import Rhythm

/// Everything of one couple but the bodies of their rounds: the dialogue's value, where each can
/// be reached, what was heard already, and what is owed to them. One file, small for ever.
package struct Page: Sendable, Codable, Equatable {
    package var couple: Couple
    package var addresses: Pair<Address?>
    /// Updates already heard, newest last: a second delivery changes nothing.
    package var heard = HeardUpdates()
    package var outbox: [Letter] = []
    package var letterCount = 0
    /// What our last messages were about, so that a reply answers the right question.
    package var spoken: Pair<[Spoken]> = Pair([], [])
    /// A date that a change of zone or hour would have lost.
    package var carried: Pair<CardHour.Carried?> = Pair(nil, nil)

    /// Codes by which each may come from another chat, or go back to one.
    var moveCodes: Pair<[MoveCode]> = Pair([], [])
    /// In which of their chats each is.
    var chats = Pair(ChatNumber(), ChatNumber())
    /// Whether somebody took a page of their own along from here.
    var hasParted = false
    /// When each last said anything, by their platform's word where that is known to be late.
    var saidAt: Pair<Moment?> = Pair(nil, nil)
    /// Who was on a side and has been forgotten since this page was saved: found when an old copy
    /// was put back. Not saved.
    var lost: Pair<PersonID?> = Pair(nil, nil)

    /// As a page was saved before there were seals.
    private enum CodingKeys: CodingKey {
        case couple, addresses, heard, outbox, letterCount, spoken, carried
    }

    package init(couple: Couple, addresses: Pair<Address?>) {
        self.couple = couple
        self.addresses = addresses
    }

    static let mostSpoken = 16

    package struct Spoken: Sendable, Codable, Equatable {
        let message: MessageID
        let about: RoundName
        let hasButtons: Bool
    }

    /// Puts a letter in the outbox.
    mutating func owe(
        _ content: Letter.Content, to side: Side, _ finish: (inout Letter) -> Void = { _ in }
    ) {
        guard let address = addresses[side] else { return }
        letterCount += 1
        var letter = Letter(id: letterCount, to: address, content: content)
        finish(&letter)
        outbox.append(letter)
    }

    /// What one of our messages was about.
    func about(_ message: MessageID?, on side: Side) -> RoundName? {
        guard let message else { return nil }
        return spoken[side].last { $0.message == message }?.about
    }

    /// The next moment at which something is due here by itself; nil if nothing ever is.
    package func nextDue(after now: Moment) -> Moment? {
        [nextPrompt, nextOther(after: now)].compactMap { $0 }.min()
    }

    /// Where the two are reached.
    var platforms: Set<String> {
        Set(Side.allCases.compactMap { addresses[$0]?.platform })
    }

    /// When something is next due to the minute, whatever else is to be sent.
    var nextPrompt: Moment? { couple.timers.filter(\.purpose.isPrompt).map(\.at).min() }

    /// When a card or another timer is next due. One that is due stays where it stood in line.
    func nextOther(after now: Moment) -> Moment? {
        var moments = couple.timers.filter { !$0.purpose.isPrompt }.map(\.at)
        for side in Side.allCases {
            guard let partner = couple.partners[side] else { continue }
            let hour = cardHour(of: partner, on: side)
            let judgement = hour.judge(lastGiven: partner.lastCardDate, now: now)
            moments.append(
                judgement.due.map { min(hour.zone.instant(on: $0, at: hour.hour), now) }
                    ?? judgement.next)
        }
        moments += Side.allCases.flatMap { moveCodes[$0].map(\.expires) }
        return moments.min()
    }

    func cardHour(of partner: Partner, on side: Side) -> CardHour {
        CardHour(
            zone: Zone(partner.zone) ?? .utc, hour: partner.hour, quiet: partner.quietHours,
            carried: carried[side])
    }
}
