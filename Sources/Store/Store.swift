import Foundation

/// The data folder: what was saved is there after the power went.
///
/// A batch is saved with one append to a journal and one sync. Its documents are written into
/// the folder later, together, by a checkpoint; until then they are read from memory.
///
/// Any thread may call it; calls wait for each other.
package final class Store: @unchecked Sendable {
    // Unchecked because `ledger` and `unreadable` are touched only while `lock` is held.
    let lock = NSLock()
    var ledger: Ledger
    private var unreadable: Set<RelativePath> = []
    var format: DocumentFormat
    let migrate: Migration

    /// Rewrites a document of an older schema: its path, its schema number and its bytes go in,
    /// the whole document of the present schema comes out.
    package typealias Migration =
        @Sendable (_ path: RelativePath, _ schema: Int, _ bytes: [UInt8]) throws -> [UInt8]

    /// Opens the data folder, made if need be (its parent must exist), brings in what the
    /// journal holds, and keeps every other daemon out until ``close()``.
    ///
    /// - Parameters:
    ///   - schema: the number written into each document.
    ///   - journalLimit: how long the journal grows before a checkpoint, in bytes.
    ///   - lock: the folder's, if it is held already. The store lets it go.
    ///   - migrate: without one, a document of an older schema is unreadable.
    /// - Throws: `.inUse`, `.journalDamaged`, `.full`, `.failed`; nothing is lost then.
    package static func open(
        _ folder: String, schema: Int = 1, journalLimit: Int = 4 << 20, disk: Disk = .real,
        lock: FolderLock? = nil,
        migrate: @escaping Migration = { path, _, _ in throw StoreFault.unreadable(path) }
    ) throws(StoreFault) -> Store {
        let ledger = try Ledger.open(
            folder, journalLimit: journalLimit, disk: disk, held: lock?.descriptor)
        return Store(ledger: ledger, format: DocumentFormat(schema: schema), migrate: migrate)
    }

    /// From now on documents are sealed with this keyring.
    ///
    /// - Parameter owner: whose key a document's state is sealed with; nil for one that isn't.
    package func seal(
        with keyring: Keyring, owner: @escaping @Sendable (RelativePath) -> String?
    ) {
        lock.lock()
        defer { lock.unlock() }
        format.sealing = .init(keyring: keyring, owner: owner)
    }

    /// Whether there is anything in the folder besides the store's own files.
    package func holdsData() throws(StoreFault) -> Bool { !(try list(.root)).isEmpty }

    /// The value of a document; nil if there is none.
    ///
    /// One of an older schema is migrated and saved, and a copy of it is kept.
    ///
    /// - Throws: `.full` if it can't be opened for now. `.unreadable`, `.newerSchema`: the document
    ///   is then left alone in this run. For
    ///   a migrated one also what ``save(_:forgetting:)`` throws.
    package func read<Value: Decodable>(
        _ type: Value.Type, at path: RelativePath
    ) throws(StoreFault) -> Value? {
        lock.lock()
        defer { lock.unlock() }
        guard let bytes = try contents(at: path) else { return nil }
        switch try reading(type, bytes, at: path) {
        case .value(let value): return value
        case .schema(let found) where found > format.schema:
            unreadable.insert(path)
            throw .newerSchema(path, found: found)
        case .schema(let found): return try migrated(type, at: path, bytes, from: found)
        case .unreadable: throw leavingAlone(path)
        }
    }

    /// A document's bytes as they are; nil if there is none. Throws `.unreadable`.
    package func readBytes(at path: RelativePath) throws(StoreFault) -> [UInt8]? {
        lock.lock()
        defer { lock.unlock() }
        return try contents(at: path)
    }

    /// The names of the documents and folders in a folder, sorted; none if it isn't there.
    /// Throws `.failed`.
    package func list(_ folder: FolderPath) throws(StoreFault) -> [String] {
        lock.lock()
        defer { lock.unlock() }
        do throws(DiskFault) { return try ledger.names(in: folder.text) } catch {
            throw StoreFault(error)
        }
    }

    /// Makes a batch durable as a whole: when this returns it is there, power or no power.
    ///
    /// - Parameters:
    ///   - forgetting: also leaves nothing of what the batch replaced or removed anywhere in the
    ///     folder. It takes a checkpoint, so it takes longer.
    ///   - owners: whose keys are destroyed with it. The batch must name them itself, so that a
    ///     start after a power cut can ``forget(_:)`` them.
    /// - Throws: `.setAside`, `.unwritable`, `.batchTooLarge`, `.full`, `.failed`, `.closed`: nothing of the batch
    ///   was kept. `.notYetForgotten`: it is saved. `.broken`: that is in doubt.
    package func save(
        _ changes: [Change], forgetting: Bool = false, destroying owners: [String] = []
    ) throws(StoreFault) {
        lock.lock()
        defer { lock.unlock() }
        var images: [AfterImage] = []
        var size = 0
        for change in changes {
            let more = try self.images(of: change, forgetting: forgetting)
            size += more.reduce(0) { $0 + $1.size }
            guard size < JournalFormat.largestBatch else { throw .batchTooLarge }
            images += more
        }
        try ledger.commit(images)
        guard forgetting || !owners.isEmpty else { return ledger.checkpointIfLong() }
        try finish(owners)
    }

    /// Destroys these keys, as far as they are there, and leaves nothing of what was removed
    /// anywhere in the folder. Throws `.notYetForgotten`, `.broken`, `.closed`.
    package func forget(_ owners: [String]) throws(StoreFault) {
        lock.lock()
        defer { lock.unlock() }
        try finish(owners)
    }

    /// Brings everything into the folder and empties the journal.
    ///
    /// - Throws: `.full`: nothing is lost, call it again when there is space. `.broken`,
    ///   `.closed`.
    package func checkpoint() throws(StoreFault) {
        lock.lock()
        defer { lock.unlock() }
        try ledger.checkpoint()
    }

    /// Takes a checkpoint and lets the folder go, also if that fails: nothing is lost then, the
    /// next start goes on from the journal.
    package func close() throws(StoreFault) {
        lock.lock()
        defer { lock.unlock() }
        try ledger.close()
    }

    /// Does something while nothing can be saved.
    func holdingStill<Result>(_ body: (Ledger) throws -> Result) rethrows -> Result {
        lock.lock()
        defer { lock.unlock() }
        return try body(ledger)
    }

    private init(ledger: Ledger, format: DocumentFormat, migrate: @escaping Migration) {
        self.ledger = ledger
        self.format = format
        self.migrate = migrate
    }

    private func finish(_ owners: [String]) throws(StoreFault) {
        do throws(KeyringFault) {
            if !owners.isEmpty { try format.sealing?.keyring.destroy(owners) }
        } catch {
            if error == .failed(code: nil) { throw .notYetForgotten }
            // The batch is there, and names them: the next start goes on from it.
            ledger.giveUp()
            throw .broken
        }
        do throws(StoreFault) { try ledger.checkpoint() } catch {
            throw error == .full ? .notYetForgotten : error
        }
    }

    /// One that goes without ``close()`` leaves the folder as a power cut would, and unlocked.
    deinit { ledger.letGo() }

    private func images(
        of change: Change, forgetting: Bool
    ) throws(StoreFault) -> [AfterImage] {
        switch change {
        case .write(let path, let value):
            if unreadable.contains(path) { throw .setAside(path) }
            guard let bytes = try sealed(value, at: path) else { throw .unwritable(path) }
            return try self.images(of: .writeBytes(path, bytes), forgetting: forgetting)
        case .writeBytes(let path, let bytes):
            if unreadable.contains(path) { throw .setAside(path) }
            guard bytes.count <= DocumentFormat.largest else { throw .unwritable(path) }
            let file = AfterImage.file(path: path.text, bytes: bytes)
            return forgetting ? try removal(of: Self.copies(path.text)) + [file] : [file]
        case .remove(let path):
            if unreadable.contains(path) { throw .setAside(path) }
            return try removal(of: Self.copies(path.text)) + [.noFile(path: path.text)]
        case .removeFolder(let folder):
            let inside = unreadable.filter { $0.text.hasPrefix("\(folder.text)/") }
            // Of what is forgotten nothing need be readable.
            if !forgetting, let path = inside.min() { throw .setAside(path) }
            return try removal(of: Self.copies(folder.text)) + removal(of: folder.text)
        }
    }

    private func removal(of folder: String) throws(StoreFault) -> [AfterImage] {
        do throws(DiskFault) { return try ledger.removal(of: folder) } catch {
            throw StoreFault(error)
        }
    }

    func contents(at path: RelativePath) throws(StoreFault) -> [UInt8]? {
        do throws(DiskFault) { return try ledger.contents(at: path.text) } catch {
            // For want of room it may be read later; nothing is wrong with it.
            if error == .full { throw .full }
            throw leavingAlone(path)
        }
    }

    /// Without room nothing of the batch was kept. After any other failure of the keyring's disk
    /// nothing more is saved, as after one of the folder's own.
    private func sealed(
        _ value: any Encodable & Sendable, at path: RelativePath
    ) throws(StoreFault) -> [UInt8]? {
        do throws(KeyringFault) { return try format.bytes(of: value, at: path) } catch {
            guard error != .failed(code: nil) else { throw .full }
            ledger.giveUp()
            throw .broken
        }
    }

    func reading<Value: Decodable>(
        _ type: Value.Type, _ bytes: [UInt8], at path: RelativePath
    ) throws(StoreFault) -> DocumentFormat.Reading<Value> {
        do throws(KeyringFault) {
            return try format.read(type, from: bytes, at: path)
        } catch {
            // A damaged key concerns those documents only that it is for.
            guard error.isOfOneKey else { throw StoreFault(error) }
            return .unreadable
        }
    }

    func leavingAlone(_ path: RelativePath) -> StoreFault {
        unreadable.insert(path)
        return .unreadable(path)
    }

    /// The folder of the copies of a document from before its migrations, or of a folder of such.
    static func copies(_ path: String) -> String { ".migrated/\(path)" }
}
