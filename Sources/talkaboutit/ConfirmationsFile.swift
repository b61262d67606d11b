import Curriculum
import Foundation
import Store

/// `lines-confirmed.json` in the data folder: what the host confirmed.
///
/// A running daemon holds the folder's lock and never writes this file, so it is changed beside
/// it, under a lock of its own. It has the form of the store's documents, and the daemon reads it
/// as one of them.
struct ConfirmationsFile {
    /// Where it lies in the data folder.
    static let path = RelativePath("lines-confirmed.json")

    /// The data folder.
    let folder: String
    /// The folder of the keys.
    let keys: String
    let disk: Disk

    init(folder: String, keys: String, disk: Disk = .real) {
        self.folder = folder
        self.keys = keys
        self.disk = disk
    }

    /// What was confirmed so far; nothing if there is no such file or no folder.
    func read() throws(Stop) -> LineConfirmations {
        let bytes: [UInt8]?
        do throws(DiskFault) {
            bytes = try disk.read(file)
        } catch {
            throw Stop("The file \(Self.path) in the data folder can't be opened.")
        }
        guard let bytes else { return LineConfirmations() }
        // Why it can't be read is for its owner to find out.
        guard let document = try? JSONDecoder().decode(Document.self, from: Data(bytes)),
            document.schema == Document.present
        else {
            throw Stop(
                "The file \(Self.path) in the data folder can't be read. It was left as it is:"
                    + " mend it, or move it away.")
        }
        return document.value
    }

    /// Reads it, changes it, and puts the new one in its place, whole or not at all.
    func change(_ change: (inout LineConfirmations) -> Void) throws(Stop) {
        try checkFolder()
        let lock: Disk.Descriptor
        do throws(DiskFault) {
            lock = try disk.lock("\(folder)/.lines.lock")
        } catch {
            throw Stop(
                error == .locked
                    ? "Another command is changing the confirmations: try again."
                    : "The data folder can't be written: does it belong to this user?")
        }
        defer { disk.close(lock) }
        var confirmations = try read()
        change(&confirmations)
        do throws(DiskFault) {
            try write(confirmations)
        } catch {
            throw Stop(
                error == .full
                    ? "The disk is full. Make room, then try again; nothing was changed."
                    : "The file \(Self.path) can't be written: does the data folder belong to"
                        + " this user?")
        }
    }

    private var file: String { "\(folder)/\(Self.path)" }

    /// A folder that holds data and has no keys is refused by the daemon, as its keys would be
    /// lost. So the daemon comes first.
    private func checkFolder() throws(Stop) {
        var isFolder: ObjCBool = false
        let files = FileManager.default
        guard files.fileExists(atPath: "\(folder)/.lock"),
            files.fileExists(atPath: keys, isDirectory: &isFolder), isFolder.boolValue
        else {
            throw Stop(
                "The bot never ran with this data folder. Start it once, then confirm lines.")
        }
    }

    private func write(_ confirmations: LineConfirmations) throws(DiskFault) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        // Texts and numbers can always be written as JSON.
        guard let data = try? encoder.encode(Document(value: confirmations)) else {
            throw .failed(code: EINVAL)
        }
        // Whatever begins so is removed by the daemon's next start, should this be cut short.
        let aside = "\(folder)/.new-\(Self.path)"
        try disk.remove(aside)
        try disk.create(aside, Array(data) + [UInt8(ascii: "\n")], 0o600, true)
        try disk.rename(aside, file)
        try disk.syncFolder(folder)
    }

    private struct Document: Codable {
        static let present = 1
        var schema = Document.present
        let value: LineConfirmations
    }
}
