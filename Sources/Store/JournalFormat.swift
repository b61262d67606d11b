import Crypto

/// How batches lie in the journal.
///
/// The file begins with ``magic``. Each record is its payload's length (4 bytes), the batch's
/// number counted from 1 (8), the SHA-256 of number and payload (32), and the payload; numbers
/// are little-endian.
enum JournalFormat {
    /// The last byte counts versions of this format.
    static let magic = Array("TAIjrnl1".utf8)

    /// The most a batch may hold, in bytes.
    static let largestBatch = 64 << 20

    static func record(_ images: [AfterImage], number: UInt64) -> [UInt8] {
        var payload: [UInt8] = []
        payload.appendNumber(UInt32(images.count))
        for image in images {
            switch image {
            case .file(let path, let bytes):
                payload.appendField(kind: 1, path)
                payload.appendNumber(UInt32(bytes.count))
                payload += bytes
            case .noFile(let path): payload.appendField(kind: 2, path)
            case .noFolder(let path): payload.appendField(kind: 3, path)
            }
        }
        var record: [UInt8] = []
        record.reserveCapacity(headLength + payload.count)
        record.appendNumber(UInt32(payload.count))
        record.appendNumber(number)
        record += digest(number, payload[...])
        record += payload
        return record
    }

    /// Reads the journal's whole batches.
    ///
    /// A record that isn't whole was being written when the power went, and is dropped, unless a
    /// whole one follows: that was begun only when this one was durable, so this is damage.
    static func batches(in bytes: [UInt8]) throws(StoreFault) -> [[AfterImage]] {
        // Shorter than its first line: the power went while the journal was being made.
        if bytes.count < magic.count, magic.starts(with: bytes) { return [] }
        guard bytes.starts(with: magic) else { throw .journalDamaged(batch: 0) }
        var batches: [[AfterImage]] = []
        var start = magic.count
        while start < bytes.count {
            let number = UInt64(batches.count) + 1
            guard let payload = payload(in: bytes, at: start, number: number),
                let images = images(in: bytes[payload])
            else {
                if hasRecord(in: bytes, after: start, number: number) {
                    throw .journalDamaged(batch: batches.count + 1)
                }
                return batches
            }
            batches.append(images)
            start = payload.upperBound
        }
        return batches
    }

    /// How long a record is before its payload, in bytes.
    static let headLength = 4 + 8 + 32

    /// How long the payload is that a record's head announces, in bytes.
    static func payloadLength(ofHead head: [UInt8]) -> Int {
        Int(head.number(at: 0, as: UInt32.self))
    }

    /// What one whole record holds; nil if it isn't whole, or has another number.
    static func images(ofRecord bytes: [UInt8], number: UInt64) -> [AfterImage]? {
        guard let payload = payload(in: bytes, at: 0, number: number),
            payload.upperBound == bytes.count
        else { return nil }
        return images(in: bytes[payload])
    }

    /// Where the payload of a whole record with this number lies; nil if there is none here.
    private static func payload(
        in bytes: [UInt8], at start: Int, number: UInt64
    ) -> Range<Int>? {
        let begin = start + headLength
        guard begin <= bytes.count, bytes.number(at: start + 4, as: UInt64.self) == number
        else { return nil }
        let end = begin + Int(bytes.number(at: start, as: UInt32.self))
        guard end <= bytes.count else { return nil }
        let known = bytes[(start + 12)..<begin]
        return known.elementsEqual(digest(number, bytes[begin..<end])) ? begin..<end : nil
    }

    private static func hasRecord(in bytes: [UInt8], after start: Int, number: UInt64) -> Bool {
        let last = bytes.count - headLength
        guard start < last else { return false }
        return (start...last).contains { position in
            let found = bytes.number(at: position + 4, as: UInt64.self)
            // No journal holds more records than bytes, so few positions reach the digest.
            return found > number && found < number + UInt64(bytes.count)
                && payload(in: bytes, at: position, number: found) != nil
        }
    }

    private static func images(in payload: ArraySlice<UInt8>) -> [AfterImage]? {
        var rest = Reader(bytes: payload)
        guard let count = rest.number(UInt32.self) else { return nil }
        var images: [AfterImage] = []
        for _ in 0..<count {
            guard let kind = rest.number(UInt8.self), let length = rest.number(UInt16.self),
                let name = rest.take(Int(length))
            else { return nil }
            let path = String(decoding: name, as: UTF8.self)
            switch kind {
            case 1:
                guard let size = rest.number(UInt32.self), let bytes = rest.take(Int(size))
                else { return nil }
                images.append(.file(path: path, bytes: Array(bytes)))
            case 2: images.append(.noFile(path: path))
            case 3: images.append(.noFolder(path: path))
            // not our enum
            default: return nil
            }
        }
        return rest.isAtEnd ? images : nil
    }

    private static func digest(_ number: UInt64, _ payload: ArraySlice<UInt8>) -> [UInt8] {
        var hash = SHA256()
        withUnsafeBytes(of: number.littleEndian) { hash.update(bufferPointer: $0) }
        payload.withUnsafeBytes { hash.update(bufferPointer: $0) }
        return Array(hash.finalize())
    }

    /// Takes fields off the front of a payload; nil where it ends too soon.
    private struct Reader {
        var bytes: ArraySlice<UInt8>
        var isAtEnd: Bool { bytes.isEmpty }

        mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
            guard count <= bytes.count else { return nil }
            defer { bytes = bytes.dropFirst(count) }
            return bytes.prefix(count)
        }

        mutating func number<N: FixedWidthInteger>(_: N.Type) -> N? {
            take(N.bitWidth / 8).map { $0.reversed().reduce(0) { $0 << 8 | N($1) } }
        }
    }
}

extension [UInt8] {
    fileprivate mutating func appendNumber(_ number: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
    }

    fileprivate mutating func appendField(kind: UInt8, _ path: String) {
        append(kind)
        appendNumber(UInt16(path.utf8.count))
        append(contentsOf: path.utf8)
    }

    fileprivate func number<N: FixedWidthInteger>(at start: Int, as _: N.Type) -> N {
        withUnsafeBytes { N(littleEndian: $0.loadUnaligned(fromByteOffset: start, as: N.self)) }
    }
}
