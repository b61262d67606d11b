import Dialogue
import Foundation

/// Reads content files and collects everything that is wrong with them.
struct ContentReader {
    let folder: URL
    /// What stands before each file's name when it is told, for instance the folder's path.
    let label: String
    private(set) var faults: [CurriculumFaults.Fault] = []
    /// The rounds that there are, also those that can't be read.
    var names: Set<RoundName> = []

    /// A content file has a few lines, or a few hundred; one of more bytes is something else.
    private static let largest = 1 << 20

    init(folder: URL, label: String = "") {
        self.folder = folder
        self.label = label
    }

    mutating func note(_ file: String, _ what: String) {
        faults.append(.init(file: label + file, what: what))
    }

    mutating func note(_ file: String, _ place: String, _ what: String) {
        note(file, place.isEmpty ? what : "\(place): \(what)")
    }

    mutating func add(_ more: [CurriculumFaults.Fault]) { faults += more }

    /// Takes over what another reader has found.
    mutating func add(_ other: ContentReader) {
        add(other.faults)
        names.formUnion(other.names)
    }

    mutating func read<File: Decodable>(_ type: File.Type, at path: String) -> File? {
        data(at: path).flatMap { decode(type, from: $0, path) }
    }

    /// A file of this shape, also as it lies there. Everything in it that is otherwise is noted.
    mutating func read<File: Decodable>(
        _ type: File.Type, at path: String, like shape: Shape
    ) -> (tree: ContentTree, file: File)? {
        guard let data = data(at: path) else { return nil }
        let tree: ContentTree
        do throws(ContentSyntaxFault) {
            tree = try ContentTreeReading.tree(of: [UInt8](data))
        } catch {
            note(path, "line \(error.line)", error.what)
            return nil
        }
        let faults = shape.faults(in: tree)
        for fault in faults { note(path, fault.place, fault.what) }
        guard faults.isEmpty else { return nil }
        return decode(type, from: data, path).map { (tree, $0) }
    }

    private mutating func data(at path: String) -> Data? {
        do {
            let data = try Data(contentsOf: folder.appending(path: path))
            guard data.count <= Self.largest else {
                note(path, "has more than a megabyte; content files are small")
                return nil
            }
            return data
        } catch {
            note(path, "can't be read: is it there, and readable?")
            return nil
        }
    }

    private mutating func decode<File: Decodable>(
        _ type: File.Type, from data: Data, _ path: String
    ) -> File? {
        do {
            return try JSONDecoder().decode(type, from: data)
        } catch let error as DecodingError {
            note(path, error.mend)
        } catch {
            note(path, "isn't JSON of the form expected here")
        }
        return nil
    }

    /// Names of the folders in a folder, sorted.
    func folders(in path: String) -> [String] {
        entries(of: path).filter(\.hasDirectoryPath).map(\.lastPathComponent).sorted()
    }

    /// Names of the JSON files in a folder, without their ends, as people count: 2 before 10.
    func documents(in path: String) -> [String] {
        entries(of: path).filter { !$0.hasDirectoryPath && $0.pathExtension == "json" }
            .map { $0.deletingPathExtension().lastPathComponent }
            .sorted { $0.compare($1, options: .numeric) == .orderedAscending }
    }

    func holds(_ path: String) -> Bool {
        FileManager.default.fileExists(
            atPath: folder.appending(path: path).path(percentEncoded: false))
    }

    private func entries(of path: String) -> [URL] {
        // A folder that can't be listed shows as what is missing of it, which is said.
        let found = try? FileManager.default.contentsOfDirectory(
            at: folder.appending(path: path), includingPropertiesForKeys: [.isDirectoryKey])
        return found ?? []
    }
}

extension DecodingError {
    /// What to mend, by the place in the file. Names keys, never values.
    fileprivate var mend: String {
        switch self {
        case .keyNotFound(let key, let context):
            "\(place(context)): the key \"\(key.stringValue)\" is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            "\(place(context)): another type is expected here"
        case .dataCorrupted(let context):
            "\(place(context)): isn't valid here, or the file isn't JSON"
        @unknown default:
            "isn't of the form expected here"
        }
    }

    private func place(_ context: Context) -> String {
        let path = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }
        return path.isEmpty ? "at the top" : path.joined(separator: ".")
    }
}
