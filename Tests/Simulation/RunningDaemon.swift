import Curriculum
import Desk
import Dialogue
import Logging
import Messenger
import Store

/// The daemon's inside on a simulated disk. The only place where it is put together.
struct RunningDaemon {
    let store: Store
    let keyring: Keyring
    let desk: Desk

    static let data = "/house/data"
    /// Elsewhere, so that nothing which is made durable for the one is so for the other.
    static let keys = "/safe/keys"
    static let forgotten = data + ".forgotten"

    /// A disk with nothing on it but the folders in which both will lie.
    static func emptyDisk() throws -> DiskImage {
        let disk = SimulatedDisk()
        _ = try disk.disk.makeFolder("/house")
        _ = try disk.disk.makeFolder("/safe")
        try disk.disk.syncFolder("/")
        return disk.image
    }

    /// Opens everything anew, as a start of the daemon does.
    static func open(
        _ disk: Disk, journalLimit: Int, _ curriculum: Curriculum, _ props: Props
    ) throws -> RunningDaemon {
        let folder = try DataFolder(
            .init(data: data, keys: keys), journalLimit: journalLimit, disk: disk,
            entropy: props.entropy)
        let house = House(
            host: .other(name: nil), platform: Post.platform, consentVersion: 1,
            zone: "Europe/Berlin", hour: LocalTime(minutesAfterMidnight: 19 * 60))
        let desk = try Desk(
            cabinet: Cabinet(store: folder.store, keyring: folder.keyring), curriculum: curriculum,
            house: house, clock: props.clock, chance: props.chance, alarm: Alarm(),
            log: Logger(label: "simulation") { _ in SwiftLogNoOpLogHandler() },
            link: { "https://simulated.example/?start=\($0)" }, owe: { props.post($0) })
        return RunningDaemon(store: folder.store, keyring: folder.keyring, desk: desk)
    }

    /// A cabinet of its own, which has read nothing yet.
    var freshCabinet: Cabinet { Cabinet(store: store, keyring: keyring) }
}
