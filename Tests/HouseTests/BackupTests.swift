import Foundation
import Rehearsal
import Store
import Testing

@testable import talkaboutit

/// Backups of a bot that runs, and of one that doesn't.
@Suite(.timeLimit(.minutes(40))) struct BackupTests {
    @Test func `while messages arrive it is of one moment, and two play on from it`() async throws {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.pairing, on: stage)
            try await stage.say("You laughed.", by: "Ada")
            async let talking: Void = {
                for count in 1...12 {
                    try await stage.say("And that, \(count).", by: "Ada")
                }
            }()
            for count in 1...6 { try await stage.backUp(to: "during-\(count)") }
            try await talking
            _ = try await stage.heard(expecting: 13)
            let report = try await stage.backUp()
            #expect(report.documents > 5)
            #expect(report.length == stage.bytes(of: "backup").count)
            try await stage.running?.stop()
            for count in 1...6 {
                try await stage.restore("during-\(count)", into: "data-\(count)")
                let (isClean, said) = try stage.verify()
                #expect(isClean, "\(said)")
            }
            #expect(try await stage.restore(into: "again") == report.documents)
            try stage.start()
            // Both are told that it was put back.
            #expect(Set(try await stage.heard(expecting: 2).map(\.by)) == ["Ada", "Ben"])
            try await stage.say("You laughed again.", by: "Ada")
            let heard = try await stage.heard(expecting: 1)
            #expect(heard.map(\.by) == ["Ada"])
            #expect(heard[0].text.hasPrefix("That's what you wrote: You laughed."))
            #expect(heard[0].text.contains("You laughed again."))
        }
    }

    @Test func `a stopped bot is backed up too, to the same bytes`() async throws {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.solo, on: stage)
            let running = try await stage.backUp(to: "running")
            try await stage.running?.stop()
            #expect(try await stage.backUp(to: "stopped") == running)
            #expect(stage.bytes(of: "stopped") == stage.bytes(of: "running"))
        }
    }

    @Test func `only its owner may read it, and the keys are not in it`() async throws {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.solo, on: stage)
            let before = try stage.names()
            try await stage.backUp()
            #expect(try stage.names().subtracting(before) == ["backup"])
            let mode = try FileManager.default.attributesOfItem(atPath: "\(stage.folder)/backup")
            #expect(mode[.posixPermissions] as? Int == 0o600)
            let backup = Data(stage.bytes(of: "backup"))
            let keys = "data.keys"
            for name in try stage.names(in: keys) {
                let key = Data(stage.bytes(of: "\(keys)/\(name)")).dropFirst(40).prefix(40)
                #expect(backup.range(of: key) == nil)
            }
        }
    }

    @Test func `a file that is there stays, unless it may be replaced`() async throws {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.solo, on: stage)
            try stage.write([1, 2, 3], to: "backup")
            try await stage.expectStop("There is such a file already") {
                try await stage.backUp()
            }
            #expect(stage.bytes(of: "backup") == [1, 2, 3])
            let report = try await stage.backUp(replacing: true)
            #expect(report.length == stage.bytes(of: "backup").count)
            // Also one that came only while it was written.
            let late = try NewFile(besides: "\(stage.folder)/late")
            try stage.write([7], to: "late")
            #expect(throws: Stop.self) { try late.settle(replacing: false) }
            #expect(stage.bytes(of: "late") == [7])
        }
    }

    @Test func `where it can't be, it isn't`() async throws {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.solo, on: stage)
            for name in ["data/backup", "data.keys/backup"] {
                try await stage.expectStop("elsewhere") { try await stage.backUp(to: name) }
            }
            try await stage.expectStop("does its folder exist") {
                try await stage.backUp(to: "nowhere/backup")
            }
            let data = stage.settings.data
            stage.settings.data = "\(stage.folder)/other"
            try await stage.expectStop("never ran") { try await stage.backUp() }
            stage.settings.data = data
            #expect(try !stage.names().contains("backup"))
            #expect(try !stage.names().contains("other"))
        }
    }

    @Test func `a daemon that can't be reached is named, and the folder left alone`() async throws {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.solo, on: stage)
            try FileManager.default.removeItem(atPath: stage.settings.controlPath)
            try await stage.expectStop("can't be reached by commands") {
                try await stage.backUp()
            }
            try await stage.running?.stop()
            try await stage.backUp()
        }
    }

    @Test func `a file that can't be read stops it, and nothing is written`() async throws {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.solo, on: stage)
            try await stage.running?.stop()
            let couple = try #require(stage.names(in: "data/couples").first)
            let page = "\(stage.folder)/data/couples/\(couple)/couple.json"
            try FileManager.default.removeItem(atPath: page)
            try FileManager.default.createSymbolicLink(
                atPath: page, withDestinationPath: "/dev/null")
            try await stage.expectStop("can't be read") { try await stage.backUp() }
            try stage.start()
            try await stage.untilPolling()
            try await stage.expectStop("can't be read") { try await stage.backUp() }
            #expect(try !stage.names().contains("backup"))
        }
    }

    @Test func `encrypted for several, and decrypted by one of them only`() async throws {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.solo, on: stage)
            let keys = try (1...3).map { try AgeKey(at: "\(stage.folder)/key-\($0)") }
            let report = try await stage.backUp(for: keys.prefix(2).map(\.recipient))
            #expect(report.length == stage.bytes(of: "backup").count)
            let bytes = Data(stage.bytes(of: "backup"))
            #expect(bytes.starts(with: Data("age-encryption.org/".utf8)))
            #expect(bytes.range(of: Data("couple.json".utf8)) == nil)
            try await stage.running?.stop()
            let data = stage.settings.data
            try await stage.expectStop("--identity") { try await stage.restore(into: "a") }
            try await stage.expectStop("couldn't decrypt") {
                try await stage.restore(into: "a", by: keys[2].path)
            }
            try stage.write(Array(bytes.dropLast(20)), to: "cut")
            try await stage.expectStop("couldn't decrypt") {
                try await stage.restore("cut", into: "a", by: keys[0].path)
            }
            let left = try stage.names()
            #expect(!left.contains { $0.hasPrefix("a") || $0.contains("decrypting") })
            stage.settings.data = data
            #expect(try await stage.restore(into: "b", by: keys[1].path) == report.documents)
            let (isClean, said) = try stage.verify()
            #expect(isClean, "\(said)")
        }
    }

    @Test func `who is no recipient is said, and there is no backup`() async throws {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.solo, on: stage)
            try await stage.expectStop("couldn't encrypt") {
                try await stage.backUp(for: ["age1nobody"])
            }
            let left = try stage.names()
            #expect(!left.contains { $0.contains("backup") })
            #expect(throws: Stop.self) { try Encryption(environment: ["PATH": stage.folder]) }
        }
    }
}

extension HouseStage {
    /// It ends with words that hold these.
    func expectStop<Value>(
        _ words: String, sourceLocation: SourceLocation = #_sourceLocation,
        _ body: () async throws -> Value
    ) async throws {
        do {
            _ = try await body()
            Issue.record("it went well", sourceLocation: sourceLocation)
        } catch let stop as Stop {
            #expect(stop.description.contains(words), sourceLocation: sourceLocation)
        }
    }
}

/// A key of age's own making.
private struct AgeKey {
    let path: String
    let recipient: String

    init(at path: String) throws {
        self.path = path
        let keygen = Process()
        keygen.executableURL = URL(filePath: "/usr/bin/age-keygen")
        keygen.arguments = ["-o", path]
        keygen.standardError = FileHandle.nullDevice
        try keygen.run()
        keygen.waitUntilExit()
        let text = try String(contentsOfFile: path, encoding: .utf8)
        recipient = try #require(
            text.split(separator: "\n").first { $0.contains("public key: ") }?
                .split(separator: " ").last.map(String.init))
    }
}
