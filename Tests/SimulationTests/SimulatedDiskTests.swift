import Glibc
import Store
import Testing

@testable import Simulation

@Suite("The simulated disk")
struct SimulatedDiskTests {
    private let bytes = Array("acknowledged".utf8)

    /// What is in a file after many different crashes, nil where it is gone.
    private func fates(of path: String, on disk: SimulatedDisk) -> Set<[UInt8]?> {
        Set(
            (UInt64(0)..<400).map { seed in
                var dice = SimulatedDice(seed: seed)
                return disk.crashed(using: &dice).contents()[path]
            })
    }

    private func made() throws -> SimulatedDisk {
        let disk = SimulatedDisk()
        try disk.disk.create("/a", bytes, 0o600, true)
        try disk.disk.syncFolder("/")
        return disk
    }

    @Test func `what was synced with its folder is always there`() throws {
        #expect(fates(of: "/a", on: try made()) == [bytes])
    }

    @Test func `a synced file whose folder wasn't synced may be gone, but never torn`() throws {
        let disk = SimulatedDisk()
        try disk.disk.create("/a", bytes, 0o600, true)
        #expect(fates(of: "/a", on: disk) == [nil, bytes])
    }

    @Test func `a file that wasn't synced may be empty, torn, with a hole, or whole`() throws {
        let disk = SimulatedDisk()
        let long = (0..<3_000).map { UInt8($0 % 250 + 1) }
        try disk.disk.create("/a", long, 0o600, false)
        try disk.disk.syncFolder("/")
        let fates = fates(of: "/a", on: disk).compactMap { $0 }
        #expect(fates.contains([]))
        #expect(fates.contains(long))
        #expect(fates.contains { $0.count < long.count && !$0.isEmpty && long.starts(with: $0) })
        #expect(fates.contains { $0.count == long.count && $0.contains(0) })
        #expect(fates.contains { $0.count == long.count && $0 != long && !$0.contains(0) })
    }

    @Test func `appends and cuts that weren't synced are lost, kept or moved before another`()
        throws
    {
        let disk = try made()
        let file = try disk.disk.openLog("/a")
        try disk.disk.truncate(file, 2)
        try disk.disk.append(file, Array("XY".utf8))
        let fates = Set(fates(of: "/a", on: disk).map { String(decoding: $0 ?? [], as: UTF8.self) })
        // Both, neither, the cut alone, the append alone where the cut would have made its place,
        // and the cut after it.
        #expect(fates.isSuperset(of: ["acXY", "acknowledged", "ac", "acXYowledged"]))
        try disk.disk.syncData(file)
        #expect(self.fates(of: "/a", on: disk) == [Array("acXY".utf8)])
    }

    @Test func `entries are kept or lost each by itself, and a rename as a whole`() throws {
        let disk = try made()
        try disk.disk.create("/b", [1], 0o600, true)
        try disk.disk.create("/new", [2], 0o600, true)
        try disk.disk.syncFolder("/")
        try disk.disk.rename("/new", "/a")
        try disk.disk.remove("/b")
        var seen: Set<[String]> = []
        for seed in 0..<200 {
            var dice = SimulatedDice(seed: UInt64(seed))
            let files = disk.crashed(using: &dice).contents()
            #expect(files["/a"] == (files["/new"] == nil ? [2] : bytes))
            seen.insert(files.keys.sorted())
        }
        #expect(seen == [["/a"], ["/a", "/b"], ["/a", "/new"], ["/a", "/b", "/new"]])
        try disk.disk.syncFolder("/")
        #expect(fates(of: "/b", on: disk) == [nil])
        #expect(fates(of: "/a", on: disk) == [[2]])
    }

    @Test func `syncing a folder doesn't sync the one it lies in, syncing the system does`() throws
    {
        let disk = SimulatedDisk()
        #expect(try disk.disk.makeFolder("/in"))
        #expect(try !disk.disk.makeFolder("/in"))
        try disk.disk.create("/in/a", bytes, 0o600, true)
        try disk.disk.syncFolder("/in")
        #expect(fates(of: "/in/a", on: disk) == [nil, bytes])
        try disk.disk.syncFolder("/in/..")
        #expect(fates(of: "/in/a", on: disk) == [bytes])
        try disk.disk.create("/in/b", bytes, 0o600, false)
        try disk.disk.syncSystem(disk.disk.openFolder("/"))
        #expect(fates(of: "/in/b", on: disk) == [bytes])
    }

    @Test func `a lock holds until it is closed, or the power goes`() throws {
        let disk = try made()
        let lock = try disk.disk.lock("/a")
        #expect(throws: DiskFault.locked) { try disk.disk.lock("/a") }
        var dice = SimulatedDice(seed: 1)
        #expect(throws: Never.self) {
            try SimulatedDisk(disk.crashed(using: &dice)).disk.lock("/a")
        }
        disk.disk.close(lock)
        #expect(throws: Never.self) { try disk.disk.lock("/a") }
    }

    @Test func `a full disk takes half, one that is read only nothing`() throws {
        let disk = try made()
        let file = try disk.disk.openLog("/a")
        disk.weather = .full
        #expect(throws: DiskFault.full) { try disk.disk.append(file, [1, 2, 3, 4]) }
        #expect(try disk.disk.read("/a") == bytes + [1, 2])
        #expect(throws: DiskFault.full) { try disk.disk.create("/b", [1, 2], 0o600, false) }
        #expect(try disk.disk.read("/b") == [1])
        disk.weather = .readOnly
        #expect(throws: DiskFault.failed(code: EROFS)) { try disk.disk.remove("/a") }
        #expect(try disk.disk.read("/a") == bytes + [1, 2])
    }

    @Test func `a sync that fails as planned leaves in doubt what it should have kept`() throws {
        let disk = try made()
        let file = try disk.disk.openLog("/a")
        try disk.disk.append(file, [1])
        disk.failSync(1, isForsaking: true)
        #expect(throws: DiskFault.failed(code: EIO)) { try disk.disk.syncData(file) }
        #expect(disk.hasFailedToSync)
        // The next one succeeds and writes nothing of it: so it is with Linux.
        try disk.disk.syncData(file)
        #expect(try disk.disk.read("/a") == bytes + [1])
        #expect(fates(of: "/a", on: disk) == [bytes])
    }

    @Test func `without descriptors nothing opens`() throws {
        let disk = try made()
        disk.weather = .noDescriptors
        #expect(throws: DiskFault.full) { try disk.disk.read("/a") }
        #expect(throws: DiskFault.full) { try disk.disk.openLog("/a") }
    }

    @Test func `the power goes before, within or after an operation, and then nothing moves`()
        throws
    {
        for when in SimulatedDisk.PowerCut.When.allCases {
            let disk = try made()
            let before = disk.operations
            disk.losePower(.init(when, operation: 2))
            try disk.disk.create("/b", [1], 0o600, true)
            #expect(throws: DiskFault.failed(code: EIO)) {
                try disk.disk.create("/c", [1, 2], 0o600, true)
            }
            let files = disk.image.contents()
            #expect(files["/c"] == [.during: [1], .after: [1, 2]][when])
            #expect(!disk.hasPower)
            #expect(throws: DiskFault.failed(code: EIO)) { try disk.disk.remove("/b") }
            #expect(throws: DiskFault.failed(code: EIO)) { try disk.disk.read("/b") }
            #expect(disk.image.contents() == files)
            #expect(disk.operations == before + 2)
        }
    }
}
