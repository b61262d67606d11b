import Glibc

/// Everything this program asks of a file system, as values that a test or a simulation replaces.
///
/// Paths are whole. No operation retries, and none follows a symbolic link at a path's end.
package struct Disk: Sendable {
    /// An open file.
    package typealias Descriptor = Int32

    package struct Entry: Sendable, Hashable {
        package let name: String
        package let isFolder: Bool

        package init(name: String, isFolder: Bool) {
            self.name = name
            self.isFolder = isFolder
        }
    }

    /// Opens (or makes) a file and locks it for as long as it is open; `.locked` if it is already.
    package var lock: @Sendable (_ path: String) throws(DiskFault) -> Descriptor
    /// Makes a folder (0700); false if it was there. It counts only after its parent is synced.
    package var makeFolder: @Sendable (_ path: String) throws(DiskFault) -> Bool
    /// What is in a folder, in no order; nil if there is no such folder.
    package var entries: @Sendable (_ path: String) throws(DiskFault) -> [Entry]?
    /// A file's bytes; nil if there is none.
    package var read: @Sendable (_ path: String) throws(DiskFault) -> [UInt8]?
    /// Makes a file that must not exist yet and writes it whole; synced if asked.
    package var create:
        @Sendable (_ path: String, _ bytes: [UInt8], _ mode: UInt32, _ isSynced: Bool)
            throws(DiskFault) -> Void
    /// Puts a file in another's place at once.
    package var rename: @Sendable (_ from: String, _ to: String) throws(DiskFault) -> Void
    /// Removes a file; one that isn't there is removed already.
    package var remove: @Sendable (_ path: String) throws(DiskFault) -> Void
    /// Removes a folder if it is there and empty.
    package var removeFolder: @Sendable (_ path: String) throws(DiskFault) -> Void
    /// Makes a folder's own entries durable.
    package var syncFolder: @Sendable (_ path: String) throws(DiskFault) -> Void
    /// Opens a file for appending, made if need be (0600).
    package var openLog: @Sendable (_ path: String) throws(DiskFault) -> Descriptor
    /// Writes all bytes at the end. After a fault some of them may be there.
    package var append: @Sendable (Descriptor, _ bytes: [UInt8]) throws(DiskFault) -> Void
    /// Cuts a file to this length in bytes.
    package var truncate: @Sendable (Descriptor, _ length: Int) throws(DiskFault) -> Void
    /// Makes an open file's contents durable.
    package var syncData: @Sendable (Descriptor) throws(DiskFault) -> Void
    /// Opens a folder, for ``syncSystem``.
    package var openFolder: @Sendable (_ path: String) throws(DiskFault) -> Descriptor
    /// Makes all that was written to the file system of this folder durable. Tells of failures
    /// since the folder was opened, so it must stay open meanwhile.
    package var syncSystem: @Sendable (Descriptor) throws(DiskFault) -> Void
    /// Closes a file and gives up its lock. There is nothing to do about a failure.
    package var close: @Sendable (Descriptor) -> Void
}

/// Why the file system did not do it.
package enum DiskFault: Error, Sendable, Hashable {
    /// There is no room for now: no space or no quota is left, or the system opens no more files.
    /// The same may be done again later.
    case full
    /// Another program holds the lock.
    case locked
    /// Anything else, by its `errno`.
    case failed(code: Int32)

    package init(code: Int32) {
        switch code {
        case ENOSPC, EDQUOT, EMFILE, ENFILE, ENOMEM: self = .full
        case EWOULDBLOCK: self = .locked
        // not our enum
        default: self = .failed(code: code)
        }
    }
}

extension Disk {
    /// The machine's own.
    package static let real = Disk(
        lock: { path throws(DiskFault) in
            let file = try opened(path, O_RDWR | O_CREAT)
            guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
                let fault = DiskFault(code: errno)
                _ = Glibc.close(file)
                throw fault
            }
            return file
        },
        makeFolder: { path throws(DiskFault) in
            if mkdir(path, 0o700) == 0 { return true }
            guard errno == EEXIST else { throw DiskFault(code: errno) }
            return false
        },
        entries: { path throws(DiskFault) in try listed(path) },
        read: { path throws(DiskFault) in try contents(path) },
        create: { path, bytes, mode, isSynced throws(DiskFault) in
            let file = try opened(path, O_WRONLY | O_CREAT | O_EXCL, mode)
            defer { _ = Glibc.close(file) }
            try write(bytes, to: file)
            if isSynced { try check(fsync(file)) }
        },
        rename: { from, to throws(DiskFault) in try check(Glibc.rename(from, to)) },
        remove: { path throws(DiskFault) in
            if unlink(path) != 0, errno != ENOENT { throw DiskFault(code: errno) }
        },
        removeFolder: { path throws(DiskFault) in
            if rmdir(path) != 0, errno != ENOENT, errno != ENOTEMPTY, errno != EEXIST {
                throw DiskFault(code: errno)
            }
        },
        syncFolder: { path throws(DiskFault) in
            let folder = try opened(path, O_RDONLY | O_DIRECTORY)
            defer { _ = Glibc.close(folder) }
            try check(fsync(folder))
        },
        openLog: { path throws(DiskFault) in try opened(path, O_WRONLY | O_CREAT | O_APPEND) },
        append: { file, bytes throws(DiskFault) in try write(bytes, to: file) },
        truncate: { file, length throws(DiskFault) in try check(ftruncate(file, off_t(length))) },
        syncData: { file throws(DiskFault) in try check(fdatasync(file)) },
        openFolder: { path throws(DiskFault) in try opened(path, O_RDONLY | O_DIRECTORY) },
        syncSystem: { folder throws(DiskFault) in try syncAll(of: folder) },
        close: { file in _ = Glibc.close(file) })

    private static func check(_ result: Int32) throws(DiskFault) {
        if result != 0 { throw DiskFault(code: errno) }
    }

    private static func opened(
        _ path: String, _ flags: Int32, _ mode: UInt32 = 0o600
    ) throws(DiskFault) -> Descriptor {
        let file = open(path, flags | O_CLOEXEC | O_NOFOLLOW, mode)
        guard file >= 0 else { throw DiskFault(code: errno) }
        return file
    }

    private static func write(_ bytes: [UInt8], to file: Descriptor) throws(DiskFault) {
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.write(file, buffer.baseAddress?.advanced(by: done), bytes.count - done)
            }
            // A signal before the first byte is no failure.
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw DiskFault(code: count == 0 ? EIO : errno) }
            done += count
        }
    }

    /// Glibc has `syncfs` and Swift's view of it hasn't, so it is looked up by name.
    private static func syncAll(of folder: Descriptor) throws(DiskFault) {
        guard let symbol = dlsym(nil, "syncfs") else { throw .failed(code: ENOSYS) }
        let syncfs = unsafeBitCast(symbol, to: (@convention(c) (Int32) -> Int32).self)
        try check(syncfs(folder))
    }

    private static func contents(_ path: String) throws(DiskFault) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        if file < 0, errno == ENOENT { return nil }
        guard file >= 0 else { throw DiskFault(code: errno) }
        defer { _ = Glibc.close(file) }
        var status = stat()
        try check(fstat(file, &status))
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        var done = 0
        while done < bytes.count {
            let left = bytes.count - done
            let count = bytes.withUnsafeMutableBytes { buffer in
                Glibc.read(file, buffer.baseAddress?.advanced(by: done), left)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw DiskFault(code: count == 0 ? EIO : errno) }
            done += count
        }
        return bytes
    }

    private static func listed(_ path: String) throws(DiskFault) -> [Entry]? {
        guard let folder = opendir(path) else {
            if errno == ENOENT { return nil }
            throw DiskFault(code: errno)
        }
        defer { closedir(folder) }
        var entries: [Entry] = []
        while true {
            errno = 0
            guard let item = readdir(folder) else { break }
            let name = withUnsafePointer(to: &item.pointee.d_name) { field in
                field.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name == "." || name == ".." { continue }
            entries.append(Entry(name: name, isFolder: try isFolder(item.pointee, path, name)))
        }
        guard errno == 0 else { throw DiskFault(code: errno) }
        return entries
    }

    /// Some file systems don't tell what an entry is; then the entry itself is asked.
    private static func isFolder(
        _ item: dirent, _ path: String, _ name: String
    ) throws(DiskFault) -> Bool {
        if item.d_type != UInt8(DT_UNKNOWN) { return item.d_type == UInt8(DT_DIR) }
        var status = stat()
        try check(lstat("\(path)/\(name)", &status))
        return status.st_mode & S_IFMT == S_IFDIR
    }
}
