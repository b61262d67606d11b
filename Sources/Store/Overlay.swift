/// What the journal holds and the folder doesn't yet: reads look here first.
struct Overlay {
    /// A path's contents; nil for a document that was removed.
    private(set) var files: [String: [UInt8]?] = [:]
    /// Folders that were removed. One may have come back: then there are files below it.
    private(set) var removedFolders: Set<String> = []

    var isEmpty: Bool { files.isEmpty && removedFolders.isEmpty }

    mutating func apply(_ image: AfterImage) {
        switch image {
        case .file(let path, let bytes): files[path] = .some(bytes)
        case .noFile(let path): files[path] = .some(nil)
        case .noFolder(let path): removedFolders.insert(path)
        }
    }

    /// The names in a folder, when `entries` is what the disk has there; sorted.
    func names(in folder: String, entries: [Disk.Entry]) -> [String] {
        let prefix = folder.isEmpty ? "" : "\(folder)/"
        var names: Set<String> = []
        for entry in entries {
            let path = prefix + entry.name
            let isGone = entry.isFolder ? removedFolders.contains(path) : files[path] == .some(nil)
            if !isGone, !entry.name.hasPrefix(".") { names.insert(entry.name) }
        }
        for (path, bytes) in files where bytes != nil && path.hasPrefix(prefix) {
            let rest = path.dropFirst(prefix.count)
            if let name = rest.split(separator: "/", maxSplits: 1).first, !name.hasPrefix(".") {
                names.insert(String(name))
            }
        }
        return names.sorted()
    }

    /// The documents below a folder that are here and perhaps not on the disk, in no order.
    func documents(below folder: String) -> [String] {
        files.compactMap { path, bytes in
            bytes != nil && path.hasPrefix("\(folder)/") ? path : nil
        }
    }
}
