package import Dialogue

/// One conversation played twice, step by step: in English, as it is written, and with people who
/// are spoken to in other languages. The same must be said to the same, only otherwise.
package final class TwoTongues: Stage, @unchecked Sendable {
    // Unchecked: one test plays on one stage, from one task.
    private let plain: DeskStage
    private let other: DeskStage
    /// All that was said in the other languages.
    package private(set) var transcript: [Heard] = []
    /// What people said, as it stands between the bot's words.
    private var spoken: Set<String> = []
    /// Where the two went apart.
    package private(set) var differences: [String] = []
    private var last = ""

    package init(start: Moment, seed: UInt64, languages: [String: String]) throws {
        plain = try DeskStage(start: start, seed: seed)
        other = try DeskStage(start: start, seed: seed)
        other.languages = languages
    }

    package func act(_ deed: Deed, by person: String) async throws {
        last = "\(person): \(deed)"
        if case .say(let text) = deed { spoken.formUnion(text.pieces) }
        let mirrored = mirrored(deed, by: person)
        try await plain.act(deed, by: person)
        try await other.act(mirrored, by: person)
    }

    /// A label is another in another language; what the button does is the same.
    private func mirrored(_ deed: Deed, by person: String) -> Deed {
        guard case .tap(let label, let below) = deed,
            let data = plain.data(ofButton: label, below: below, of: person)
        else { return deed }
        return .press(data: data)
    }

    package func advance(to moment: Moment) async throws {
        last = "the clock"
        try await plain.advance(to: moment)
        try await other.advance(to: moment)
    }

    package func powerCut() async throws {
        try await plain.powerCut()
        try await other.powerCut()
    }

    package func redeliver() async throws {
        try await plain.redeliver()
        try await other.redeliver()
    }

    package func heard(expecting count: Int) async throws -> [Heard] {
        let said = try await plain.heard(expecting: count)
        let saidOtherwise = try await other.heard(expecting: count)
        transcript += saidOtherwise
        if said.map(\.by) != saidOtherwise.map(\.by) {
            differences.append(
                "after \(last): \(said.map(\.text)), and otherwise \(saidOtherwise.map(\.text))")
        }
        return said
    }

    /// What the bot said of a text, without what people had said.
    package func ours(in text: String) -> String {
        let longestFirst = spoken.filter { $0.count > 3 }.sorted { $0.count > $1.count }
        return longestFirst.reduce(text) { $0.replacing($1, with: " ") }
    }

    package func invitation() async -> String? { await plain.invitation() }
    package var now: Moment { get async { plain.now } }
}

extension String {
    /// Each line of it and each sentence, as they may stand between the bot's words.
    fileprivate var pieces: [String] {
        let lines = split(whereSeparator: \.isNewline).map { String($0).flat }
        let sentences = lines.flatMap { line in
            line.split { ".!?…".contains($0) }.map { String($0).flat }
        }
        return lines + sentences
    }
}
