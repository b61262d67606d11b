/// Brings the overlay's changes into the folder, durably.
struct Checkpoint {
    let disk: Disk
    let root: String
    /// The folder, open since the store is: failures of the system's own writing are told here.
    let system: Disk.Descriptor

    /// Stops at the first fault. It can be done again from its beginning, whatever was done.
    func bring(_ overlay: Overlay) throws(DiskFault) {
        var madeFolders: Set<String> = []
        for (path, bytes) in overlay.files.sorted(by: { $0.key < $1.key }) {
            if let bytes {
                try makeFolders(above: path, known: &madeFolders)
                try replace(path, with: bytes)
            } else {
                try disk.remove("\(root)/\(path)")
            }
        }
        // The deepest first. One that isn't empty has come back since, and stays.
        for folder in overlay.removedFolders.sorted(by: >) {
            try disk.removeFolder("\(root)/\(folder)")
        }
        try disk.syncSystem(system)
    }

    /// Removes what an interrupted checkpoint left. Only ours begin with this prefix.
    func removeLeftovers(in folder: String = "") throws(DiskFault) {
        let path = folder.isEmpty ? root : "\(root)/\(folder)"
        for entry in try disk.entries(path) ?? [] {
            if entry.isFolder {
                try removeLeftovers(in: folder.isEmpty ? entry.name : "\(folder)/\(entry.name)")
            } else if entry.name.hasPrefix(Self.asidePrefix) {
                try disk.remove("\(path)/\(entry.name)")
            }
        }
    }

    static let asidePrefix = ".new-"

    /// Written aside and put in place, so that nobody who reads the folder sees half a document.
    /// It isn't synced alone: until all are, the journal still has it.
    private func replace(_ path: String, with bytes: [UInt8]) throws(DiskFault) {
        let cut = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
        let aside = "\(root)/\(path[..<cut])\(Self.asidePrefix)\(path[cut...])"
        try disk.remove(aside)
        do {
            try disk.create(aside, bytes, 0o600, false)
        } catch {
            // No harm if it can't be removed: the next checkpoint and the next start try again.
            do { try disk.remove(aside) } catch _ {}
            throw error
        }
        try disk.rename(aside, "\(root)/\(path)")
    }

    private func makeFolders(above path: String, known: inout Set<String>) throws(DiskFault) {
        let names = path.split(separator: "/").dropLast()
        for count in names.indices.map({ $0 + 1 }) {
            let folder = names.prefix(count).joined(separator: "/")
            if known.insert(folder).inserted { _ = try disk.makeFolder("\(root)/\(folder)") }
        }
    }
}
