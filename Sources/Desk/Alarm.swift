package import Dialogue
import Synchronization

/// Wakes the clockwork when something became due earlier than it had planned for.
package final class Alarm: Sendable {
    fileprivate struct Sleep {
        /// What was said last to be due next.
        var nextDue: Moment?
        var until: Moment?
        var wake: (@Sendable () -> Void)?
        /// The clock was turned while nobody slept: the next sleep ends at once.
        var isOver = false
    }

    private let sleep = Mutex(Sleep())

    package init() {}

    /// Whether somebody sleeps.
    var isAsleep: Bool { sleep.withLock { $0.wake != nil } }

    /// Says when something is due next.
    package func ring(nextDue: Moment?) {
        let wake = sleep.withLock { sleep -> (@Sendable () -> Void)? in
            sleep.nextDue = nextDue
            guard sleep.isTooLong else { return nil }
            defer { sleep.wake = nil }
            return sleep.wake
        }
        wake?()
    }

    /// Ends a sleep: the clock itself was turned.
    package func wake() {
        let wake = sleep.withLock { sleep -> (@Sendable () -> Void)? in
            defer { sleep.wake = nil }
            sleep.isOver = sleep.wake == nil
            return sleep.wake
        }
        wake?()
    }

    /// Sleeps for a while on the monotonic clock, or until something is due before `until`.
    package func sleep(for duration: Duration, until: Moment?) async {
        let task = Task { try await Task.sleep(for: duration) }
        let isTooLong = sleep.withLock { sleep in
            sleep.until = until
            sleep.wake = { task.cancel() }
            defer { sleep.isOver = false }
            return sleep.isTooLong || sleep.isOver
        }
        // Something became due since the wait was reckoned.
        if isTooLong { task.cancel() }
        await withTaskCancellationHandler {
            // Woken early or slept through: both are just the end of the sleep.
            _ = try? await task.value
        } onCancel: {
            task.cancel()
        }
        sleep.withLock { $0.wake = nil }
    }
}

extension Alarm.Sleep {
    fileprivate var isTooLong: Bool {
        guard let nextDue else { return false }
        return until.map { nextDue < $0 } ?? true
    }
}
