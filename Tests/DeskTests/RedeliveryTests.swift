import Rehearsal
import Testing

@testable import Desk

/// What comes again after somebody has gone.
@Suite struct RedeliveryTests {
    @Test func `nothing that comes again brings a forgotten one back`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.pairing, on: stage)
        try await rehearse(
            """
            Ada: You laughed.
            bot → Ada: That's what you wrote: You laughed.… [Share it then] [Keep to myself] [Write it again]
            Ada: /forget
            bot → Ada: This erases all of yours at once:… [Forget now] [Not now]
            Ada taps Forget now
            bot → Ada: Erased:…
            — redelivery
            — power cut
            — redelivery
            """, on: stage)
        let before = try stage.documents()
        try await stage.redeliverAll()
        #expect(try await stage.heard(expecting: 0).isEmpty)
        try await stage.powerCut()
        try await stage.redeliverAll()
        try await stage.powerCut()
        #expect(try await stage.heard(expecting: 0).isEmpty)
        #expect(try stage.documents() == before)
        try await rehearse(
            """
            Ada: hello
            bot → Ada: We haven't begun.…
            Ben: /status
            bot → Ben: You are Ben, joined with Ada.…
            """, on: stage)
    }

    @Test func `nor one who was alone`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.solo, on: stage)
        try await rehearse(
            """
            Ada: /forget now
            bot → Ada: Erased:…
            """, on: stage)
        try await stage.redeliverAll()
        try await stage.powerCut()
        try await stage.redeliverAll()
        #expect(try await stage.heard(expecting: 0).isEmpty)
        #expect(try !stage.documents().contains { $0.hasPrefix("couples/") })
        #expect(try !stage.documents().contains { $0.hasPrefix("people/") })
    }

    @Test func `who left has left once`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.pairing, on: stage)
        try await rehearse(
            """
            Ada: /leave now
            bot → Ada: Done. You aren't joined with anyone here now.…
            — redelivery
            — power cut
            — redelivery
            """, on: stage)
        let before = try stage.documents()
        try await stage.redeliverAll()
        try await stage.powerCut()
        #expect(try await stage.heard(expecting: 0).isEmpty)
        #expect(try stage.documents() == before)
    }

    @Test func `what a visitor did before they began is heard once`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.solo, on: stage)
        try await stage.redeliverAll()
        #expect(try await stage.heard(expecting: 0).isEmpty)
    }

    @Test func `a late mark of a letter that is gone changes nothing`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.pairing, on: stage)
        stage.holdsLetters = true
        try await stage.act(.say("You laughed."), by: "Ada")
        try await stage.act(.say("/forget now"), by: "Ada")
        let marks = try await stage.marks()
        #expect(marks.count >= 2)
        stage.holdsLetters = false
        try await stage.advance(to: stage.now)
        #expect(try await stage.heard(expecting: 1).map { $0.text.prefix(9) } == ["Erased: w"])
        let before = try stage.documents()
        for outcome in [Delivery.Outcome.sent(nil), .dropped, .recipientGone] {
            try await stage.settle(marks, outcome)
        }
        try await stage.powerCut()
        #expect(try await stage.heard(expecting: 0).isEmpty)
        #expect(try stage.documents() == before)
    }

    @Test func `whoever writes before the first look at all pages is answered once`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        stage.holdsLetters = true
        try await stage.act(.say("hello"), by: "Cleo")
        try await stage.desk.scan()
        #expect(try await stage.marks().count == 1)
        try await stage.desk.scan()
        #expect(try await stage.marks().count == 1)
    }

    @Test(arguments: 1...8)
    func `what somebody took along comes after a power cut, whatever else is owed`(
        seed: UInt64
    ) async throws {
        // The order in which pages are read at a start is that of their ids: another for each seed.
        let stage = try DeskStage(start: .scriptStart, seed: seed)
        try await rehearse(Scenes.pairing, on: stage)
        stage.holdsLetters = true
        try await stage.act(.say("You laughed."), by: "Ada")
        try await stage.act(.say("/leave now"), by: "Ada")
        try await stage.act(.say("/status"), by: "Ben")
        for _ in 0..<2 { try await stage.powerCut() }
        stage.holdsLetters = false
        try await stage.advance(to: stage.now)
        let heard = try await stage.heard(expecting: 3)
        #expect(
            heard.filter { $0.by == "Ada" }.map { $0.text.prefix(9) } == ["That's wh", "Done. You"])
        #expect(heard.filter { $0.by == "Ben" }.map { $0.text.prefix(9) } == ["You are B"])
    }

    @Test func `of what two pages had heard the newest of both is kept`() {
        func heard(_ ids: ClosedRange<Int64>) -> HeardUpdates {
            var heard = HeardUpdates()
            for id in ids { _ = heard.hear(id) }
            return heard
        }
        let joined = heard(1...128).joined(with: heard(1_001...1_128))
        #expect((65...128).allSatisfy(joined.holds))
        #expect((1_065...1_128).allSatisfy(joined.holds))
        #expect(!joined.holds(64) && !joined.holds(1_064))
        let few = heard(1...3).joined(with: heard(3...5))
        #expect((1...5).allSatisfy(few.holds))
        // Bounded, however many are forgotten.
        var all = HeardUpdates()
        for page in 0..<20 as Range<Int64> {
            let first = page * 1_000
            all = all.joined(
                with: heard(first...first + 127), most: HeardUpdates.mostOfDaemon)
            #expect(all.holds(first + 127))
        }
        #expect((0..<20_000 as Range<Int64>).count { all.holds($0) } == HeardUpdates.mostOfDaemon)
    }

    @Test func `the tap that makes two of them is heard once`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.pairing, on: stage)
        try await stage.redeliverAll()
        #expect(try await stage.heard(expecting: 0).isEmpty)
    }
}
