import Foundation
import Glibc

@testable import Store

/// A folder of a test's own, gone when the test is.
final class TestFolder {
    let path: String

    init() throws {
        let parent = FileManager.default.temporaryDirectory.path
        path = "\(parent)/store-\(RandomID.make())"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    }

    deinit {
        // A folder left behind in /tmp spoils no test.
        try? FileManager.default.removeItem(atPath: path)
    }

    var data: String { "\(path)/data" }
    var keys: String { "\(path)/data.keys" }
    var forgotten: String { "\(path)/data.forgotten" }

    func keyring(
        mayCreate: Bool, from source: InstallationKey.Source = .keyring, disk: Disk = .real
    ) throws(KeyringFault) -> Keyring {
        try Keyring.open(
            keys, from: source, forgotten: forgotten, mayCreate: mayCreate, disk: disk)
    }

    func write(_ text: String, to file: String) throws {
        let whole = "\(data)/\(file)"
        let parent = URL(fileURLWithPath: whole).deletingLastPathComponent().path
        try FileManager.default.createDirectory(
            atPath: parent, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(fileURLWithPath: whole))
    }

    func bytes(of file: String) -> [UInt8]? {
        FileManager.default.contents(atPath: "\(data)/\(file)").map(Array.init)
    }

    /// Every file below, by its path; the store's own included.
    func files() -> [String] {
        let all = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
        return all.filter { !isFolder($0) }.sorted()
    }

    /// The paths of files that hold these bytes anywhere.
    func filesHolding(_ text: String) -> [String] {
        files().filter { file in
            let data = FileManager.default.contents(atPath: "\(path)/\(file)") ?? Data()
            return data.range(of: Data(text.utf8)) != nil || file.contains(text)
        }
    }

    func mode(of file: String) -> Int {
        // A file that isn't there has no mode: -1 says so.
        let all = try? FileManager.default.attributesOfItem(atPath: "\(path)/\(file)")
        return all?[.posixPermissions] as? Int ?? -1
    }

    /// What a power cut would leave, if every write had reached the disk.
    func copy() throws -> TestFolder {
        let copy = try TestFolder()
        if FileManager.default.fileExists(atPath: data) {
            try FileManager.default.copyItem(atPath: data, toPath: copy.data)
        }
        for (from, to) in [(keys, copy.keys), (forgotten, copy.forgotten)]
        where FileManager.default.fileExists(atPath: from) {
            try FileManager.default.copyItem(atPath: from, toPath: to)
        }
        return copy
    }

    private func isFolder(_ file: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: "\(path)/\(file)", isDirectory: &isFolder)
            && isFolder.boolValue
    }
}

struct Note: Codable, Equatable, Sendable {
    var text: String
}

extension Change {
    static func note(_ path: String, _ text: String) -> Change {
        .write(RelativePath(path), Note(text: text))
    }
}

extension Store {
    func note(_ path: String) throws -> String? {
        try read(Note.self, at: RelativePath(path))?.text
    }

    /// All notes in the folder, by path.
    func notes(in folder: FolderPath = .root) throws -> [String: String] {
        var notes: [String: String] = [:]
        for name in try list(folder) {
            let path = folder == .root ? name : "\(folder.text)/\(name)"
            if name.contains(".") {
                notes[path] = try note(path)
            } else {
                notes.merge(try self.notes(in: FolderPath(path))) { $1 }
            }
        }
        return notes
    }
}
