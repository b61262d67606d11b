/// The presses that may still be answered: once each, and within fifteen seconds.
struct Callbacks: Sendable {
    static let answerSeconds = 15.0
    static let maximum = 100_000

    private struct Open: Sendable {
        let chat: Int64
        let at: Double
    }

    private var open: [String: Open] = [:]
    private var order: [String] = []
    private var next: UInt64

    init(first: UInt64) { next = first }

    /// Notes a press and names it.
    mutating func add(chat: Int64, now: Double) -> String {
        let id = String(next)
        next += 1
        open[id] = Open(chat: chat, at: now)
        order.append(id)
        if order.count > Self.maximum {
            for id in order.prefix(Self.maximum / 2) { open[id] = nil }
            order.removeFirst(Self.maximum / 2)
        }
        return id
    }

    /// Takes an answer and returns the chat it is for; nil if it comes too late or again.
    mutating func answer(_ id: String, now: Double) -> Int64? {
        guard let press = open.removeValue(forKey: id), now < press.at + Self.answerSeconds else {
            return nil
        }
        return press.chat
    }
}
