/// Which pooled connections a new request may use.
///
/// When one connection broke, those that lay idle beside it have often broken too (the network
/// changed, a router forgot them), and each would cost a message its certainty. So only
/// connections made after the last break are used again.
struct Freshness {
    enum Rule: Equatable {
        case any
        /// Make a new connection.
        case new
        /// Reuse one that was made at most so many seconds ago.
        case youngerThan(seconds: Int)
    }

    /// Idle connections don't live this long, so older breaks need no memory.
    static let memory = Duration.seconds(600)

    private var lastBreak: ContinuousClock.Instant?

    mutating func noteBreak(at now: ContinuousClock.Instant) { lastBreak = now }

    func rule(at now: ContinuousClock.Instant) -> Rule {
        guard let lastBreak else { return .any }
        let elapsed = lastBreak.duration(to: now)
        guard elapsed < Self.memory else { return .any }
        // libcurl rounds ages down to whole seconds: one second less makes sure that no
        // connection from before the break passes.
        let seconds = Int(elapsed.components.seconds) - 1
        return seconds > 0 ? .youngerThan(seconds: seconds) : .new
    }
}
