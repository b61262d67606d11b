package import Curriculum
package import Dialogue
import Foundation

/// Walks two invented people through the course on a stage and writes down every word, so that
/// the conversation can be read, mended and played.
package final class CourseWalker {
    package let stage: DeskStage
    let questions: [CourseQuestion]
    let bank: CourseBank
    /// What each does where everyone is asked which road.
    let roads: [String: String]
    package private(set) var transcript: [String] = []
    var people: [String: Walker] = [:]

    /// What is known of one of the two.
    struct Walker {
        /// What the bot said since their last deed, oldest first.
        var unread: [Heard] = []
        var unopened = 0
        /// How often a question was answered, so that a repeat gets its next words.
        var answered: [String: Int] = [:]
        /// The round of the last reveal, and how many there were.
        var revealed: String?
        var reveals = 0
        /// The round last asked about.
        var round: String?
        var withheld: Set<String> = []
        var marked = 0
        /// Titles of rounds they opened by choice.
        var opened: Set<String> = []
        var lastOpened: String?
    }

    package init(
        stage: DeskStage, curriculum: Curriculum, bank: CourseBank, roads: [String: String]
    ) {
        self.stage = stage
        self.bank = bank
        self.roads = roads
        questions = curriculum.questions(in: "en").sorted { $0.text.count > $1.text.count }
    }

    /// Notes what was said without anybody's doing.
    package func listen() async throws {
        for heard in try await stage.heard(expecting: 0) {
            transcript.append("bot → \(heard.by): \(heard.text)")
            people[heard.by, default: Walker()].unread.append(heard)
            if heard.text.hasSuffix("[Open]") { people[heard.by]?.unopened += 1 }
        }
    }

    package func write(_ line: String) { transcript.append(line) }

    /// The clock goes on.
    package func advance(to moment: Moment, writing line: String) async throws {
        transcript.append(line)
        try await stage.advance(to: moment)
        try await listen()
    }

    /// One of them does all there is to do. Returns whether there was anything.
    @discardableResult
    package func act(_ person: String, limit: Int = 60) async throws -> Bool {
        var count = 0
        while count < limit, let deed = next(for: person) {
            try await perform(deed, by: person)
            count += 1
        }
        return count > 0
    }

    package func perform(_ deed: Deed, by person: String) async throws {
        switch deed {
        case .say(let text):
            transcript.append(
                "\(person): " + text.split(separator: "\n").joined(separator: " ⏎ "))
        case .tap(let label, _): transcript.append("\(person) taps \(label)")
        case .speak, .sendOther, .reply, .edit, .takeBack, .block, .press:
            transcript.append("\(person): \(deed)")
        }
        people[person, default: Walker()].unread = []
        try await stage.act(await filled(deed), by: person)
        try await listen()
    }

    private func filled(_ deed: Deed) async -> Deed {
        guard case .say(let text) = deed, text.contains("{link}") else { return deed }
        return .say(text.replacing("{link}", with: await stage.invitation() ?? ""))
    }

    package var now: Moment { get async { stage.now } }

    /// What was written since the last time.
    package func drain() -> [String] {
        defer { transcript = [] }
        return transcript
    }

    /// What came so far needs no answer any more.
    package func settle() {
        for person in people.keys {
            people[person]?.unread = []
            people[person]?.unopened = 0
        }
    }

    /// What wants some days between may be opened another day.
    package func forgetIfRefused(_ person: String) {
        guard people[person]?.unread.last?.text.contains("some days between") == true,
            let last = people[person]?.lastOpened
        else { return }
        people[person]?.opened.remove(last)
    }

    package func isAskedForRoads(_ person: String) -> Bool {
        people[person]?.unread.last?.labels.contains("Go closer") ?? false
    }

    /// The number of the first thing in the list last shown that they haven't opened yet.
    package func nextInList(for person: String) -> String? {
        guard let text = people[person]?.unread.last?.text,
            let start = text.range(of: "if you like: ")?.upperBound
        else { return nil }
        let list = text[start...].prefix { $0 != "[" }
        let titles = list.matches(of: /(\d+)\. (.+?)(?= \d+\. |$)/)
        for title in titles {
            let name = String(title.2).flat
            guard people[person]?.opened.insert(name).inserted == true else { continue }
            people[person]?.lastOpened = name
            return String(title.1)
        }
        return nil
    }

    /// What somebody would do next; nil if there is nothing.
    private func next(for person: String) -> Deed? {
        guard let walker = people[person] else { return nil }
        for heard in walker.unread.reversed() {
            let labels = heard.labels
            guard !labels.isEmpty, labels != ["Open"] else { continue }
            if let deed = answer(heard, labels, person) { return deed }
        }
        guard walker.unopened > 0 else { return nil }
        people[person]?.unopened -= 1
        return walker.unopened == 1 ? .tap(label: "Open", below: nil) : .say("/today")
    }
}

extension Heard {
    /// The labels of its buttons.
    var labels: [String] {
        var labels: [String] = []
        var rest = text[...]
        while rest.hasSuffix("]"), let start = rest.lastIndex(of: "[") {
            labels.insert(String(rest[rest.index(after: start)...].dropLast()), at: 0)
            rest = rest[..<start]
            while rest.hasSuffix(" ") { rest = rest.dropLast() }
        }
        return labels
    }
}
