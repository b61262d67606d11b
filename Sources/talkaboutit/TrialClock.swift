import Desk
import Dialogue
import Foundation
import Rhythm
import Store
import Synchronization

/// The trial's clock: the machine's, moved ahead by [Next day]. How far is kept in the trial's
/// folder, so that a restart doesn't fall back.
final class TrialClock: Sendable {
    private struct State {
        var offset: Span
        var alarm: Alarm?
    }

    private struct Saved: Codable {
        let offset: Span
    }

    private static let path = RelativePath("trial.json")
    private let store: Store
    private let zone: Zone
    private let state: Mutex<State>

    /// - Throws: ``Stop`` if what was kept can't be read.
    init(store: Store, zone: String) throws {
        self.store = store
        self.zone = Zone(zone) ?? .utc
        do throws(StoreFault) {
            // One from before there were seals is taken over, and sealed when it changes.
            var saved = try store.readUnsealed(Saved.self, at: TrialClock.path, schema: 1)
            if saved == nil { saved = try store.read(Saved.self, at: TrialClock.path) }
            state = Mutex(State(offset: saved?.offset ?? Span(seconds: 0), alarm: nil))
        } catch {
            throw Stop(error)
        }
    }

    /// As the daemon and the page see it.
    var clock: Clock { Clock { self.now() } }

    func now() -> Moment { machine + state.withLock(\.offset) }

    /// Which alarm to ring when the clock was turned.
    func rings(_ alarm: Alarm) { state.withLock { $0.alarm = alarm } }

    /// On to eight in the evening of the next day: the day's card and what was shared are due
    /// then, and both are awake.
    func turnToNextDay() throws {
        let now = now()
        let evening = zone.instant(
            on: zone.localDate(at: now).adding(days: 1),
            at: LocalTime(minutesAfterMidnight: 20 * 60))
        let offset = evening - machine
        try store.save([.write(TrialClock.path, Saved(offset: offset))])
        let alarm = state.withLock { state in
            state.offset = offset
            return state.alarm
        }
        alarm?.wake()
    }

    private var machine: Moment { Moment(Int64(Date().timeIntervalSince1970)) }
}
