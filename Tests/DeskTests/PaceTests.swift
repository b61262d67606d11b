import Dialogue
import Rehearsal
import Testing

@testable import Desk

/// How often a card comes, when nothing may, and what follows if cards lie there unopened.
@Suite struct PaceTests {
    @Test func `a card on some days of the week`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.solo, on: stage)
        try await rehearse(
            """
            Ada: /pace
            bot → Ada: Your card comes at 19:00.… [Every day] [Three a week] [Once a week] [Other days]
            Ada taps Once a week
            bot → Ada: Your card comes at 19:00, on these days: Sunday.
            — 5 days later 20:00
            Ada: hello
            bot → Ada: I haven't kept that, since nothing is asked in writing just now;…
            — next day 20:00
            bot → Ada: A card for today. [Open]
            Ada: /pace never
            bot → Ada: I can't read that as days.…
            Ada: Mon, wed
            bot → Ada: Your card comes at 19:00, on these days: Monday, Wednesday.
            — next day 20:00
            bot → Ada: A card for today. [Open]
            — next day 20:00
            bot → Ada: The card from earlier is still here, if you like. [Open]
            Ada: /pace every day
            bot → Ada: Your card comes at 19:00.
            — next day 20:00
            bot → Ada: A card for today. [Open]
            Ada: /pace
            bot → Ada: Your card comes at 19:00.… [Every day] [Three a week] [Once a week] [Other days]
            Ada taps Other days
            bot → Ada: Which days? For instance: Monday, Thursday, Saturday.
            Ada: t
            bot → Ada: I can't read that as days.…
            Ada: tue thu
            bot → Ada: Your card comes at 19:00, on these days: Tuesday, Thursday.
            Ada: /status
            bot → Ada: You are Ada, on your own here. It's 20:00 for you (Berlin). Your card comes at 19:00, on these days: Tuesday, Thursday.…
            """, on: stage)
    }

    @Test func `quiet hours of one's own`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.solo, on: stage)
        try await rehearse(
            """
            Ada: /quiet
            bot → Ada: From 21:30 to 08:00, your time, nothing comes by itself.…
            Ada: 20:00 - 7:00
            bot → Ada: From 20:00 to 07:00, your time, nothing comes by itself.…
            Ada: /quiet 18:00 to 7:00
            bot → Ada: Your card comes at 19:00, and that would be quiet time.… [Another hour] [Other quiet hours]
            Ada: /time 21:00
            bot → Ada: At 21:00 it's quiet for you, so no card could come.… [Another hour] [Other quiet hours]
            Ada taps Other quiet hours
            bot → Ada: From 20:00 to 07:00, your time, nothing comes by itself.…
            Ada: from 8 to 7
            bot → Ada: I couldn't use that.…
            Ada: 9:00 to 8:00
            bot → Ada: I couldn't use that.…
            Ada: 23:00 to 6:30
            bot → Ada: From 23:00 to 06:30, your time, nothing comes by itself.…
            Ada: /quiet 22:00 22:00
            bot → Ada: You have no quiet hours now.…
            Ada: /time 23:00
            bot → Ada: My clock says 09:00 (Berlin). Is that yours too? A card can come at 23:00.…
            """, on: stage)
    }

    @Test func `who wants a card late goes to bed after it`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.solo, on: stage)
        try await rehearse(
            """
            Ada: /time 22:30
            bot → Ada: My clock says 09:00 (Berlin). Is that yours too? A card can come at 22:30.…
            Ada: /quiet
            bot → Ada: From 23:30 to 08:00, your time, nothing comes by itself.…
            Ada: /time 6:30
            bot → Ada: My clock says 09:00 (Berlin). Is that yours too? A card can come at 06:30.…
            Ada: /quiet
            bot → Ada: From 21:30 to 06:30, your time, nothing comes by itself.…
            """, on: stage)
    }

    /// One reminder, for the first card that lies there; a question when three have been closed;
    /// then nothing until they speak, and all that came meanwhile is said then.
    @Test func `cards that lie unopened`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.solo, on: stage)
        try await rehearse(
            """
            — next day 20:00
            bot → Ada: A card for today. [Open]
            — next day 20:00
            bot → Ada: A card for today. [Open]
            — next day 20:00
            bot → Ada: A card for today. [Open]
            — next day 20:00
            bot → Ada: Perhaps the cards come at a bad time just now. Would something else be… [Another hour] [Lighter cards] [Once a week] [Two weeks off] [Nothing for now]
            — 9 days later 20:00
            — power cut
            — 9 days later 20:00
            Ada taps Two weeks off
            bot → Ada: Nothing comes for 14 days, unless you type /resume sooner. Nobody is told. [Go on again]
            """, on: stage)
    }

    @Test(arguments: [
        ("Another hour", "When may a card come? For instance 19:30, or 7 pm."),
        (
            "Lighter cards",
            "Lighter cards for two weeks. /today has what's open, whenever you like."
        ),
        ("Once a week", "Your card comes at 19:00, on these days: Sunday."),
        (
            "Nothing for now",
            "Nothing comes now, neither cards nor anything else.… [Go on again]"
        ),
    ])
    func `what would suit better`(button: String, answer: String) async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.solo, on: stage)
        try await rehearse(
            """
            — 4 days later 20:00
            bot → Ada: A card for today. [Open]
            bot → Ada: A card for today. [Open]
            bot → Ada: A card for today. [Open]
            bot → Ada: Perhaps the cards come at a bad time just now. Would something else be… [Another hour] [Lighter cards] [Once a week] [Two weeks off] [Nothing for now]
            Ada taps \(button)
            bot → Ada: \(answer)
            """, on: stage)
    }

    @Test func `what waited into the night comes in the morning`() async throws {
        let stage = try await DeskStage.paired()
        for (name, text) in [("Ada", "They always wait."), ("Ben", "They never hurry.")] {
            try await stage.act(.press(data: "or.5"), by: name)
            try await stage.act(.say(text), by: name)
            try await stage.act(.tap(label: "Share it then", below: nil), by: name)
        }
        stage.holdsLetters = true
        try await stage.advance(to: stage.now + .hours(13))
        _ = try await stage.heard(expecting: 0)
        stage.holdsLetters = false
        // Ten in the evening: only an answer goes out now.
        try await stage.act(.say("/status"), by: "Ben")
        let heard = try await stage.heard(expecting: 1)
        #expect(heard.map(\.by) == ["Ben"] && heard[0].text.hasPrefix("You are Ben"))
        try await stage.advance(to: stage.now + .hours(11))
        let morning = try await stage.heard(expecting: 2)
        #expect(Set(morning.map(\.by)) == ["Ada", "Ben"])
        #expect(morning.allSatisfy { $0.text.hasPrefix("Something for you") })
    }

    @Test func `what arrives while somebody is left in peace is said once they speak`() async throws
    {
        let stage = try await DeskStage.paired()
        for (name, text) in [("Ada", "They always wait."), ("Ben", "They never hurry.")] {
            try await stage.act(.press(data: "or.5"), by: name)
            try await stage.act(.say(text), by: name)
            if name == "Ada" {
                try await stage.act(.tap(label: "Share it then", below: nil), by: name)
            }
        }
        for _ in 0..<5 {
            try await stage.advance(to: stage.now + .days(1))
            // Ben looks, and Ada doesn't.
            try await stage.act(.say("/status"), by: "Ben")
        }
        #expect(
            try await stage.heard(expecting: 0).contains {
                $0.by == "Ada" && $0.text.hasPrefix("Perhaps the cards come")
            })
        try await stage.act(.say("/answers"), by: "Ben")
        try await stage.act(.tap(label: "1", below: nil), by: "Ben")
        try await stage.act(.tap(label: "Share it then", below: nil), by: "Ben")
        try await stage.advance(to: stage.now + .days(3))
        let quiet = try await stage.heard(expecting: 0)
        #expect(!quiet.contains { $0.by == "Ada" })
        try await stage.act(.say("/status"), by: "Ada")
        let heard = try await stage.heard(expecting: 1).filter { $0.by == "Ada" }
        #expect(heard.first?.text.hasPrefix("You are Ada") == true)
    }

    /// Whatever one does with their own times, the other gets the same lines at the same moments.
    @Test(arguments: [
        [], ["/pause 2 weeks"], ["/pace sunday"], ["/status", "/pause"], ["/time 7:15"],
    ])
    func `nothing of one's pace shows in the other's`(commands: [String]) async throws {
        func announced(_ commands: [String]) async throws -> [String] {
            let stage = try await DeskStage.paired()
            for command in commands { try await stage.act(.say(command), by: "Ada") }
            var lines: [String] = []
            for day in 0..<20 {
                try await stage.advance(to: stage.now + .days(1))
                for heard in try await stage.heard(expecting: 0)
                where heard.by == "Ben" && heard.text.hasSuffix("[Open]") {
                    lines.append("\(day) \(heard.text)")
                }
                try await stage.act(.say("/status"), by: "Ben")
                _ = try await stage.heard(expecting: 0)
            }
            return lines
        }
        let plain = try await announced([])
        #expect(plain.count > 12)
        #expect(try await announced(commands) == plain)
    }

    @Test func `the question after three cards takes no answer away`() async throws {
        let stage = try await DeskStage.paired()
        try await stage.act(.press(data: "or.5"), by: "Ada")
        for _ in 0..<5 { try await stage.advance(to: stage.now + .days(1)) }
        let said = try await stage.heard(expecting: 0).filter { $0.by == "Ada" }.map(\.text)
        #expect(said.last?.hasPrefix("Perhaps the cards come at a bad time") == true)
        try await stage.act(.say("They always wait."), by: "Ada")
        let heard = try await stage.heard(expecting: 1).filter { $0.by == "Ada" }.map(\.text)
        #expect(heard.first?.hasPrefix("That's what you wrote: They always wait.") == true)
    }
}
