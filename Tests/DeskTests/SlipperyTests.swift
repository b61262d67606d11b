import Foundation
import Rehearsal
import Testing

/// What a hostile or a clumsy hand tried, and got away with once.
@Suite struct SlipperyTests {
    @Test func `a yes is about the one whose name was shown`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.solo, on: stage)
        try await rehearse(
            """
            Ben: /start {link}
            bot → Ben: Ada would like to try this with you:… [Join] [Let it be]
            Ben taps Join
            bot → Ben: Before you begin:… [I'm younger]
            Ben taps I'm 18 or older
            bot → Ben: Thank you.…
            bot → Ben: Three words,…
            bot → Ada: Something for you, whenever you like. [Open]
            Ada taps Open
            bot → Ada: Someone opened your link. They go by Ben here.… [Yes, that's them] [No, not them]
            Ben: /forget now
            bot → Ben: Erased:…
            Mallory: /start {link}
            bot → Mallory: That link doesn't work any more.…
            Ada taps Yes, that's them
            bot → Ada: That one has passed.…
            """, on: stage)
        let isGone = try !holds("Ben", stage)
        #expect(isGone)
    }

    @Test func `who waits for a word may go without one`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.solo, on: stage)
        try await rehearse(
            """
            Ben: /start {link}
            bot → Ben: Ada would like to try this with you:… [Join] [Let it be]
            Ben taps Join
            bot → Ben: Before you begin:… [I'm younger]
            Ben taps I'm 18 or older
            bot → Ben: Thank you.…
            bot → Ben: Three words,…
            bot → Ada: Something for you, whenever you like. [Open]
            Ben: /leave
            bot → Ben: Done. You aren't joined with anyone here now.…
            Ada: /today
            bot → Ada: Nothing is open.… [One more for me]
            Ben: /invite
            bot → Ben: Send them this, yourself:… [One more for me]
            """, on: stage)
    }

    @Test func `what is edited before it is sent back is seen back again`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.pairing, on: stage)
        try await rehearse(Scenes.bensClock, on: stage)
        try await rehearse(
            """
            Ada: Your hands.
            bot → Ada: That's what you wrote:… [Write it again]
            Ada: /share
            bot → Ada: Put away.… [Keep to myself]
            Ben: Soup.
            bot → Ben: That's what you wrote:… [Write it again]
            Ben: /share
            bot → Ben: Put away.… [Keep to myself]
            — 19:30
            bot → Ada: Something for you, whenever you like. [Open]
            bot → Ben: Something for you, whenever you like. [Open]
            Ada: /today
            bot → Ada: Here is what you both shared.…
            bot → Ada: Is there something of Ben's that stays with you? [Pick a sentence] [Say it back] [Just keep it]
            Ada taps Say it back
            bot → Ada: What did you hear?… [Just keep it]
            Ada: first words
            bot → Ada: That would go to Ben: first words… [Send it] [Write it again] [Just keep it]
            Ada edits first words → other words
            bot → Ada: That would go to Ben: other words… [Send it] [Write it again] [Just keep it]
            Ada taps Send it below …first words…
            bot → Ada: That one has passed.…
            """, on: stage)
    }

    @Test func `a batch that comes again makes no newcomer of who erased everything in it`()
        async throws
    {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.solo, on: stage)
        try await stage.act(together: [("Ada", .say("/today")), ("Ada", .say("/forget now"))])
        #expect(try await stage.heard(expecting: 1).contains { $0.text.hasPrefix("Erased: ") })
        try await stage.redeliver()
        #expect(try await stage.heard(expecting: 0).isEmpty)
    }

    @Test func `a batch that comes again asks nobody anew who came in with it`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await stage.act(together: [("Ada", .say("/start")), ("Ada", .press(data: "ad"))])
        #expect(try await !stage.heard(expecting: 2).isEmpty)
        try await stage.redeliver()
        #expect(try await stage.heard(expecting: 0).isEmpty)
    }

    @Test func `the batch that joins two who have talked much is known again`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.solo, on: stage)
        let code = await stage.invitation() ?? ""
        try await stage.act(.say("/start"), by: "Ben")
        try await stage.act(.press(data: "ad"), by: "Ben")
        for _ in 0..<130 { try await stage.act(.say("/why"), by: "Ben") }
        try await stage.act(.press(data: "jo.\(code)"), by: "Ben")
        try await stage.act(.tap(label: "Open", below: nil), by: "Ada")
        _ = try await stage.heard(expecting: 0)
        try await stage.act(.tap(label: "Yes, that's them", below: nil), by: "Ada")
        let joined = try await stage.heard(expecting: 2)
        #expect(joined.contains { $0.text.contains("are joined") })
        try await stage.redeliver()
        #expect(try await stage.heard(expecting: 0).isEmpty)
    }

    @Test func `what was erased or written again is nowhere on the disk`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.pairing, on: stage)
        for (text, way) in [("REWRITTENWORDS", "/again"), ("ERASEDWORDS", "/erase")] {
            try await stage.act(.say("/today"), by: "Ada")
            try await stage.act(.say(text), by: "Ada")
            try await stage.act(.say("/keep"), by: "Ada")
            let isThere = try holds(text, stage)
            #expect(isThere)
            try await stage.act(.say(way), by: "Ada")
            if way == "/erase" { try await stage.act(.tap(label: "2", below: nil), by: "Ada") }
            let isGone = try !holds(text, stage)
            #expect(isGone, "after \(way)")
            try await stage.act(.say("/today"), by: "Ada")
        }
    }

    /// Whether somebody who has the folder and its keys could read this in any file.
    private func holds(_ text: String, _ stage: DeskStage) throws -> Bool {
        try stage.disclosed().contains { $0.contains(text) }
    }
}
