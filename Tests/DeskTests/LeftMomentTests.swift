import Dialogue
import Rehearsal
import Testing

@testable import Desk

/// A moment whose author goes before it was opened.
@Suite struct LeftMomentTests {
    /// A moment is on its way from Ada to Ben.
    private static let moment = """
        Ada forges or.30
        bot → Ada: This one goes closer in, and can stir things up. A quiet moment is good for it.… [This one] [Something lighter] [Later] [Why this one?]
        Ada taps This one
        bot → Ada: A no to this, today, is a no to this, today. What it means, only the one who… [Skip] [Later] [Something lighter] [Why this one?]
        Ada: Tuesday. A door.
        bot → Ada: That's what you wrote: Tuesday. A door. You can add to it, or go on. [Go on] [Write it again]
        Ada taps Go on
        bot → Ada: Now the sentence you heard inside just then, as short as it was. It's shown… [Skip] [Later] [Something lighter] [Why this one?]
        Ada: Go away.
        bot → Ada: That's what you wrote: Tuesday. A door. Go away. If you send it, Ben reads the… [Send the moment] [Keep to myself] [Write it again]
        Ada taps Send the moment
        bot → Ada: The moment is on its way to Ben. What you heard inside stays here until… [Keep to myself]
        bot → Ben: Something for you, whenever you like. [Open]
        """

    private static let openings = [
        [Deed.tap(label: "Open", below: nil), .say("I was cold."), .say("/answers")],
        [.tap(label: "Open", below: nil), .tap(label: "Later", below: nil), .say("/today")],
        [
            .say("/today"), .say("I was cold."), .tap(label: "Share it then", below: nil),
            .tap(label: "Write it again", below: nil),
        ],
    ]

    /// Before she goes, or after it, he opens it, and goes on with it.
    @Test(arguments: openings, [0, 1, 2])
    func `a moment that was sent is opened as if its author were here`(
        deeds: [Deed], before: Int
    ) async throws {
        func heard(leaving: Bool) async throws -> [String] {
            let stage = try await DeskStage.paired()
            try await rehearse(Self.moment, on: stage)
            var lines: [String] = []
            for (number, deed) in deeds.enumerated() {
                if leaving, number == before { try await stage.act(.say("/leave now"), by: "Ada") }
                try await stage.act(deed, by: "Ben")
                if number == before { try await stage.powerCut() }
                lines += try await stage.heard(expecting: 1).filter { $0.by == "Ben" }.map(\.text)
            }
            return lines
        }
        let here = try await heard(leaving: false)
        #expect(here.contains { $0.contains("Tuesday. A door.") })
        #expect(try await heard(leaving: true) == here)
    }

    @Test(arguments: [["/forget now"], ["/leave now", "/forget now"]])
    func `a moment goes with whoever forgets`(goodbye: [String]) async throws {
        let stage = try await DeskStage.paired()
        try await rehearse(Self.moment, on: stage)
        for text in goodbye { try await stage.act(.say(text), by: "Ada") }
        _ = try await stage.heard(expecting: 0)
        try await stage.powerCut()
        #expect(try !stage.disclosed().contains { $0.contains("Tuesday") })
        try await stage.act(.say("/today"), by: "Ben")
        let opened = try await stage.heard(expecting: 1).last?.text ?? ""
        #expect(!opened.isEmpty && !opened.contains("Ada"), "\(opened)")
        #expect(try stage.findings().isEmpty)
    }
}
