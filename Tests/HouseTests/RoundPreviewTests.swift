import ArgumentParser
import Foundation
import Rehearsal
import Testing

@testable import talkaboutit

@Suite("A round in the terminal")
struct RoundPreviewTests {
    @Test("each kind of round comes to where the other is reached", arguments: scripts)
    func plays(script: Script) throws {
        let said = try play(script.round, script.lines)
        for line in script.sees {
            #expect(said.contains(line), "\(line) in:\n\(said)")
        }
    }

    struct Script: Sendable, CustomTestStringConvertible {
        let round: String
        let lines: [String]
        let sees: [String]
        var testDescription: String { round }
    }

    private static let scripts = [
        Script(
            round: "5",
            lines: ["We knock.", "1", "/other", "We never ask.", "1", "/next", "1"],
            sees: ["Here is what you both shared.", "Ada: We knock.", "You: We never ask."]),
        Script(
            round: "22",
            lines: marks + ["1", "8", "1", "2", "8", "1", "/other"] + marks
                + ["2", "8", "1", "1", "8", "1", "/next", "1"],
            sees: ["Here is what you both shared.", "(a picture)"]),
        Script(
            round: "30",
            lines: [
                "Monday. You read a letter.", "1", "I'm dull.", "1", "/other", "1", "A bill.", "1",
                "/next", "1",
            ],
            sees: ["bot → Ben: From Ada:", "Ada heard: I'm dull.", "You meant: A bill."]),
        Script(
            round: "32",
            lines: [
                "The tide", "1", "Quiet plates", "1", "Umbrella", "1", "After tea", "1", "/other",
                "1", "1",
            ],
            sees: [
                "(what Ben wrote then)", "Ada proposes:", "This holds for you both",
                "(a picture)",
            ]),
        Script(
            round: "35",
            lines: [
                "2", "Mondays are long.", "1", "/other", "1", "Long Mondays.", "1", "/other", "1",
            ],
            sees: ["bot → Ben: Ada:\nMondays are long.", "Ben heard:\nLong Mondays."]),
        Script(
            round: "37",
            lines: ["A walk.", "1", "/other", "The radio off.", "1", "/next", "1", "1", "1", "1"],
            sees: ["Ada: A walk.", "Would you like to answer?"]),
    ]

    private static let marks = Array(repeating: "3", count: 14)

    @Test("an empty line repeats, a number is a button, and the other's phone is asked too")
    func manners() throws {
        let said = try play("5", ["", "4", "/other", "/other", "/next", "/export", "99"])
        #expect(said.components(separatedBy: "bot → Ada: A rule nobody wrote down").count == 3)
        #expect(said.contains("bot → Ben: A rule nobody wrote down"))
        #expect(said.contains("— Ben's phone"))
        #expect(said.contains("(nothing came)"))
        #expect(said.contains("(not in this preview)"))
        #expect(said.contains("[4 Why this one?]"))
        #expect(said.contains("That's what you wrote:\n\n99"))
    }

    @Test("what is carried comes with the next day")
    func carried() throws {
        let said = try play("3", ["/next", "1", "My aunt's kitchen"])
        #expect(said.contains("Yesterday's question"))
        #expect(said.contains("That's what you wrote:\n\nMy aunt's kitchen"))
    }

    @Test("every round can be begun")
    func all() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Sources/Curriculum/Content/rounds").resolvingSymlinksInPath()
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(names.count > 90)
        for name in names {
            let said = try play(String(name.dropLast(5)), ["Words.", "1", "/other", "/next"])
            #expect(said.contains("bot → Ada: "), "\(name)")
            #expect(said.contains("bot → Ben: "), "\(name)")
        }
    }

    @Test("a round of the host's, and one that isn't there")
    func hosts() throws {
        let folder = try SettingsFolder()
        let own = URL(filePath: folder.path).appending(path: "own")
        try HostsRound.write(to: own)
        let said = try play("H1", ["Me."], folder: own.path)
        #expect(said.contains("Written by whoever runs this bot.\n\nWho made the first cup?"))
        let stop = #expect(throws: Stop.self) { try play("H2", [], folder: own.path) }
        #expect(stop?.description.contains("There is no round H2.") == true)
        #expect(stop?.description.contains(" H1.") == true)
        #expect(throws: Stop.self) { try play("5", [], language: "tlh") }
        try Data("{".utf8).write(to: own.appending(path: "rounds/H1.json"))
        #expect(throws: Stop.self) { try play("5", [], folder: own.path) }
    }

    private func play(
        _ round: String, _ lines: [String], folder: String? = nil, language: String = "en"
    ) throws -> String {
        let command = try RoundsShowCommand.parse([round, "--language", language])
        var said: [String] = []
        try command.play(folder: folder, input: lines.makeIterator()) { said.append($0) }
        return said.joined(separator: "\n")
    }
}
