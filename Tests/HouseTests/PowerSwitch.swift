import Synchronization

@testable import Store

/// The machine's real disk, whose power can be cut and which can be full or break. Once the power
/// is cut nothing more reaches it, whatever its daemon still does.
final class PowerSwitch: Sendable {
    private struct State {
        var isOff = false
        var isFull = false
        var breaksOnSync = false
        /// The power is cut at this one of the writes to come, counted from 1.
        var writesLeft: Int?
    }

    private let state = Mutex(State())
    private let bell: Bell

    /// - Parameter bell: rings after every sync.
    init(bell: Bell) { self.bell = bell }

    var isOff: Bool { state.withLock(\.isOff) }

    func cut() { state.withLock { $0.isOff = true } }

    func cut(atWrite number: Int) { state.withLock { $0.writesLeft = number } }

    func fill(_ isFull: Bool = true) { state.withLock { $0.isFull = isFull } }

    func breakOnSync() { state.withLock { $0.breaksOnSync = true } }

    var disk: Disk {
        let real = Disk.real
        var disk = real
        disk.read = { path throws(DiskFault) in
            try self.mayRead()
            return try real.read(path)
        }
        disk.entries = { path throws(DiskFault) in
            try self.mayRead()
            return try real.entries(path)
        }
        disk.append = { file, bytes throws(DiskFault) in
            do throws(DiskFault) { try self.mayWrite() } catch {
                // As a real one does: a part of it is there.
                if error == .full || self.isCutting {
                    try real.append(file, Array(bytes.prefix(9)))
                }
                throw error
            }
            try real.append(file, bytes)
        }
        disk.create = { path, bytes, mode, isSynced throws(DiskFault) in
            try self.mayWrite()
            try real.create(path, bytes, mode, isSynced)
        }
        disk.syncData = { file throws(DiskFault) in
            try self.maySync()
            try real.syncData(file)
            self.bell.ring()
        }
        return changing(disk)
    }

    /// Everything else that changes the disk.
    private func changing(_ real: Disk) -> Disk {
        var disk = real
        disk.makeFolder = { path throws(DiskFault) in
            try self.mayWrite()
            return try real.makeFolder(path)
        }
        disk.rename = { from, to throws(DiskFault) in
            try self.mayRead()
            try real.rename(from, to)
        }
        disk.remove = { path throws(DiskFault) in
            try self.mayRead()
            try real.remove(path)
        }
        disk.removeFolder = { path throws(DiskFault) in
            try self.mayRead()
            try real.removeFolder(path)
        }
        disk.truncate = { file, length throws(DiskFault) in
            try self.mayRead()
            try real.truncate(file, length)
        }
        disk.syncSystem = { folder throws(DiskFault) in
            try self.maySync()
            try real.syncSystem(folder)
        }
        return disk
    }

    private static let dead = DiskFault.failed(code: 5)

    /// Whether it is this very write at which the power goes.
    private var isCutting: Bool { state.withLock { $0.isOff && $0.writesLeft == 0 } }

    private func mayRead() throws(DiskFault) {
        if isOff { throw PowerSwitch.dead }
    }

    private func maySync() throws(DiskFault) {
        if state.withLock({ $0.isOff || $0.breaksOnSync }) { throw PowerSwitch.dead }
    }

    private func mayWrite() throws(DiskFault) {
        let fault = state.withLock { state -> DiskFault? in
            if state.isOff {
                state.writesLeft = nil
                return PowerSwitch.dead
            }
            if let left = state.writesLeft {
                state.writesLeft = left - 1
                state.isOff = left == 1
                if state.isOff { return PowerSwitch.dead }
            }
            return state.isFull ? .full : nil
        }
        if let fault { throw fault }
    }
}
