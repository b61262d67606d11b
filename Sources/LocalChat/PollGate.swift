/// How the real server slows down a client that asks the same thing again and again.
struct PollGate: Sendable {
    private var lastOffset: Int64?
    private var lastStart: ContinuousClock.Instant?

    /// What a poll is granted.
    struct Grant: Equatable {
        var timeoutSeconds: Int
        var limit: Int
    }

    /// The same offset within 3 s waits at least 3 s; within half a second it gets one update.
    mutating func admit(
        offset: Int64, _ wanted: Grant, at instant: ContinuousClock.Instant
    ) -> Grant {
        var grant = wanted
        if let lastStart, lastOffset == offset {
            if grant.timeoutSeconds < 3, instant < lastStart + .seconds(3) {
                grant.timeoutSeconds = 3
            }
            if instant < lastStart + .milliseconds(500) { grant.limit = 1 }
        }
        lastOffset = offset
        lastStart = instant
        return grant
    }
}
