import Logging
import Rehearsal
import Testing

@testable import LocalChat
@testable import talkaboutit

/// What can happen to the polls.
@Suite(.timeLimit(.minutes(40))) struct ListeningTests {
    @Test func `a batch that comes again changes nothing`() async throws {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.pairing, on: stage)
            try await stage.say("You laughed.", by: "Ada")
            #expect(try await stage.heard(expecting: 1).count == 1)
            let before = try stage.pages()
            for _ in 0..<3 { try await stage.redeliver() }
            #expect(try await stage.heard(expecting: 0).isEmpty)
            #expect(try stage.pages() == before)
        }
    }

    @Test func `the numbering of updates begins anew, lower`() async throws {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.solo, on: stage)
            let told = try await stage.told("Ada").count
            await stage.chat.platform.renumber(from: 700)
            for count in 1...3 {
                try await stage.say("/status", by: "Ada")
                try await stage.untilTold("Ada", told + count)
            }
            try await stage.until { await stage.unconfirmed() == 0 }
            #expect(try await stage.told("Ada").count == told + 3)
        }
    }

    @Test func `another poller five times, then none`() async throws {
        try await HouseStage.play { stage in
            try await stage.untilPolling()
            await stage.chat.trouble(.init(.status(409, html: false), on: "getUpdates", times: 5))
            await stage.chat.platform.releasePoll()
            try await stage.until {
                await stage.calls("getUpdates").count { $0.status == 409 } == 5
            }
            try await stage.say("/start", by: "Ada")
            #expect(try await stage.heard(expecting: 1).count == 1)
            #expect(stage.log.lines(.warning).count == 1)
        }
    }

    @Test(arguments: [
        LocalChat.Trouble.Kind.status(502, html: true), .garbage, .cut(bytes: 7), .resetAfter,
        .tooManyRequests(retryAfterSeconds: 3), .status(500, html: false),
    ])
    func `the platform fails five times, then works`(kind: LocalChat.Trouble.Kind) async throws {
        try await HouseStage.play { stage in
            try await stage.untilPolling()
            await stage.chat.trouble(.init(kind, on: "getUpdates", times: 5))
            await stage.chat.platform.releasePoll()
            try await stage.say("/start", by: "Ada")
            #expect(try await stage.heard(expecting: 1).count == 1)
            try await stage.tap("I'm 18 or older", by: "Ada")
            #expect(try await stage.heard(expecting: 1).count == 1)
            #expect(stage.log.lines(.warning).count <= 1)
        }
    }

    @Test func `a webhook is named, and waited for`() async throws {
        try await HouseStage.play(startsDaemon: false) { stage in
            await stage.chat.pretendWebhook("https://elsewhere.example/")
            try await stage.say("/start", by: "Ada")
            try stage.start()
            try await stage.until { !stage.log.lines(.error).isEmpty }
            #expect(stage.log.lines(.error)[0].contains("telegram.deleteWebhook"))
            #expect(stage.running?.hasEnded == false)
            #expect(await stage.calls("deleteWebhook").isEmpty)
            await stage.chat.pretendWebhook(nil)
            #expect(try await stage.heard(expecting: 1).count == 1)
        }
    }

    @Test func `a webhook is taken away only when that is set, and nothing with it`() async throws {
        try await HouseStage.play(startsDaemon: false) { stage in
            stage.settings.telegram.deleteWebhook = true
            await stage.chat.pretendWebhook("https://elsewhere.example/")
            try await stage.say("/start", by: "Ada")
            try stage.start()
            #expect(try await stage.heard(expecting: 1).count == 1)
            let calls = await stage.calls("deleteWebhook")
            #expect(calls.count == 1)
            #expect(calls.first?.arguments["drop_pending_updates"] == nil)
        }
    }

    @Test func `a revoked token stops it, and nothing is lost`() async throws {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.solo, on: stage)
            await stage.chat.trouble(.init(.status(401, html: false), on: "*", times: nil))
            try await stage.say("/status", by: "Ada")
            let stop = try #require(await stage.running?.end() as? Stop)
            #expect(stop.description.contains("token"))
            #expect(!stop.description.contains("Canary"))
            #expect(stage.log.lines(.critical).count == 1)
            await stage.chat.endTroubles()
            try stage.start()
            #expect(try await stage.heard(expecting: 1).count == 1)
        }
    }

    @Test func `it never throws updates away`() async throws {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.solo, on: stage)
            try await stage.restart()
            try await stage.untilPolling()
            let offsets = await stage.calls("getUpdates").compactMap { $0.arguments["offset"] }
            #expect(offsets.allSatisfy { Int64($0) ?? -1 > 0 })
            #expect(
                await stage.chat.calls().allSatisfy {
                    $0.arguments["drop_pending_updates"] == nil
                })
        }
    }

    @Test func `the commands are written once, in each language`() async throws {
        try await HouseStage.play { stage in
            try await stage.until { await stage.calls("setMyCommands").count == 3 }
            try await stage.restart()
            try await stage.until { await stage.calls("getMyCommands").count == 6 }
            try await rehearse(Scenes.solo, on: stage)
            #expect(await stage.calls("setMyCommands").count == 3)
        }
    }
}

extension Platform {
    fileprivate func renumber(from id: Int64) { queue.renumber(from: id) }
}
