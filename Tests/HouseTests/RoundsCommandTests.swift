import ArgumentParser
import Foundation
import Logging
import Rehearsal
import Testing

@testable import talkaboutit

@Suite("The rounds' commands")
struct RoundsCommandTests {
    private let folder: SettingsFolder
    private let own: URL

    init() throws {
        folder = try SettingsFolder()
        own = URL(filePath: folder.path).appending(path: "own")
    }

    @Test("sound rounds are counted, in one line")
    func fine() throws {
        let plain = try check().report(on: nil)
        #expect(plain.isFine && plain.lines.count == 1)
        #expect(plain.lines[0].hasSuffix("rounds in de, en, es are fine."))
        try HostsRound.write(to: own)
        let more = try check().report(on: own.path)
        #expect(more.isFine && more.lines.count == 1)
        #expect(more.lines[0].contains("1 of them your own, in de, en, es"))
        #expect(try check("--language", "en").report(on: own.path).isFine)
    }

    @Test("every fault has a line, with its file and what to do")
    func faults() throws {
        try HostsRound.write(to: own)
        try write("{", to: "rounds/H2.json")
        try write(
            HostsRound.structure.replacing(#""place": "side""#, with: #""plaec": "side""#),
            to: "rounds/H1.json")
        let report = try check().report(on: own.path)
        #expect(!report.isFine)
        for line in [
            "\(own.path)/rounds/H1.json: plaec: there is no such key; did you mean place?",
            "\(own.path)/rounds/H1.json: place: is missing; add it",
            "\(own.path)/rounds/H2.json: line 1: the file ends too early",
        ] {
            #expect(report.lines.contains { $0.hasPrefix(line) }, "\(line) \(report.lines)")
        }
    }

    @Test("a language that is missing, or that the bot doesn't speak")
    func languages() throws {
        try HostsRound.write(to: own)
        let unknown = try check("--language", "tlh").report(on: own.path)
        #expect(!unknown.isFine && unknown.lines[0].contains("it speaks: de, en, es"))
        #expect(unknown.lines.last?.contains("phrases.json, cards.json, pictures.json") == true)
    }

    @Test("the check of everything names them too, and nothing starts")
    func stops() async throws {
        let path = "\(folder.path)/data"
        let environment = [
            "TALKABOUTIT_TELEGRAM_TOKEN": SettingsFolder.token, "TALKABOUTIT_DATA": path,
            "TALKABOUTIT_ROUNDS": own.path,
        ]
        try write("{", to: "rounds/H1.json")
        let checkup = Checkup(now: 1_795_000_000, zonesArePresent: true) { _ in .accepted }
        let findings = await checkup.findings(configFile: nil, environment: environment)
        #expect(
            findings.contains {
                $0.severity == .mistake && $0.what.contains("own/rounds/H1.json: line 1")
            })
        let settings = try await Settings.read(configFile: nil, environment: environment)
        for run in [runDaemon, runTrial] {
            let stop = await #expect(throws: Stop.self) {
                try await run(settings, Logger(label: "rounds"))
            }
            #expect(stop?.description.contains("own/rounds/H1.json: line 1") == true)
        }
        #expect(!FileManager.default.fileExists(atPath: path))
        try HostsRound.write(to: own)
        let sound = await checkup.findings(configFile: nil, environment: environment)
        #expect(sound.map(\.what).contains("rounds, with 1 of your own"))
    }

    @Test("the commands parse")
    func parsing() throws {
        for (words, type) in [
            (["rounds"], RoundsCheckCommand.self as any ParsableCommand.Type),
            (["rounds", "check", "--folder", "x", "--language", "en"], RoundsCheckCommand.self),
            (["rounds", "show", "5"], RoundsShowCommand.self),
            (
                ["rounds", "show", "H1", "--folder", "x", "--language", "en"],
                RoundsShowCommand.self
            ),
        ] {
            #expect(Swift.type(of: try TalkAboutIt.parseAsRoot(words)) == type)
        }
        #expect(throws: (any Error).self) { try TalkAboutIt.parseAsRoot(["rounds", "show"]) }
    }

    private func check(_ words: String...) throws -> RoundsCheckCommand {
        try RoundsCheckCommand.parse(words)
    }

    private func write(_ text: String, to path: String) throws {
        let file = own.appending(path: path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }
}
