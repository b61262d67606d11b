import Foundation
import Simulation
import Store
import Testing

/// The simulated disk and the machine's own, given the same to do.
@Suite("The simulated disk and a real one")
struct AgreementTests {
    @Test(arguments: [1, 2, 3] as [UInt64])
    func `agree on whatever is done, while nothing fails`(seed: UInt64) throws {
        let root = FileManager.default.temporaryDirectory.appending(path: "agree-\(UUID())").path
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
        // One left behind in a temporary folder spoils no test.
        defer { try? FileManager.default.removeItem(atPath: root) }
        var real = Pupil(disk: .real, root: root)
        let simulated = SimulatedDisk()
        _ = try simulated.disk.makeFolder("/root")
        var other = Pupil(disk: simulated.disk, root: "/root")
        var dice = SimulatedDice(seed: seed)
        for number in 0..<3_000 {
            let chore = Chore(using: &dice)
            let one = real.answer(chore)
            let two = other.answer(chore)
            #expect(one == two, "number \(number): \(chore)")
            if one != two { return }
        }
    }
}

/// One operation on a few paths, some of them nonsense.
private struct Chore: CustomStringConvertible {
    let kind: Int
    let path: String
    let other: String
    let bytes: [UInt8]
    let number: Int

    var description: String { "\(kind) \(path) \(other) \(bytes.count) \(number)" }

    init(using dice: inout SimulatedDice) {
        let paths = ["a", "b", "in", "in/a", "in/b", "in/deep", "in/deep/a", "off/a", "a/b"]
        kind = dice.roll(15)
        path = dice.one(of: paths) ?? "a"
        other = dice.one(of: paths) ?? "b"
        let count = dice.roll(600)
        bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
        number = dice.roll(300)
    }
}

private struct Pupil {
    let disk: Disk
    let root: String
    private var logs: [Disk.Descriptor] = []
    private var locks: [Disk.Descriptor] = []

    init(disk: Disk, root: String) {
        self.disk = disk
        self.root = root
    }

    /// What came of it, in words that both disks have in common.
    mutating func answer(_ chore: Chore) -> String {
        do throws(DiskFault) { return try done(chore) } catch { return "\(error)" }
    }

    private mutating func done(_ chore: Chore) throws(DiskFault) -> String {
        let path = "\(root)/\(chore.path)"
        let other = "\(root)/\(chore.other)"
        switch chore.kind {
        case 0, 1: try disk.create(path, chore.bytes, 0o600, chore.number % 2 == 0)
        case 2: return "\(try disk.makeFolder(path))"
        case 3:
            let entries = try disk.entries(path)
            return "\(entries?.map { "\($0.name) \($0.isFolder)" }.sorted() ?? ["none"])"
        case 4: return try isFolder(path) ? "" : "\(try disk.read(path) ?? [0, 0, 0])"
        case 5, 6:
            // Folders are never renamed by the store.
            if try !isFolder(path) { try disk.rename(path, other) }
        case 7: try disk.remove(path)
        case 8: if chore.number % 4 == 0 { try disk.removeFolder(path) }
        case 9: try disk.syncFolder(path)
        case 10: logs.append(try disk.openLog(path))
        case 11: if let log = logs.last { try disk.append(log, chore.bytes) }
        case 12: if let log = logs.last { try disk.truncate(log, chore.number) }
        case 13:
            let folder = try disk.openFolder(path)
            if let log = logs.last { try disk.syncData(log) }
            disk.close(folder)
        case _: try lock(path)
        }
        if logs.count > 3 { disk.close(logs.removeFirst()) }
        return "done"
    }

    private mutating func lock(_ path: String) throws(DiskFault) {
        if locks.count > 1 { disk.close(locks.removeFirst()) }
        locks.append(try disk.lock(path))
    }

    private func isFolder(_ path: String) throws(DiskFault) -> Bool {
        do throws(DiskFault) { return try disk.entries(path) != nil } catch { return false }
    }
}
