import Desk
import Dialogue
import Foundation
import Rhythm
package import Testing

/// Plays a written conversation, and fails where the real one differs.
///
/// - Parameters:
///   - pair: whom `both` means.
///   - zone: in which the script's hours are read.
package func rehearse(
    _ text: String, on stage: any Stage, pair: (String, String) = ("Ada", "Ben"),
    zone: String = "Europe/Berlin", sourceLocation: SourceLocation = #_sourceLocation
) async throws {
    let script = try Script(text, pair: pair)
    var play = Play(stage: stage, zone: Zone(zone) ?? .utc)
    try await play.run(script)
    if let mismatch = play.mismatch {
        Issue.record(
            """
            The conversation went another way at line \(mismatch.line):
            \(mismatch.what)

            What was really said:
            \(play.transcript.joined(separator: "\n"))
            """, sourceLocation: sourceLocation)
    }
    // Whatever was said, the folder it leaves fits together. Only tests make files unreadable.
    let findings = try stage.findings().filter { $0.what != .unreadable }
    #expect(findings.isEmpty, sourceLocation: sourceLocation)
    let shown = try await stage.shown(of: script.spoken)
    #expect(shown == [], "somebody's words lie open", sourceLocation: sourceLocation)
}

extension Stage {
    /// Files of the data folder that show one of these texts, or are named for it.
    fileprivate func shown(of texts: [String]) async throws -> [String] {
        guard let folder = await dataFolder else { return [] }
        return DeskStage.rawFiles(in: folder).filter { path, bytes in
            texts.contains { text in
                path.contains(text) || Data(bytes).range(of: Data(text.utf8)) != nil
            }
        }.map(\.path)
    }
}

extension Script {
    /// What people say, as far as it can't stand in a file by chance.
    fileprivate var spoken: [String] {
        lines.compactMap { line in
            guard case .deed(.say(let text), _) = line.step, text.count >= 12,
                text.contains(" "), !text.hasPrefix("/")
            else { return nil }
            return text
        }
    }
}

private struct Play {
    let stage: any Stage
    let zone: Zone
    var transcript: [String] = []
    var mismatch: (line: Int, what: String)?

    mutating func run(_ script: Script) async throws {
        var index = 0
        let steps = script.lines
        while index < steps.count {
            let (number, text, step) = steps[index]
            if case .bot = step {
                mismatch = mismatch ?? (number, "a bot's line without anything before it: \(text)")
                return
            }
            transcript.append(text)
            // After a mismatch the rest is played all the same, so that it can be read and pasted.
            do {
                try await perform(step)
            } catch {
                guard mismatch == nil else { return }
                mismatch = (number, "\(error)")
                return
            }
            index += 1
            var expected: [(to: String, text: String, line: Int)] = []
            while index < steps.count, case .bot(let to, let text) = steps[index].step {
                expected += to.map { ($0, text, steps[index].number) }
                index += 1
            }
            let heard = try await stage.heard(expecting: expected.count)
            transcript += heard.map { "bot → \($0.by): \($0.text)" }
            if mismatch == nil { compare(expected, heard, after: number) }
        }
    }

    private func perform(_ step: Script.Step) async throws {
        switch step {
        case .bot:
            return
        case .deed(let deed, let person):
            try await stage.act(await filled(deed), by: person)
        case .at(let days, let time):
            let now = await stage.now
            let date = zone.localDate(at: now).adding(days: days)
            guard let time = LocalTime(time) else { return }
            try await stage.advance(to: zone.instant(on: date, at: time))
        case .powerCut:
            try await stage.powerCut()
        case .redelivery:
            try await stage.redeliver()
        case .network(let isUp):
            try await stage.network(isUp: isUp)
        }
    }

    private func filled(_ deed: Deed) async -> Deed {
        guard case .say(let text) = deed, text.contains("{link}") else { return deed }
        return .say(text.replacing("{link}", with: await stage.invitation() ?? "no-link"))
    }

    /// In order for each person; between the two of them the order doesn't matter.
    private mutating func compare(
        _ expected: [(to: String, text: String, line: Int)], _ heard: [Heard], after line: Int
    ) {
        for person in (expected.map(\.to) + heard.map(\.by)).unique {
            let wanted = expected.filter { $0.to == person }
            let got = heard.filter { $0.by == person }
            for (want, get) in zip(wanted, got) where !get.text.matches(want.text) {
                mismatch = (want.line, "expected: \(want.text)\n     but: \(get.text)")
                return
            }
            if wanted.count > got.count {
                let missing = wanted[got.count]
                mismatch = (missing.line, "\(person) was never told: \(missing.text)")
                return
            }
            if got.count > wanted.count {
                mismatch = (line, "\(person) was told besides: \(got[wanted.count].text)")
                return
            }
        }
    }
}

extension Array where Element: Hashable {
    fileprivate var unique: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}

extension String {
    /// Whether this is what a script's line says; `…` there stands for anything.
    package func matches(_ pattern: String) -> Bool {
        let pieces = pattern.components(around: "…")
        guard pieces.count > 1 else { return self == pattern }
        guard hasPrefix(pieces[0]) else { return false }
        var rest = dropFirst(pieces[0].count)
        for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
            guard let range = rest.firstRange(of: piece) else { return false }
            rest = rest[range.upperBound...]
        }
        return rest.hasSuffix(pieces[pieces.count - 1])
    }

    private func components(around mark: Character) -> [String] {
        split(separator: mark, omittingEmptySubsequences: false).map(String.init)
    }
}
