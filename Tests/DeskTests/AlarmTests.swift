import Dialogue
import Rehearsal
import Testing

@testable import Desk

/// What ends a sleep of the clockwork's early. Each would sleep for an hour.
@Suite(.timeLimit(.minutes(40))) struct AlarmTests {
    private let alarm = Alarm()

    /// Falls asleep until this is due. Returns once it sleeps.
    private func sleeper(until moment: Moment?) async -> Task<Void, Never> {
        let task = Task { [alarm] in await alarm.sleep(for: .seconds(3_600), until: moment) }
        while !alarm.isAsleep { await Task.yield() }
        return task
    }

    @Test func `something that becomes due earlier wakes it`() async {
        let sleeper = await sleeper(until: .scriptStart + .hours(2))
        alarm.ring(nextDue: .scriptStart + .hours(1))
        await sleeper.value
        #expect(!alarm.isAsleep)
    }

    @Test func `something that becomes due wakes whoever waits for nothing`() async {
        let sleeper = await sleeper(until: nil)
        alarm.ring(nextDue: .scriptStart)
        await sleeper.value
    }

    @Test(arguments: [2, 3]) func `what isn't due earlier wakes nobody`(hours: Int64) async {
        let sleeper = await sleeper(until: .scriptStart + .hours(2))
        alarm.ring(nextDue: .scriptStart + .hours(hours))
        alarm.ring(nextDue: nil)
        for _ in 0..<200 { await Task.yield() }
        #expect(alarm.isAsleep)
        alarm.wake()
        await sleeper.value
    }

    @Test func `what became due before it slept keeps it from sleeping`() async {
        alarm.ring(nextDue: .scriptStart)
        await alarm.sleep(for: .seconds(3_600), until: .scriptStart + .hours(1))
        #expect(!alarm.isAsleep)
    }

    @Test func `a clock that was turned before it slept ends one sleep, and one only`() async {
        alarm.wake()
        await alarm.sleep(for: .seconds(3_600), until: nil)
        let second = await sleeper(until: nil)
        for _ in 0..<200 { await Task.yield() }
        #expect(alarm.isAsleep)
        second.cancel()
        await second.value
    }

    @Test func `it ends when the daemon stops`() async {
        let sleeper = await sleeper(until: nil)
        sleeper.cancel()
        await sleeper.value
        #expect(!alarm.isAsleep)
    }

    @Test func `slept through`() async {
        await alarm.sleep(for: .milliseconds(1), until: .scriptStart)
        #expect(!alarm.isAsleep)
    }
}
