/// Numbers from a seed (SplitMix64), so that whatever happened can be had again.
package struct SimulatedDice: RandomNumberGenerator, Sendable {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    /// One seed of several numbers.
    package init(_ numbers: UInt64...) {
        state = numbers.reduce(0) { seed, number in
            var dice = SimulatedDice(seed: seed ^ number)
            return dice.next()
        }
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// 0 up to, not including, `count`.
    package mutating func roll(_ count: Int) -> Int { Int(next() % UInt64(max(1, count))) }

    package mutating func chance(of percent: Int) -> Bool { roll(100) < percent }

    package mutating func one<Element>(of elements: [Element]) -> Element? {
        elements.isEmpty ? nil : elements[roll(elements.count)]
    }
}
