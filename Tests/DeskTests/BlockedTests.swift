import Dialogue
import Rehearsal
import Testing

@testable import Desk

/// What waits for somebody who blocked the bot, and for how long.
@Suite struct BlockedTests {
    /// Both came at once, after a standstill.
    @Test(arguments: [("/safe", false), ("/status", true)])
    func `what shows where somebody called for help waits for nobody`(
        asked: String, waits: Bool
    ) async throws {
        let stage = try await DeskStage.paired()
        _ = try await stage.heard(expecting: 0)
        stage.holdsLetters = true
        try await stage.act(.say(asked), by: "Ada")
        try await stage.act(.block(true), by: "Ada")
        stage.holdsLetters = false
        try await stage.advance(to: stage.now + .days(2))
        try await stage.act(.block(false), by: "Ada")
        try await stage.advance(to: stage.now + .hours(14))
        let heard = try await stage.heard(expecting: 0).filter { $0.by == "Ada" }.map(\.text)
        let came = heard.contains { $0.hasPrefix("You are Ada") || $0.hasPrefix("I take this") }
        #expect(came == waits, "\(heard)")
    }

    @Test func `after thirty days nothing waits`() async throws {
        let stage = try await DeskStage.paired()
        _ = try await stage.heard(expecting: 0)
        stage.holdsLetters = true
        try await stage.act(.say("/status"), by: "Ada")
        try await stage.act(.block(true), by: "Ada")
        stage.holdsLetters = false
        try await stage.advance(to: stage.now + .days(31))
        try await stage.act(.block(false), by: "Ada")
        try await stage.advance(to: stage.now + .hours(1))
        #expect(
            try await !stage.heard(expecting: 0).contains { $0.text.hasPrefix("You are Ada") })
    }
}
