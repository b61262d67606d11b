import Glibc
import Store

extension SimulatedDisk.Inside {
    /// Opens a file, made if need be.
    mutating func opening(_ path: String) throws(DiskFault) -> DiskImage.Node {
        let place = try image.place(path)
        switch image.node(at: place) {
        case .file(let id): return .file(id)
        case .folder: throw .failed(code: EISDIR)
        case nil: break
        }
        var made: DiskImage.Node?
        try operate("make") { inside throws(DiskFault) in
            try inside.mustHaveSpace()
            made = inside.image.link(place, isFolder: false)
        }
        guard let made else { throw .failed(code: EIO) }
        return made
    }

    func folder(_ path: String) throws(DiskFault) -> Int {
        switch try image.node(path) {
        case .folder(let id): return id
        case .file: throw .failed(code: ENOTDIR)
        case nil: throw .failed(code: ENOENT)
        }
    }

    mutating func sync(_ file: Int) throws(DiskFault) {
        if isFailingSync() {
            failToSync(file)
            throw .failed(code: EIO)
        }
        image.change(file) { $0.sync() }
    }

    private mutating func failToSync(_ file: Int) {
        let isForsaking = failingSync?.isForsaking ?? false
        image.change(file) { $0.failToSync(isForsaking: isForsaking) }
    }

    mutating func syncFolder(_ path: String) throws(DiskFault) {
        try mustOpen()
        let id = try folder(path)
        try operate("syncFolder") { inside throws(DiskFault) in
            if inside.isFailingSync() { throw .failed(code: EIO) }
            inside.image.syncEntries(of: id)
        }
    }

    mutating func syncSystem(_ folder: Disk.Descriptor) throws(DiskFault) {
        try mustBeOn()
        guard open[folder] != nil else { throw .failed(code: EBADF) }
        try operate("syncSystem") { inside throws(DiskFault) in
            if inside.isFailingSync() {
                for id in inside.image.unsynced { inside.failToSync(id) }
                throw .failed(code: EIO)
            }
            inside.image.syncAll(inside.openFiles)
        }
    }

    mutating func close(_ descriptor: Disk.Descriptor) {
        guard let node = open.removeValue(forKey: descriptor) else { return }
        if locks[node] == descriptor { locks[node] = nil }
    }

    private var openFiles: Set<Int> {
        Set(
            open.values.compactMap { node in
                if case .file(let id) = node { id } else { nil }
            })
    }
}
