import Curriculum
import Simulation
import Testing

/// Short talks of the kind that `scripts/simulate` plays at length.
@Suite("A simulated talk")
struct SimulatedTalkTests {
    private static let curriculum = Result { try Curriculum.builtIn() }

    private func talk(
        _ seed: UInt64, _ change: (inout Simulation.Plan) -> Void = { _ in }
    ) async throws -> Simulation {
        var plan = Simulation.Plan(seed: seed)
        plan.couples = 2
        change(&plan)
        return try await Simulation(plan, try SimulatedTalkTests.curriculum.get())
    }

    @Test(arguments: [11, 12] as [UInt64])
    func `loses nothing, and shows nothing twice or early, whenever the power goes`(
        seed: UInt64
    ) async throws {
        let talk = try await talk(seed) { $0.operationsBetweenCuts = 15 }
        for _ in 0..<250 { try await talk.step() }
        #expect(talk.crashes > 100)
    }

    @Test func `loses nothing of its very first words`() async throws {
        for seed in 0..<30 {
            let talk = try await talk(UInt64(100 + seed)) {
                $0.couples = 1
                $0.operationsBetweenCuts = 12
            }
            for _ in 0..<6 { try await talk.step() }
        }
    }

    @Test func `makes no copy of a letter where the platform knows each by a key`() async throws {
        let talk = try await talk(21) {
            $0.isKeyed = true
            $0.operationsBetweenCuts = 10
        }
        for _ in 0..<40 { try await talk.step() }
        #expect(talk.crashes > 10)
        #expect(talk.letters.copies == 0)
    }

    @Test func `loses nothing at any single disk operation`() async throws {
        let talk = try await talk(31) {
            $0.couples = 1
            $0.operationsBetweenCuts = 0
        }
        // The first steps of all, and then some of a talk that has begun.
        for number in 0..<12 {
            try await talk.stepAtEveryOperation()
            guard number >= 6 else { continue }
            for _ in 0..<20 { try await talk.step() }
        }
        #expect(talk.crashes > 600)
    }

    @Test(arguments: DiskTrouble.allCases, [42, 44] as [UInt64])
    func `acknowledges nothing that a troubled disk refused, and goes on`(
        trouble: DiskTrouble, seed: UInt64
    ) async throws {
        let talk = try await talk(seed) { $0.journalLimit = 3_000 }
        for _ in 0..<60 { try await talk.step(through: trouble) }
        #expect(talk.troubles > 3)
    }

    @Test func `goes on from an older copy of its folder with the keyring of today`() async throws {
        let talk = try await talk(51)
        for _ in 0..<25 { try await talk.step() }
        let backup = try talk.backUp()
        for _ in 0..<15 { try await talk.step() }
        try await talk.restore(backup)
    }
}
