import Dialogue
import Rehearsal
import Testing

@testable import Desk

/// Messages that their author took out of the chat again.
@Suite struct TakenBackTests {
    private func tap(_ label: String) -> Deed { .tap(label: label, below: nil) }

    private func heard(_ stage: DeskStage, by name: String) async throws -> [String] {
        try await stage.heard(expecting: 0).filter { $0.by == name }.map(\.text)
    }

    @Test func `an answer goes with its only message`() async throws {
        let stage = try await DeskStage.paired()
        for deed: Deed in [
            .press(data: "or.5"), .say("They always wait."), tap("Share it then"),
        ] { try await stage.act(deed, by: "Ada") }
        #expect(try stage.disclosed().contains { $0.contains("They always wait.") })
        _ = try await stage.heard(expecting: 0)
        try await stage.act(.takeBack("They always wait."), by: "Ada")
        #expect(try await heard(stage, by: "Ada").first?.hasPrefix("Erased from what I") == true)
        #expect(try !stage.disclosed().contains { $0.contains("They always wait.") })
        // And nothing of it comes to the other.
        for deed: Deed in [.press(data: "or.5"), .say("They hurry."), tap("Share it then")] {
            try await stage.act(deed, by: "Ben")
        }
        try await stage.advance(to: stage.now + .days(1))
        _ = try await stage.heard(expecting: 0)
        try await stage.act(.say("/today"), by: "Ben")
        #expect(try await !heard(stage, by: "Ben").contains { $0.contains("Here is what") })
    }

    @Test func `the rest of an answer is seen back before it is shown`() async throws {
        let stage = try await DeskStage.paired()
        for deed: Deed in [
            .press(data: "or.5"), .say("They always wait."), .say("For me."), tap("Share it then"),
            .takeBack("They always wait."),
        ] { try await stage.act(deed, by: "Ada") }
        let back = try await heard(stage, by: "Ada").last ?? ""
        #expect(back.contains("For me.") && !back.contains("They always"), "\(back)")
        #expect(back.contains("[Share it then]"))
        #expect(try !stage.disclosed().contains { $0.contains("They always wait.") })
    }

    @Test func `what was shown stands`() async throws {
        let stage = try await DeskStage.paired()
        for name in ["Ada", "Ben"] {
            for deed: Deed in [.press(data: "or.5"), .say("They wait."), tap("Share it then")] {
                try await stage.act(deed, by: name)
            }
        }
        try await stage.advance(to: stage.now + .hours(11))
        _ = try await stage.heard(expecting: 0)
        try await stage.act(.takeBack("They wait."), by: "Ada")
        try await stage.act(tap("Open"), by: "Ben")
        #expect(try await heard(stage, by: "Ben").first?.contains("Ada: They wait.") == true)
    }

    @Test func `what would be sent back isn't`() async throws {
        let stage = try await DeskStage.paired()
        for name in ["Ada", "Ben"] {
            for deed: Deed in [.press(data: "or.5"), .say("They wait."), tap("Share it then")] {
                try await stage.act(deed, by: name)
            }
        }
        try await stage.advance(to: stage.now + .hours(11))
        for deed in [tap("Open"), tap("Say it back"), .say("You wait."), .takeBack("You wait.")] {
            try await stage.act(deed, by: "Ben")
        }
        #expect(try await heard(stage, by: "Ben").last?.hasPrefix("Taken out") == true)
        #expect(try !stage.disclosed().contains { $0.contains("You wait.") })
        try await stage.act(tap("Send it"), by: "Ben")
        #expect(try await heard(stage, by: "Ada").isEmpty)
    }

    @Test func `a line that would be given isn't`() async throws {
        let stage = try await DeskStage.paired()
        for deed: Deed in [
            .press(data: "or.40"), .say("A long list of my own."), tap("Write a line"),
            .say("I liked the boat."), tap("Share it then"), .takeBack("I liked the boat."),
        ] { try await stage.act(deed, by: "Ada") }
        _ = try await stage.heard(expecting: 0)
        try await stage.advance(to: stage.now + .days(2))
        #expect(
            try await !heard(stage, by: "Ben").contains { $0.hasPrefix("Something for you") })
        #expect(try !stage.disclosed().contains { $0.contains("I liked the boat.") })
    }

    @Test func `anything else means nothing`() async throws {
        let stage = try await DeskStage.paired()
        for deed: Deed in [.say("/status"), .takeBack("/status")] {
            try await stage.act(deed, by: "Ada")
        }
        #expect(try await heard(stage, by: "Ada").count == 1)
    }
}
