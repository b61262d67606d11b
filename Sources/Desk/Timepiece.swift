package import Dialogue
import Foundation
import Synchronization

/// The daemon's clock: the machine's wall clock as long as that runs evenly. When it jumps, time
/// goes on as before until the platform has said what time it is, so that a clock that was set
/// wrong gives no flood of cards and ends nothing that can't be had back.
package final class Timepiece: Sendable {
    private struct State {
        /// How far the wall clock is ahead of the steady one, as far as it is believed.
        var ahead: Double
        /// Whether the platform has said what time it is.
        var isSure = false
        /// Whether the machine said the same when the platform last did.
        var isAgreed = false
        var isWarned = false
        var changes = 0
    }

    private let wall: @Sendable () -> Double
    private let steady: @Sendable () -> Double
    private let lastSaved: Double?
    private let state: Mutex<State>
    private let changed: @Sendable (Double) -> Void

    /// Seconds by which a wall clock may be corrected at once without being doubted.
    static let smallStep = 120.0
    /// Seconds by which the platform's clock may differ from one that is right.
    static let tolerance = 600.0
    /// Seconds after the last save in which a daemon is taken to have been started again.
    static let longestRest = 366 * 86_400.0

    /// - Parameters:
    ///   - wall: seconds since 1970, by the machine.
    ///   - steady: seconds on a clock that nobody sets, and that goes on while the machine sleeps.
    ///   - lastSaved: when something was last saved, by the clock of then, in seconds since 1970; nil
    ///     if nothing ever was. Of two clocks that differ at a start, one that isn't after it, or
    ///     long after it, is believed less.
    ///   - changed: told when time was found to be another, and by how many seconds the machine's
    ///     clock differs from it.
    package init(
        wall: @escaping @Sendable () -> Double = { Date().timeIntervalSince1970 },
        steady: @escaping @Sendable () -> Double = Timepiece.steady(),
        lastSaved: Double? = nil,
        changed: @escaping @Sendable (Double) -> Void = { _ in }
    ) {
        self.wall = wall
        self.steady = steady
        self.lastSaved = lastSaved
        self.changed = changed
        state = Mutex(State(ahead: wall() - steady()))
    }

    /// The machine's own, which no setting of the time moves.
    package static func steady() -> @Sendable () -> Double {
        let start = ContinuousClock.now
        return {
            let (seconds, attoseconds) = (ContinuousClock.now - start).components
            return Double(seconds) + Double(attoseconds) / 1e18
        }
    }

    package var clock: Clock {
        Clock(isAgreed: { self.state.withLock(\.isAgreed) }, now: { self.now() })
    }

    /// How often time was found to be another.
    package var changes: Int { state.withLock(\.changes) }

    /// Whether the platform has said what time it is. Before that nothing is due by itself.
    package var isSure: Bool { state.withLock(\.isSure) }

    package func now() -> Moment {
        let (wall, steady) = (wall(), steady())
        let ahead = state.withLock { state in
            if abs(wall - steady - state.ahead) <= Timepiece.smallStep {
                state.ahead = wall - steady
            }
            return state.ahead
        }
        return Moment(Int64((steady + ahead).rounded(.down)))
    }

    /// The platform answers: by its clock it is this late.
    ///
    /// - Parameter platform: seconds since 1970.
    package func heard(_ platform: Double) {
        let (wall, steady) = (wall(), steady())
        let step = state.withLock { state -> Double? in
            let before = state.ahead
            state.isAgreed = abs(wall - platform) <= Timepiece.tolerance
            if state.isAgreed {
                state.ahead = wall - steady
                state.isWarned = false
            } else if state.isSure, abs(wall - steady - before) <= Timepiece.smallStep {
                // The machine's clock runs on as it did, so it is the platform that errs.
            } else if !state.isSure, isLikely(wall), !isLikely(platform) {
                // As above: the machine's clock goes on where it was at the last save.
            } else if abs(steady + before - platform) > Timepiece.tolerance {
                state.ahead = platform - steady
            }
            state.isSure = true
            let isTold = state.isWarned
            if !state.isAgreed { state.isWarned = true }
            let isOther = abs(state.ahead - before) > Timepiece.smallStep
            if isOther { state.changes += 1 }
            return isOther || state.isWarned && !isTold ? wall - platform : nil
        }
        if let step { changed(step) }
    }

    /// Whether a daemon that saved something then may be started at this moment.
    private func isLikely(_ moment: Double) -> Bool {
        guard let lastSaved else { return false }
        return moment >= lastSaved - Timepiece.tolerance
            && moment <= lastSaved + Timepiece.longestRest
    }
}
