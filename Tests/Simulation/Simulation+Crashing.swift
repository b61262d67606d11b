import Dialogue
import Messenger
import Store

extension Simulation {
    /// One step in both worlds, with the power going at random in one of them.
    package func step() async throws {
        try await playCalmly()
        let before = crashes
        if rough.daemon == nil {
            arm(rough)
            try await start(rough, rearm: arm)
        }
        if !rough.disk.isLosingPower { arm(rough) }
        try await follow(in: rough, rearm: arm)
        try compare(in: rough, isThorough: crashes > before || steps % 50 == 0)
    }

    /// Has the power go at random some time from now.
    func arm(_ world: World) {
        guard plan.operationsBetweenCuts > 0 else { return }
        let operation = 1 + dice.roll(plan.operationsBetweenCuts * 2)
        let when = dice.one(of: SimulatedDisk.PowerCut.When.allCases) ?? .before
        world.disk.losePower(.init(when, operation: operation))
    }

    /// The first start of a world's daemon.
    func start(_ world: World, rearm: (World) -> Void) async throws {
        if try await open(world) { return try check(world, holds: [states[0]]) }
        try await recover(world, at: 0, rearm: rearm)
    }

    /// Does in another world what was done in the calm one, across any number of crashes.
    func follow(in world: World, rearm: (World) -> Void) async throws {
        world.props.now = start
        for index in works.indices {
            while try await !attempt(works[index], in: world) {
                try await recover(world, at: index, rearm: rearm)
            }
        }
    }

    /// False if the power went.
    func attempt(_ work: Work, in world: World) async throws -> Bool {
        do { try await world.run(work) } catch let violation as Violation {
            throw violation
        } catch {
            if world.disk.hasPower { throw Violation("\(work.name) failed: \(error)") }
        }
        if world.disk.hasShownHalf { throw Violation("a document could be seen half written") }
        return world.disk.hasPower
    }

    /// The machine starts again, perhaps several times; then what was acknowledged must be there.
    func recover(_ world: World, at index: Int, rearm: (World) -> Void) async throws {
        var tries = 0
        repeat {
            crashes += 1
            tries += 1
            world.restart(from: world.disk.crashed(using: &dice))
            // Some day the power stays long enough for a start.
            if tries <= 4 { rearm(world) }
        } while try await !open(world)
        recoveries += 1
        try check(world, holds: Array(states[index...(index + 1)]))
        try await takeUp(world, at: index)
    }

    /// False if the power went.
    func open(_ world: World) async throws -> Bool {
        do { try await world.open() } catch {
            if world.disk.hasPower { throw Violation("it doesn't start: \(error)") }
        }
        return world.disk.hasPower
    }

    /// What was acknowledged comes once more from the platform, and what is owed is sent before
    /// it is noted. If the power goes again, the next piece of work tells.
    func takeUp(_ world: World, at index: Int) async throws {
        let heard = works.prefix(index).first { work in
            if case .take = work { true } else { false }
        }
        if let heard, dice.chance(of: 50) {
            guard try await attempt(heard, in: world) else { return }
        }
        if case .settle = works[index] { _ = try await attempt(.carry, in: world) }
    }

    /// It must hold one of these states, whole.
    func check(_ world: World, holds expected: [Inventory]) throws {
        let found: Inventory
        do { found = try inventory(of: world, anew: recoveries % 20 == 0) } catch {
            throw Violation("after a start it can't be read: \(error)")
        }
        guard !expected.contains(found) else { return }
        let differences = expected.map { found.differences(from: $0) }
        throw Violation("after a start it holds something else: \(differences)")
    }

    /// After a step both worlds hold the same, and the same letters have come.
    func compare(in world: World, isThorough: Bool) throws {
        try world.post.settle(like: &calm.post)
        guard isThorough, let expected = states.last else { return }
        let found = try inventory(of: world)
        guard found == expected else {
            throw Violation("after a step: \(found.differences(from: expected))")
        }
    }
}

extension Work {
    /// For reports.
    var name: String {
        switch self {
        case .take: "take"
        case .tick: "tick"
        case .carry: "carry"
        case .settle: "settle"
        }
    }
}
