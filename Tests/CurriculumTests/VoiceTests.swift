import Foundation
import Testing

/// How the bot never speaks: words that command, hurry, grade or sound like a clinic.
@Suite struct VoiceTests {
    private static let content = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Sources/Curriculum/Content/texts/en").resolvingSymlinksInPath()

    private static let never = [
        "you must", "you should", "you need to", "don't forget", "still waiting", "you haven't",
        "are you sure", "great answer", "well done", "streak", "your partner is waiting",
        "attachment", "trigger", "validate", "hold space", "journey", "husband", "wife",
        "boyfriend", "girlfriend", "your kids", "your children", "sealed", "mirror",
    ]

    /// Every sentence in the folder, with its file.
    private static func sentences() throws -> [(file: String, text: String)] {
        let files = try #require(
            FileManager.default.enumerator(at: content, includingPropertiesForKeys: nil))
        return try files.compactMap { $0 as? URL }.filter { $0.pathExtension == "json" }
            .flatMap { file in
                let json = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
                return strings(in: json).map { (file.lastPathComponent, $0) }
            }
    }

    private static func strings(in json: Any) -> [String] {
        switch json {
        case let text as String: [text]
        case let list as [Any]: list.flatMap(strings)
        case let object as [String: Any]: object.values.flatMap(strings)
        case _: []
        }
    }

    @Test func `no line commands, hurries, grades or assumes`() throws {
        let all = try Self.sentences()
        #expect(all.count > 300)
        for (file, text) in all {
            for words in Self.never where text.lowercased().contains(words) {
                Issue.record("\(file) says \"\(words)\": \(text)")
            }
        }
    }

    @Test func `a question or a card is short`() throws {
        for (file, text) in try Self.sentences() where file == "cards.json" {
            #expect(text.split(separator: " ").count <= 40, "\(text)")
        }
    }
}
