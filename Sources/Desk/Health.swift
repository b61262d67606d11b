import Synchronization

/// Whether the daemon hears: when a poll last succeeded, and why it stops, if it does.
package final class Health: Sendable {
    /// Why a person must look after the daemon.
    package enum Reason: Sendable {
        case unauthorised
        case storeBroken
    }

    private struct State {
        var lastPoll: ContinuousClock.Instant?
        var reason: Reason?
    }

    private let state = Mutex(State())

    package init() {}

    /// A poll succeeded. Nothing else resets the age.
    package func polled() { state.withLock { $0.lastPoll = .now } }

    /// Since when nothing was heard from the platform; nil before the first poll.
    package var silence: Duration? {
        state.withLock { $0.lastPoll.map { .now - $0 } }
    }

    /// Whether the platform answered not long ago.
    var isHeard: Bool { silence.map { $0 < .seconds(120) } ?? false }

    package func stop(for reason: Reason) { state.withLock { $0.reason = reason } }

    package var reason: Reason? { state.withLock(\.reason) }
}
