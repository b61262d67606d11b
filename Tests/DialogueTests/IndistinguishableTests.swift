import Curriculum
import Dialogue
import Testing

@testable import Townspeople

/// Whatever Ben does that isn't sharing what Ada shares, her chat is the same to the letter.
@Suite struct IndistinguishableTests {
    static let seeds: [UInt64] = Array(1...4)

    /// Her chat while Ben does nothing.
    static let calm: [UInt64: Result<[Town.Heard], any Error>] = Dictionary(
        uniqueKeysWithValues: seeds.map { seed in
            (seed, Result { try adasChat(seed, .silent) })
        })

    @Test(arguments: seeds, Conduct.allCases)
    func adaCannotTell(seed: UInt64, conduct: Conduct) throws {
        let calm = try #require(try Self.calm[seed]?.get())
        let other = try Self.adasChat(seed, conduct)
        #expect(calm.contains { $0.says(.resting) })
        for (mine, yours) in zip(calm, other) where mine != yours {
            Issue.record("\(conduct): \(mine.plain) is now \(yours.plain)")
            return
        }
        #expect(calm.count == other.count)
    }

    /// Everything that reaches Ada in forty days.
    private static func adasChat(_ seed: UInt64, _ conduct: Conduct) throws -> [Town.Heard] {
        let course = try Course.forTests(seed)
        let host: House.Host = seed % 3 == 0 ? .other(name: nil) : .partner(name: nil)
        var town = Town(scenery: Scenery(course: course, host: host))
        var ada = ScriptedAda(seed: seed)
        // Five in the morning where they live.
        town.now = Moment(1_790_046_000)
        try town.admit("Ada")
        try town.joins("Ben", "Ada")
        for day in 0..<40 {
            try town.pass(.hours(4))
            for _ in 0..<dice(seed, day) { try ada.act(in: &town) }
            try town.pass(.hours(conduct == .decidesLate ? 10 : 7))
            try conduct.evening(day, of: "Ben", in: &town)
            try town.pass(.hours(conduct == .decidesLate ? 2 : 5))
            for _ in 0..<5 { try ada.act(in: &town) }
            try town.pass(.hours(8))
        }
        return town.heard.filter { $0.by == "Ada" }
    }

    private static func dice(_ seed: UInt64, _ day: Int) -> Int {
        var dice = Dice(seed: seed &+ UInt64(day))
        return dice.roll(9)
    }
}

extension Town.Heard {
    func says(_ key: Line.Key) -> Bool {
        guard case .tell(_, let telling) = effect else { return false }
        return telling.line.key == key
    }

    /// Enough to find the place.
    var plain: String {
        guard case .tell(_, let telling) = effect else { return "\(at.seconds) \(effect)" }
        let buttons = telling.choices.flatMap { $0 }.map(\.data).joined(separator: " ")
        return "\(at.seconds) \(telling.line.key) \(telling.about?.text ?? "") [\(buttons)]"
    }
}
