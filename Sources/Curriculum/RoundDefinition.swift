import Crypto
import Dialogue

/// One round as it was written: its structure, and its texts in every language. Whoever begins by
/// it goes on by it, whatever becomes of the files; so the data folder keeps it.
package struct RoundDefinition: Sendable, Codable {
    let structure: RoundFile
    let texts: [String: RoundTexts]
    /// Whether it comes from a folder of the host's.
    let isHosts: Bool

    /// The round as the dialogue takes it.
    ///
    /// - Parameters:
    ///   - edition: what names this very wording and structure.
    ///   - time: the name in full, if it is walked again.
    func plan(edition: String, named time: RoundName? = nil) -> RoundPlan {
        var plan = structure.plan(named: time)
        plan.isHosts = isHosts
        plan.edition = edition
        return plan
    }

    /// What a phrasebook says of it; in English where it wasn't written in that language.
    func wording(in language: String) -> RoundWording? {
        guard let texts = texts[language] ?? texts["en"] else { return nil }
        let plan = structure.plan()
        return RoundWording(
            texts: texts, questionIDs: plan.questions.map(\.id), forms: plan.questions.map(\.form))
    }

    /// Names what these files say: the same for every way to write the same, and wherever their
    /// schema lies. Half of a SHA-256 is plenty for telling them apart, and short in every
    /// couple's file.
    static func edition(of structure: ContentTree, texts: [String: ContentTree]) -> String {
        let languages = texts.map {
            ContentTree.Member(key: $0.key, value: $0.value.withoutSchemaPlace)
        }
        let whole = ContentTree.object([
            .init(key: "structure", value: structure.withoutSchemaPlace),
            .init(key: "texts", value: .object(languages)),
        ])
        let digits = SHA256.hash(data: whole.canonical).prefix(16)
        return digits.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

extension ContentTree {
    /// The key at the top of a file that tells an editor where its JSON Schema lies.
    static let schemaPlace = "$schema"

    /// All that the file says to us.
    fileprivate var withoutSchemaPlace: ContentTree {
        guard case .object(let members) = self else { return self }
        return .object(members.filter { $0.key != Self.schemaPlace })
    }
}

/// How a round sounds in one language, by the places of its questions.
struct RoundWording: Sendable {
    let texts: RoundTexts
    let questionIDs: [String]
    let forms: [RoundPlan.Form]

    /// The text of a question, by its place.
    func text(_ question: Int) -> RoundTexts.QuestionText? {
        questionIDs.indices.contains(question) ? texts.questions[questionIDs[question]] : nil
    }
}
