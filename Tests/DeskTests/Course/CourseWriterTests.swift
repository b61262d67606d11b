import Curriculum
import Dialogue
import Foundation
import Rehearsal
import Rhythm
import Testing

/// Writes the whole course down anew, where a writer asks for it: `scripts/write-course`. What
/// comes out is read, and then played by ``CourseTests`` on every run.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["TALKABOUTIT_WRITE_COURSE"] != nil))
struct CourseWriterTests {
    private static let zone = Zone("Europe/Berlin") ?? .utc

    @Test func `the whole course`() async throws {
        let walker = try Self.walker(roads: [:])
        try await Self.begin(walker)
        var pages = [Page(title: "Arriving", lines: walker.drain())]
        for week in 1...15 {
            try await Self.walk(walker, days: 7)
            pages.append(Page(title: "Week \(week)", lines: walker.drain()))
        }
        for day in 1...30 {
            if day == 5 { try await Self.repair(walker) }
            try await Self.open(walker, "/rounds")
            try await Self.walk(walker, days: 1)
            pages.append(Page(title: "A side round, day \(day)", lines: walker.drain()))
        }
        try await Self.walk(walker, days: 35)
        pages.append(Page(title: "Five weeks on", lines: walker.drain()))
        try Self.write(pages, "whole-course.md", Self.about)
        try await Self.writeBook(of: walker.stage)
    }

    /// Each in a language of their own, as samples.
    private static func writeBook(of stage: DeskStage) async throws {
        let readers = [("Ada", "español", "es"), ("Ben", "deutsch", "de")]
        for (person, language, _) in readers {
            try await stage.act(.say("/language \(language)"), by: person)
            try await stage.act(.press(data: Press(.askForBook).data), by: person)
        }
        try await stage.advance(to: stage.now + .days(2))
        for (person, _, tag) in readers {
            for _ in 0..<8 { try await stage.act(.say("/today"), by: person) }
            let file = try #require(
                stage.files[person]?.first { $0.key.hasSuffix(".html") }?.value)
            try Data(file).write(to: docs("book.\(tag).html"))
        }
    }

    @Test func `the road of lighter cards`() async throws {
        let walker = try Self.walker(roads: ["Ben": "Go round"])
        try await Self.begin(walker)
        var pages = [Page(title: "Arriving", lines: walker.drain())]
        for week in 1...9 {
            try await Self.walk(walker, days: 7)
            pages.append(Page(title: "Week \(week)", lines: walker.drain()))
        }
        try Self.write(pages, "lighter-road.md", Self.aboutLighter)
    }

    private struct Page {
        let title: String
        let lines: [String]
    }

    private static let about = """
        # The whole course, as two people walk it

        Ada lives in Berlin this year, Ben in New York. Both are invented. A test plays this \
        conversation on every run: if the bot spoke otherwise, it would fail. Small cards are \
        drawn by lot, so another couple gets others.
        """

    private static let aboutLighter = """
        # The road of lighter cards

        The same two people, but when asked which road he'd like, Ben goes round, and Ada would \
        have gone closer. Nothing that reaches Ada tells who chose it: lighter weeks come to \
        every couple. A test plays this conversation on every run.
        """

    private static func walker(roads: [String: String]) throws -> CourseWalker {
        let curriculum = try Curriculum.builtIn()
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
        let bank = try CourseBank(Data(contentsOf: folder.appending(path: "answers.json")))
        return CourseWalker(
            stage: try DeskStage(start: .scriptStart, seed: CourseTests.seed),
            curriculum: curriculum, bank: bank, roads: roads)
    }

    /// They come in, in the first minutes.
    private static func begin(_ walker: CourseWalker) async throws {
        let first: [(String, Deed)] = [
            ("Ada", .say("/start")), ("Ada", .tap(label: "I'm 18 or older", below: nil)),
            ("Ada", .say("hands, quiet, warm")),
            ("Ada", .tap(label: "Keep to myself", below: nil)),
            ("Ada", .tap(label: "That's right", below: nil)),
            ("Ada", .tap(label: "Get the link", below: nil)), ("Ben", .say("/start {link}")),
            ("Ben", .tap(label: "Just look first", below: nil)),
            ("Ben", .tap(label: "Join", below: nil)),
            ("Ben", .tap(label: "I'm 18 or older", below: nil)),
            ("Ada", .tap(label: "Open", below: nil)),
            ("Ada", .tap(label: "Yes, that's them", below: nil)),
            ("Ben", .say("/timezone New York")),
            ("Ben", .tap(label: "That's right", below: nil)),
            ("Ben", .tap(label: "Open", below: nil)),
        ]
        for (person, deed) in first { try await walker.perform(deed, by: person) }
        walker.settle()
        for person in ["Ada", "Ben"] {
            try await walker.perform(.say("/today"), by: person)
            try await walker.act(person)
        }
    }

    private static func walk(_ walker: CourseWalker, days: Int) async throws {
        for _ in 0..<days {
            let date = zone.localDate(at: await walker.now).adding(days: 1)
            for (time, line) in [("01:30", "— next day 01:30"), ("20:00", "— 20:00")] {
                guard let clock = LocalTime(time) else { continue }
                try await walker.advance(to: zone.instant(on: date, at: clock), writing: line)
                for person in time == "20:00" ? ["Ada", "Ben"] : ["Ben"] {
                    try await walker.act(person)
                }
            }
        }
    }

    /// Ada puts an offer where Ben finds it by looking.
    private static func repair(_ walker: CourseWalker) async throws {
        for (person, label) in [("Ada", "Write something"), ("Ben", "Look")] {
            try await walker.perform(.say("/repair"), by: person)
            try await walker.perform(.tap(label: label, below: nil), by: person)
            try await walker.act(person)
        }
        try await walker.act("Ada")
    }

    /// Both open the first of what is open by choice.
    private static func open(_ walker: CourseWalker, _ command: String) async throws {
        for person in ["Ada", "Ben"] {
            try await walker.perform(.say(command), by: person)
            if walker.isAskedForRoads(person) {
                try await walker.act(person)
                try await walker.perform(.say(command), by: person)
            }
            guard let number = walker.nextInList(for: person) else { continue }
            try await walker.perform(.tap(label: number, below: nil), by: person)
            walker.forgetIfRefused(person)
            try await walker.act(person)
        }
    }

    private static func write(_ pages: [Page], _ name: String, _ about: String) throws {
        let body = pages.map { page in
            "## \(page.title)\n\n```conversation\n"
                + page.lines.joined(separator: "\n") + "\n```\n"
        }
        try ([about, ""] + body).joined(separator: "\n")
            .write(to: docs(name), atomically: true, encoding: .utf8)
    }

    private static func docs(_ name: String) -> URL {
        URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../docs/\(name)").standardizedFileURL
    }
}
