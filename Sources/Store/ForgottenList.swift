import Glibc

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
        guard !other.isEmpty else { return }
        guard let owners = ForgottenKeys.owners(in: other) else { throw .failed(code: EINVAL) }
        do throws(KeyringFault) {
            var list = try ForgottenKeys(path: path, disk: disk)
            try list.makeAnew()
            try list.add(owners)
        } catch { throw StoreFault(error) }
    }
}
