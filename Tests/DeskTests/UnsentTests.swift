import Dialogue
import Rehearsal
import Testing

@testable import Desk

/// Words that were seen back: they cross as they stand now, to whom they were meant, or not at all.
@Suite struct UnsentTests {
    private func tap(_ label: String) -> Deed { .tap(label: label, below: nil) }

    private func heard(_ stage: DeskStage, by name: String) async throws -> [String] {
        try await stage.heard(expecting: 0).filter { $0.by == name }.map(\.text)
    }

    @Test(arguments: ["/skip", "/later", "/lighter"])
    func `what was to stand beside a later answer doesn't, however it is put away`(
        way: String
    ) async throws {
        let stage = try await DeskStage.paired()
        for (name, first, second) in [
            ("Ada", "Being let in.", "Falling silent."), ("Ben", "Heat.", "Leaning."),
        ] {
            for deed: Deed in [
                .press(data: "or.2"), .say(first), .say("/keep"), .press(data: "or.4"),
                .say(second), tap("Go on"), .say("It got quieter."), tap("With the first one"),
            ] { try await stage.act(deed, by: name) }
        }
        for deed: Deed in [.press(data: "an.2.1"), .say(way)] {
            try await stage.act(deed, by: "Ada")
        }
        try await stage.advance(to: stage.now + .hours(36))
        _ = try await stage.heard(expecting: 0)
        for _ in 0..<2 { try await stage.act(.say("/today"), by: "Ben") }
        let shown = try await heard(stage, by: "Ben")
        #expect(shown.contains { $0.contains("Falling silent.") }, "\(shown)")
        #expect(!shown.contains { $0.contains("Being let in.") })
    }

    @Test func `a line for the other that was edited is taken back, and seen back`() async throws {
        let stage = try await DeskStage.paired()
        for deed: Deed in [
            .press(data: "or.40"), .say("A long list of my own."), tap("Write a line"),
            .say("I liked the boat."), tap("Share it then"),
        ] { try await stage.act(deed, by: "Ada") }
        _ = try await stage.heard(expecting: 0)
        try await stage.act(.edit(old: "I liked the boat.", new: "I liked the ferry."), by: "Ada")
        let back = try await heard(stage, by: "Ada")
        #expect(back.last?.contains("I liked the ferry.") == true, "\(back)")
        try await stage.advance(to: stage.now + .days(1))
        #expect(
            try await !heard(stage, by: "Ben").contains { $0.hasPrefix("Something for you") })
        try await stage.act(tap("Share it then"), by: "Ada")
        try await stage.advance(to: stage.now + .days(1))
        _ = try await stage.heard(expecting: 0)
        try await stage.act(.say("/today"), by: "Ben")
        let read = try await heard(stage, by: "Ben")
        #expect(read.contains { $0.contains("I liked the ferry.") }, "\(read)")
    }

    @Test func `what was seen back for one partner isn't sent to the next`() async throws {
        let stage = try await DeskStage.paired()
        for deed: Deed in [
            .press(data: "or.30"), tap("This one"), .say("Tuesday. A door."), tap("Go on"),
            .say("Go away."),
        ] { try await stage.act(deed, by: "Ada") }
        try await join(stage)
        _ = try await stage.heard(expecting: 0)
        for deed in [.say("/share"), tap("Send the moment")] {
            try await stage.act(deed, by: "Ada")
            let heard = try await stage.heard(expecting: 0)
            #expect(!heard.contains { $0.by == "Cleo" }, "\(deed): \(heard)")
        }
    }

    /// Ada writes for Ben alone, leaves, and is joined with Cleo.
    @Test(arguments: [true, false])
    func `a line written for one partner isn't given to the next`(isShared: Bool) async throws {
        let stage = try await DeskStage.paired()
        for deed: Deed in [
            .press(data: "or.40"), .say("A long list of my own."), tap("Write a line"),
            .say("For Ben alone."), tap(isShared ? "Share it then" : "Keep to myself"),
        ] { try await stage.act(deed, by: "Ada") }
        try await join(stage)
        for deed: Deed in [.press(data: "an.40.1"), .say("/share")] {
            try await stage.act(deed, by: "Ada")
        }
        try await stage.advance(to: stage.now + .days(12))
        _ = try await stage.heard(expecting: 0)
        for _ in 0..<6 { try await stage.act(.say("/today"), by: "Cleo") }
        #expect(
            try await !stage.heard(expecting: 0).contains { $0.text.contains("For Ben alone.") })
    }

    /// Ben's proposal is the first in that round, and so will be Cleo's.
    @Test func `an old yes approves nothing of a new partner's`() async throws {
        let stage = try await DeskStage.paired()
        for deed: Deed in [
            .press(data: "or.47"), .say("Tea on Sundays."), tap("Send it"),
        ] { try await stage.act(deed, by: "Ben") }
        try await stage.act(tap("Open"), by: "Ada")
        _ = try await stage.heard(expecting: 0)
        try await join(stage)
        for deed: Deed in [
            .press(data: "or.47"), .say("Walks on Mondays."), tap("Send it"),
        ] { try await stage.act(deed, by: "Cleo") }
        _ = try await stage.heard(expecting: 0)
        try await stage.act(tap("Yes, like this"), by: "Ada")
        let heard = try await stage.heard(expecting: 0)
        #expect(!heard.contains { $0.by == "Cleo" }, "\(heard)")
    }

    /// Ada leaves Ben, and comes by Cleo's link.
    private func join(_ stage: DeskStage) async throws {
        try await stage.act(.say("/leave now"), by: "Ada")
        for deed: Deed in [
            .say("/start"), tap("I'm 18 or older"), .say("warm"), .say("/invite"),
        ] { try await stage.act(deed, by: "Cleo") }
        let code = try #require(await stage.invitation())
        try await stage.act(.say("/start \(code)"), by: "Ada")
        try await stage.act(tap("Join"), by: "Ada")
        try await stage.act(.say("/today"), by: "Cleo")
        try await stage.act(tap("Yes, that's them"), by: "Cleo")
    }

    /// Both begin a talk in turns; Ada sends first. Ben's words wait for his turn.
    @Test func `words of whoever begins second are seen back at their turn`() async throws {
        let stage = try await DeskStage.paired()
        for (name, text) in [("Ada", "Mine."), ("Ben", "Also mine.")] {
            for deed: Deed in [.press(data: "or.35"), tap("Here, in writing"), .say(text)] {
                try await stage.act(deed, by: name)
            }
        }
        try await stage.act(tap("Send it"), by: "Ada")
        for deed in [tap("Open"), .say("Yours."), tap("Send it")] {
            try await stage.act(deed, by: "Ben")
        }
        for deed in [tap("Open"), tap("Yes, that's it"), tap("That's all of it")] {
            try await stage.act(deed, by: "Ada")
        }
        for deed in [
            tap("Open"), .say("It makes sense."), tap("Send it"), .say("Sad?"), tap("Send it"),
        ] { try await stage.act(deed, by: "Ben") }
        for deed in [tap("Open"), tap("It arrived")] { try await stage.act(deed, by: "Ada") }
        _ = try await stage.heard(expecting: 0)
        try await stage.act(.say("/today"), by: "Ben")
        let back = try await heard(stage, by: "Ben")
        #expect(back.last?.contains("Also mine.") == true, "\(back)")
        try await stage.act(tap("Send it"), by: "Ben")
        _ = try await stage.heard(expecting: 0)
        try await stage.act(.say("/today"), by: "Ada")
        #expect(try await heard(stage, by: "Ada").contains { $0.contains("Also mine.") })
    }

    @Test func `what was begun about one reveal can be sent after another was opened`()
        async throws
    {
        let stage = try await DeskStage.paired()
        for round in ["or.5", "or.1"] {
            for (name, text) in [("Ada", "They wait \(round)."), ("Ben", "They hurry.")] {
                for deed: Deed in [.press(data: round), .say(text), tap("Share it then")] {
                    try await stage.act(deed, by: name)
                }
            }
        }
        try await stage.advance(to: stage.now + .hours(36))
        for deed: Deed in [
            .say("/today"), tap("Say it back"), .say("You wait."), .say("/today"),
        ] { try await stage.act(deed, by: "Ben") }
        _ = try await stage.heard(expecting: 0)
        try await stage.act(.tap(label: "Send it", below: "That would go to Ada…"), by: "Ben")
        let said = try await heard(stage, by: "Ben")
        #expect(said.last?.hasPrefix("Sent. Enough for now.") == true, "\(said)")
    }

    @Test func `an old button that asks anew throws nothing newer away`() async throws {
        let stage = try await DeskStage.paired()
        try await stage.act(.press(data: "or.5"), by: "Ada")
        try await stage.act(.say("They wait."), by: "Ada")
        try await stage.act(.say("They always wait."), by: "Ada")
        _ = try await stage.heard(expecting: 0)
        try await stage.act(.press(data: "ag.5.1"), by: "Ada")
        try await stage.act(.press(data: "an.5.1"), by: "Ada")
        #expect(
            try await heard(stage, by: "Ada").last?.contains("They always wait.") == true)
    }
}
