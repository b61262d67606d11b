import Crypto

/// Writes a backup: the journal's records, one a document, behind a first line of its own.
///
/// The last record holds the SHA-256 of all before it, so that a backup that ends too soon, or
/// is put together from two, is noticed too.
package struct ArchiveWriter {
    /// How many documents were written.
    package private(set) var documents = 0
    /// How long it is so far, in bytes.
    package private(set) var length = 0
    private var number: UInt64 = 0
    private var hash = SHA256()
    private let write: ([UInt8]) throws -> Void

    /// The last byte counts versions of this format.
    static let magic = Array("TAIback1".utf8)
    /// No document begins with a dot, so these can't be taken for one.
    static let endName = ".end"
    static let forgottenName = ".forgotten"

    /// - Parameter write: takes the backup's bytes, in order.
    package init(to write: @escaping ([UInt8]) throws -> Void) throws {
        self.write = write
        try put(ArchiveWriter.magic)
    }

    package mutating func add(_ path: RelativePath, _ bytes: [UInt8]) throws {
        try record(path.text, bytes)
        documents += 1
    }

    /// The list of what was forgotten.
    package mutating func add(forgotten bytes: [UInt8]) throws {
        try record(ArchiveWriter.forgottenName, bytes)
    }

    /// Nothing more may be added.
    package mutating func finish() throws {
        try record(ArchiveWriter.endName, Array(hash.finalize()))
    }

    private mutating func record(_ path: String, _ bytes: [UInt8]) throws {
        number += 1
        try put(JournalFormat.record([.file(path: path, bytes: bytes)], number: number))
    }

    private mutating func put(_ bytes: [UInt8]) throws {
        hash.update(data: bytes)
        length += bytes.count
        try write(bytes)
    }
}
