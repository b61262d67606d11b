import ArgumentParser
import Foundation
import Testing

@testable import talkaboutit

/// The example that therapists are given, checked and played as they are told to.
@Suite("The example of a round, in the terminal")
struct WritingRoundsTests {
    private let folder: SettingsFolder
    private let own: String

    init() throws {
        folder = try SettingsFolder()
        own = folder.path + "/my-rounds"
        let page = try String(
            contentsOf: URL(filePath: #filePath).deletingLastPathComponent()
                .appending(path: "../../docs/writing-rounds.md").standardizedFileURL,
            encoding: .utf8)
        let parts = page.components(separatedBy: "\n```json\n")
        for (before, block) in zip(parts, parts.dropFirst()) {
            let path = try #require(before.split(separator: "`").dropLast().last)
            let text = try #require(block.components(separatedBy: "\n```").first)
            let file = URL(filePath: own).appending(path: String(path))
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
    }

    @Test("it is fine in every language", arguments: ["en", "es", "de"])
    func fine(language: String) throws {
        let command = try RoundsCheckCommand.parse(["--folder", own, "--language", language])
        let report = command.report(on: own)
        #expect(report.isFine, "\(report.lines)")
        #expect(report.lines.first?.contains("1 of them your own, in \(language)") == true)
    }

    @Test(
        "both answer, and each is shown the other's",
        arguments: [
            ("en", "Quiet", "Fresh air"), ("es", "Silencio", "Aire fresco"),
            ("de", "Ruhe", "Frische Luft"),
        ])
    func plays(language: String, first: String, last: String) throws {
        let command = try RoundsShowCommand.parse(["H2", "--language", language])
        let lines = [
            "1", "Tea, and no question.", "1", "/other", "4", "A walk.", "1", "/next", "1",
            "/other", "1",
        ]
        var said: [String] = []
        try command.play(folder: own, input: lines.makeIterator()) { said.append($0) }
        let whole = said.joined(separator: "\n")
        for line in [
            "Ada: \(first)", "Ben: \(last)", "Ada: Tea, and no question.", "Ben: A walk.",
        ] {
            // Not before both were done: each is said only once, to the other.
            #expect(whole.components(separatedBy: "\n\(line)\n").count == 2, "\(line)\n\(whole)")
        }
    }
}
