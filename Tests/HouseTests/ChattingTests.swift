import Dialogue
import Rehearsal
import Testing

@testable import LocalChat

/// What people do that nobody planned for.
@Suite(.timeLimit(.minutes(40))) struct ChattingTests {
    @Test(arguments: [
        "xx", "", "sh", "sh.1.99", "tt", "op..999", "jo.nocode", "ad", "ad.nocode.1", "..",
        "sh.0a.-1", String(repeating: "9", count: 64), String(repeating: "op.", count: 40),
    ])
    func `forged and outdated buttons do nothing`(data: String) async throws {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.pairing, on: stage)
            let before = try stage.couples()
            try await stage.act(.press(data: data), by: "Ada")
            let heard = try await stage.heard(expecting: 1)
            #expect(heard.allSatisfy { $0.by == "Ada" })
            #expect(heard.count <= 2)
            for (id, couple) in try stage.couples() {
                #expect(couple.rounds == before[id]?.rounds)
                #expect(couple.bond == before[id]?.bond)
                #expect(couple.partners.second == before[id]?.partners.second)
            }
            #expect(try stage.couples().count == before.count)
            let presses = await stage.calls("answerCallbackQuery")
            #expect(presses.last?.status == 200)
        }
    }

    @Test func `the other's buttons, pressed by oneself`() async throws {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.pairing, on: stage)
            try await stage.say("You laughed.", by: "Ada")
            _ = try await stage.heard(expecting: 1)
            let share = try #require(
                try await stage.phone(of: "Ada").seen.last?.buttons.first?.action)
            guard case .callback(let data) = share else { return }
            let before = try stage.couples()
            try await stage.act(.press(data: data), by: "Ben")
            let heard = try await stage.heard(expecting: 1)
            #expect(heard.allSatisfy { $0.by == "Ben" })
            let after = try stage.couples()
            #expect(after.values.map(\.rounds) == before.values.map(\.rounds))
        }
    }

    @Test func `a press that got lost is typed instead`() async throws {
        try await HouseStage.play { stage in
            await stage.chat.trouble(.init(.lostPress, on: "press", times: nil))
            try await rehearse(
                """
                Ada: /start
                bot → Ada: I ask the two of you small questions.… [I'm 18 or older] [Who reads what?] [I'm younger]
                Ada taps I'm 18 or older
                Ada: 1
                bot → Ada: Three words, quickly: intimacy. [Skip] [Later] [Something lighter] [Why this one?]
                Ada taps Skip
                Ada: /skip
                bot → Ada: All right, past it.
                bot → Ada: My clock says 09:00 (Berlin).… [That's right] [I'm elsewhere] [Another hour]
                Ada taps That's right
                Ada: 1
                bot → Ada: You can stop here today,… [Get the link] [One more for me] [Enough for today]
                """, on: stage)
        }
    }

    @Test func `a button pressed twice is pressed once`() async throws {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.pairing, on: stage)
            try await stage.say("You laughed.", by: "Ada")
            _ = try await stage.heard(expecting: 1)
            await stage.chat.trouble(.init(.delay(milliseconds: 100), on: "getUpdates"))
            try await stage.tap("Share it then", by: "Ada")
            try await stage.tap("Share it then", by: "Ada")
            let heard = try await stage.heard(expecting: 2)
            #expect(heard.allSatisfy { $0.text.hasPrefix("Put away.") })
            #expect(try stage.couples().values.first?.rounds.count == 2)
        }
    }

    @Test func `edits change an open answer only, and run no command`() async throws {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.pairing, on: stage)
            try await rehearse(
                """
                Ada: /status
                bot → Ada: You are Ada, joined with Ben.…
                Ada edits /status → /leave
                Ada: You laughed.
                bot → Ada: That's what you wrote: You laughed.… [Share it then] [Keep to myself] [Write it again]
                Ada edits You laughed. → /forget
                Ada edits /forget → You laughed loudly.
                bot → Ada: That's what you wrote: You laughed loudly.… [Share it then] [Keep to myself] [Write it again]
                """, on: stage)
            #expect(try stage.couples().values.first?.isJoined == true)
        }
    }

    @Test(arguments: [
        "sticker", "contact", "location", "video", "video_note", "animation", "audio", "dice",
        "poll", "unknown",
    ])
    func `what isn't words is politely refused`(kind: String) async throws {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.pairing, on: stage)
            let before = try stage.couples()
            try await stage.chat.send(kind: kind, as: stage.phone(of: "Ada").person)
            let heard = try await stage.heard(expecting: 1)
            #expect(heard.first?.text.hasPrefix("I only take words and voice messages.") == true)
            #expect(heard.count == 1)
            #expect(try stage.couples().values.map(\.rounds) == before.values.map(\.rounds))
        }
    }

    @Test func `commands are for the bot they name`() async throws {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.pairing, on: stage)
            try await rehearse(
                """
                Ada: /status@otherbot
                Ada: /status@rehearsal_bot
                bot → Ada: You are Ada, joined with Ben.…
                Ada: /STATUS@Rehearsal_Bot
                bot → Ada: You are Ada, joined with Ben.…
                """, on: stage)
        }
    }

    @Test func `broken updates are passed over`() async throws {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.solo, on: stage)
            await stage.chat.inject(rawMembers: "\"message\":{\"message_id\":\"x\"}")
            await stage.chat.inject(rawMembers: "\"never_heard_of\":{}")
            await stage.chat.inject(rawMembers: "\"message\":{\"text\":\"\\ud800\"}")
            try await stage.say("/status", by: "Ada")
            #expect(try await stage.heard(expecting: 1).count == 1)
        }
    }

    @Test func `a group is left with a word`() async throws {
        try await HouseStage.play { stage in
            try await stage.untilPolling()
            let group = try await stage.chat.person(named: "Friends", chat: -77)
            try await stage.chat.say("hello all", as: group)
            try await stage.until { await stage.calls("leaveChat").count == 1 }
            let told = await stage.chat.messages(of: group).filter(\.isFromBot)
            #expect(told.count == 1)
            #expect(told.first?.text.hasPrefix("I only speak with one person") == true)
            #expect(try stage.couples().isEmpty)
        }
    }
}
