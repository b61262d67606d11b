import Dialogue
import Rehearsal
import Testing

@testable import Desk

/// Which times are offered, and that one both marked is named, wherever each is in the course.
@Suite struct TalkTimesTests {
    private func tap(_ label: String) -> Deed { .tap(label: label, below: nil) }

    /// What somebody is offered, line by line.
    private func offers(_ stage: DeskStage, to name: String) async throws -> String {
        _ = try await stage.heard(expecting: 0)
        for deed in [.say("/talk"), tap("Find a time")] { try await stage.act(deed, by: name) }
        return try await stage.heard(expecting: 2).last?.text ?? ""
    }

    private func mark(
        _ times: [Int], by name: String, on stage: DeskStage
    ) async throws {
        for deed in [.say("/talk"), tap("Find a time")] + times.map({ tap(String($0)) })
            + [tap("That's all")]
        {
            try await stage.act(deed, by: name)
        }
    }

    private func named(_ stage: DeskStage, to name: String) async throws -> String? {
        _ = try await stage.heard(expecting: 0)
        try await stage.act(.say("/today"), by: name)
        return try await stage.heard(expecting: 1).map(\.text)
            .first { $0.contains("suits you both") }
    }

    /// Ben is done with the first talk of the course; Ada isn't.
    @Test func `two who are at different talks find a time`() async throws {
        let stage = try await DeskStage.paired()
        for deed: Deed in [.press(data: "or.T0"), tap("We talked"), tap("Leave it out")] {
            try await stage.act(deed, by: "Ben")
        }
        try await stage.act(.press(data: "or.T0"), by: "Ada")
        try await mark([3], by: "Ada", on: stage)
        try await mark([3], by: "Ben", on: stage)
        try await stage.advance(to: stage.now + .hours(14))
        #expect(try await named(stage, to: "Ada") != nil)
        #expect(try await named(stage, to: "Ben") != nil)
        // Each is called to their own card.
        _ = try await stage.heard(expecting: 0)
        try await stage.advance(to: stage.now + .days(3))
        for name in ["Ada", "Ben"] {
            _ = try await stage.heard(expecting: 0)
            try await stage.act(.say("/today"), by: name)
            let card = try await stage.heard(expecting: 1).last?.text ?? ""
            #expect(card.contains("[We talked]"), "\(name): \(card)")
        }
    }

    /// A quarter to seven in the evening, and the shared hour is half past seven.
    @Test func `what both marked in the evening is named`() async throws {
        let stage = try await DeskStage.paired()
        try await stage.advance(to: stage.now + .minutes(9 * 60 + 45))
        try await mark([1], by: "Ada", on: stage)
        try await mark([1], by: "Ben", on: stage)
        try await stage.advance(to: stage.now + .hours(25))
        #expect(try await named(stage, to: "Ben") != nil)
    }

    /// The list was opened before the hour from which it would be too late to name that time.
    @Test func `nor is it lost to a slow tap`() async throws {
        let stage = try await DeskStage.paired()
        try await stage.advance(to: stage.now + .hours(8))
        try await mark([1], by: "Ada", on: stage)
        for deed in [.say("/talk"), tap("Find a time"), tap("1")] {
            try await stage.act(deed, by: "Ben")
        }
        try await stage.advance(to: stage.now + .minutes(150))
        try await stage.act(tap("That's all"), by: "Ben")
        try await stage.advance(to: stage.now + .hours(12))
        #expect(try await named(stage, to: "Ada") != nil)
    }

    @Test func `another time takes the place of one that fell through`() async throws {
        let stage = try await DeskStage.paired()
        try await mark([3], by: "Ada", on: stage)
        try await mark([3], by: "Ben", on: stage)
        try await stage.advance(to: stage.now + .hours(12))
        let first = try #require(try await named(stage, to: "Ada"))
        // Three is taken back, and five is for both.
        for name in ["Ada", "Ben"] { try await mark([1, 6], by: name, on: stage) }
        try await stage.advance(to: stage.now + .hours(26))
        let second = try #require(try await named(stage, to: "Ada"))
        #expect(first != second)
    }

    /// Ben changes his quiet hours, and looks for a time: whether Ada is silent, or has gone.
    @Test(arguments: ["/quiet 18:00 to 8:00", "/timezone Lisbon"])
    func `what is offered doesn't tell that the other has gone`(change: String) async throws {
        func offered(_ goodbye: String?) async throws -> String {
            let stage = try await DeskStage.paired()
            try await stage.act(.say("/timezone New York"), by: "Ada")
            try await stage.act(tap("That's right"), by: "Ada")
            if let goodbye { try await stage.act(.say(goodbye), by: "Ada") }
            try await stage.act(.say(change), by: "Ben")
            if change.contains("zone") { try await stage.act(tap("That's right"), by: "Ben") }
            try await stage.advance(to: stage.now + .hours(1))
            return try await offers(stage, to: "Ben")
        }
        let silent = try await offered(nil)
        #expect(silent.contains("[That's all]"))
        #expect(try await offered("/leave now") == silent)
        #expect(try await offered("/forget now") == silent)
    }
}
