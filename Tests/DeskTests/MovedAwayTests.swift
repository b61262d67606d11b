import Dialogue
import Messenger
import Rehearsal
import Testing

@testable import Desk

/// What becomes of a chat that was left, and of what was on its way to it.
@Suite struct MovedAwayTests {
    @Test func `whoever moved away is known there until the way back is over`() async throws {
        for ending in ["a day", "taken back", "forgotten"] {
            let stage = try DeskStage(start: .scriptStart)
            try await rehearse(Scenes.pairing, on: stage)
            try await rehearse(MovingTests.moved, on: stage)
            let old = stage.address(of: "Ada")
            #expect(try await stage.desk.knows(old))
            try await stage.powerCut()
            #expect(try await stage.desk.knows(old))
            switch ending {
            case "taken back":
                try await stage.act(.tap(label: "Take it back here", below: nil), by: "Ada")
                #expect(try await stage.desk.knows(old))
                #expect(try await !stage.desk.knows(stage.address(of: "Anna")))
            case "forgotten":
                try await stage.act(.say("/forget now"), by: "Anna")
                #expect(try await !stage.desk.knows(old))
            default:
                try await stage.advance(to: stage.now + .days(2))
                #expect(try await !stage.desk.knows(old))
            }
            #expect(try stage.findings().isEmpty)
        }
    }

    @Test func `an older copy knows nobody's way back who is forgotten`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.pairing, on: stage)
        try await rehearse(MovingTests.moved, on: stage)
        try await stage.swapFolder { try await stage.act(.say("/forget now"), by: "Anna") }
        #expect(try await !stage.desk.knows(stage.address(of: "Ada")))
        #expect(try stage.findings().isEmpty)
    }

    @Test func `what is owed comes along, also where leaving and moving come in one`() async throws
    {
        let stage = try await offered()
        stage.holdsLetters = true
        try await stage.act(.say("/status"), by: "Ada")
        try await stage.act(together: [
            ("Ada", .say("/leave now")), ("Anna", .tap(label: "Bring it here", below: nil)),
        ])
        stage.holdsLetters = false
        try await stage.advance(to: stage.now)
        let heard = try await stage.heard(expecting: 1)
        #expect(heard.count { $0.by == "Anna" && $0.text.hasPrefix("You are Ada") } == 1)
        #expect(!heard.contains { $0.by == "Ada" && $0.text.hasPrefix("You are Ada") })
    }

    @Test func `where something has begun since, it says how the way back is free again`()
        async throws
    {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.pairing, on: stage)
        try await rehearse(MovingTests.moved, on: stage)
        try await rehearse(
            """
            Ada: /start
            bot → Ada: I ask the two of you small questions.… [I'm 18 or older] [Who reads what?] [I'm younger]
            Ada taps I'm 18 or older
            bot → Ada: Three words, quickly: intimacy.…
            Ada taps Take it back here
            bot → Ada: Here you have begun already,… /forget erases it; then try once more.
            Ada: /forget now
            bot → Ada: Erased: what you wrote here, your name, how to reach you.…
            Ada taps Take it back here
            bot → Anna: The chat it came from has taken it back. I no longer write here about it.
            bot → Ada: Taken back: it is all here again, and I write to you here.…
            """, on: stage)
    }

    @Test func `what is said about one chat doesn't come to another`() async throws {
        let stage = try await offered()
        // What that chat is told lies there still when it is left again.
        stage.refuse("Anna")
        try await stage.act(.tap(label: "Bring it here", below: nil), by: "Anna")
        try await stage.act(.tap(label: "Take it back here", below: nil), by: "Ada")
        try await stage.advance(to: stage.now + .hours(1))
        let heard = try await stage.heard(expecting: 2)
        #expect(heard.contains { $0.by == "Ada" && $0.text.hasPrefix("Taken back") })
        #expect(!heard.contains { $0.by == "Ada" && $0.text.hasPrefix("All of it is here") })
    }

    /// Ada has asked to move, and Anna is asked whether it is to come here.
    private func offered() async throws -> DeskStage {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.pairing, on: stage)
        try await stage.act(.say("/move"), by: "Ada")
        let code = try #require(await stage.invitation())
        try await stage.act(.say("/start \(code)"), by: "Anna")
        _ = try await stage.heard(expecting: 0)
        return stage
    }
}
