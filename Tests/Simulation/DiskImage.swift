import Glibc
import Store

/// All that a disk holds, with what isn't synced yet. A value: a copy of it is a snapshot.
package struct DiskImage: Sendable {
    private(set) var files: [Int: SimulatedFile] = [:]
    private var folders: [Int: Folder] = [root: Folder()]
    private var pending: [EntryChange] = []
    private var lastInode = root

    static let root = 0

    enum Node: Hashable, Sendable {
        case file(Int)
        case folder(Int)
    }

    private struct Folder: Sendable {
        var durable: [String: Node] = [:]
        var entries: [String: Node] = [:]
    }

    /// A change of a folder's entries: done as a whole or not at all.
    private enum EntryChange: Sendable {
        case link(Place, Node)
        case unlink(Place)
        case rename(from: Place, to: Place, Node)

        func concerns(_ folder: Int) -> Bool {
            switch self {
            case .link(let place, _), .unlink(let place): place.folder == folder
            case .rename(let from, let to, _): from.folder == folder || to.folder == folder
            }
        }
    }

    struct Place: Hashable, Sendable {
        let folder: Int
        let name: String
    }

    package init() {}

    // Looking.

    /// Where a path's last name lies.
    func place(_ path: String) throws(DiskFault) -> Place {
        var trail = [DiskImage.root]
        var names = DiskImage.names(of: path)
        guard let last = names.popLast(), last != ".." else {
            throw .failed(code: EINVAL)
        }
        for name in names { try walk(name, &trail) }
        return Place(folder: trail.last ?? DiskImage.root, name: last)
    }

    func node(_ path: String) throws(DiskFault) -> Node? {
        var trail = [DiskImage.root]
        let names = DiskImage.names(of: path)
        guard let last = names.last else { return .folder(DiskImage.root) }
        for name in names.dropLast() { try walk(name, &trail) }
        if last == ".." {
            try walk(last, &trail)
            return .folder(trail.last ?? DiskImage.root)
        }
        return folders[trail.last ?? DiskImage.root]?.entries[last]
    }

    /// By bytes, which is much faster than by letters.
    private static func names(of path: String) -> [String] {
        path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    }

    func node(at place: Place) -> Node? { folders[place.folder]?.entries[place.name] }

    private func walk(_ name: String, _ trail: inout [Int]) throws(DiskFault) {
        if name == ".." {
            if trail.count > 1 { trail.removeLast() }
            return
        }
        switch folders[trail.last ?? DiskImage.root]?.entries[name] {
        case .folder(let inode): trail.append(inode)
        case .file: throw .failed(code: ENOTDIR)
        case nil: throw .failed(code: ENOENT)
        }
    }

    func entries(of folder: Int) -> [String: Node] { folders[folder]?.entries ?? [:] }

    /// Every file below, by its whole path.
    package func contents(below folder: String = "") -> [String: [UInt8]] {
        var found: [String: [UInt8]] = [:]
        // A folder that isn't there holds nothing.
        guard case .folder(let start)? = try? node(folder) else { return found }
        var open = [(folder, start)]
        while let (path, inode) = open.popLast() {
            for (name, node) in entries(of: inode) {
                switch node {
                case .file(let file): found["\(path)/\(name)"] = files[file]?.bytes
                case .folder(let inner): open.append(("\(path)/\(name)", inner))
                }
            }
        }
        return found
    }

    // Changing what is seen.

    mutating func link(_ place: Place, isFolder: Bool) -> Node {
        lastInode += 1
        let node: Node = isFolder ? .folder(lastInode) : .file(lastInode)
        if isFolder { folders[lastInode] = Folder() } else { files[lastInode] = SimulatedFile() }
        folders[place.folder]?.entries[place.name] = node
        pending.append(.link(place, node))
        return node
    }

    mutating func unlink(_ place: Place) {
        folders[place.folder]?.entries[place.name] = nil
        pending.append(.unlink(place))
    }

    mutating func rename(_ from: Place, _ to: Place, _ node: Node) {
        folders[from.folder]?.entries[from.name] = nil
        folders[to.folder]?.entries[to.name] = node
        pending.append(.rename(from: from, to: to, node))
    }

    mutating func change(_ file: Int, _ body: (inout SimulatedFile) -> Void) {
        guard var changed = files[file] else { return }
        // Taken out, so that its bytes aren't copied.
        files[file] = nil
        body(&changed)
        files[file] = changed
    }

    // Making it durable.

    /// Files of which a crash would take something, in order.
    var unsynced: [Int] { files.filter { !$0.value.isSynced }.map(\.key).sorted() }

    mutating func syncEntries(of folder: Int) {
        for change in pending where change.concerns(folder) { settle(change) }
        pending.removeAll { $0.concerns(folder) }
    }

    mutating func syncAll(_ open: Set<Int>) {
        for id in unsynced { change(id) { $0.sync() } }
        for change in pending { settle(change) }
        pending = []
        sweep(keeping: open)
    }

    private mutating func settle(_ change: EntryChange) {
        switch change {
        case .link(let place, let node): folders[place.folder]?.durable[place.name] = node
        case .unlink(let place): folders[place.folder]?.durable[place.name] = nil
        case .rename(let from, let to, let node):
            if folders[from.folder]?.durable[from.name] == node {
                folders[from.folder]?.durable[from.name] = nil
            }
            folders[to.folder]?.durable[to.name] = node
        }
    }

    /// The power goes. Each change of an entry is kept or lost by itself; those of one name keep
    /// their order, and so what is there afterwards was there once. POSIX promises no more.
    package mutating func crash(using dice: inout SimulatedDice) {
        let kept = dice.one(of: [0, 20, 50, 80, 100]) ?? 50
        for change in pending where dice.chance(of: kept) { settle(change) }
        pending = []
        folders = folders.mapValues { Folder(durable: $0.durable, entries: $0.durable) }
        let keptData = dice.one(of: [0, 20, 50, 80, 100]) ?? 50
        for id in unsynced { change(id) { $0.crash(kept: keptData, using: &dice) } }
        sweep(keeping: [])
    }

    /// Lets go of what no name leads to, after a sync or a crash.
    private mutating func sweep(keeping open: Set<Int>) {
        var found = open
        var queue = [DiskImage.root]
        var reached: Set<Int> = [DiskImage.root]
        while let next = queue.popLast() {
            for node in entries(of: next).values {
                switch node {
                case .file(let id): found.insert(id)
                case .folder(let id): if reached.insert(id).inserted { queue.append(id) }
                }
            }
        }
        if found.count < files.count { files = files.filter { found.contains($0.key) } }
        if reached.count < folders.count { folders = folders.filter { reached.contains($0.key) } }
    }
}
