import Dialogue
import Messenger
import Rhythm

/// A page as it lies in the folder: what belongs to one of the two is sealed with their key, the
/// rest with the couple's.
struct PageDocument: Codable, Sendable {
    /// Without its partners.
    private let couple: Couple
    private let partners: Pair<Sealed<Partner>?>
    /// Which times would suit each.
    private let marks: Pair<Sealed<[Moment]>?>?
    /// Which pages somebody who left had taken out of the book.
    private let leftOut: Pair<Sealed<[RoundName]>?>?
    private let addresses: Pair<Address?>
    private let heard: HeardUpdates
    private let outbox: [Letter]
    private let letterCount: Int
    private let spoken: Pair<[Page.Spoken]>
    private let carried: Pair<CardHour.Carried?>
    private let hasParted: Bool?
    private let saidAt: Pair<Moment?>?
    private let moveCodes: Pair<Sealed<[MoveCode]>?>?
    private let chats: Pair<ChatNumber>?

    init(_ page: Page) {
        var bare = page.couple
        bare.partners = Pair(nil, nil)
        bare.talk.marks = Pair([], [])
        bare.goneLeftOut = Pair([], [])
        couple = bare
        func marks(_ side: Side) -> Sealed<[Moment]>? {
            let marks = page.couple.talk.marks[side]
            let owner = page.couple.partners[side]?.id ?? page.couple.gone[side]
            return marks.isEmpty
                ? nil : Sealed(marks, of: (owner ?? .both(of: page.couple.id)).text)
        }
        let sealed = Pair(marks(.first), marks(.second))
        self.marks = sealed.first == nil && sealed.second == nil ? nil : sealed
        func leftOut(_ side: Side) -> Sealed<[RoundName]>? {
            let rounds = page.couple.goneLeftOut[side]
            let owner = page.couple.gone[side] ?? .both(of: page.couple.id)
            return rounds.isEmpty ? nil : Sealed(rounds, of: owner.text)
        }
        let sealedRounds = Pair(leftOut(.first), leftOut(.second))
        self.leftOut =
            sealedRounds.first == nil && sealedRounds.second == nil ? nil : sealedRounds
        partners = Pair(
            page.couple.partners.first.map { Sealed($0, of: $0.id.text) },
            page.couple.partners.second.map { Sealed($0, of: $0.id.text) })
        addresses = page.addresses
        heard = page.heard
        outbox = page.outbox
        letterCount = page.letterCount
        spoken = page.spoken
        carried = page.carried
        hasParted = page.hasParted ? true : nil
        saidAt = page.saidAt == Pair(nil, nil) ? nil : page.saidAt
        func codes(_ side: Side) -> Sealed<[MoveCode]>? {
            guard let person = page.couple.partners[side]?.id, !page.moveCodes[side].isEmpty
            else { return nil }
            return Sealed(page.moveCodes[side], of: person.text)
        }
        let sealedCodes = Pair(codes(.first), codes(.second))
        moveCodes =
            sealedCodes.first == nil && sealedCodes.second == nil ? nil : sealedCodes
        let unmoved = Pair(ChatNumber(), ChatNumber())
        chats = page.chats == unmoved ? nil : page.chats
    }

    /// Somebody who was forgotten is no longer on it, and is named as lost.
    var page: Page {
        var couple = couple
        var lost: Pair<PersonID?> = Pair(nil, nil)
        for side in Side.allCases {
            guard let sealed = partners[side] else { continue }
            couple.partners[side] = sealed.value
            if sealed.value == nil { lost[side] = PersonID(sealed.owner) }
        }
        for side in Side.allCases {
            guard let sealed = marks?[side] else { continue }
            couple.talk.marks[side] = sealed.value ?? []
        }
        for side in Side.allCases {
            guard let sealed = leftOut?[side] else { continue }
            couple.goneLeftOut[side] = sealed.value ?? []
        }
        var page = Page(couple: couple, addresses: addresses)
        page.heard = heard
        page.outbox = outbox
        page.letterCount = letterCount
        page.spoken = spoken
        page.carried = carried
        page.hasParted = hasParted ?? false
        page.saidAt = saidAt ?? Pair(nil, nil)
        page.lost = lost
        page.chats = chats ?? Pair(ChatNumber(), ChatNumber())
        for side in Side.allCases { page.moveCodes[side] = moveCodes?[side]?.value ?? [] }
        return page
    }
}
