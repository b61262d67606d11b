import Crypto

/// Reads a backup as ``ArchiveWriter`` wrote it. Nothing of it may be used before its end was
/// reached: only then is it known to be whole.
package struct ArchiveReader {
    private let read: (_ most: Int) throws -> [UInt8]
    private var number: UInt64 = 0
    private var hash = SHA256()
    private var state = State.begin

    private enum State { case begin, within, ended }

    /// What a backup holds.
    package enum Entry: Sendable, Equatable {
        case document(RelativePath, [UInt8])
        /// The list of what was forgotten.
        case forgotten([UInt8])
    }

    /// - Parameter read: gives the backup's next bytes, fewer than `most` only at its end.
    package init(from read: @escaping (_ most: Int) throws -> [UInt8]) { self.read = read }

    /// The next entry; nil once it was read to its end and all of it is as it was written.
    ///
    /// - Throws: ``ArchiveFault``, and whatever the source throws.
    package mutating func next() throws -> Entry? {
        switch state {
        case .ended: return nil
        case .begin: try begin()
        case .within: break
        }
        let before = hash
        let (path, bytes) = try record()
        switch path {
        case ArchiveWriter.endName:
            guard bytes.elementsEqual(before.finalize()), try read(1).isEmpty else {
                throw ArchiveFault.damaged
            }
            state = .ended
            return nil
        case ArchiveWriter.forgottenName:
            return .forgotten(bytes)
        // not our enum
        default:
            guard let document = RelativePath(validating: path) else {
                throw ArchiveFault.damaged
            }
            return .document(document, bytes)
        }
    }

    private mutating func begin() throws {
        let magic = ArchiveWriter.magic
        let found = try read(magic.count)
        guard found == magic else {
            if found.count < magic.count, magic.starts(with: found) { throw ArchiveFault.damaged }
            throw found.starts(with: magic.dropLast()) ? ArchiveFault.newer : .foreign
        }
        hash.update(data: found)
        state = .within
    }

    private mutating func record() throws -> (path: String, bytes: [UInt8]) {
        let head = try read(JournalFormat.headLength)
        guard head.count == JournalFormat.headLength else { throw ArchiveFault.damaged }
        let length = JournalFormat.payloadLength(ofHead: head)
        // Said before anything so long is asked for.
        guard length <= DocumentFormat.largest + 1_024 else { throw ArchiveFault.damaged }
        let record = head + (try read(length))
        number += 1
        guard let images = JournalFormat.images(ofRecord: record, number: number),
            images.count == 1, case .file(let path, let bytes) = images[0]
        else { throw ArchiveFault.damaged }
        hash.update(data: record)
        return (path, bytes)
    }
}

/// Why a file can't be restored from, one case a remedy.
package enum ArchiveFault: Error, Sendable, Hashable {
    /// It is no backup of this program.
    case foreign
    /// A newer version of this program wrote it.
    case newer
    /// It ends too soon, or something in it was changed: take another.
    case damaged
}
