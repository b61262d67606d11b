import Dialogue
import Rehearsal
import Testing

@testable import Desk

/// When a card that lies unopened is spoken of once more, and when it isn't.
@Suite struct ReminderTests {
    /// A stage on which Ada's first card with a question lies there since seven in the evening.
    private func unopened() async throws -> DeskStage {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.solo, on: stage)
        try await rehearse(
            """
            Ada: /pace sunday
            bot → Ada: Your card comes at 19:00, on these days: Sunday.
            — 6 days later 20:00
            bot → Ada: A card for today. [Open]
            """, on: stage)
        return stage
    }

    @Test func `once a card, and not again`() async throws {
        try await rehearse(
            """
            — next day 20:00
            bot → Ada: The card from earlier is still here, if you like. [Open]
            — 5 days later 20:00
            Ada taps Open
            bot → Ada: One sentence, quickly, before you think about it: what is intimacy to you? [Skip] [Later] [Something lighter] [Why this one?]
            """, on: try await unopened())
    }

    @Test(arguments: ["hello", "/status", "/today", "/help", "/pause"])
    func `not to somebody who has said anything since`(text: String) async throws {
        let stage = try await unopened()
        try await stage.act(.say(text), by: "Ada")
        _ = try await stage.heard(expecting: 1)
        try await stage.advance(to: stage.now + .days(5))
        #expect(try await stage.heard(expecting: 0).isEmpty)
    }

    @Test func `not after a standstill, and no flood either`() async throws {
        let stage = try await unopened()
        stage.standStill(for: .days(3))
        try await stage.powerCut()
        try await stage.advance(to: stage.now)
        #expect(try await stage.heard(expecting: 0).isEmpty)
        // It lies there all the same.
        try await stage.act(.say("/today"), by: "Ada")
        let heard = try await stage.heard(expecting: 1)
        #expect(heard.first?.text.contains("[Skip]") == true, "\(heard)")
    }

    /// It was owed, and not yet sent, when they wrote.
    @Test func `what wasn't brought yet is taken back when they speak`() async throws {
        let stage = try await unopened()
        stage.holdsLetters = true
        try await stage.advance(to: stage.now + .hours(23))
        try await stage.act(.say("/status"), by: "Ada")
        stage.holdsLetters = false
        try await stage.advance(to: stage.now)
        let heard = try await stage.heard(expecting: 1).map(\.text)
        #expect(heard.count == 1 && heard[0].hasPrefix("You are Ada"), "\(heard)")
    }

    /// The card itself couldn't be brought so long.
    @Test func `nobody is reminded of a card that comes only now`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.solo, on: stage)
        try await stage.act(.say("/pace sunday"), by: "Ada")
        try await stage.advance(to: stage.now + .days(6))
        _ = try await stage.heard(expecting: 0)
        stage.holdsLetters = true
        try await stage.advance(to: stage.now + .hours(15))
        stage.holdsLetters = false
        try await stage.advance(to: stage.now)
        let heard = try await stage.heard(expecting: 1).map(\.text)
        #expect(heard.filter { $0.hasPrefix("The card from earlier") }.isEmpty, "\(heard)")
    }

    /// Three cards lay there; the question couldn't be brought before they spoke.
    @Test func `the question after three cards is taken back when they speak`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.solo, on: stage)
        try await stage.advance(to: stage.now + .hours(3 * 24 + 9))
        _ = try await stage.heard(expecting: 0)
        stage.holdsLetters = true
        try await stage.advance(to: stage.now + .hours(24 + 3))
        try await stage.act(.say("/status"), by: "Ada")
        stage.holdsLetters = false
        try await stage.advance(to: stage.now + .hours(12))
        let heard = try await stage.heard(expecting: 1).map(\.text)
        #expect(heard.contains { $0.hasPrefix("You are Ada") }, "\(heard)")
        #expect(!heard.contains { $0.contains("I'll be quiet") }, "\(heard)")
    }

    @Test func `a daemon that starts again reminds once`() async throws {
        try await rehearse(
            """
            — power cut
            — next day 20:00
            bot → Ada: The card from earlier is still here, if you like. [Open]
            — power cut
            — 5 days later 20:00
            """, on: try await unopened())
    }

    @Test func `a small card is not spoken of`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.solo, on: stage)
        // The second day's is one. It is Wednesday now, an hour before the next.
        try await stage.advance(to: stage.now + .hours(57))
        let cards = try await stage.heard(expecting: 1).map(\.text)
        #expect(cards.count == 1 && cards[0].hasPrefix("A card for today."), "\(cards)")
        try await stage.act(.tap(label: "Open", below: nil), by: "Ada")
        #expect(
            try await stage.heard(expecting: 1).last?.text.contains("[Another one]") == true)
    }

    /// Word that an invitation came to nothing waits for whoever wants nothing now.
    @Test(arguments: [true, false])
    func `that an invitation came to nothing is said once it may be`(isPaused: Bool) async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.solo, on: stage)
        try await rehearse(
            """
            Cleo: /start {link}
            bot → Cleo: Ada would like to try this with you: small questions, answered… [Just look first] [Light cards only] [Join] [Let it be]
            Cleo taps Join
            bot → Cleo: Before you begin: you answer alone, and I show the other… [I'm 18 or older] [Who reads what?] [I'm younger]
            Cleo taps I'm 18 or older
            bot → Cleo: Thank you. Ada is asked whether it's you,…
            bot → Cleo: Three words, quickly: intimacy. [Skip] [Later] [Something lighter] [Why this one?]
            bot → Ada: Something for you, whenever you like. [Open]
            """, on: stage)
        if isPaused { try await stage.act(.say("/pause"), by: "Cleo") }
        try await stage.act(.say("/today"), by: "Ada")
        try await stage.act(.tap(label: "No, not them", below: nil), by: "Ada")
        _ = try await stage.heard(expecting: 0)
        try await stage.advance(to: stage.now + .days(4))
        func said() async throws -> Int {
            try await stage.heard(expecting: 0).count {
                $0.by == "Cleo" && $0.text.hasPrefix("That invitation has run out.")
            }
        }
        #expect(try await said() == (isPaused ? 0 : 1))
        try await stage.powerCut()
        try await stage.act(.say("/resume"), by: "Cleo")
        #expect(try await said() == (isPaused ? 1 : 0))
        try await stage.advance(to: stage.now + .days(4))
        #expect(try await said() == 0)
    }
}
