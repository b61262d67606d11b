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
        var isWarned = false
    }

    private let wall: @Sendable () -> Double
    private let steady: @Sendable () -> Double
    private let state: Mutex<State>
    private let changed: @Sendable (Double) -> Void

    /// Seconds by which a wall clock may be corrected at once without being doubted.
    static let smallStep = 120.0
    /// Seconds by which the platform's clock may differ from one that is right.
    static let tolerance = 600.0

    /// - Parameters:
    ///   - wall: seconds since 1970, by the machine.
    ///   - steady: seconds on a clock that nobody sets, and that goes on while the machine sleeps.
    ///   - changed: told when time was found to be another, and by how many seconds the machine's
    ///     clock differs from it.
    package init(
        wall: @escaping @Sendable () -> Double = { Date().timeIntervalSince1970 },
        steady: @escaping @Sendable () -> Double = Timepiece.steady(),
        changed: @escaping @Sendable (Double) -> Void = { _ in }
    ) {
        self.wall = wall
        self.steady = steady
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

    package var clock: Clock { Clock { self.now() } }

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
            state.isSure = true
            let before = state.ahead
            if abs(wall - platform) <= Timepiece.tolerance {
                state.ahead = wall - steady
                state.isWarned = false
            } else if abs(steady + state.ahead - platform) > Timepiece.tolerance {
                state.ahead = platform - steady
            }
            let isTold = state.isWarned
            if abs(wall - platform) > Timepiece.tolerance { state.isWarned = true }
            let isOther = abs(state.ahead - before) > Timepiece.smallStep
            return isOther || state.isWarned && !isTold ? wall - steady - state.ahead : nil
        }
        if let step { changed(step) }
    }
}
