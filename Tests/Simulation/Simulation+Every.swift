import Dialogue

extension Simulation {
    /// One step, from its beginning again and again, with the power going before, within and after
    /// every disk operation: of a start with what lies in the journal, of the step, and of the
    /// start after a power cut.
    package func stepAtEveryOperation() async throws {
        try await playCalmly()
        if rough.daemon == nil { try await start(rough) { _ in } }
        let limit = dice.one(of: [1, 4_000, 1 << 20]) ?? 1
        for when in SimulatedDisk.PowerCut.When.allCases {
            var operation = 1
            while try await branch(limit, cuts: [.init(when, operation: operation)]) {
                operation += 1
            }
        }
        let first = SimulatedDisk.PowerCut(.before, operation: 1 + dice.roll(lastCount))
        var operation = 1
        while try await branch(limit, cuts: [first, .init(.after, operation: operation)]) {
            operation += 1
        }
        try await follow(in: rough) { _ in }
        try compare(in: rough, isThorough: true)
    }

    /// Plays the step in a world of its own. False if the power was to go later than its end.
    private func branch(
        _ journalLimit: Int, cuts: [SimulatedDisk.PowerCut]
    ) async throws -> Bool {
        let world = rough.fork(journalLimit: journalLimit)
        var left = cuts
        let before = crashes
        func arm(_ world: World) { if !left.isEmpty { world.disk.losePower(left.removeFirst()) } }
        arm(world)
        try await start(world, rearm: arm)
        try await follow(in: world, rearm: arm)
        let post = calm.post
        defer { calm.post = post }
        try compare(in: world, isThorough: true)
        if crashes == before { lastCount = world.disk.operations }
        return crashes - before == cuts.count
    }
}
