/// The folder, its journal and what lies between them, without any lock: ``Store``'s inside.
struct Ledger {
    private let disk: Disk
    private let root: String
    private let journalLimit: Int
    private let held: Disk.Descriptor
    private let system: Disk.Descriptor
    private var journal: Journal
    private var overlay = Overlay()
    private var state = State.open
    private var nextCheckpoint: Int

    private enum State { case open, broken, closed }

    static let lockName = ".lock"

    /// Locks the folder, made if need be, and brings in what its journal holds.
    ///
    /// - Parameter held: the folder's lock, if it is held already; let go if this fails.
    static func open(
        _ root: String, journalLimit: Int, disk: Disk, held: Disk.Descriptor? = nil
    ) throws(StoreFault) -> Ledger {
        let held = if let held { held } else { try lock(root, disk) }
        var unused = [held]
        do throws(StoreFault) {
            let system = try StoreFault.naming { () throws(DiskFault) in try disk.openFolder(root) }
            unused.append(system)
            let (journal, batches) = try Journal.open(in: root, disk: disk)
            unused.append(journal.file)
            var ledger = Ledger(
                disk: disk, root: root, journalLimit: journalLimit, held: held, system: system,
                journal: journal)
            if !journal.isEmpty { try ledger.replay(batches) }
            return ledger
        } catch {
            for file in unused { disk.close(file) }
            throw error
        }
    }

    /// Keeps everybody else out of the folder, which is made if need be.
    static func lock(_ root: String, _ disk: Disk) throws(StoreFault) -> Disk.Descriptor {
        try StoreFault.naming { () throws(DiskFault) in
            _ = try disk.makeFolder(root)
            // Also if it was there: the start that made it may have been cut short.
            try disk.syncFolder("\(root)/..")
            return try disk.lock("\(root)/\(lockName)")
        }
    }

    /// A document's bytes; nil if there is none.
    func contents(at path: String) throws(DiskFault) -> [UInt8]? {
        if let known = overlay.files[path] { return known }
        return try disk.read("\(root)/\(path)")
    }

    /// The names in a folder, sorted; none if it isn't there.
    func names(in folder: String) throws(DiskFault) -> [String] {
        overlay.names(in: folder, entries: try disk.entries(whole(folder)) ?? [])
    }

    /// What is to be done so that nothing of a folder is left, strange files included.
    func removal(of folder: String) throws(DiskFault) -> [AfterImage] {
        var paths = Set(overlay.documents(below: folder))
        var folders: [String] = []
        var open = [folder]
        while let next = open.popLast() {
            guard let entries = try disk.entries(whole(next)) else { continue }
            folders.append(next)
            for entry in entries {
                let path = "\(next)/\(entry.name)"
                if entry.isFolder { open.append(path) } else { paths.insert(path) }
            }
        }
        // Also a folder that isn't on the disk yet must not be listed any more.
        if folders.isEmpty, !paths.isEmpty { folders = [folder] }
        return paths.sorted().map { .noFile(path: $0) }
            + folders.sorted(by: >).map { .noFolder(path: $0) }
    }

    /// Makes a batch durable. Throws `.full` if nothing of it was kept; `.broken`; `.closed`.
    mutating func commit(_ images: [AfterImage]) throws(StoreFault) {
        try mustBeOpen()
        if images.isEmpty { return }
        do throws(StoreFault) { try journal.append(images) } catch {
            if error == .broken { state = .broken }
            throw error
        }
        for image in images { overlay.apply(image) }
    }

    /// Takes a checkpoint if the journal has grown long. It fails quietly: all batches are
    /// durable. Without space the journal grows on; after any other fault nothing more is saved.
    mutating func checkpointIfLong() {
        guard journal.length >= nextCheckpoint else { return }
        do throws(StoreFault) { try checkpoint() } catch {
            nextCheckpoint = journal.length + journalLimit
        }
    }

    /// Brings everything into the folder and empties the journal. Throws `.full`, after which it
    /// may be called again; `.broken`; `.closed`.
    mutating func checkpoint() throws(StoreFault) {
        try mustBeOpen()
        do throws(DiskFault) { try bringAndCut() } catch {
            guard error == .full else {
                state = .broken
                throw .broken
            }
            throw .full
        }
    }

    /// Something beside the folder failed: nothing more is saved.
    mutating func giveUp() {
        if state == .open { state = .broken }
    }

    /// Takes a checkpoint and lets the folder go, whether or not that fails.
    mutating func close() throws(StoreFault) {
        if state == .closed { return }
        defer { letGo() }
        try checkpoint()
    }

    /// Lets the folder go as it is.
    mutating func letGo() {
        if state == .closed { return }
        state = .closed
        for file in [journal.file, system, held] { disk.close(file) }
    }

    private init(
        disk: Disk, root: String, journalLimit: Int, held: Disk.Descriptor,
        system: Disk.Descriptor, journal: Journal
    ) {
        self.disk = disk
        self.root = root
        self.journalLimit = journalLimit
        self.held = held
        self.system = system
        self.journal = journal
        nextCheckpoint = journalLimit
    }

    private mutating func replay(_ batches: [[AfterImage]]) throws(StoreFault) {
        for image in batches.joined() { overlay.apply(image) }
        do throws(DiskFault) {
            try Checkpoint(disk: disk, root: root, system: system).removeLeftovers()
            try bringAndCut()
        } catch { throw StoreFault(error) }
    }

    private mutating func bringAndCut() throws(DiskFault) {
        if journal.isEmpty { return }
        try Checkpoint(disk: disk, root: root, system: system).bring(overlay)
        try journal.cut()
        overlay = Overlay()
        nextCheckpoint = journalLimit
    }

    private func mustBeOpen() throws(StoreFault) {
        switch state {
        case .open: return
        case .broken: throw .broken
        case .closed: throw .closed
        }
    }

    private func whole(_ path: String) -> String { path.isEmpty ? root : "\(root)/\(path)" }
}
