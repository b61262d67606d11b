import Glibc

/// The file that makes a batch durable with one write and one sync.
struct Journal {
    private let disk: Disk
    let file: Disk.Descriptor
    private var number: UInt64 = 0

    /// The length of its whole records with its first line, in bytes.
    private(set) var length: Int

    /// Whether there is nothing in it to bring anywhere, not even half a record.
    var isEmpty: Bool { length == JournalFormat.magic.count }

    /// Opens the journal of `folder`, made anew, and reads what is in it.
    ///
    /// - Returns: the journal and its whole batches; append only after a ``cut()``.
    static func open(
        in folder: String, disk: Disk
    ) throws(StoreFault) -> (journal: Journal, batches: [[AfterImage]]) {
        let path = "\(folder)/\(name)"
        let known = try StoreFault.naming { () throws(DiskFault) in try disk.read(path) } ?? []
        let batches = try JournalFormat.batches(in: known)
        let file = try StoreFault.naming { () throws(DiskFault) in
            let bytes = known.count < JournalFormat.magic.count ? JournalFormat.magic : known
            try make(path, holding: bytes, disk: disk)
            let file = try disk.openLog(path)
            // Also if it was there: the start that made it may have been cut short.
            try disk.syncFolder(folder)
            return file
        }
        let length = max(known.count, JournalFormat.magic.count)
        return (Journal(disk: disk, file: file, length: length), batches)
    }

    /// A journal is there whole or not at all, so that a strange first line is always damage.
    ///
    /// Each start makes it anew: after a sync that failed, what is read of the old one need not be
    /// what lies on the disk, and no later sync would tell.
    private static func make(
        _ path: String, holding bytes: [UInt8], disk: Disk
    ) throws(DiskFault) {
        let aside = "\(path).new"
        try disk.remove(aside)
        try disk.create(aside, bytes, 0o600, true)
        try disk.rename(aside, path)
    }

    static let name = ".journal"

    /// Makes a batch durable.
    ///
    /// - Throws: `.full` if nothing of it was kept; `.broken` if that is in doubt.
    mutating func append(_ images: [AfterImage]) throws(StoreFault) {
        let record = JournalFormat.record(images, number: number + 1)
        do { try disk.append(file, record) } catch {
            guard error == .full else { throw .broken }
            // What was written is no whole record, so even if this cut is lost with the power
            // the next start drops it. But nothing may ever be appended behind it.
            do { try disk.truncate(file, length) } catch { throw .broken }
            throw .full
        }
        do { try disk.syncData(file) } catch { throw .broken }
        number += 1
        length += record.count
    }

    /// Empties the journal: all it held is durable elsewhere. After `.full` it is as it was.
    mutating func cut() throws(DiskFault) {
        try disk.truncate(file, JournalFormat.magic.count)
        do { try disk.syncData(file) } catch {
            // Whatever it says: how long the file is on the disk is in doubt now, and a record
            // behind an unknown length would be taken for damage.
            throw .failed(code: EIO)
        }
        number = 0
        length = JournalFormat.magic.count
    }

    private init(disk: Disk, file: Disk.Descriptor, length: Int) {
        self.disk = disk
        self.file = file
        self.length = length
    }
}
