/// The list of what was forgotten, beside the data folder: a line each, and none is ever taken
/// away, so that no backup brings back what was to be gone.
package struct ForgottenList {
    private let path: String
    private let disk: Disk

    /// - Parameter data: the data folder, as a whole path without a slash at its end.
    package init(besides data: String, disk: Disk = .real) {
        path = data + ".forgotten"
        self.disk = disk
    }

    /// The file as it is; nil if there is none.
    package func bytes() throws(StoreFault) -> [UInt8]? {
        try StoreFault.naming { () throws(DiskFault) in try disk.read(path) }
    }

    /// Adds what another list has and this one hasn't, durably.
    package func unite(with other: [UInt8]) throws(StoreFault) {
        let present = try bytes() ?? []
        let newline = UInt8(ascii: "\n")
        let known = Set(present.split(separator: newline))
        let missing = other.split(separator: newline).filter { !known.contains($0) }
        guard !missing.isEmpty else { return }
        var united = present
        if let last = united.last, last != newline { united.append(newline) }
        for line in missing { united += line + [newline] }
        let whole = united
        try StoreFault.naming { () throws(DiskFault) in
            let aside = path + ".new"
            try disk.remove(aside)
            try disk.create(aside, whole, 0o600, true)
            try disk.rename(aside, path)
            let folder = path.lastIndex(of: "/").map { String(path[...$0]) }
            try disk.syncFolder(folder ?? ".")
        }
    }
}
