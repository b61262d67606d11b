import Dialogue
import Messenger
import Store

/// A copy of the data folder as an operator makes one, and what was acknowledged by then.
package struct Backup: Sendable {
    let files: [String: [UInt8]]
    let held: Inventory
    let taken: Moment
}

extension Simulation {
    /// Copies the data folder while the daemon runs.
    package func backUp() throws -> Backup {
        Backup(
            files: rough.disk.image.contents(below: RunningDaemon.data),
            held: states.last ?? Inventory(), taken: rough.props.now)
    }

    /// Starts from an older copy with today's keyring: it must hold what it held then, and serve.
    package func restore(_ backup: Backup) async throws {
        let image = try RunningDaemon.emptyDisk()
        let disk = SimulatedDisk(image)
        let keys = rough.disk.image.contents(below: RunningDaemon.keys)
        for (path, bytes) in backup.files.merging(keys, uniquingKeysWith: { mine, _ in mine }) {
            var folder = ""
            for name in path.split(separator: "/").dropLast() {
                folder += "/\(name)"
                _ = try disk.disk.makeFolder(folder)
            }
            try disk.disk.create(path, bytes, 0o600, true)
        }
        let world = rough.fork(from: disk.image, journalLimit: plan.journalLimit)
        // The platform has forgotten nothing; only what is new counts here.
        world.post = Post(isKeyed: true)
        try await world.open()
        try check(world, holds: [backup.held])
        try await world.run(.tick(world.props.now + .days(1)))
        try await world.run(.carry)
        try await world.run(.settle(0))
        for (index, person) in street.people.enumerated() {
            let before = world.post.letters
            let incoming = Incoming(
                id: Int64(9_000_000 + index), from: person.address,
                sender: .init(name: Hushed(person.name), language: "en"),
                event: .text(message: MessageID(1), Hushed("/help"), replyTo: nil))
            let batch = Batch(items: [incoming], next: Cursor(9_000_000 + Int64(index) + 1))
            try await world.run(.take(batch, UInt64(9_000_000 + index), blocked: []))
            try await world.run(.carry)
            try await world.run(.settle(1))
            guard world.post.letters > before else {
                throw Violation("after a restored copy somebody isn't answered")
            }
        }
    }
}
