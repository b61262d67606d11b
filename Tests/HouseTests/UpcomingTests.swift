import Control
import Dialogue
import Rhythm
import Testing

@testable import Desk
@testable import Rehearsal
@testable import talkaboutit

/// How many cards come in the next hours.
@Suite struct UpcomingTests {
    @Test func `counts by the hour, and none below twenty`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        for number in 0..<30 {
            let name = "Guest\(number)"
            try await stage.act(.say("/start"), by: name)
            try await stage.act(.tap(label: "I'm 18 or older", below: nil), by: name)
            try await stage.act(.say(number < 21 ? "/time 20:15" : "/time 7:15"), by: name)
        }
        // Today's is behind them. Nine o'clock in Berlin: eleven hours on it is eight.
        try await stage.advance(to: stage.now + .days(1))
        var counts = try await stage.desk.upcoming()
        #expect(counts.count == 24 && counts[11] == 21 && counts.reduce(0, +) == 21)
        let zone = try #require(Zone("Europe/Berlin"))
        #expect(
            UpcomingCommand.lines(counts, now: stage.now, zone: zone)
                == ["Cards by the hour, Europe/Berlin:", "20:00 21"])
        try await stage.act(.say("/pause"), by: "Guest0")
        try await stage.act(.say("/pace sunday"), by: "Guest1")
        counts = try await stage.desk.upcoming()
        #expect(counts.allSatisfy { $0 == 0 })
        #expect(
            UpcomingCommand.lines(counts, now: stage.now, zone: zone)
                == ["In none of the next 24 hours 20 cards come or more."])
    }

    @Test(arguments: [[], [0, 3, 999_999_999], [Int](repeating: 999_999_999, count: 24)])
    func `they go over the socket in one line`(counts: [Int]) {
        let line = ControlReply.counts(counts).line
        #expect(line.utf8.count < 300)
        #expect(ControlReply(line: line) == .counts(counts))
        #expect(ControlRequest(line: ControlRequest.upcoming.line) == .upcoming)
    }
}
