import Control
import Foundation
import Glibc
import Store

/// A backup, made the data folder again: all of it or nothing.
///
/// It is looked through to its end before anything is written. Then it is written into a folder
/// beside the data folder, which takes its place at once when it is whole: interrupted at any
/// moment, no daemon finds half a folder.
struct Restoring {
    /// The data folder, as a whole path without a slash at its end.
    let data: String
    /// The backup.
    let file: String
    /// What decrypts it.
    let identity: String?
    /// Carries out again what was forgotten since the backup was made, before anything of it can
    /// be read by a daemon. Is handed the restored folder's path; the united list lies by the data
    /// folder's name.
    let finishForgettings: @Sendable (String) async throws -> Void

    /// - Returns: how many documents were restored.
    /// - Throws: what a person must do, as a ``Stop``: then the data folder is as it was.
    func restore() async throws -> Int {
        let present = try emptyFolder()
        let backup = try opened()
        let forgotten = try checked(backup)
        do {
            let documents = try await fill(from: backup, forgotten)
            let mark = RestoreMark(besides: data)
            let wasThere = mark.isThere
            try mark.set()
            do {
                try takePlace(of: present)
            } catch {
                // Nothing was put back: what lies there, or is laid there again, is no older copy.
                if !wasThere { try? mark.remove() }
                throw error
            }
            return documents
        } catch let fault as StoreFault {
            throw Stop(fault)
        } catch is ArchiveFault {
            throw Stop("The backup changed while it was read, so nothing was restored.")
        } catch let fault as ControlFault {
            throw Stop(reading: fault)
        } catch is DiskFault {
            throw Stop("The data folder couldn't be put in its place: may this user write there?")
        }
    }

    private var beside: String { data + ".restoring" }

    /// The data folder, locked, if there is one. It must hold nothing.
    private func emptyFolder() throws -> Store? {
        var status = stat()
        guard lstat(data, &status) == 0 else { return nil }
        do throws(StoreFault) {
            let store = try Store.open(data)
            let strange = try Disk.list(data).filter { !Restoring.ownFiles.contains($0) }
            guard try !store.holdsData(), strange.isEmpty else {
                throw StoreFault.failed(code: ENOTEMPTY)
            }
            return store
        } catch {
            switch error {
            case .inUse:
                throw Stop("The bot runs on this data folder: stop it, then restore.")
            case .failed(code: ENOTEMPTY):
                throw Stop(
                    "The data folder holds data, and nothing was changed. To restore in its"
                        + " place, move it away first: mv \(data) \(data).before")
            case .journalDamaged, .unreadable, .setAside, .newerSchema, .unwritable,
                .batchTooLarge, .full, .notYetForgotten, .broken, .closed, .failed:
                throw Stop(error)
            }
        }
    }

    /// The backup in the clear.
    private func opened() throws -> Spool {
        let raw: Spool
        do throws(ControlFault) {
            raw = try Spool(reading: file)
            let start = try raw.read(at: 0, atMost: 32)
            let isSealed = Restoring.sealedStarts.contains { start.starts(with: $0.utf8) }
            guard isSealed else { return raw }
        } catch {
            throw Stop(reading: error)
        }
        guard let identity else {
            throw Stop("This backup is encrypted: say with --identity which file decrypts it.")
        }
        let age = try Encryption()
        do {
            let plain = try Spool(beginning: data + ".decrypting-")
            try age.decrypt(file, by: identity, into: plain.descriptor)
            try plain.remeasure()
            return plain
        } catch let fault as ControlFault {
            throw Stop(reading: fault)
        }
    }

    /// Looks through all of it. Returns its list of what was forgotten.
    private func checked(_ backup: Spool) throws -> [UInt8] {
        var forgotten: [UInt8] = []
        do {
            var archive = ArchiveReader(from: backup.reading())
            while let entry = try archive.next() {
                switch entry {
                case .document: break
                case .forgotten(let bytes): forgotten = bytes
                }
            }
            return forgotten
        } catch let fault as ArchiveFault {
            throw Stop(fault)
        } catch let fault as ControlFault {
            throw Stop(reading: fault)
        }
    }

    private func fill(from backup: Spool, _ forgotten: [UInt8]) async throws -> Int {
        // What an earlier try left is worth nothing; one that is still at it holds its lock.
        do throws(StoreFault) { try Store.open(beside).close() } catch {
            throw error == .inUse
                ? Stop("Another restore is at work: wait for its end.") : Stop(error)
        }
        try FileManager.default.removeItem(atPath: beside)
        let store = try Store.open(beside)
        do {
            let documents = try write(backup, into: store)
            try ForgottenKeys.unite(forgotten, into: ForgottenKeys.path(besides: data))
            try store.close()
            try await finishForgettings(beside)
            return documents
        } catch {
            // It is thrown away as a whole: whether it closes well doesn't matter.
            try? store.close()
            try? FileManager.default.removeItem(atPath: beside)
            throw error
        }
    }

    private func write(_ backup: Spool, into store: Store) throws -> Int {
        var archive = ArchiveReader(from: backup.reading())
        var changes: [Change] = []
        var size = 0
        var documents = 0
        while let entry = try archive.next() {
            guard case .document(let path, let bytes) = entry else { continue }
            changes.append(.writeBytes(path, bytes))
            documents += 1
            size += bytes.count
            guard size >= Restoring.part else { continue }
            try store.save(changes)
            changes = []
            size = 0
        }
        try store.save(changes)
        return documents
    }

    private func takePlace(of present: Store?) throws {
        // The lock is held until the folder is gone: a daemon that starts now finds it in use.
        try withExtendedLifetime(present) {
            if present != nil {
                for name in Restoring.ownFiles { try Disk.real.remove("\(data)/\(name)") }
            }
            guard rename(beside, data) == 0 else {
                let code = errno
                // Nothing of it is needed any more.
                try? FileManager.default.removeItem(atPath: beside)
                throw Stop(
                    code == EBUSY || code == EXDEV
                        ? "The data folder is a disk of its own: set `data` to a folder in it."
                        : "The data folder couldn't be put in its place (error \(code)).")
            }
        }
        try Disk.real.syncFolder("\(data)/..")
    }

    /// So much is saved at once, in bytes.
    private static let part = 8 << 20
    /// What lies in a folder that holds nothing.
    private static let ownFiles = [".lock", ".journal", ".lines.lock", FolderAudit.socketName]
    /// How files begin that age has encrypted.
    private static let sealedStarts = ["age-encryption.org/", "-----BEGIN AGE ENCRYPTED"]
}

extension Disk {
    /// All names in a folder.
    fileprivate static func list(_ folder: String) throws(StoreFault) -> [String] {
        do throws(DiskFault) { return try Disk.real.entries(folder)?.map(\.name) ?? [] } catch {
            throw .failed(code: EIO)
        }
    }
}

extension Spool {
    /// Its bytes in order, from the first.
    fileprivate func reading() -> (_ most: Int) throws -> [UInt8] {
        var done = 0
        return { most in
            let bytes = try self.read(at: done, atMost: most)
            done += bytes.count
            return bytes
        }
    }
}

extension Stop {
    fileprivate init(_ fault: ArchiveFault) {
        switch fault {
        case .foreign:
            self.init("This file is no backup of this program, so nothing was restored.")
        case .newer:
            self.init(
                "This backup was written by a newer version of this program: restore it with"
                    + " that version.")
        case .damaged:
            self.init(
                "This backup ends too soon or was changed, so nothing was restored: take another.")
        }
    }

    fileprivate init(reading fault: ControlFault) {
        switch fault {
        case .absent: self.init("There is no such backup.")
        case .failed(code: ENOSPC), .failed(code: EDQUOT):
            self.init("The disk is full, so nothing was restored. Make room, then try again.")
        case .malformed, .pathTooLong, .foreign, .late, .cut, .failed:
            self.init("The backup can't be read, so nothing was restored.")
        }
    }
}
