import Dialogue
import Foundation
import Rehearsal
import Store
import Testing

@testable import Desk

/// What crosses after all, stays behind, or isn't said, when decisions come in an unusual order.
@Suite struct StaysOrGoesTests {
    @Test func `what was to stand beside a later answer doesn't, once it is kept`() async throws {
        let stage = try await DeskStage.paired()
        for (name, first, second) in [
            ("Ada", "Being let in.", "Falling silent."), ("Ben", "Heat.", "Leaning."),
        ] {
            try await stage.act(.press(data: "or.2"), by: name)
            try await stage.act(.say(first), by: name)
            try await stage.act(.say("/keep"), by: name)
            try await stage.act(.press(data: "or.4"), by: name)
            try await stage.act(.say(second), by: name)
            try await stage.act(.tap(label: "Go on", below: nil), by: name)
            try await stage.act(.say("It got quieter."), by: name)
            try await stage.act(.tap(label: "With the first one", below: nil), by: name)
        }
        try await stage.act(.say("/answers"), by: "Ada")
        let list = try #require(try await stage.heard(expecting: 1).last?.text)
        #expect(list.contains("1. ") && list.contains("2. "))
        for number in ["2", "1"] {
            try await stage.act(.say("/answers"), by: "Ada")
            try await stage.act(.tap(label: number, below: nil), by: "Ada")
            let shown = try await stage.heard(expecting: 1).last?.text ?? ""
            guard shown.contains("Being let in."), !shown.contains("Falling silent.") else {
                continue
            }
            try await stage.act(.tap(label: "Keep to myself", below: nil), by: "Ada")
        }
        try await stage.advance(to: stage.now + .hours(36))
        try await stage.act(.say("/today"), by: "Ben")
        try await stage.act(.say("/today"), by: "Ben")
        let heard = try await stage.heard(expecting: 2).filter { $0.by == "Ben" }
        #expect(heard.contains { $0.text.contains("Falling silent.") })
        #expect(!heard.contains { $0.text.contains("Being let in.") })
    }

    /// Both answer an unwritten rule, and lets the reveal lie unopened.
    private func reveal(_ stage: DeskStage) async throws {
        for (name, text) in [("Ada", "They always wait."), ("Ben", "They never hurry.")] {
            try await stage.act(.press(data: "or.5"), by: name)
            try await stage.act(.say(text), by: name)
            try await stage.act(.tap(label: "Share it then", below: nil), by: name)
        }
        try await stage.advance(to: stage.now + .hours(11))
        _ = try await stage.heard(expecting: 2)
    }

    @Test func `who leaves, joins somebody else and then forgets leaves nothing to be opened`()
        async throws
    {
        let stage = try await DeskStage.paired()
        try await reveal(stage)
        try await stage.act(.say("/leave now"), by: "Ada")
        try await stage.act(.say("/start"), by: "Cleo")
        try await stage.act(.tap(label: "I'm 18 or older", below: nil), by: "Cleo")
        try await stage.act(.say("warm"), by: "Cleo")
        try await stage.act(.say("/invite"), by: "Cleo")
        let code = try #require(await stage.invitation())
        try await stage.act(.say("/start \(code)"), by: "Ada")
        try await stage.act(.tap(label: "Join", below: nil), by: "Ada")
        try await stage.act(.say("/today"), by: "Cleo")
        try await stage.act(.tap(label: "Yes, that's them", below: nil), by: "Cleo")
        _ = try await stage.heard(expecting: 0)
        try await stage.act(.say("/status"), by: "Ada")
        #expect(
            try await stage.heard(expecting: 1).last?.text
                .hasPrefix("You are Ada, joined with Cleo.") == true)
        try await stage.act(.say("/forget now"), by: "Ada")
        _ = try await stage.heard(expecting: 0)
        try await stage.act(.say("/today"), by: "Ben")
        #expect(
            try await stage.heard(expecting: 1).last?.text.hasPrefix("Three words, quickly") == true
        )
    }

    @Test func `word of leaving doesn't take away what lies unopened`() async throws {
        let stage = try await DeskStage.paired()
        try await reveal(stage)
        try await stage.act(.say("/leave"), by: "Ada")
        try await stage.act(.tap(label: "Leave and say so", below: nil), by: "Ada")
        _ = try await stage.heard(expecting: 0)
        // The newest of the two announcements.
        try await stage.act(.tap(label: "Open", below: nil), by: "Ben")
        #expect(
            try await stage.heard(expecting: 1).contains { $0.text.contains("They always wait.") })
        try await stage.act(.say("/today"), by: "Ben")
        #expect(
            try await stage.heard(expecting: 1).last?.text
                .hasPrefix("Ada no longer takes part here") == true)
    }

    @Test func `places on a line that lie unopened go with whoever forgets after leaving`()
        async throws
    {
        let stage = try await DeskStage.paired()
        for name in ["Ada", "Ben"] {
            try await stage.act(.press(data: "or.5"), by: name)
            for text in ["/lighter", "4", "/share"] {
                try await stage.act(.say(text), by: name)
            }
        }
        try await stage.advance(to: stage.now + .hours(11))
        let news = try await stage.heard(expecting: 2)
        #expect(news.contains { $0.by == "Ben" && $0.text.hasPrefix("Something for you") })
        try await stage.act(.say("/leave now"), by: "Ada")
        try await stage.act(.say("/forget now"), by: "Ada")
        _ = try await stage.heard(expecting: 0)
        try await stage.act(.say("/today"), by: "Ben")
        let opened = try await stage.heard(expecting: 1).last?.text ?? ""
        #expect(!opened.contains("Ada"), "\(opened)")
    }

    @Test func `an old button approves no words that were never seen`() async throws {
        let stage = try await DeskStage.paired()
        func propose(_ text: String, by name: String) async throws {
            try await stage.act(.press(data: "or.47"), by: name)
            try await stage.act(.say(text), by: name)
            try await stage.act(.tap(label: "Send it", below: nil), by: name)
        }
        try await propose("Sea.", by: "Ben")
        try await stage.act(.say("/today"), by: "Ada")
        let before = try await stage.heard(expecting: 1).last?.text ?? ""
        #expect(before.contains("Sea."))
        try await stage.act(.tap(label: "Yes, like this", below: nil), by: "Ada")
        try await stage.act(.tap(label: "Drop it for both", below: nil), by: "Ada")
        _ = try await stage.heard(expecting: 0)
        try await stage.act(.press(data: "or.47"), by: "Ben")
        try await stage.act(.tap(label: "Write it again", below: nil), by: "Ben")
        try await stage.act(.say("Tea."), by: "Ben")
        try await stage.act(.tap(label: "Send it", below: nil), by: "Ben")
        let sent = try await stage.heard(expecting: 0)
        #expect(sent.contains { $0.text.hasPrefix("On its way to Ada") }, "\(sent)")
        // By its number, as the button below the first proposal still says it.
        try await stage.act(.press(data: "ap.47.1"), by: "Ada")
        let answer = try await stage.heard(expecting: 1)
        #expect(!answer.contains { $0.text.contains("Tea.") }, "\(answer)")
    }

    @Test func `whoever was away while it was announced is told when they are back`() async throws {
        let stage = try await DeskStage.paired()
        for (name, text) in [("Ada", "They always wait."), ("Ben", "They never hurry.")] {
            try await stage.act(.press(data: "or.5"), by: name)
            try await stage.act(.say(text), by: name)
            try await stage.act(.tap(label: "Share it then", below: nil), by: name)
        }
        stage.holdsLetters = true
        try await stage.advance(to: stage.now + .hours(11))
        try await stage.act(.block(true), by: "Ben")
        stage.holdsLetters = false
        try await stage.advance(to: stage.now)
        try await stage.act(.block(false), by: "Ben")
        _ = try await stage.heard(expecting: 0)
        try await stage.advance(to: stage.now + .days(1))
        #expect(
            try await stage.heard(expecting: 0).contains {
                $0.by == "Ben" && $0.text.hasPrefix("Something for you")
            })
    }

    @Test func `without its mark a folder is marked with its own keyring only`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        let other = try DeskStage(start: .scriptStart)
        for stage in [stage, other] {
            try await rehearse(Scenes.solo, on: stage)
            try await stage.desk.close()
        }
        try FileManager.default.removeItem(atPath: stage.places.data + "/.seal")
        var wrong = stage.places
        wrong.keys = other.places.keys
        wrong.forgotten = other.places.forgotten
        #expect(throws: KeyringFault.anotherKeyring) { try DataFolder(wrong) }
        #expect(!FileManager.default.fileExists(atPath: stage.places.data + "/.seal"))
        try await stage.start()
        try await stage.act(.say("/status"), by: "Ada")
        #expect(try await stage.heard(expecting: 1).last?.text.hasPrefix("You are Ada") == true)
    }

    @Test func `nothing to somebody who is gone stays behind`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        stage.holdsLetters = true
        for _ in 0..<6 { try await stage.act(.say("hello"), by: "Cleo") }
        try await stage.act(.block(true), by: "Cleo")
        stage.holdsLetters = false
        try await stage.advance(to: stage.now)
        try await stage.desk.close()
        #expect(try stage.cabinet().daemon().outbox.isEmpty)
    }
}
