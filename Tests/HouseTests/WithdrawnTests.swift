import Dialogue
import Rehearsal
import Testing

@testable import LocalChat

/// What the courier holds already when it is owed no more.
@Suite(.timeLimit(.minutes(40))) struct WithdrawnTests {
    @Test func `forgotten words that wait for another try are not sent`() async throws {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.pairing, on: stage)
            let told = try await stage.told("Ada").count
            try await stage.hold("Ada")
            try await stage.say("You laughed.", by: "Ada")
            try await stage.untilRefused("Ada")
            // Queued behind the one that waits.
            try await stage.say("And the soup.", by: "Ada")
            // Its answer holds no word of hers; nobody is there any more to read it.
            try await stage.say("/pace", by: "Ada")
            try await stage.until { await stage.unconfirmed() == 0 }
            try await stage.say("/forget now", by: "Ada")
            try await stage.letThrough()
            try await stage.settle()
            let heard = try await stage.told("Ada").dropFirst(told)
            #expect(heard.map { $0.prefix(9) } == ["Erased: w"])
        }
    }

    @Test func `what was opened of somebody who is forgotten meanwhile is not shown`() async throws
    {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.pairing, on: stage)
            try await rehearse(Scenes.bensClock, on: stage)
            for (name, text) in [("Ada", "You laughed."), ("Ben", "The soup.")] {
                try await stage.say(text, by: name)
                try await stage.say("/share", by: name)
            }
            try await stage.settle()
            try await stage.advance(to: stage.now + .hours(11))
            #expect(try await stage.told("Ben").last == "Something for you, whenever you like.")
            let told = try await stage.told("Ben").count
            try await stage.hold("Ben")
            try await stage.say("/today", by: "Ben")
            try await stage.untilRefused("Ben")
            try await stage.say("/forget now", by: "Ada")
            try await stage.say("/status", by: "Ben")
            try await stage.letThrough()
            try await stage.settle()
            let heard = try await stage.told("Ben").dropFirst(told)
            #expect(!heard.contains { $0.contains("You laughed.") })
            #expect(heard.last?.hasPrefix("You are Ben, joined with Ada.") == true)
        }
    }

    @Test func `what somebody takes along when they leave still comes, once`() async throws {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.pairing, on: stage)
            let told = try await stage.told("Ada").count
            try await stage.hold("Ada")
            try await stage.say("You laughed.", by: "Ada")
            try await stage.untilRefused("Ada")
            try await stage.say("/leave now", by: "Ada")
            try await stage.letThrough()
            try await stage.settle()
            let heard = try await stage.told("Ada").dropFirst(told)
            #expect(heard.map { $0.prefix(9) } == ["That's wh", "Done. You"])
        }
    }

    @Test func `a visitor's letter waits and comes, and old buttons are taken off`() async throws {
        try await HouseStage.play { stage in
            try await stage.hold("Ada")
            try await stage.say("/start", by: "Ada")
            try await stage.untilRefused("Ada")
            try await stage.letThrough()
            #expect(try await stage.heard(expecting: 1).count == 1)
            try await stage.tap("I'm 18 or older", by: "Ada")
            try await stage.until { await !stage.calls("editMessageReplyMarkup").isEmpty }
        }
    }
}

extension HouseStage {
    /// Messages to somebody are refused until they are let through.
    fileprivate func hold(_ name: String) async throws {
        let chat = try await phone(of: name).person.chat
        await self.chat.trouble(
            .init(
                .tooManyRequests(retryAfterSeconds: 30), on: "sendMessage", times: nil, chat: chat))
    }

    /// Lets them through, once all that was said has been heard.
    fileprivate func letThrough() async throws {
        try await until { await unconfirmed() == 0 }
        await chat.endTroubles()
    }

    fileprivate func untilRefused(_ name: String) async throws {
        try await until { await calls("sendMessage", to: name).contains { $0.status == 429 } }
    }
}
