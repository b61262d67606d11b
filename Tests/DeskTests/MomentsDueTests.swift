import Dialogue
import Rehearsal
import Testing

@testable import Desk

/// When something is due, and what moves that and what doesn't.
@Suite struct MomentsDueTests {
    private func tap(_ label: String) -> Deed { .tap(label: label, below: nil) }

    /// Both have shared an unwritten rule; it is nine in the morning.
    private func shared() async throws -> DeskStage {
        let stage = try await DeskStage.paired()
        for (name, text) in [("Ada", "They always wait."), ("Ben", "They never hurry.")] {
            for deed: Deed in [.press(data: "or.5"), .say(text), tap("Share it then")] {
                try await stage.act(deed, by: name)
            }
        }
        _ = try await stage.heard(expecting: 0)
        return stage
    }

    private func announced(_ stage: DeskStage) async throws -> [String] {
        try await stage.heard(expecting: 0)
            .filter { $0.text.hasPrefix("Something for you") }.map(\.by).sorted()
    }

    /// Half an hour before both are shown it, she says once more what she had said.
    @Test(arguments: [
        [Deed.say("/share")], [.press(data: "an.5.1"), .press(data: "sh.5")],
        [.say("/time"), .tap(label: "When both are done", below: nil)],
    ])
    func `what was said once more puts nothing off`(deeds: [Deed]) async throws {
        let stage = try await shared()
        try await stage.advance(to: stage.now + .hours(10))
        for deed in deeds { try await stage.act(deed, by: "Ada") }
        try await stage.advance(to: stage.now + .minutes(90))
        #expect(try await announced(stage) == ["Ada", "Ben"])
    }

    @Test func `what was on its way when somebody asked for a pause comes after it`() async throws {
        let stage = try await shared()
        stage.holdsLetters = true
        try await stage.advance(to: stage.now + .hours(11))
        try await stage.act(.say("/pause"), by: "Ada")
        stage.holdsLetters = false
        try await stage.advance(to: stage.now + .days(3))
        #expect(try await announced(stage) == ["Ben"])
        try await stage.act(.say("/resume"), by: "Ada")
        let heard = try await stage.heard(expecting: 1)
        #expect(heard.contains { $0.by == "Ada" && $0.text.hasSuffix("[Open]") }, "\(heard)")
        try await stage.act(tap("Open"), by: "Ada")
        #expect(
            try await stage.heard(expecting: 1).contains { $0.text.contains("They never hurry.") })
    }

    @Test(arguments: [true, false])
    func `what was opened waits until its reader can be written to`(isTold: Bool) async throws {
        let stage = try await shared()
        try await stage.advance(to: stage.now + .hours(11))
        stage.holdsLetters = true
        try await stage.act(.say("/today"), by: "Ben")
        // Either the platform says so at once, or by refusing.
        if isTold { try await stage.act(.block(true), by: "Ben") } else { stage.refuse("Ben") }
        _ = try await stage.heard(expecting: 0)
        stage.holdsLetters = false
        try await stage.advance(to: stage.now + .hours(2))
        try await stage.powerCut()
        #expect(try await stage.heard(expecting: 0).allSatisfy { $0.by != "Ben" })
        try await stage.act(.block(false), by: "Ben")
        // It is night, and they asked hours ago.
        try await stage.advance(to: stage.now + .hours(12))
        let heard = try await stage.heard(expecting: 1)
        #expect(
            heard.count { $0.by == "Ben" && $0.text.contains("They always wait.") } == 1, "\(heard)"
        )
    }

    /// Whoever was silent for a year is forgotten only while clocks agree; meanwhile their page is
    /// looked at once a day.
    @Test func `a year's silence while clocks disagree keeps nobody busy`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.solo, on: stage)
        stage.isTimeAgreed = false
        stage.standStill(for: .days(400))
        try await stage.powerCut()
        try await stage.advance(to: stage.now + .hours(11))
        let next = try #require(await stage.desk.nextDue())
        #expect(next > stage.now + .hours(12))
        #expect(try stage.documents().contains { $0.hasPrefix("couples/") })
        stage.isTimeAgreed = true
        try await stage.advance(to: stage.now + .days(1))
        #expect(try !stage.documents().contains { $0.hasPrefix("couples/") })
    }

    /// Half past midnight in Berlin, half past six in the evening in New York.
    @Test func `a newcomer from further west gets the next day's card`() async throws {
        let stage = try DeskStage(start: .scriptStart + .hours(-9) + .minutes(30))
        for deed: Deed in [
            .say("/start"), tap("I'm 18 or older"), .say("warm"), tap("Keep to myself"),
            .say("/timezone New York"), tap("That's right"),
        ] { try await stage.act(deed, by: "Ada") }
        _ = try await stage.heard(expecting: 0)
        // Monday there, at eight in the evening.
        try await stage.advance(to: stage.now + .hours(25) + .minutes(30))
        #expect(
            try await stage.heard(expecting: 0).contains { $0.text.hasPrefix("A card for today.") })
    }

    /// More cards are due than may be given now; what `/safe` said goes at its minute.
    @Test func `what counts on the minute doesn't wait for the cards`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.solo, on: stage)
        try await stage.advance(to: stage.now + .hours(33) + .minutes(55))
        try await stage.act(.say("/safe"), by: "Ada")
        _ = try await stage.heard(expecting: 0)
        stage.standStill(for: .minutes(20))
        #expect(try await stage.desk.tick(busy: ["rehearsal"]) == false)
        try await stage.deliver()
        let heard = try await stage.heard(expecting: 0)
        #expect(heard.contains { $0.text.hasPrefix("(deletes: /safe)") }, "\(heard)")
    }
}
