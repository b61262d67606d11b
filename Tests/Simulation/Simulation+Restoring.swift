import Desk
import Dialogue
import Messenger
import Store

/// A copy of the data folder as an operator makes one, and what was acknowledged by then.
package struct Backup: Sendable {
    let files: [String: [UInt8]]
    let held: Inventory
    let taken: Moment
    /// Whose keys were destroyed by then.
    let forgotten: [String]
}

extension Simulation {
    /// Copies the data folder while the daemon runs.
    package func backUp() throws -> Backup {
        Backup(
            files: rough.disk.image.contents(below: RunningDaemon.data),
            held: states.last ?? Inventory(), taken: rough.props.now,
            forgotten: rough.daemon?.keyring.forgotten ?? [])
    }

    /// Starts from an older copy with today's keyring: it must hold what it held then, and serve.
    package func restore(_ backup: Backup) async throws {
        let image = try RunningDaemon.emptyDisk()
        let disk = SimulatedDisk(image)
        let keys = rough.disk.image.contents(below: RunningDaemon.keys)
        var files = backup.files.merging(keys, uniquingKeysWith: { mine, _ in mine })
        // The list lies beside both, and no copy takes its place.
        files[RunningDaemon.forgotten] = try rough.disk.disk.read(RunningDaemon.forgotten)
        for (path, bytes) in files {
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
        let since = Set(rough.daemon?.keyring.forgotten ?? []).subtracting(backup.forgotten)
        if since.isEmpty {
            try check(world, holds: [backup.held])
        } else {
            try check(world, holds: backup.held, without: since)
        }
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

    /// All that was held, but for those who were forgotten since: of them nobody is left.
    private func check(
        _ world: World, holds held: Inventory, without gone: Set<String>
    ) throws {
        let found = try inventory(of: world, anew: true)
        for page in found.pages {
            let people = Side.allCases.compactMap { page.couple.partners[$0]?.id.text }
            let addresses = Side.allCases.compactMap { page.addresses[$0]?.person }
            guard gone.isDisjoint(with: people + addresses) else {
                throw Violation("somebody who was forgotten came back with an older copy")
            }
        }
        for page in held.pages {
            let people = Side.allCases.compactMap { page.couple.partners[$0]?.id.text }
            guard gone.isDisjoint(with: people + [PersonID.both(of: page.couple.id).text]) else {
                continue
            }
            guard let again = found.page(page.couple.id),
                again.couple.partners == page.couple.partners
            else { throw Violation("an older copy lost somebody who wasn't forgotten") }
        }
    }
}
