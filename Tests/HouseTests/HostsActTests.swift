import ArgumentParser
import Control
import Dialogue
import Rehearsal
import Testing

@testable import talkaboutit

/// The host forgets and hands out, for somebody who asked by letter.
@Suite(.timeLimit(.minutes(40))) struct HostsActTests {
    @Test func `forgetting is the same as the person's own, and nobody else notices`()
        async throws
    {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.pairing, on: stage)
            #expect(try await stage.act(ControlRequest.forget, for: "Ada") == .done)
            let heard = try await stage.heard(expecting: 1)
            #expect(heard.map(\.by) == ["Ada"])
            #expect(
                heard[0].text.hasPrefix("Erased: what you wrote here, your name, how to reach you.")
            )
            #expect(try await stage.act(ControlRequest.forget, for: "Ada") == .unknown)
            let couple = try #require(try stage.couples().values.first)
            #expect(couple.partners.first == nil)
            #expect(couple.partners.second != nil)
            try await stage.say("/status", by: "Ben")
            let ben = try await stage.heard(expecting: 1)
            #expect(ben[0].text.hasPrefix("You are Ben, joined with Ada."))
            // By their own hand it says the very same.
            try await stage.say("/forget now", by: "Ben")
            let own = try await stage.heard(expecting: 1)
            #expect(own[0].text == heard[0].text)
            try await stage.running?.stop()
            #expect(try stage.verify().isClean)
        }
    }

    @Test func `while the bot is stopped it is done at once, and said at the next start`()
        async throws
    {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.solo, on: stage)
            try await stage.running?.stop()
            #expect(try await stage.act(ControlRequest.forget, for: "Ada") == .waiting)
            #expect(try stage.names(in: "data/couples").isEmpty)
            #expect(try stage.names(in: "data/people").isEmpty)
            #expect(try await stage.act(ControlRequest.forget, for: "Ada") == .unknown)
            #expect(await stage.look().isEmpty)
            try stage.start()
            let heard = try await stage.heard(expecting: 1)
            #expect(heard.count == 1)
            #expect(heard.first?.text.hasPrefix("Erased: ") == true)
        }
    }

    @Test func `what is handed out is the person's own export, in their chat only`() async throws {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.pairing, on: stage)
            try await stage.say("/export", by: "Ada")
            let own = try await stage.heard(expecting: 1).map(\.text)
            let plain = { ControlRequest.export($0, withKept: false) }
            #expect(try await stage.act(plain, for: "Ada") == .done)
            let handed = try await stage.heard(expecting: 1)
            #expect(handed.map(\.text) == own)
            let kept = { ControlRequest.export($0, withKept: true) }
            #expect(try await stage.act(kept, for: "Ada") == .done)
            let all = try await stage.heard(expecting: 3)
            #expect(all.allSatisfy { $0.by == "Ada" })
            #expect(all.count { $0.text.contains("warm, near, slow") } == 2)
        }
    }

    @Test func `while the bot is stopped it waits for the next start`() async throws {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.pairing, on: stage)
            try await stage.running?.stop()
            let kept = { ControlRequest.export($0, withKept: true) }
            #expect(try await stage.act(kept, for: "Ada") == .waiting)
            #expect(try stage.verify().isClean)
            try stage.start()
            let heard = try await stage.heard(expecting: 3)
            #expect(heard.count == 3)
            #expect(heard.allSatisfy { $0.by == "Ada" })
        }
    }

    @Test func `nobody by this address, and a couple that can't be read`() async throws {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.solo, on: stage)
            #expect(try await stage.act(ControlRequest.forget, for: "Ben") == .unknown)
            let plain = { ControlRequest.export($0, withKept: false) }
            #expect(try await stage.act(plain, for: "Ben") == .unknown)
            try await stage.running?.stop()
            #expect(try await stage.act(plain, for: "Ben") == .unknown)
            let couple = try #require(stage.names(in: "data/couples").first)
            try stage.write([0x7B], to: "data/couples/\(couple)/couple.json")
            try await stage.expectStop("can't be read") {
                try await stage.act(ControlRequest.forget, for: "Ada")
            }
            try stage.start()
            try await stage.untilPolling()
            try await stage.expectStop("can't be read") {
                try await stage.act(ControlRequest.forget, for: "Ada")
            }
            #expect(stage.bytes(of: "data/couples/\(couple)/couple.json") == [0x7B])
        }
    }

    @Test func `a full disk forgets nothing, and says so`() async throws {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.solo, on: stage)
            stage.running?.power.fill()
            try await stage.expectStop("is full") {
                try await stage.act(ControlRequest.forget, for: "Ada")
            }
            stage.running?.power.fill(false)
            #expect(try stage.couples().count == 1)
            #expect(try await stage.act(ControlRequest.forget, for: "Ada") == .done)
        }
    }

    @Test func `the commands parse, and mistakes in them are said`() throws {
        for (words, type) in [
            (["backup", "a"], BackupCommand.self as any ParsableCommand.Type),
            (
                [
                    "backup", "a", "--recipient", "age1x", "--recipient", "ssh-ed25519 A",
                    "--replace",
                ],
                BackupCommand.self
            ),
            (["restore", "a"], RestoreCommand.self),
            (["restore", "a", "--identity", "b"], RestoreCommand.self),
            (["verify"], VerifyCommand.self), (["verify", "--mend"], VerifyCommand.self),
            (["forget", "telegram:1"], ForgetCommand.self),
            (["forget"], ForgetCommand.self),
            (["forget", "telegram:1", "--yes"], ForgetCommand.self),
            (["export", "telegram:1", "--with-kept"], ExportCommand.self),
        ] {
            #expect(Swift.type(of: try TalkAboutIt.parseAsRoot(words)) == type)
        }
        for words in [
            ["backup"], ["backup", "a", "--recipient", "-o/etc/x"],
            ["backup", "a", "--recipient", ""], ["restore"], ["forget", "123"],
            ["forget", "telegram:"], ["export", "telegram: 1"],
        ] {
            #expect(throws: (any Error).self) { try TalkAboutIt.parseAsRoot(words) }
        }
    }

    @Test func `what is handed out by night waits for the morning`() async throws {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.pairing, on: stage)
            try await stage.advance(to: stage.now + .hours(16))
            _ = try await stage.heard(expecting: 0)
            let plain = { ControlRequest.export($0, withKept: false) }
            #expect(try await stage.act(plain, for: "Ada") == .done)
            #expect(try await stage.heard(expecting: 0).isEmpty)
            try await stage.advance(to: stage.now + .hours(8))
            #expect(try await stage.heard(expecting: 1).contains { $0.by == "Ada" })
        }
    }
}
