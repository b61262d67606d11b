import Glibc

/// The durable list of keys that were destroyed: what no copy of anything may bring back.
///
/// A text file beside the data folder and the keyring, so that it outlives a copy of either. It
/// only ever grows. A line holds one owner's id, which says nothing without the data it was in.
package struct ForgottenKeys {
    private let path: String
    private let disk: Disk
    package private(set) var owners: Set<String> = []
    /// In the order in which they were destroyed.
    package private(set) var ordered: [String] = []

    static let firstLine = "talkaboutit forgotten keys 1"

    /// - Throws: `.unreadable` if there is something else by that name; `.failed`.
    package init(path: String, disk: Disk) throws(KeyringFault) {
        self.path = path
        self.disk = disk
        guard let bytes = try ForgottenKeys.bytes(at: path, disk) else { return }
        for owner in try ForgottenKeys.listed(in: bytes) { note(owner) }
    }

    /// Writes it as it was read; an empty one if there was none: whether it can be written is to be
    /// found out before somebody wants to be forgotten.
    ///
    /// After a sync that failed, what is read of the file need not be what lies on the disk, and no
    /// later sync would tell. And nothing may be appended behind half a line.
    package func makeAnew() throws(KeyringFault) {
        let lines = [ForgottenKeys.firstLine] + ordered
        let text = lines.map { "\($0)\n" }.joined()
        do throws(DiskFault) {
            let aside = "\(folder)/\(Checkpoint.asidePrefix)\(name)"
            try disk.remove(aside)
            try disk.create(aside, Array(text.utf8), 0o600, true)
            try disk.rename(aside, path)
            try disk.syncFolder(folder)
        } catch { throw KeyringFault(error) }
    }

    /// Adds what a list has and the one at this path hasn't, durably.
    ///
    /// - Parameter other: a list's bytes, as from a backup.
    package static func unite(
        _ other: [UInt8], into path: String, disk: Disk = .real
    ) throws(StoreFault) {
        guard !other.isEmpty else { return }
        guard let owners = owners(in: other) else { throw .failed(code: EINVAL) }
        do throws(KeyringFault) {
            var list = try ForgottenKeys(path: path, disk: disk)
            try list.makeAnew()
            try list.add(owners)
        } catch { throw StoreFault(error) }
    }

    /// Where the list of a data folder is.
    package static func path(besides data: String) -> String { data + ".forgotten" }

    /// The ids on a list, in order; none if there is no such file. Changes nothing.
    package static func read(at path: String, disk: Disk = .real) throws(KeyringFault) -> [String] {
        try bytes(at: path, disk).map { bytes throws(KeyringFault) in try listed(in: bytes) } ?? []
    }

    /// The file as it is; nil if there is none.
    package static func bytes(
        at path: String, _ disk: Disk = .real
    ) throws(KeyringFault) -> [UInt8]? {
        do throws(DiskFault) { return try disk.read(path) } catch { throw KeyringFault(error) }
    }

    private static func listed(in bytes: [UInt8]) throws(KeyringFault) -> [String] {
        guard let owners = owners(in: bytes) else {
            throw .unreadable(file: "list of forgotten keys")
        }
        return owners
    }

    /// The ids in a list's bytes, in order; nil if it is no such list. Half a last line is none.
    static func owners(in bytes: [UInt8]) -> [String]? {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let end = text.lastIndex(of: "\n") else {
            return firstLine.hasPrefix(text) ? [] : nil
        }
        let lines = text[..<end].split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.first == firstLine[...], lines.dropFirst().allSatisfy(FolderPath.isName) else {
            return nil
        }
        return lines.dropFirst().map(String.init)
    }

    /// Adds ids that aren't there yet; durable when it returns.
    package mutating func add(_ more: [String]) throws(KeyringFault) {
        let new = more.filter { !owners.contains($0) }
        guard !new.isEmpty else { return }
        do throws(DiskFault) {
            let file = try disk.openLog(path)
            defer { disk.close(file) }
            if ordered.isEmpty { try disk.truncate(file, 0) }
            let head = ordered.isEmpty ? "\(ForgottenKeys.firstLine)\n" : ""
            let text = head + new.map { "\($0)\n" }.joined()
            do throws(DiskFault) {
                try disk.append(file, Array(text.utf8))
                try disk.syncData(file)
            } catch {
                // Half a line is no line, and nothing is ever appended behind it.
                try disk.truncate(file, length)
                throw error
            }
            try disk.syncFolder(folder)
        } catch { throw KeyringFault(error) }
        for owner in new { note(owner) }
    }

    private var name: Substring {
        path[(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)...]
    }

    private var folder: String {
        let cut = path.lastIndex(of: "/") ?? path.startIndex
        return cut == path.startIndex ? "/" : String(path[..<cut])
    }

    private var length: Int {
        guard !ordered.isEmpty else { return 0 }
        return ordered.reduce(ForgottenKeys.firstLine.utf8.count + 1) { $0 + $1.utf8.count + 1 }
    }

    private mutating func note(_ owner: String) {
        if owners.insert(owner).inserted { ordered.append(owner) }
    }
}
