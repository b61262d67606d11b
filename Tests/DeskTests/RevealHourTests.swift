import Dialogue
import Rehearsal
import Testing

@testable import Desk

/// What is for both comes to both at once, while both are awake.
@Suite struct RevealHourTests {
    private func tap(_ label: String) -> Deed { .tap(label: label, below: nil) }

    /// Both have shared; it would come at half past seven in the evening.
    private func shared() async throws -> DeskStage {
        let stage = try await DeskStage.paired()
        for name in ["Ada", "Ben"] {
            for deed: Deed in [.press(data: "or.5"), .say("They wait."), tap("Share it then")] {
                try await stage.act(deed, by: name)
            }
        }
        return stage
    }

    /// When each is told of something new, in hours from now; half an hour at a time.
    private func told(_ stage: DeskStage, within hours: Int) async throws -> [String: Int] {
        _ = try await stage.heard(expecting: 0)
        var told: [String: Int] = [:]
        for step in 1...(hours * 2) {
            try await stage.advance(to: stage.now + .minutes(30))
            for heard in try await stage.heard(expecting: 0)
            where heard.text.hasPrefix("Something for you") && told[heard.by] == nil {
                told[heard.by] = step
            }
        }
        return told
    }

    @Test(arguments: [["/timezone Tokyo"], ["/quiet 18:00 to 8:00"]])
    func `clocks that were changed since are looked at`(changes: [String]) async throws {
        let stage = try await shared()
        for change in changes { try await stage.act(.say(change), by: "Ada") }
        if changes[0].contains("zone") { try await stage.act(tap("That's right"), by: "Ada") }
        let hours = try await told(stage, within: 48)
        #expect(hours.count == 2 && hours["Ada"] == hours["Ben"], "\(hours)")
    }

    @Test func `after a standstill too`() async throws {
        let stage = try await DeskStage.paired()
        try await stage.act(.say("/timezone New York"), by: "Ada")
        try await stage.act(tap("That's right"), by: "Ada")
        for name in ["Ada", "Ben"] {
            for deed: Deed in [.press(data: "or.5"), .say("They wait."), tap("Share it then")] {
                try await stage.act(deed, by: name)
            }
        }
        stage.standStill(for: .hours(24))
        try await stage.powerCut()
        let hours = try await told(stage, within: 48)
        #expect(hours.count == 2 && hours["Ada"] == hours["Ben"], "\(hours)")
    }

    /// An answer that comes hours late, in the night: the machine stood still.
    @Test(arguments: [("/status", "You are Ada"), ("/safe", "I take this away")])
    func `an answer to something said long ago keeps quiet hours`(
        asked: String, answer: String
    ) async throws {
        let stage = try await DeskStage.paired()
        try await stage.advance(to: stage.now + .hours(11))
        _ = try await stage.heard(expecting: 0)
        stage.holdsLetters = true
        try await stage.act(.say(asked), by: "Ada")
        // Three in the night.
        stage.standStill(for: .hours(7))
        stage.holdsLetters = false
        try await stage.deliver()
        let isAtOnce = try await stage.heard(expecting: 0).contains { $0.text.hasPrefix(answer) }
        // Whoever asks where to call waits for it, whenever it comes.
        #expect(isAtOnce == (asked == "/safe"))
        try await stage.advance(to: stage.now + .hours(6))
        let later = try await stage.heard(expecting: 0).contains { $0.text.hasPrefix(answer) }
        #expect(later != isAtOnce)
    }
}
