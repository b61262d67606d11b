import Desk
import Dialogue
import Synchronization

/// What a stage lends to the desk: a clock that is turned by hand, dice from a seed, a letter box.
final class Props: Sendable {
    let time: Mutex<Moment>
    let mail = Mutex<[Owed]>([])
    let isTimeAgreed = Mutex(true)
    private let seed: Mutex<UInt64>

    init(start: Moment, seed: UInt64) {
        time = Mutex(start)
        self.seed = Mutex(seed)
    }

    var now: Moment { time.withLock { $0 } }

    var chance: Chance {
        Chance(
            bits: { self.roll() }, id: { "id" + String(self.roll(), radix: 36) },
            code: { "code" + String(self.roll(), radix: 36) })
    }

    /// A small generator (SplitMix64).
    func roll() -> UInt64 {
        seed.withLock { seed in
            seed &+= 0x9e37_79b9_7f4a_7c15
            var mixed = seed
            mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
            return mixed ^ (mixed >> 31)
        }
    }
}
