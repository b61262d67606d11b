import Glibc

/// Looks at files as files: who may read them, and what lies there that shouldn't.
package struct FolderAudit {
    /// A file or folder that isn't as it should be.
    package struct Finding: Sendable, Hashable {
        /// From the folder looked at; empty for the folder itself.
        package let path: String
        package let what: What

        package enum What: Sendable, Hashable {
            /// Others may read or write it, or its owner may not.
            case mode
            /// What an interrupted save left.
            case leftover
            /// Nothing this program makes.
            case strange
        }
    }

    private let root: String
    private let isKeyring: Bool

    /// The data folder, which must be locked.
    package init(data: String) {
        root = data
        isKeyring = false
    }

    /// The keyring, whose files are also 0400 and have names of their own.
    package init(keys: String) {
        root = keys
        isKeyring = true
    }

    /// All that is found, in the order of the paths.
    package func findings() throws(StoreFault) -> [Finding] {
        var findings = try look(at: "")
        findings += try inside("")
        return findings.sorted { $0.path < $1.path }
    }

    /// Puts right what can be: takes leftovers away, and what others may do with a file.
    package func mend(_ finding: Finding) throws(StoreFault) {
        let whole = whole(finding.path)
        let done: Int32
        switch finding.what {
        case .leftover: done = unlink(whole)
        case .mode:
            var status = stat()
            guard lstat(whole, &status) == 0 else { throw .failed(code: errno) }
            let isFolder = status.st_mode & S_IFMT == S_IFDIR
            let mode = status.st_mode & 0o700 | (isFolder ? 0o700 : isKeyring ? 0o400 : 0o600)
            done = chmod(whole, mode)
        case .strange: return
        }
        guard done == 0 else { throw .failed(code: errno) }
    }

    private func inside(_ folder: String) throws(StoreFault) -> [Finding] {
        let entries = try StoreFault.naming { () throws(DiskFault) in
            try Disk.real.entries(whole(folder)) ?? []
        }
        var findings: [Finding] = []
        for entry in entries {
            let path = folder.isEmpty ? entry.name : "\(folder)/\(entry.name)"
            findings += try look(at: path)
            if entry.isFolder { findings += try inside(path) }
        }
        return findings
    }

    private func look(at path: String) throws(StoreFault) -> [Finding] {
        var status = stat()
        guard lstat(whole(path), &status) == 0 else { throw .failed(code: errno) }
        switch status.st_mode & S_IFMT {
        case S_IFDIR:
            let isOurs = path.isEmpty || isKeyring || isFolder(path)
            let isPrivate = status.st_mode & 0o7777 == 0o700
            return findings(path, isOurs ? (isPrivate ? nil : .mode) : .strange)
        case S_IFREG:
            if isLeftover(path) { return findings(path, .leftover) }
            guard isKeyring || isFile(path) else { return findings(path, .strange) }
            let isPrivate =
                isKeyring
                ? status.st_mode & 0o077 == 0 && status.st_mode & 0o400 != 0
                : status.st_mode & 0o7777 == 0o600
            return findings(path, isPrivate ? nil : .mode)
        case S_IFSOCK:
            return findings(path, path == FolderAudit.socketName ? nil : .strange)
        // not our enum
        default: return findings(path, .strange)
        }
    }

    private func findings(_ path: String, _ what: Finding.What?) -> [Finding] {
        what.map { [Finding(path: path, what: $0)] } ?? []
    }

    private func isFolder(_ path: String) -> Bool {
        path.split(separator: "/").allSatisfy { FolderPath.isName($0) || $0 == ".migrated" }
            || path.hasPrefix(".migrated/")
    }

    private func isFile(_ path: String) -> Bool {
        RelativePath(validating: path) != nil || path.hasPrefix(".migrated/")
            || [Ledger.lockName, Journal.name, SealMark.name, ".lines.lock"].contains(path)
    }

    private func isLeftover(_ path: String) -> Bool {
        guard let name = path.split(separator: "/").last else { return false }
        return name.hasPrefix(Checkpoint.asidePrefix) || path == Journal.name + ".new"
            || path.hasPrefix(FolderAudit.spoolPrefix)
    }

    private func whole(_ path: String) -> String { path.isEmpty ? root : "\(root)/\(path)" }

    /// The socket by which commands reach the daemon.
    package static let socketName = ".control"
    /// Files that lose their name as soon as they are made.
    package static let spoolPrefix = ".spool-"
}
