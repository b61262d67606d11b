/// The files of a keyring: small, written whole, readable by their owner only.
struct KeyFiles {
    let folder: String
    let disk: Disk

    /// A file's text; nil if there is none.
    func read(_ name: String) throws(KeyringFault) -> String? {
        do throws(DiskFault) {
            return try disk.read("\(folder)/\(name)").map { String(decoding: $0, as: UTF8.self) }
        } catch { throw KeyringFault(error) }
    }

    /// The names of all files, sorted; none if there is no such folder.
    func names() throws(KeyringFault) -> [String] {
        do throws(DiskFault) {
            return (try disk.entries(folder) ?? []).filter { !$0.isFolder }.map(\.name).sorted()
        } catch { throw KeyringFault(error) }
    }

    /// Makes the folder (0700) if need be; durable when it returns.
    func makeFolder() throws(KeyringFault) {
        do throws(DiskFault) {
            _ = try disk.makeFolder(folder)
            // Also if it was there: the start that made it may have been cut short.
            try disk.syncFolder("\(folder)/..")
        } catch { throw KeyringFault(error) }
    }

    /// Writes files (0400), each whole or not at all; durable when it returns.
    func write(_ files: [(name: String, text: String)]) throws(KeyringFault) {
        do throws(DiskFault) {
            for (name, text) in files {
                let aside = "\(folder)/\(Self.asidePrefix)\(name)"
                try disk.remove(aside)
                try disk.create(aside, Array(text.utf8), 0o400, true)
                try disk.rename(aside, "\(folder)/\(name)")
            }
            try disk.syncFolder(folder)
        } catch { throw KeyringFault(error) }
    }

    /// Removes what an interrupted write left. Only ours begin with this prefix.
    ///
    /// The folder is synced in any case, if it is there: the start before may have been cut short.
    func removeLeftovers() throws(KeyringFault) {
        let all = try names()
        if !all.isEmpty { try remove(all.filter { $0.hasPrefix(Self.asidePrefix) }) }
    }

    /// Removes files; durable when it returns.
    func remove(_ names: [String]) throws(KeyringFault) {
        do throws(DiskFault) {
            for name in names { try disk.remove("\(folder)/\(name)") }
            try disk.syncFolder(folder)
        } catch { throw KeyringFault(error) }
    }

    /// Makes durable which files there are.
    func sync() throws(KeyringFault) {
        do throws(DiskFault) { try disk.syncFolder(folder) } catch { throw KeyringFault(error) }
    }

    /// Puts one file in another's place; durable when it returns.
    func rename(_ from: String, to name: String) throws(KeyringFault) {
        do throws(DiskFault) {
            try disk.rename("\(folder)/\(from)", "\(folder)/\(name)")
            try disk.syncFolder(folder)
        } catch { throw KeyringFault(error) }
    }

    static let asidePrefix = ".new-"
}
