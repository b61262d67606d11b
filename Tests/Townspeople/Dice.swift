/// Numbers from a seed (SplitMix64), so that a failing talk can be had again; or from a tape that
/// somebody else wrote, byte by byte, until it ends.
struct Dice: RandomNumberGenerator {
    private var state: UInt64
    private var tape: ArraySlice<UInt8>?

    init(seed: UInt64) { state = seed }

    init(tape: some Collection<UInt8>) {
        state = 0
        self.tape = Array(tape)[...]
    }

    /// Whether nothing is left on the tape; from then on only naughts fall.
    var isOver: Bool { tape?.isEmpty ?? false }

    mutating func next() -> UInt64 {
        if tape != nil { return taken(8) }
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// 0 up to, not including, `count`. Takes no more of a tape than it needs, so that a changed
    /// byte changes little.
    mutating func roll(_ count: Int) -> Int {
        let number = tape == nil ? next() : taken(count <= 256 ? 1 : 2)
        return Int(number % UInt64(count))
    }

    mutating func chance(of percent: Int) -> Bool { roll(100) < percent }

    mutating func one<Element>(of elements: [Element]) -> Element? {
        elements.isEmpty ? nil : elements[roll(elements.count)]
    }

    /// At most so many bytes off the tape.
    mutating func bytes(_ count: Int) -> [UInt8] {
        guard let tape else { return (0..<count).map { _ in UInt8(truncatingIfNeeded: next()) } }
        self.tape = tape.dropFirst(count)
        return Array(tape.prefix(count))
    }

    private mutating func taken(_ count: Int) -> UInt64 {
        bytes(count).reduce(0) { $0 << 8 | UInt64($1) }
    }
}
