import Dialogue

@testable import Curriculum
@testable import Townspeople

/// Two play rounds of the host's in which no fault was found, and read every word of it.
struct Playing {
    private let curriculum: Curriculum
    private let names: [RoundName]
    private let rounds: [LoadedRound]

    init(_ program: ProgramContent, _ rounds: [LoadedRound]) {
        self.rounds = rounds
        names = rounds.map(\.plan.name)
        let begun = rounds.map { round in
            (
                line: Curriculum.Begun(name: round.plan.name, edition: round.edition),
                definition: round.definition
            )
        }
        curriculum = program.curriculum.replacing(begun)
    }

    var complaints: [String] {
        guard !names.isEmpty else { return [] }
        guard let book = curriculum.phrasebook("en") else { return ["there is no phrasebook"] }
        var complaints: [String] = []
        for round in rounds {
            for question in round.plan.questions.indices
            where book.text(of: .question(round.plan.name, question)).isEmpty {
                // An empty text is the host's affair, but a missing one is ours.
                guard round.definition.texts["en"] == nil else { continue }
                complaints.append("a question without words")
            }
        }
        do {
            let town = try played()
            complaints += town.watch?.faults ?? ["nobody watched"]
            for heard in town.heard {
                guard case .tell(_, let telling) = heard.effect else { continue }
                _ = book.word(telling) { $0 }
            }
        } catch {
            complaints.append("saving and loading changed something")
        }
        return complaints
    }

    private func played() throws -> Town {
        var town = Town(
            scenery: Scenery(course: curriculum.course, host: .other(name: nil)))
        town.watch = Watch()
        town.isSaving = true
        try town.admit("Ada")
        try town.joins("Ben", "Ada")
        for name in names.prefix(3) {
            for person in ["Ada", "Ben"] {
                guard let place = town.places[person] else { continue }
                try town.run(.pressed(place.side, Press(.openRound, name)), in: place.couple)
            }
            var gambler = Gambler(seed: 1, isGentle: true)
            for _ in 0..<40 { try gambler.play(in: &town, people: ["Ada", "Ben"]) }
        }
        return town
    }
}
