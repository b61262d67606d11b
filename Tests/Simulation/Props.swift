import Desk
import Dialogue
import Store
import Synchronization

/// What a simulated daemon is lent: a clock, chance that is sown anew for each piece of work, and
/// a letter box. So the same piece of work done twice comes to the same.
final class Props: Sendable {
    private let time: Mutex<Moment>
    private let dice = Mutex(SimulatedDice(seed: 0))
    private let sealing: Mutex<SimulatedDice>
    private let mail = Mutex<[Owed]>([])

    /// - Parameter life: the how manieth running of the machine; each has keys of its own.
    init(start: Moment, life: Int) {
        time = Mutex(start)
        sealing = Mutex(SimulatedDice(UInt64(life), 97))
    }

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

    /// Dice of their own, so that how often something is sealed changes nothing else.
    var entropy: Entropy {
        Entropy { count in
            self.sealing.withLock { dice in
                (0..<count).map { _ in UInt8(truncatingIfNeeded: dice.next()) }
            }
        }
    }

    private func roll() -> UInt64 { dice.withLock { $0.next() } }
}
