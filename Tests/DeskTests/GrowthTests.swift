import Curriculum
import Dialogue
import Rehearsal
import Testing

/// `/growth`: what one tapped about how near it felt, for oneself alone, and the moments that two
/// have shown each other.
@Suite struct GrowthTests {
    @Test func `the trend is its author's alone, and gone once it is erased`() async throws {
        let stage = try await DeskStage.paired()
        try await rehearse(
            """
            Ada: /growth
            bot → Ada: Nothing to draw yet. Here you'd see, for you alone,… is “How near, today”.
            Ada forges or.46
            bot → Ada: Two taps, then a line.… [Skip] [Later] [Something lighter] [Why this one?]
            Ada taps ○○○○○●○
            bot → Ada: And as far as you remember,… [Why this one?]
            Ada taps ○○○●○○○
            bot → Ada: This line is the one that may be shown.… [Why this one?]
            Ada: A laugh on the stairs.
            bot → Ada: That's what you wrote:… [Share it then] [Keep to myself] [Write it again]
            Ada taps Keep to myself
            bot → Ada: Put away.…
            Ada: /growth
            bot → Ada: How near it felt to you, each time I asked: yours alone. I show it to nobody else, and nobody is told that you looked; whoever runs me could read it, like all I keep.
            bot → Ada: (a picture) How near it felt From hardly near to very near. A month before: ○○○●○○○ · That day: ○○○○○●○ I show this to you alone, and never to anyone else.
            Ada forges or.46-2
            bot → Ada: Two taps, then a line.… [Why this one?]
            Ada taps ○○●○○○○
            bot → Ada: And as far as you remember,… [Why this one?]
            Ada taps ○○○○○●○
            bot → Ada: This line is the one that may be shown.… [Why this one?]
            Ada: A question about the bees.
            bot → Ada: That's what you wrote:… [Share it then] [Keep to myself] [Write it again]
            Ada: /growth
            bot → Ada: How near it felt to you, each time I asked: yours alone.…
            bot → Ada: (a picture) How near it felt From hardly near to very near. A month before: ○○○●○○○ · That day: ○○○○○●○ A month before: ○○○○○●○ · That day: ○○●○○○○ I show this to you alone, and never to anyone else.
            Ada: /share
            bot → Ada: Put away.…
            Ben: /growth
            bot → Ben: Nothing to draw yet.…
            — power cut
            Ada forges er.46
            bot → Ada: Erased from what I store.…
            Ada: /growth
            bot → Ada: How near it felt to you, each time I asked: yours alone.…
            bot → Ada: (a picture) How near it felt From hardly near to very near. A month before: ○○○○○●○ · That day: ○○●○○○○ I show this to you alone, and never to anyone else.
            Ada forges er.46-2
            bot → Ada: Erased from what I store.…
            Ada: /growth
            bot → Ada: Nothing to draw yet.…
            """, on: stage)
    }

    @Test func `moments are shown once more if each has shown one, and read it`() async throws {
        let stage = try await DeskStage.paired()
        for (name, text) in [("Ada", "A pause."), ("Ben", "The kettle sang.")] {
            for deed: Deed in [
                .press(data: "or.45"), tap("I saw it"), .say(text), tap("Show one line"),
                tap("Share it then"),
            ] {
                try await stage.act(deed, by: name)
            }
        }
        #expect(try await moments(of: "Ada", stage) == nil)
        try await stage.advance(to: stage.now + .hours(11))
        #expect(try await moments(of: "Ada", stage) == nil)
        for name in ["Ada", "Ben"] {
            // Something sent back, or a card, may lie there before it.
            for _ in 0..<2 { try await stage.act(.say("/today"), by: name) }
        }
        let both = "(a picture) Moments that softened "
        #expect(
            try await moments(of: "Ada", stage)
                == both + "You: A pause. Your partner: The kettle sang.")
        #expect(
            try await moments(of: "Ben", stage)
                == both + "Your partner: A pause. You: The kettle sang.")
        try await stage.act(.press(data: "er.45"), by: "Ada")
        #expect(try await moments(of: "Ada", stage) == nil)
    }

    /// However often the one answers, the other's own is the same.
    @Test func `the newest twelve are drawn, and each has their own`() async throws {
        let stage = try await DeskStage.paired()
        try await answer("46", now: "●○○○○○○", before: "○●○○○○○", by: "Ben", on: stage)
        for time in 1...14 {
            try await answer(
                time == 1 ? "46" : "46-\(time)", now: time == 14 ? "○○○○○○●" : "○○○●○○○",
                before: time < 3 ? "●○○○○○○" : "○○○○●○○", by: "Ada", on: stage)
        }
        let adas = try await pictures(of: "Ada", stage).joined()
        #expect(adas.split(separator: "That day: ").count == 13)
        #expect(adas.contains("That day: ○○○○○○● I show this"))
        #expect(!adas.contains("●○○○○○○"))
        let bens = try await pictures(of: "Ben", stage).joined()
        #expect(bens.contains("near. A month before: ○●○○○○○ · That day: ●○○○○○○ I show"))
    }

    @Test func `the card is among those to open again, and comes by no other way`() async throws {
        let shared = try Curriculum.shared()
        let plans = shared.course.plans.filter {
            $0.phase == "growing" || ["1", "0a"].contains($0.name.text)
        }
        let course = Course(plans: plans, afterPairing: shared.course.afterPairing)
        let stage = try DeskStage(start: .scriptStart, curriculum: shared.on(course))
        try await rehearse(Scenes.pairing, on: stage)
        #expect(try await isListed(stage))
        try await answer("46", now: "●○○○○○○", before: "○●○○○○○", by: "Ada", on: stage)
        #expect(try await isListed(stage))
        // Only the next time is open, not one after it.
        try await stage.act(.press(data: "or.46-3"), by: "Ada")
        #expect(try await stage.heard(expecting: 1).map(\.text).joined().contains("has passed"))
    }

    private func tap(_ label: String) -> Deed { .tap(label: label, below: nil) }

    private func answer(
        _ round: String, now: String, before: String, by name: String, on stage: DeskStage
    ) async throws {
        for deed: Deed in [
            .press(data: "or.\(round)"), tap(now), tap(before), .say("A door."),
            tap("Keep to myself"),
        ] {
            try await stage.act(deed, by: name)
        }
        let heard = try await stage.heard(expecting: 0)
        #expect(heard.allSatisfy { $0.by == name })
    }

    private func pictures(of name: String, _ stage: DeskStage) async throws -> [String] {
        _ = try await stage.heard(expecting: 0)
        try await stage.act(.say("/growth"), by: name)
        let heard = try await stage.heard(expecting: 1)
        #expect(heard.allSatisfy { $0.by == name })
        return heard.map(\.text).filter { $0.hasPrefix("(a picture)") }
    }

    private func moments(of name: String, _ stage: DeskStage) async throws -> String? {
        try await pictures(of: name, stage).first { $0.contains("softened") }
    }

    private func isListed(_ stage: DeskStage) async throws -> Bool {
        _ = try await stage.heard(expecting: 0)
        try await stage.act(.say("/rounds"), by: "Ada")
        return try await stage.heard(expecting: 1).contains { $0.text.contains("How near, today") }
    }
}
