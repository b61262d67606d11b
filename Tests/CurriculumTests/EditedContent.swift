import Foundation
import Testing

/// The program's content in a folder of its own, to be spoilt; gone when the test lets go of it.
final class EditedContent: Sendable {
    let folder: URL
    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "content-\(UUID().uuidString)")
        let content = Self.root.appending(path: "Sources/Curriculum/Content")
        try FileManager.default.copyItem(at: content.resolvingSymlinksInPath(), to: folder)
        // Whoever changes a round here words it in one language.
        for language in ["de", "es"] {
            try FileManager.default.removeItem(at: folder.appending(path: "texts/\(language)"))
        }
    }

    deinit {
        // A folder that stays behind is only a temporary one.
        try? FileManager.default.removeItem(at: folder)
    }

    func edit(_ path: String, _ change: (inout [String: Any]) throws -> Void) throws {
        let file = folder.appending(path: path)
        let json = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
        var object = try #require(json as? [String: Any])
        try change(&object)
        try JSONSerialization.data(withJSONObject: object).write(to: file)
    }

    func write(_ text: String, to path: String) throws {
        let file = folder.appending(path: path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }
}

extension [String: Any] {
    /// Of a structure.
    var questions: [[String: Any]] {
        get { self["questions"] as? [[String: Any]] ?? [] }
        set { self["questions"] = newValue }
    }

    /// Of texts.
    var texts: [String: [String: Any]] {
        get { self["questions"] as? [String: [String: Any]] ?? [:] }
        set { self["questions"] = newValue }
    }
}
