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
            if path.hasSuffix("installation.key") { return parts.first.map { Array($0) } }
            return path.hasSuffix("index.key") ? parts.dropFirst().first.map { Array($0) } : nil
        }
        disk.entries = { _ in [] }
        disk.create = { _, _, _, _ in }
        disk.makeFolder = { _ in false }
        disk.syncFolder = { _ in }
        disk.remove = { _ in }
        disk.rename = { _, _ in }
        // A keyring that is refused stops the start, and says so.
        guard
            let keys = try? Keyring.open(
                "keys", forgotten: "keys/forgotten", mayCreate: false, disk: disk)
        else { return [] }
        return keys.tag(code: "x").utf8.count == 52 ? [] : ["a tag of another length"]
    }

    /// Seals with keys that lie in memory only.
    static let format: DocumentFormat = {
        var format = DocumentFormat(schema: 2)
        // A keyring in memory doesn't fail.
        guard
            let keyring = try? Keyring.open(
                "keys", forgotten: "forgotten", mayCreate: true, disk: .inMemory())
        else { return format }
        format.sealing = .init(keyring: keyring) { _ in "couple-x" }
        return format
    }()

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

extension Disk {
    /// Files that are written and read whole, and lie nowhere.
    fileprivate static func inMemory() -> Disk {
        let files = Files()
        var disk = Disk.real
        disk.entries = { folder in
            files.all().keys.filter { $0.hasPrefix("\(folder)/") }.map {
                Entry(name: String($0.dropFirst(folder.count + 1)), isFolder: false)
            }
        }
        disk.read = { path in files.all()[path] }
        disk.create = { path, bytes, _, _ in files.change { $0[path] = bytes } }
        disk.rename = { from, to in files.change { $0[to] = $0.removeValue(forKey: from) } }
        disk.remove = { path in files.change { $0[path] = nil } }
        disk.makeFolder = { _ in false }
        disk.syncFolder = { _ in }
        return disk
    }

    private final class Files: @unchecked Sendable {
        // Unchecked because `files` is touched only while `lock` is held.
        private let lock = NSLock()
        private var files: [String: [UInt8]] = [:]

        func all() -> [String: [UInt8]] { lock.withLock { files } }

        func change(_ body: (inout [String: [UInt8]]) -> Void) { lock.withLock { body(&files) } }
    }
}
