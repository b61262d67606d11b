package import Dialogue

/// Rounds as they were when somebody began them.
extension Curriculum {
    /// The definition that an edition names, if it is one of today's.
    package func definition(of edition: String) -> RoundDefinition? { definitions[edition] }

    /// The host's rounds that aren't written in this language.
    package func untranslated(in language: String) -> [RoundName] {
        course.plans.filter { plan in
            guard plan.isHosts, let edition = plan.edition else { return false }
            return definitions[edition]?.texts[language] == nil
        }.map(\.name)
    }

    /// The lines that were begun by a round as it isn't any more, each by its full name.
    package func foreign(in couple: Couple) -> [Begun] {
        couple.rounds.compactMap { line in
            guard let edition = line.edition, definitions[edition] == nil else { return nil }
            return Begun(name: line.name, edition: edition)
        }
    }

    /// A round that was begun, and by which edition of it.
    package struct Begun: Sendable, Hashable {
        package let name: RoundName
        package let edition: String

        package init(name: RoundName, edition: String) {
            self.name = name
            self.edition = edition
        }
    }

    /// The same content, but with these rounds as they were then: structure, titles, questions,
    /// options and reasons. Each holds for that time of the round only.
    package func replacing(
        _ begun: [(line: Begun, definition: RoundDefinition)]
    ) -> Curriculum {
        guard !begun.isEmpty else { return self }
        let plans = begun.map { line, definition in
            definition.plan(edition: line.edition, named: line.name)
        }
        let books = phrasebooks.mapValues { book in
            var book = book
            for (line, definition) in begun {
                book.begun[line.name] = definition.wording(in: book.language)
            }
            return book
        }
        return Curriculum(
            course: course.replacing(plans), deck: deck, ideas: ideas, phrasebooks: books,
            hearings: hearings, helpLines: helpLines, zoneCountries: zoneCountries,
            definitions: definitions)
    }
}
