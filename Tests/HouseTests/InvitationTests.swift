import Dialogue
import Rehearsal
import Testing

@testable import Desk

/// Who may come in by a link, and who may not.
@Suite(.timeLimit(.minutes(40))) struct InvitationTests {
    private static let good = [
        "/start {link}", "/START {link}", "/start@rehearsal_bot {link}", "  /start   {link}  ",
        "/start {link}\n",
    ]
    private static let bad = [
        "/start x{link}", "/start {link}x", "/start {link} {link}", "/start ../../{link}",
        "/start '{link}'", "/start \u{202E}{link}", "/start 0", "/start -",
        "/start " + String(repeating: "a", count: 64),
        "/start " + String(repeating: "z", count: 4_000),
    ]

    @Test(arguments: good) func `a good link`(text: String) async throws {
        try await withLink { stage, code in
            try await stage.say(text.replacing("{link}", with: code), by: "Ben")
            let heard = try await stage.heard(expecting: 1)
            #expect(heard.map(\.by) == ["Ben"])
            #expect(heard.first?.text.hasPrefix("Ada would like to try this with you") == true)
        }
    }

    @Test(arguments: bad) func `no link`(text: String) async throws {
        try await withLink { stage, code in
            try await stage.say(text.replacing("{link}", with: code), by: "Ben")
            let heard = try await stage.heard(expecting: 1)
            #expect(heard.map(\.by) == ["Ben"])
            #expect(heard.first?.text.hasPrefix("That link doesn't work any more.") == true)
            #expect(try stage.couples().count == 1)
        }
    }

    @Test func `one's own link`() async throws {
        try await withLink { stage, code in
            try await stage.say("/start \(code)", by: "Ada")
            let heard = try await stage.heard(expecting: 1)
            #expect(
                heard.map(\.text) == [
                    "That's your own link: it's for the one you want to talk with."
                ])
        }
    }

    @Test func `a used link`() async throws {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.pairing, on: stage)
            try await rehearse(
                """
                Cleo: /start {link}
                bot → Cleo: That link doesn't work any more.…
                Ben: /start {link}
                bot → Ben: You two are joined, so there's no link…
                """, on: stage)
            #expect(try stage.couples().count == 1)
        }
    }

    @Test func `a claimed link is nobody else's`() async throws {
        try await withLink { stage, _ in
            try await rehearse(
                """
                Ben: /start {link}
                bot → Ben: Ada would like…
                Cleo: /start {link}
                bot → Cleo: Ada would like…
                Ben taps Join
                bot → Ben: …Before you begin:…
                Ben taps I'm 18 or older
                bot → Ben: Thank you. Ada is asked whether it's you,…
                bot → Ben: Three words,…
                bot → Ada: Something for you, whenever you like. [Open]
                Cleo taps Join
                bot → Cleo: That link doesn't work any more.…
                """, on: stage)
        }
    }

    @Test func `an expired link`() async throws {
        try await withLink { stage, code in
            try await stage.say("/pause", by: "Ada")
            _ = try await stage.heard(expecting: 1)
            try await stage.advance(to: stage.now + .days(7) + .minutes(1))
            _ = await stage.look()
            try await stage.say("/start \(code)", by: "Ben")
            let heard = try await stage.heard(expecting: 1)
            #expect(heard.first?.text.hasPrefix("That link doesn't work any more.") == true)
        }
    }

    @Test func `a thousand wrong codes`() async throws {
        try await withLink { stage, code in
            for number in 0..<1_000 {
                try await stage.say("/start wrong\(number)", by: "Guesser")
            }
            try await stage.settle(within: .seconds(90))
            let told = try await stage.told("Guesser")
            // Not every one is answered: what waits for one visitor is bounded.
            #expect((Lobby.mostGuesses + 1..<1_000).contains(told.count))
            #expect(told.count { $0.hasPrefix("That link doesn't work") } == Lobby.mostGuesses)
            #expect(told.last?.hasPrefix("That's enough links for now.") == true)
            // Even the right one doesn't help any more, today.
            try await stage.say("/start \(code)", by: "Guesser")
            try await stage.settle()
            #expect(try await stage.told("Guesser").last == told.last)
            #expect(try stage.couples().count == 1)
            // And nobody else is kept from coming.
            try await stage.say("/start \(code)", by: "Ben")
            try await stage.settle()
            #expect(try await stage.told("Ben").last?.hasPrefix("Ada would like") == true)
        }
    }

    /// Ada has made a link; the body gets its code.
    private func withLink(_ body: (HouseStage, String) async throws -> Void) async throws {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.solo, on: stage)
            let code = try #require(await stage.invitation())
            try await body(stage, code)
        }
    }
}
