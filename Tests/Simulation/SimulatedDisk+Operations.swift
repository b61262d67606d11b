import Glibc
package import Store
import Synchronization

extension SimulatedDisk {
    /// It as the store knows a disk: nothing of the machine's own is left in it.
    package var disk: Disk {
        var disk = Disk.real
        disk.lock = { path throws(DiskFault) in
            try self.run { inside throws(DiskFault) in try inside.lock(path) }
        }
        disk.makeFolder = { path throws(DiskFault) in
            try self.run { inside throws(DiskFault) in try inside.makeFolder(path) }
        }
        disk.entries = { path throws(DiskFault) in
            try self.run { inside throws(DiskFault) in try inside.entries(path) }
        }
        disk.read = { path throws(DiskFault) in
            try self.run { inside throws(DiskFault) in try inside.read(path) }
        }
        disk.create = { path, bytes, _, isSynced throws(DiskFault) in
            try self.run { inside throws(DiskFault) in
                try inside.create(path, bytes, isSynced: isSynced)
            }
        }
        disk.rename = { from, to throws(DiskFault) in
            try self.run { inside throws(DiskFault) in try inside.rename(from, to) }
        }
        disk.remove = { path throws(DiskFault) in
            try self.run { inside throws(DiskFault) in try inside.remove(path) }
        }
        disk.removeFolder = { path throws(DiskFault) in
            try self.run { inside throws(DiskFault) in try inside.removeFolder(path) }
        }
        disk.syncFolder = { path throws(DiskFault) in
            try self.run { inside throws(DiskFault) in try inside.syncFolder(path) }
        }
        disk.openLog = { path throws(DiskFault) in
            try self.run { inside throws(DiskFault) in try inside.openLog(path) }
        }
        disk.append = { file, bytes throws(DiskFault) in
            try self.run { inside throws(DiskFault) in try inside.append(file, bytes) }
        }
        disk.truncate = { file, length throws(DiskFault) in
            try self.run { inside throws(DiskFault) in try inside.truncate(file, length) }
        }
        disk.syncData = { file throws(DiskFault) in
            try self.run { inside throws(DiskFault) in try inside.syncData(file) }
        }
        disk.openFolder = { path throws(DiskFault) in
            try self.run { inside throws(DiskFault) in try inside.openFolder(path) }
        }
        disk.syncSystem = { folder throws(DiskFault) in
            try self.run { inside throws(DiskFault) in try inside.syncSystem(folder) }
        }
        disk.close = { file in self.inside.withLock { $0.close(file) } }
        return disk
    }

    private func run<Value: Sendable>(
        _ body: (inout Inside) throws(DiskFault) -> sending Value
    ) throws(DiskFault) -> Value {
        try inside.withLock { inside throws(DiskFault) in try body(&inside) }
    }
}

extension SimulatedDisk.Inside {
    fileprivate mutating func lock(_ path: String) throws(DiskFault) -> Disk.Descriptor {
        try mustOpen()
        let node = try opening(path)
        if locks[node] != nil { throw .locked }
        let file = opened(node)
        locks[node] = file
        return file
    }

    fileprivate mutating func makeFolder(_ path: String) throws(DiskFault) -> Bool {
        try mustBeOn()
        let place = try image.place(path)
        if image.node(at: place) != nil { return false }
        try operate("makeFolder") { inside throws(DiskFault) in
            try inside.mustHaveSpace()
            _ = inside.image.link(place, isFolder: true)
        }
        return true
    }

    fileprivate func entries(_ path: String) throws(DiskFault) -> [Disk.Entry]? {
        try mustOpen()
        let node: DiskImage.Node?
        do throws(DiskFault) { node = try image.node(path) } catch {
            if error == .failed(code: ENOENT) { return nil }
            throw error
        }
        switch node {
        case .folder(let id):
            return image.entries(of: id).map { name, node in
                switch node {
                case .file: Disk.Entry(name: name, isFolder: false)
                case .folder: Disk.Entry(name: name, isFolder: true)
                }
            }
        case .file: throw .failed(code: ENOTDIR)
        case nil: return nil
        }
    }

    fileprivate func read(_ path: String) throws(DiskFault) -> [UInt8]? {
        try mustOpen()
        let node: DiskImage.Node?
        do throws(DiskFault) { node = try image.node(path) } catch {
            if error == .failed(code: ENOENT) { return nil }
            throw error
        }
        switch node {
        case .file(let id): return image.files[id]?.bytes
        case .folder: throw .failed(code: EISDIR)
        case nil: return nil
        }
    }

    fileprivate mutating func create(
        _ path: String, _ bytes: [UInt8], isSynced: Bool
    ) throws(DiskFault) {
        try mustOpen()
        let place = try image.place(path)
        guard image.node(at: place) == nil else { throw .failed(code: EEXIST) }
        func write(_ bytes: [UInt8], _ inside: inout Self) -> Int {
            guard case .file(let id) = inside.image.link(place, isFolder: false) else { return -1 }
            if !place.name.hasPrefix(".") { inside.hasShownHalf = true }
            inside.image.change(id) { $0.append(bytes) }
            return id
        }
        let half = Array(bytes.prefix(bytes.count / 2))
        let tear: (inout Self) -> Void = { _ = write(half, &$0) }
        try operate("create", half: tear) { inside throws(DiskFault) in
            if inside.weather == .full {
                _ = write(half, &inside)
                throw .full
            }
            let id = write(bytes, &inside)
            guard isSynced else { return }
            try inside.sync(id)
        }
    }

    fileprivate mutating func rename(_ from: String, _ to: String) throws(DiskFault) {
        try mustBeOn()
        let source = try image.place(from)
        let target = try image.place(to)
        guard let node = image.node(at: source) else { throw .failed(code: ENOENT) }
        // Into the place of a folder that it lies in.
        if from.hasPrefix("\(to)/") { throw .failed(code: ENOTEMPTY) }
        switch (node, image.node(at: target)) {
        case (.file, .folder): throw .failed(code: EISDIR)
        case (.folder, .file): throw .failed(code: ENOTDIR)
        case (.folder, .folder): throw .failed(code: ENOTEMPTY)
        case (_, nil), (.file, .file): break  // not our enum, but what lies there
        }
        if source == target { return }
        try operate("rename") { $0.image.rename(source, target, node) }
    }

    fileprivate mutating func remove(_ path: String) throws(DiskFault) {
        try mustBeOn()
        let place: DiskImage.Place
        do throws(DiskFault) { place = try image.place(path) } catch {
            if error == .failed(code: ENOENT) { return }
            throw error
        }
        switch image.node(at: place) {
        case .file: try operate("remove") { $0.image.unlink(place) }
        case .folder: throw .failed(code: EISDIR)
        case nil: return
        }
    }

    fileprivate mutating func removeFolder(_ path: String) throws(DiskFault) {
        try mustBeOn()
        let place: DiskImage.Place
        do throws(DiskFault) { place = try image.place(path) } catch {
            if error == .failed(code: ENOENT) { return }
            throw error
        }
        switch image.node(at: place) {
        case .folder(let id):
            guard image.entries(of: id).isEmpty else { return }
            try operate("removeFolder") { $0.image.unlink(place) }
        case .file: throw .failed(code: ENOTDIR)
        case nil: return
        }
    }

    fileprivate mutating func openLog(_ path: String) throws(DiskFault) -> Disk.Descriptor {
        try mustOpen()
        return opened(try opening(path))
    }

    fileprivate mutating func openFolder(_ path: String) throws(DiskFault) -> Disk.Descriptor {
        try mustOpen()
        return opened(.folder(try folder(path)))
    }

    fileprivate mutating func append(
        _ file: Disk.Descriptor, _ bytes: [UInt8]
    ) throws(DiskFault) {
        let id = try self.file(file)
        let half = Array(bytes.prefix(bytes.count / 2))
        let tear: (inout Self) -> Void = { $0.image.change(id) { $0.append(half) } }
        try operate("append", half: tear) { inside throws(DiskFault) in
            if inside.weather == .full {
                inside.image.change(id) { $0.append(half) }
                throw .full
            }
            inside.image.change(id) { $0.append(bytes) }
        }
    }

    fileprivate mutating func truncate(
        _ file: Disk.Descriptor, _ length: Int
    ) throws(DiskFault) {
        let id = try self.file(file)
        guard length >= 0 else { throw .failed(code: EINVAL) }
        try operate("truncate") { $0.image.change(id) { $0.truncate(length) } }
    }

    fileprivate mutating func syncData(_ file: Disk.Descriptor) throws(DiskFault) {
        let id = try self.file(file)
        try operate("syncData") { inside throws(DiskFault) in try inside.sync(id) }
    }
}
