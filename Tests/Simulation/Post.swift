import Curriculum
import Desk
import Dialogue
import Messenger

/// The chat platform's own record: what stands in whose chat. It never crashes.
package struct Post: Sendable {
    static let platform = "street"

    struct Sent: Equatable, Sendable {
        let id: MessageID
        let chat: String
        let content: Letter.Content
    }

    /// What arrived for the first time since the last ``settle()``, in order.
    private(set) var fresh: [Sent] = []
    /// Everything that ever arrived.
    private var delivered: Set<MessageID> = []
    /// Letters that were sent, and of which that wasn't yet noted when the power went.
    private var repeatable: Set<MessageID> = []
    /// The last messages with buttons in each chat, oldest first.
    private(set) var buttons: [String: [(message: MessageID, presses: [Press])]] = [:]
    /// How many letters came once more.
    private(set) var copies = 0
    private(set) var letters = 0
    /// Whether the platform knows a letter by a key of its own, and so drops a copy.
    let isKeyed: Bool

    init(isKeyed: Bool) { self.isKeyed = isKeyed }

    /// Takes a letter. A copy is only right after a crash, and only once for each.
    mutating func take(
        _ content: Letter.Content, of id: MessageID, to chat: String
    ) throws(Violation) {
        guard delivered.insert(id).inserted else {
            if isKeyed { return }
            guard repeatable.remove(id) != nil else {
                throw Violation("a letter was sent again that was marked as sent")
            }
            copies += 1
            if let first = fresh.last(where: { $0.id == id }), first.content != content {
                throw Violation("a letter was sent again with other words")
            }
            return
        }
        letters += 1
        fresh.append(Sent(id: id, chat: chat, content: content))
        guard case .message(_, let rows) = content, !rows.isEmpty else { return }
        buttons[chat, default: []].append((id, rows.flatMap { $0 }.map(\.press)))
        if buttons[chat, default: []].count > 24 { buttons[chat]?.removeFirst() }
    }

    /// The power went while these had been sent and not been noted.
    mutating func crash(unnoted: [MessageID]) { repeatable.formUnion(unnoted) }

    /// Ends a step: what arrived in it must be what arrived elsewhere, chat by chat.
    mutating func settle(like other: inout Post) throws(Violation) {
        let mine = Dictionary(grouping: fresh, by: \.chat)
        let theirs = Dictionary(grouping: other.fresh, by: \.chat)
        for chat in Set(mine.keys).union(theirs.keys) {
            let one = mine[chat] ?? []
            let two = theirs[chat] ?? []
            if one == two { continue }
            let isOnlyOrder = one.count == two.count && two.allSatisfy(one.contains)
            let sameNames = one.map(\.id) == two.map(\.id)
            throw Violation(
                isOnlyOrder
                    ? "letters came in another order"
                    : "\(one.count) letters came where \(two.count) should have"
                        + (sameNames ? ", with other words" : ""))
        }
        fresh = []
        other.fresh = []
    }

    /// A name for a letter that doesn't change when it is sent again, or moves to another page.
    static func id(of letter: Letter, on page: String?) -> MessageID {
        let origin = letter.origins?.first
        let name = "\(origin?.page ?? page ?? "nobody") \(origin?.letter ?? letter.id)"
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return MessageID(Int64(hash >> 12))
    }
}
