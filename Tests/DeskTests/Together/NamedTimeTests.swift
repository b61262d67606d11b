import Dialogue
import Rehearsal
import Rhythm
import Testing

@testable import Desk

/// Which times are offered for a talk, and who is told of one.
@Suite struct NamedTimeTests {
    @Test func `whoever pauses before a time is named is named none, and neither is the other`()
        async throws
    {
        for pauses in [false, true] {
            let stage = try await marked()
            if pauses { try await stage.act(.say("/pause 2 weeks"), by: "Ben") }
            _ = try await stage.heard(expecting: 0)
            for _ in 0..<4 {
                try await stage.advance(to: stage.now + .days(1))
                for _ in 0..<3 { try await stage.act(.say("/today"), by: "Ada") }
            }
            let heard = try await stage.heard(expecting: 0).filter { $0.by == "Ada" }
            #expect(heard.contains { $0.text.contains("suits you both") } != pauses)
            #expect(heard.contains { $0.text.hasPrefix("(file time-set") } != pauses)
        }
    }

    @Test func `an appointment that isn't sent yet isn't lost to an export`() async throws {
        let stage = try await marked()
        try await stage.advance(to: stage.now + .hours(12))
        _ = try await stage.heard(expecting: 0)
        stage.holdsLetters = true
        try await stage.act(.say("/today"), by: "Ada")
        try await stage.act(.say("/export"), by: "Ada")
        try await stage.act(.press(data: Press(.exportKept, code: nil).data), by: "Ada")
        stage.holdsLetters = false
        try await stage.advance(to: stage.now)
        let heard = try await stage.heard(expecting: 0).filter { $0.by == "Ada" }.map(\.text)
        #expect(heard.count { $0.hasPrefix("(file time-set") } == 1)
        #expect(heard.contains { $0.contains("suits you both") })
    }

    /// The clocks of two zones don't change on the same day.
    @Test(arguments: [
        ("America/New_York", "Europe/London"), ("America/Los_Angeles", "Europe/Berlin"),
        ("Europe/Berlin", "Asia/Tokyo"), ("Europe/London", "Australia/Sydney"),
        ("America/Chicago", "Asia/Kolkata"),
    ])
    func `times are offered at which both are awake on that very day`(
        first: String, second: String
    ) throws {
        let zones = try [first, second].map { try #require(Zone($0)) }
        let quiet = QuietHours.usual
        let both = Pair((zone: zones[0], quiet: quiet), (zone: zones[1], quiet: quiet))
        for day in 0..<800 {
            let midnight = Moment((20_000 + Int64(day)) * 86_400)
            for minutes in SceneMaker.talkHours(both, midnight) {
                let moment = midnight + .minutes(Int64(minutes))
                #expect(
                    zones.allSatisfy { !quiet.isQuiet(at: moment, in: $0) },
                    "\(day) \(minutes)")
            }
        }
    }

    /// Both mean one and the same time, of which they weren't told yet.
    private func marked() async throws -> DeskStage {
        let stage = try await DeskStage.paired()
        for name in ["Ada", "Ben"] {
            try await stage.act(.say("/talk"), by: name)
            for label in ["Find a time", "3", "That's all"] {
                try await stage.act(.tap(label: label, below: nil), by: name)
            }
        }
        return stage
    }
}
