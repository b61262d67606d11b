import Foundation
import Store

/// Says beside the data folder that it was put back from a backup, until the first start has dealt
/// with that.
struct RestoreMark {
    private let path: String
    private let folder: String

    /// - Parameter data: the data folder, as a whole path without a slash at its end.
    init(besides data: String) {
        path = data + ".restored"
        folder = URL(filePath: data).deletingLastPathComponent().path(percentEncoded: false)
    }

    var isThere: Bool { FileManager.default.fileExists(atPath: path) }

    /// - Throws: a ``DiskFault`` or ``StoreFault``, if it isn't there for sure.
    func set() throws {
        if isThere { return }
        try Disk.real.create(path, [], 0o600, true)
        try Disk.real.syncFolder(folder)
    }

    func remove() throws {
        try Disk.real.remove(path)
        try Disk.real.syncFolder(folder)
    }
}
