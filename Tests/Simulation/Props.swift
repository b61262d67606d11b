import Desk
import Dialogue
import Synchronization

/// What a simulated daemon is lent: a clock, chance that is sown anew for each piece of work, and
/// a letter box. So the same piece of work done twice comes to the same.
final class Props: Sendable {
    private let time: Mutex<Moment>
    private let dice = Mutex(SimulatedDice(seed: 0))
    private let mail = Mutex<[Owed]>([])

    init(start: Moment) { time = Mutex(start) }

    /// Never goes back.
    var now: Moment {
        get { time.withLock { $0 } }
        set { time.withLock { $0 = max($0, newValue) } }
    }

    func sow(_ seed: UInt64) { dice.withLock { $0 = SimulatedDice(seed: seed) } }

    func post(_ owed: [Owed]) { mail.withLock { $0 += owed } }

    /// What was owed since it was last asked for.
    func collect() -> [Owed] {
        mail.withLock { mail in
            defer { mail = [] }
            return mail
        }
    }

    var clock: Clock { Clock { self.now } }

    var chance: Chance {
        Chance(
            bits: { self.roll() }, id: { "id" + String(self.roll(), radix: 36) },
            code: { "code" + String(self.roll(), radix: 36) })
    }

    private func roll() -> UInt64 { dice.withLock { $0.next() } }
}
