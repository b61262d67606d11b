import Configuration
import Foundation
import Glibc

/// The config file: found readable, parsed, and every key in it known to be a setting of the
/// right kind, before its values are read through a provider.
struct ConfigFile {
    /// What the file says, key by key; empty if it could not be read.
    private(set) var values: [String: JSONNode] = [:]
    private(set) var mistakes: [Mistake] = []
    /// Whether there was something to take values from.
    private(set) var isUsable = false
    /// Whether anybody but its owner may read it.
    private(set) var isOpenToOthers = false
    private let path: String

    /// A config file has a handful of lines; one of this many bytes is something else.
    private static let limit = 1 << 20

    init(path: String) {
        self.path = path
        do throws(Unusable) {
            let bytes = try read()
            let root = try parse(bytes)
            take(root)
        } catch {
            mistakes = [Self.mistake(error.why)]
        }
    }

    func has(_ setting: Setting) -> Bool {
        values[setting.key].map { $0 != .null } ?? false
    }

    func isWrong(_ setting: Setting) -> Bool {
        values[setting.key].map { !setting.takes($0) } ?? false
    }

    /// Something about the file as a whole.
    static func mistake(_ expected: String) -> Mistake {
        Mistake("the config file", expected: expected)
    }

    /// The provider the values are read from; nil if there is nothing to read, or if the library
    /// makes nothing of it.
    func provider() async -> (any ConfigProvider)? {
        guard !values.isEmpty else { return nil }
        let place = InMemoryProvider(values: [
            "filePath": ConfigValue(.string(path), isSecret: true)
        ])
        // Every value counts as a secret: the library can be told by its environment to keep a
        // record of what is read. Why it fails is known: an array, which is noted already, or a file
        // that changed just now, which the caller notes.
        return try? await FileProvider<JSONSnapshot>(
            parsingOptions: JSONSnapshot.ParsingOptions(secretsSpecifier: .all),
            config: ConfigReader(provider: place))
    }

    private func read() throws(Unusable) -> [UInt8] {
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw Unusable(why: "there is no such file, or its folder is closed to this account")
        }
        guard status.st_mode & S_IFMT == S_IFREG, status.st_size <= Self.limit else {
            throw Unusable(why: "expected a plain file of at most 1 MiB")
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Unusable(why: "this account may not read it: change its owner or its mode")
        }
        return [UInt8](data)
    }

    private func parse(_ bytes: [UInt8]) throws(Unusable) -> JSONNode {
        do {
            return try JSONDecoder().decode(JSONNode.self, from: Data(bytes))
        } catch {
            let line = Self.lineOfFault(in: bytes).map { " (line \($0))" } ?? ""
            throw Unusable(
                why: "it is not JSON\(line): look for a missing or surplus comma, quote or brace")
        }
    }

    /// The line on which JSON breaks off. The decoder keeps it to itself, the older parser tells
    /// it in words; nothing else of these words is kept, as they may quote.
    private static func lineOfFault(in bytes: [UInt8]) -> Int? {
        do {
            _ = try JSONSerialization.jsonObject(with: Data(bytes))
            return nil
        } catch {
            let words = String(reflecting: error).split { !$0.isLetter && !$0.isNumber }
            let place = zip(words, words.dropFirst()).lazy
                .compactMap { $0 == "character" ? Int($1) : nil }.first
            return bytes.prefix(place ?? bytes.count).count { $0 == 0x0A } + 1
        }
    }

    private mutating func take(_ root: JSONNode) {
        guard case .object = root else {
            mistakes = [Self.mistake("expected an object in braces: { … }")]
            return
        }
        isUsable = true
        var status = stat()
        isOpenToOthers = stat(path, &status) == 0 && status.st_mode & 0o077 != 0
        for (path, value) in root.leaves {
            if values.updateValue(value, forKey: path) != nil {
                mistakes.append(Mistake(path + Self.here, expected: "it is there twice"))
            } else if let setting = Setting.all.first(where: { $0.key == path }) {
                guard !setting.takes(value) else { continue }
                mistakes.append(
                    Mistake(
                        path + Self.here, expected: "expected " + setting.expected,
                        example: setting.example))
            } else {
                mistakes.append(Self.unknown(path))
            }
        }
    }

    private struct Unusable: Error {
        let why: String
    }

    private static let here = " in the config file"

    private static func unknown(_ path: String) -> Mistake {
        if Setting.all.contains(where: { $0.key.hasPrefix(path + ".") }) {
            return Mistake(path + here, expected: "expected an object in braces: { … }")
        }
        let near = Setting.nearest(to: path, by: \.key).map { "; did you mean \($0)?" } ?? ""
        return Mistake(printable(path) + here, expected: "no setting has this name" + near)
    }

    /// A key is shown only if it looks like one: somebody may have pasted a token in its place.
    private static func printable(_ path: String) -> String {
        let isPlain = path.allSatisfy { $0.isASCII && ($0.isLetter || "._-".contains($0)) }
        return isPlain && path.count <= 40 && !path.isEmpty ? path : "a key"
    }
}
