import Curl
import Dialogue
import Synchronization
import Testing

@testable import Desk

/// What time it is when the machine's clock jumps.
@Suite struct TimepieceTests {
    private final class Machine: Sendable {
        let wall = Mutex(1_800_000_000.0)
        let steady = Mutex(50.0)
        let changes = Mutex<[Double]>([])

        /// Time goes by, and the wall clock with it.
        func pass(_ seconds: Double) {
            wall.withLock { $0 += seconds }
            steady.withLock { $0 += seconds }
        }

        /// Somebody sets the wall clock.
        func set(by seconds: Double) { wall.withLock { $0 += seconds } }

        func timepiece(lastSaved: Double? = nil) -> Timepiece {
            Timepiece(
                wall: { self.wall.withLock { $0 } }, steady: { self.steady.withLock { $0 } },
                lastSaved: lastSaved,
                changed: { step in self.changes.withLock { $0.append(step) } })
        }
    }

    private let machine = Machine()

    @Test func `small steps are followed at once, great ones not before the platform agrees`() {
        let timepiece = machine.timepiece()
        #expect(timepiece.now() == Moment(1_800_000_000))
        #expect(!timepiece.isSure)
        machine.pass(60)
        machine.set(by: -90)
        #expect(timepiece.now() == Moment(1_799_999_970))
        machine.set(by: 3_600)
        machine.pass(10)
        #expect(timepiece.now() == Moment(1_799_999_980))
        timepiece.heard(1_800_003_580)
        #expect(timepiece.isSure)
        #expect(timepiece.now() == Moment(1_800_003_580))
        #expect(machine.changes.withLock { $0 }.count == 1)
    }

    @Test(arguments: [-3_600.0, 315_360_000, -1_000_000_000])
    func `a clock that was set wrong is passed over, and said so once`(step: Double) {
        let timepiece = machine.timepiece()
        timepiece.heard(1_800_000_001)
        machine.set(by: step)
        for second in 1...20 {
            machine.pass(60)
            #expect(timepiece.now() == Moment(1_800_000_000 + Int64(second) * 60))
            timepiece.heard(1_800_000_000 + Double(second) * 60 + 3)
        }
        #expect(machine.changes.withLock { $0 }.count == 1)
        // Set right again, it is followed as before.
        machine.set(by: -step)
        #expect(timepiece.now() == Moment(1_800_001_200))
        machine.set(by: 100)
        #expect(timepiece.now() == Moment(1_800_001_300))
    }

    @Test func `a machine without a battery learns the time from the platform`() {
        machine.set(by: -1_799_999_000)
        let timepiece = machine.timepiece()
        #expect(timepiece.now() == Moment(1_000))
        timepiece.heard(HTTPDate.seconds(of: "Fri, 15 Jan 2027 08:00:00 GMT") ?? 0)
        #expect(timepiece.now() == Moment(1_800_000_000))
        machine.pass(30)
        #expect(timepiece.now() == Moment(1_800_000_030))
    }

    @Test func `a platform that errs changes nothing, and nothing is forgotten by its word`() {
        let timepiece = machine.timepiece()
        timepiece.heard(1_800_000_001)
        #expect(timepiece.clock.isAgreed())
        machine.pass(60)
        timepiece.heard(2_115_360_000)
        #expect(timepiece.now() == Moment(1_800_000_060))
        #expect(!timepiece.clock.isAgreed())
        #expect(timepiece.changes == 0)
        timepiece.heard(1_800_000_062)
        #expect(timepiece.clock.isAgreed())
    }

    @Test(arguments: [-700_000_000.0, 315_360_000.0])
    func `at a start, too, a platform whose clock is years off changes nothing`(step: Double) {
        let timepiece = machine.timepiece(lastSaved: 1_800_000_000 - 86_400)
        timepiece.heard(1_800_000_000 + step)
        #expect(timepiece.isSure && !timepiece.clock.isAgreed())
        #expect(timepiece.now() == Moment(1_800_000_000))
    }

    @Test(arguments: [-1_799_999_000.0, 315_360_000.0, -86_400])
    func `at a start the platform is believed where the machine's clock is off`(step: Double) {
        machine.set(by: step)
        let timepiece = machine.timepiece(lastSaved: 1_800_000_000 - 86_400)
        timepiece.heard(1_800_000_000)
        #expect(timepiece.now() == Moment(1_800_000_000))
    }

    @Test func `a machine that sleeps for days wakes up late`() {
        let timepiece = machine.timepiece()
        timepiece.heard(1_800_000_000)
        machine.pass(400_000)
        #expect(timepiece.now() == Moment(1_800_400_000))
    }

    @Test(arguments: ["", "yesterday", "Fri, 15 Foo 2027 08:00:00", "0", "GMT"])
    func `what is no date says nothing`(date: String) {
        #expect(HTTPDate.seconds(of: date) == nil)
    }
}
