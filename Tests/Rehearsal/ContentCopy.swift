package import Foundation

/// The program's content in a folder of its own, to be changed; gone when the test lets go of it.
package final class ContentCopy: Sendable {
    package let folder: URL

    package init() throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "content-\(UUID().uuidString)")
        let content = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Sources/Curriculum/Content")
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

    /// Writes a file, with the folders above it.
    package func write(_ text: String, to path: String) throws {
        let file = folder.appending(path: path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    /// Puts other words in a file's place.
    package func replace(_ old: String, by new: String, in path: String) throws {
        let file = folder.appending(path: path)
        let text = try String(contentsOf: file, encoding: .utf8)
        guard text.contains(old) else { throw Unchanged() }
        try Data(text.replacing(old, with: new).utf8).write(to: file)
    }

    /// What was to be replaced isn't there.
    package struct Unchanged: Error {}
}

/// A folder of a host's with one round, `H1`.
package enum HostsRound {
    package static let structure = """
        {
          "schema": 1, "name": "H1", "kind": "sealed", "idea": "liking-aloud", "phase": "arrive",
          "depth": 1, "place": "side", "questions": [{"id": "tea", "form": "text"}]
        }
        """

    package static let texts = """
        {
          "schema": 1, "why": "Small habits say a lot.",
          "questions": {"tea": {"title": "The first cup", "text": "Who made the first cup?"}}
        }
        """

    /// Lays it into a folder.
    package static func write(to folder: URL) throws {
        for (path, text) in [
            ("rounds/H1.json", structure), ("texts/en/rounds/H1.json", texts),
        ] {
            let file = folder.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
    }
}
