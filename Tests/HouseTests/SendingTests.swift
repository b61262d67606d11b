import Dialogue
import Logging
import Rehearsal
import Testing

@testable import LocalChat

/// What can happen to what is sent.
@Suite(.timeLimit(.minutes(40))) struct SendingTests {
    @Test func `a slow chat delays nobody else`() async throws {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.pairing, on: stage)
            let (ada, ben) = try await (stage.told("Ada").count, stage.told("Ben").count)
            await stage.slow("Ada", milliseconds: 60_000)
            try await stage.say("/status", by: "Ada")
            try await stage.say("/status", by: "Ben")
            try await stage.untilTold("Ben", ben + 1)
            #expect(try await stage.told("Ada").count == ada)
        }
    }

    @Test func `within a chat the order is kept`() async throws {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.pairing, on: stage)
            await stage.slow("Ada", milliseconds: 200)
            for command in ["/status", "/help", "/name", "/answers"] {
                try await stage.say(command, by: "Ada")
            }
            let heard = try await stage.heard(expecting: 4).map { $0.text.prefix(8) }
            #expect(heard == ["You are ", "/today –", "You are ", "What you"])
        }
    }

    @Test func `too many requests in one chat`() async throws {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.pairing, on: stage)
            let (ada, ben) = try await (stage.told("Ada").count, stage.told("Ben").count)
            let chat = try await stage.phone(of: "Ada").person.chat
            await stage.chat.trouble(
                .init(.tooManyRequests(retryAfterSeconds: 6_000), on: "send*", chat: chat))
            try await stage.say("/status", by: "Ada")
            try await stage.until {
                await stage.calls("sendMessage", to: "Ada").contains { $0.status == 429 }
            }
            try await stage.say("/status", by: "Ben")
            try await stage.untilTold("Ben", ben + 1)
            #expect(try await stage.told("Ada").count == ada)
            #expect(stage.rests.contains(.seconds(6_000)))
        }
    }

    @Test(arguments: [
        LocalChat.Trouble.Kind.tooManyRequests(retryAfterSeconds: 7), .status(502, html: true),
        .resetBefore, .tooManyRequests(retryAfterSeconds: nil),
    ])
    func `what wasn't taken is sent again, once`(kind: LocalChat.Trouble.Kind) async throws {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.pairing, on: stage)
            await stage.chat.trouble(.init(kind, on: "sendMessage", times: 3))
            try await stage.say("/status", by: "Ada")
            try await stage.say("/help", by: "Ada")
            let heard = try await stage.heard(expecting: 2)
            #expect(heard.map { $0.text.prefix(8) } == ["You are ", "/today –"])
        }
    }

    @Test(arguments: [LocalChat.Trouble.Kind.resetAfter, .cut(bytes: 9), .garbage])
    func `what was perhaps taken comes twice at most`(kind: LocalChat.Trouble.Kind) async throws {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.pairing, on: stage)
            await stage.chat.trouble(.init(kind, on: "sendMessage"))
            try await stage.say("You laughed.", by: "Ada")
            let heard = try await stage.heard(expecting: 2)
            #expect(heard.count == 2)
            #expect(Set(heard.map(\.text)).count == 1)
            #expect(try stage.couples().values.first?.rounds.count == 2)
        }
    }

    @Test func `a refused letter is set aside, and the next one goes`() async throws {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.pairing, on: stage)
            await stage.chat.trouble(
                .init(
                    .refusal(code: 400, description: "Bad Request: something new"),
                    on: "sendMessage"))
            try await stage.say("/status", by: "Ada")
            try await stage.say("/help", by: "Ada")
            let heard = try await stage.heard(expecting: 1)
            #expect(heard.map { $0.text.prefix(8) } == ["/today –"])
            #expect(stage.log.lines(.error).count == 1)
        }
    }

    @Test func `whoever blocks the bot is left alone, and the other hears nothing`() async throws {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.pairing, on: stage)
            try await rehearse(
                """
                Ben blocks the bot
                Ada: You laughed.
                bot → Ada: That's what you wrote: You laughed.… [Share it then] [Keep to myself] [Write it again]
                Ada taps Share it then
                bot → Ada: Put away.… [Keep to myself]
                — next day 19:00
                bot → Ada: A card for today. [Open]
                Ben unblocks the bot
                Ben: /start
                bot → Ben: We have begun already, and nothing has changed.…
                Ben: /today
                bot → Ben: One small thing the other did lately that you liked.… [Skip] [Later] [Something lighter] [Why this one?]
                """, on: stage)
            let refused = await stage.calls("sendMessage", to: "Ben").count { $0.status == 403 }
            #expect(refused == 0)
        }
    }

    @Test func `that somebody is gone is learnt from a refusal, too`() async throws {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.pairing, on: stage)
            let chat = try await stage.phone(of: "Ben").person.chat
            await stage.chat.trouble(
                .init(.status(403, html: false), on: "sendMessage", chat: chat))
            try await rehearse(
                """
                — next day 19:00
                bot → Ada: A card for today. [Open]
                — next day 19:00
                bot → Ada: A card for today. [Open]
                Ben: /status
                bot → Ben: You are Ben, joined with Ada.…
                — next day 19:00
                bot → both: A card for today. [Open]
                """, on: stage)
        }
    }

    @Test func `a press is answered at once, although what follows is slow`() async throws {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.solo, on: stage)
            let told = try await stage.told("Ada").count
            let presses = await stage.calls("answerCallbackQuery").count
            await stage.slow("Ada", milliseconds: 60_000)
            try await stage.tap("One more for me", by: "Ada")
            try await stage.until {
                await stage.calls("answerCallbackQuery").count == presses + 1
            }
            #expect(await stage.calls("answerCallbackQuery").allSatisfy { $0.status == 200 })
            #expect(try await stage.told("Ada").count == told)
        }
    }
}

extension HouseStage {
    /// Everything sent to somebody takes this long from now on.
    fileprivate func slow(_ name: String, milliseconds: Int) async {
        await chat.trouble(
            .init(
                .delay(milliseconds: milliseconds), on: "send*", times: nil,
                chat: phones[name]?.person.chat))
    }
}
