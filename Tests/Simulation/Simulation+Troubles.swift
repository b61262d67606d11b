import Dialogue
import Messenger
import Store

/// What a disk does besides losing power.
package enum DiskTrouble: Sendable, CaseIterable {
    case full
    case readOnly
    case failedSync
    case noDescriptors
}

extension Simulation {
    /// One step during which the disk is in trouble for a while.
    package func step(through trouble: DiskTrouble) async throws {
        try await playCalmly()
        if rough.daemon == nil { try await start(rough) { _ in } }
        let operation = 1 + dice.roll(12)
        switch trouble {
        case .full: rough.disk.expect(.full, at: operation)
        case .readOnly: rough.disk.expect(.readOnly, at: operation)
        case .failedSync:
            rough.disk.failSync(1 + dice.roll(4), isForsaking: dice.chance(of: 50))
        case .noDescriptors:
            if dice.chance(of: 30) {
                try await openWithoutDescriptors()
            } else {
                rough.disk.expect(.noDescriptors, at: operation)
            }
        }
        rough.props.now = start
        for index in works.indices {
            while try await !endure(index) {}
        }
        rough.disk.weather = .calm
        rough.disk.failSync(nil)
        // What a failed checkpoint left behind may have broken the store without a word so far.
        if isBroken { try await reopen(at: works.count - 1) }
        try compare(in: rough, isThorough: true)
    }

    /// False if it must be tried again.
    private func endure(_ index: Int) async throws -> Bool {
        do {
            try await rough.run(works[index])
            return true
        } catch let violation as Violation {
            throw violation
        } catch StoreFault.full {
            troubles += 1
            let weather = rough.disk.weather
            rough.disk.weather = .calm
            try checkNothingHappened(at: index)
            if dice.chance(of: 50) { rough.disk.weather = weather }
        } catch StoreFault.broken {
            troubles += 1
            guard isBroken else { throw Violation("a broken store saved something more") }
            try await reopen(at: index)
        } catch {
            throw Violation("\(works[index].name) failed: \(error)")
        }
        return false
    }

    /// Whether the store saves nothing more.
    private var isBroken: Bool {
        do {
            try rough.daemon?.store.save([.remove(RelativePath("never.json"))])
            return false
        } catch { return error == .broken }
    }

    /// A save for which there was no room is not to be seen by who reads the folder.
    private func checkNothingHappened(at index: Int) throws {
        let found = try inventory(of: rough)
        guard found == states[index] else {
            throw Violation("without room: \(found.differences(from: states[index]))")
        }
    }

    /// The program or the machine starts anew after a fault; what was acknowledged must be there.
    private func reopen(at index: Int) async throws {
        if rough.disk.weather == .readOnly {
            rough.reopen()
            rough.disk.weather = .readOnly
            try await mustNotOpen()
        }
        if dice.chance(of: 50) {
            rough.restart(from: rough.disk.crashed(using: &dice))
        } else {
            rough.reopen()
        }
        try await start(rough, at: index)
        try await takeUp(rough, at: index)
    }

    private func openWithoutDescriptors() async throws {
        rough.reopen()
        rough.disk.weather = .noDescriptors
        try await mustNotOpen()
        troubles += 1
        rough.reopen()
        try await start(rough, at: 0)
        try await takeUp(rough, at: 0)
    }

    private func mustNotOpen() async throws {
        do { try await rough.open() } catch { return }
        // With nothing to bring anywhere a folder may be opened to read from.
        let found = try inventory(of: rough)
        guard found == states.last || states.contains(found) else {
            throw Violation("what can't be written was opened as something else")
        }
    }

    private func start(_ world: World, at index: Int) async throws {
        world.disk.losePower(.init(.before, operation: 1 + dice.roll(30)))
        guard try await open(world) else {
            return try await recover(world, at: index) { $0.disk.losePower(nil) }
        }
        world.disk.losePower(nil)
        recoveries += 1
        try check(world, holds: Array(states[index...(index + 1)]))
    }
}
