import Desk
import Dialogue
import LocalChat
import Logging
import Rehearsal
import Testing

@testable import Store
@testable import talkaboutit

/// Power, disk and folder.
@Suite(.timeLimit(.minutes(40))) struct PowerTests {
    @Test(arguments: 1...6)
    func `the power goes at a write, and nothing is lost or doubled`(write: Int) async throws {
        try await HouseStage.play { stage in
            try await stage.untilPolling()
            stage.running?.power.cut(atWrite: write)
            try await stage.say("/start", by: "Ada")
            // It goes at that write, or else when all is calm.
            await stage.untilCalmOrOver()
            try await stage.powerCut()
            try await stage.settle()
            let first = try await stage.told("Ada")
            #expect((1...2).contains(first.count))
            #expect(Set(first).count == 1)
            _ = await stage.look()
            try await stage.tap("I'm 18 or older", by: "Ada")
            try await stage.settle()
            #expect(try stage.couples().count == 1)
            #expect(try stage.pages().values.allSatisfy { $0.outbox.isEmpty })
        }
    }

    @Test func `nothing is acknowledged while the disk is full`() async throws {
        try await HouseStage.play { stage in
            try await stage.untilPolling()
            stage.running?.power.fill()
            try await stage.say("/start", by: "Ada")
            try await stage.until { stage.log.lines(.error).count >= 2 }
            #expect(stage.log.lines(.error).allSatisfy { $0.contains("disk is full") })
            let offsets = await stage.calls("getUpdates").compactMap { $0.arguments["offset"] }
            #expect(offsets.isEmpty)
            #expect(await stage.unconfirmed() == 1)
            #expect(try await stage.told("Ada").isEmpty)
            stage.running?.power.fill(false)
            try await stage.settle()
            #expect(try await stage.told("Ada").count == 1)
            try await stage.until { await stage.unconfirmed() == 0 }
        }
    }

    @Test func `a full disk in the midst of a talk`() async throws {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.pairing, on: stage)
            let before = try stage.couples()
            stage.running?.power.fill()
            try await stage.say("You laughed.", by: "Ada")
            try await stage.say("The soup.", by: "Ben")
            try await stage.until { stage.log.lines(.error).count >= 1 }
            #expect(try stage.couples() == before)
            stage.running?.power.fill(false)
            let heard = try await stage.heard(expecting: 2)
            #expect(heard.count == 2)
            #expect(heard.allSatisfy { $0.text.hasPrefix("That's what you wrote") })
        }
    }

    @Test func `a broken disk stops it, with a clear word`() async throws {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.solo, on: stage)
            stage.running?.power.breakOnSync()
            try await stage.say("/status", by: "Ada")
            let stop = try #require(await stage.running?.end() as? Stop)
            #expect(stop.description.contains("Have the disk looked at"))
            #expect(stage.log.lines(.critical).count == 1)
            #expect(await stage.unconfirmed() == 1)
            try stage.start()
            let heard = try await stage.heard(expecting: 1)
            #expect(heard.count == 1)
        }
    }

    @Test func `a couple that can't be read is set aside, and others go on`() async throws {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.pairing, on: stage)
            try await stage.say("/start", by: "Cleo")
            _ = try await stage.heard(expecting: 1)
            try await stage.tap("I'm 18 or older", by: "Cleo")
            _ = try await stage.heard(expecting: 1)
            let pages = try stage.pages()
            let pair = try #require(pages.first { $0.value.couple.isJoined }?.key)
            try await stage.running?.stop()
            let file = "\(stage.folder)/data/couples/\(pair)/couple.json"
            let damaged = Array("{\"schema\":1,\"value\":{".utf8)
            try Disk.real.remove(file)
            try Disk.real.create(file, damaged, 0o600, true)
            try stage.start()
            try await stage.say("warm", by: "Cleo")
            try await stage.say("/status", by: "Ada")
            let heard = try await stage.heard(expecting: 2)
            #expect(heard.map(\.by).sorted() == ["Ada", "Cleo"])
            #expect(heard.first { $0.by == "Ada" }?.text.hasPrefix("I can't open") == true)
            try await stage.advance(to: stage.now + .days(2))
            #expect(await stage.look().allSatisfy { $0.by == "Cleo" })
            #expect(stage.log.lines(.error).contains { $0.contains("can't be read") })
            try await stage.running?.stop()
            #expect(try Disk.real.read(file) == damaged)
        }
    }

    @Test func `a second daemon on the folder is refused`() async throws {
        try await HouseStage.play { stage in
            let stop = #expect(throws: Stop.self) { try stage.opened() }
            #expect(stop?.description.hasPrefix("Another daemon works") == true)
            try await rehearse(Scenes.solo, on: stage)
        }
    }

    @Test func `without its keys a folder is refused, and left alone`() async throws {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.solo, on: stage)
            try await stage.running?.stop()
            let keys = stage.settings.keys
            try Disk.real.rename(keys, keys + ".away")
            let stop = #expect(throws: Stop.self) { try stage.opened() }
            #expect(stop?.description.contains("keys are missing") == true)
            #expect(try Disk.real.entries(keys) == nil)
            try Disk.real.rename(keys + ".away", keys)
            try stage.start()
            try await stage.say("/status", by: "Ada")
            #expect(try await stage.heard(expecting: 1).count == 1)
        }
    }
}
