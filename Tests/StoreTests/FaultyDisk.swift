import Foundation

@testable import Store

/// Decides which operation of a disk fails, counted from the first.
final class Faults: @unchecked Sendable {
    // Unchecked because all that changes is touched only while `lock` is held.
    private let lock = NSLock()
    private var left: Int
    private let fault: DiskFault
    private let isLasting: Bool
    private var done: [String] = []

    /// - Parameter isLasting: everything after fails too, as after a power cut.
    init(at operation: Int, _ fault: DiskFault, isLasting: Bool) {
        left = operation
        self.fault = fault
        self.isLasting = isLasting
    }

    var hasStruck: Bool {
        lock.lock()
        defer { lock.unlock() }
        return left <= 0
    }

    /// The operations since the last call, in order.
    func operations() -> [String] {
        lock.lock()
        defer {
            done = []
            lock.unlock()
        }
        return done
    }

    /// Counts one operation.
    func pass(_ operation: String) throws(DiskFault) {
        lock.lock()
        defer { lock.unlock() }
        left -= 1
        done.append(operation)
        if left == 0 || (isLasting && left < 0) { throw fault }
    }
}

extension Disk {
    /// The same disk, on which operations fail. A write that fails has written half.
    func failing(_ faults: Faults) -> Disk {
        let real = self
        var disk = self
        disk.lock = { path throws(DiskFault) in
            try faults.pass("lock")
            return try real.lock(path)
        }
        disk.makeFolder = { path throws(DiskFault) in
            try faults.pass("makeFolder")
            return try real.makeFolder(path)
        }
        disk.entries = { path throws(DiskFault) in
            try faults.pass("entries")
            return try real.entries(path)
        }
        disk.read = { path throws(DiskFault) in
            try faults.pass("read")
            return try real.read(path)
        }
        disk.create = { path, bytes, mode, isSynced throws(DiskFault) in
            do throws(DiskFault) { try faults.pass("create") } catch {
                try real.create(path, Array(bytes.prefix(bytes.count / 2)), mode, false)
                throw error
            }
            try real.create(path, bytes, mode, isSynced)
        }
        disk.append = { file, bytes throws(DiskFault) in
            do throws(DiskFault) { try faults.pass("append") } catch {
                try real.append(file, Array(bytes.prefix(bytes.count / 2)))
                throw error
            }
            try real.append(file, bytes)
        }
        disk.rename = { from, to throws(DiskFault) in
            try faults.pass("rename")
            try real.rename(from, to)
        }
        disk.remove = { path throws(DiskFault) in
            try faults.pass("remove")
            try real.remove(path)
        }
        disk.removeFolder = { path throws(DiskFault) in
            try faults.pass("removeFolder")
            try real.removeFolder(path)
        }
        return disk.failingToSync(faults)
    }

    private func failingToSync(_ faults: Faults) -> Disk {
        let real = self
        var disk = self
        disk.truncate = { file, length throws(DiskFault) in
            try faults.pass("truncate")
            try real.truncate(file, length)
        }
        disk.syncFolder = { path throws(DiskFault) in
            try faults.pass("syncFolder")
            try real.syncFolder(path)
        }
        disk.openLog = { path throws(DiskFault) in
            try faults.pass("openLog")
            return try real.openLog(path)
        }
        disk.syncData = { file throws(DiskFault) in
            try faults.pass("syncData")
            try real.syncData(file)
        }
        disk.openFolder = { path throws(DiskFault) in
            try faults.pass("openFolder")
            return try real.openFolder(path)
        }
        disk.syncSystem = { folder throws(DiskFault) in
            try faults.pass("syncSystem")
            try real.syncSystem(folder)
        }
        return disk
    }
}
