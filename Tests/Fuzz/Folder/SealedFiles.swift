import Crypto
import Foundation

@testable import Store

/// Files of the store's own, whose bytes are guarded by digests and seals.
enum SealedFiles {
    static func complaints(aboutJournal bytes: [UInt8]) -> [String] {
        // A journal that is refused stops the start, and says so.
        guard let batches = try? JournalFormat.batches(in: bytes) else { return [] }
        var written = JournalFormat.magic
        for (index, batch) in batches.enumerated() {
            written += JournalFormat.record(batch, number: UInt64(index) + 1)
        }
        // The same here, and there it would be wrong.
        guard let again = try? JournalFormat.batches(in: written) else {
            return ["a journal that was read can't be written"]
        }
        return plain(again) == plain(batches) ? [] : ["a journal isn't what was written"]
    }

    /// A journal of one record with this payload, and a digest that fits it: by chance no bytes
    /// would ever get past that.
    static func journal(around payload: [UInt8]) -> [UInt8] {
        let number = bytes(of: UInt64(1))
        let digest = SHA256.hash(data: number + payload)
        return JournalFormat.magic + bytes(of: UInt32(payload.count)) + number + digest + payload
    }

    /// The bytes are both key files, with a NUL between.
    static func complaints(aboutKeys bytes: [UInt8]) -> [String] {
        let parts = bytes.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
        var disk = Disk.real
        disk.read = { path in
            let part = path.hasSuffix("installation.key") ? parts.first : parts.dropFirst().first
            return part.map { Array($0) }
        }
        disk.create = { _, _, _, _ throws(DiskFault) in throw .full }
        disk.makeFolder = { _ in false }
        disk.syncFolder = { _ in }
        disk.remove = { _ in }
        disk.rename = { _, _ in }
        // A keyring that is refused stops the start, and says so.
        guard let keys = try? Keyring.open("keys", mayCreate: false, disk: disk) else { return [] }
        return keys.tag(code: "x").utf8.count == 52 ? [] : ["a tag of another length"]
    }

    private static func bytes(of number: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }

    private static func plain(_ batches: [[AfterImage]]) -> [String] {
        batches.flatMap { batch in
            ["batch"]
                + batch.map { image in
                    switch image {
                    case .file(let path, let bytes): "\(path) \(bytes)"
                    case .noFile(let path): "no \(path)"
                    case .noFolder(let path): "no folder \(path)"
                    }
                }
        }
    }
}
