/// How many messages the platform takes: in all a second, and in each chat some at once and then
/// one a second. More is refused until there is room again, as the real server does.
struct RateLimits: Sendable {
    private let perSecond: Int
    private let burst: Double
    /// When the last messages were taken.
    private var taken: [Double] = []
    /// Of each chat written to lately, how full it is, and when that was.
    private var chats: [Int64: (level: Double, at: Double)] = [:]

    init(_ limits: LocalChat.Limits) {
        perSecond = limits.perSecond
        burst = Double(limits.burstPerChat)
    }

    /// Takes a message, or tells how many seconds to wait.
    ///
    /// - Parameter now: seconds on the steady clock.
    mutating func take(for chat: Int64, now: Double) -> Int? {
        taken.removeAll { $0 <= now - 1 }
        if chats.count > 4_096 { chats = chats.filter { $0.value.at > now - burst } }
        let known = chats[chat]
        let level = max(0, (known?.level ?? 0) - (now - (known?.at ?? now)))
        if level + 1 > burst { return Int((level + 1 - burst).rounded(.up)) }
        guard taken.count < perSecond else { return 1 }
        taken.append(now)
        chats[chat] = (level + 1, now)
        return nil
    }
}
