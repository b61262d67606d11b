package import Dialogue
package import Foundation

/// All content: the course, the deck and the phrasebooks, loaded from JSON and checked.
package struct Curriculum: Sendable {
    package let course: Course
    package let deck: Deck
    /// The ideas of the article, in its order.
    package let ideas: [Idea]
    /// By language tag; English is always there.
    package let phrasebooks: [String: Phrasebook]
    /// What is listened for, by language tag.
    package let hearings: [String: Hearing]
    package let helpLines: HelpLines
    package let zoneCountries: ZoneCountries
    /// Today's rounds, each by its edition.
    let definitions: [String: RoundDefinition]

    /// The content that comes with the program.
    ///
    /// - Parameter hosts: a folder with rounds of the host's.
    /// - Throws: every fault that was found, not just the first.
    package static func builtIn(hosts: URL? = nil) throws(CurriculumFaults) -> Curriculum {
        try load(from: Bundle.module.bundleURL.appending(path: "Content"), hosts: hosts)
    }

    /// Reads content from a folder laid out like the built-in one.
    package static func load(
        from folder: URL, hosts: URL? = nil
    ) throws(CurriculumFaults) -> Curriculum {
        var reader = ContentReader(folder: folder)
        let order = reader.read(CourseFile.self, at: "course.json", like: .course)?.file
        let languages = reader.folders(in: "texts")
        var rounds = reader.rounds(order?.order ?? [], in: languages)
        let ideas = reader.ideas()
        if let hosts { rounds += reader.rounds(ofHostIn: hosts, languages, beside: rounds) }
        reader.add(
            RoundChecks(rounds: rounds, names: reader.names, ideas: ideas.map(\.key)).faults)
        let cards = reader.read(DeckFile.self, at: "cards.json")?.cards ?? []
        var phrasebooks: [String: Phrasebook] = [:]
        var hearings: [String: Hearing] = [:]
        for language in languages {
            phrasebooks[language] = reader.phrasebook(language, rounds: rounds, cards: cards)
            hearings[language] = reader.hearing(language)
        }
        let names = phrasebooks.mapValues(\.name)
        for language in phrasebooks.keys { phrasebooks[language]?.languages = names }
        if phrasebooks["en"] == nil { reader.note("texts/en", "there is no English phrasebook") }
        let helpLines = reader.helpLines()
        let zones = reader.zoneCountries()
        guard reader.faults.isEmpty, let order, let helpLines, let zones else {
            throw CurriculumFaults(faults: reader.faults)
        }
        let course = Course(
            plans: rounds.map(\.plan), afterPairing: order.afterPairing,
            gates: order.gates ?? [])
        return Curriculum(
            course: course, deck: Deck(cards: cards), ideas: ideas, phrasebooks: phrasebooks,
            hearings: hearings, helpLines: helpLines, zoneCountries: zones.amended(by: .system()),
            definitions: Dictionary(
                rounds.map { ($0.edition, $0.definition) }, uniquingKeysWith: { one, _ in one }))
    }

    /// The same content on another course.
    package func on(_ course: Course) -> Curriculum {
        Curriculum(
            course: course, deck: deck, ideas: ideas, phrasebooks: phrasebooks,
            hearings: hearings, helpLines: helpLines, zoneCountries: zoneCountries,
            definitions: definitions)
    }

    /// The phrasebook of a language, or the English one.
    package func phrasebook(_ language: String) -> Phrasebook? {
        phrasebooks[language] ?? phrasebooks["en"]
    }
}

/// What is wrong with content: which file, and what to do about it.
package struct CurriculumFaults: Error, Sendable, CustomStringConvertible {
    package struct Fault: Sendable, Equatable {
        package let file: String
        package let what: String
    }

    package let faults: [Fault]

    package var description: String {
        faults.map { "\($0.file): \($0.what)" }.joined(separator: "\n")
    }
}
