import Dialogue
import Foundation

@testable import Curriculum

/// The bytes are files in a folder of the host's, each below a line `=== path`. Whatever they
/// hold, every fault is told by its file; and rounds without a fault can be worded and played.
enum Content {
    static func complaints(about bytes: [UInt8]) -> [String] {
        // Why not is what the tests of the content tell.
        guard let program = try? ProgramContent.shared.get() else {
            return ["the program's own content can't be read"]
        }
        let folder = FuzzedFolder(bytes)
        let first = Reading(folder, beside: program)
        var complaints = first.complaints
        if first.rounds.map(\.edition) != Reading(folder, beside: program).rounds.map(\.edition) {
            complaints.append("two readings differ")
        }
        for round in first.rounds { complaints += copyFaults(of: round) }
        let names = Set(program.rounds.map(\.plan.name))
        guard first.isFaultless, first.rounds.allSatisfy({ !names.contains($0.plan.name) }) else {
            return complaints
        }
        return complaints + Playing(program, first.rounds).complaints
    }

    /// What is kept of a round in the data folder is the round.
    private static func copyFaults(of round: LoadedRound) -> [String] {
        // Either of them failing is the complaint.
        guard let data = try? JSONEncoder().encode(round.definition),
            let kept = try? JSONDecoder().decode(RoundDefinition.self, from: data)
        else { return ["a definition doesn't survive being kept"] }
        return kept.plan(edition: round.edition) == round.plan ? [] : ["a kept definition differs"]
    }
}

/// What comes with the program, read once.
struct ProgramContent {
    let curriculum: Curriculum
    let rounds: [LoadedRound]
    let ideas: [String]
    let names: Set<RoundName>

    static let shared = Result { () throws -> ProgramContent in
        let curriculum = try Curriculum.builtIn()
        let folder = Bundle.module.bundleURL.appending(path: "Content")
        var reader = ContentReader(folder: folder)
        let rounds = reader.rounds(curriculum.course.plans.map(\.name.text), in: ["en"])
        return ProgramContent(
            curriculum: curriculum, rounds: rounds, ideas: curriculum.ideas.map(\.key),
            names: reader.names)
    }
}

/// One reading of everything in the folder.
private struct Reading {
    private(set) var complaints: [String] = []
    let rounds: [LoadedRound]
    /// Whether nothing is wrong with the rounds.
    let isFaultless: Bool

    init(_ folder: FuzzedFolder, beside program: ProgramContent) {
        var reader = ContentReader(folder: folder.url)
        reader.names = program.names
        rounds = reader.rounds(ofHostIn: folder.url, ["en"], beside: program.rounds)
        let checks = RoundChecks(
            rounds: program.rounds + rounds, names: reader.names, ideas: program.ideas)
        isFaultless = reader.faults.isEmpty && checks.faults.isEmpty
        // The program's own kinds of file, which a translator writes.
        var translator = ContentReader(folder: folder.url)
        if folder.holds("course.json") {
            let course = translator.read(CourseFile.self, at: "course.json", like: .course)
            _ = course.map { translator.rounds($0.file.order, in: ["en"]) }
        }
        if folder.holds("ideas.json") { _ = translator.ideas() }
        if folder.holds("lines.json") { _ = translator.helpLines() }
        if folder.holds("zones.json") { _ = translator.zoneCountries() }
        if folder.holds("texts/en/hearing.json") {
            let hearing = translator.hearing("en")
            _ = hearing?.crisis.findsCrisis(in: "you never do")
            _ = hearing?.blame.findsBlame(in: "you never do")
        }
        if folder.holds("texts/en/pictures.json") { _ = translator.pictures("en") }
        if folder.holds("texts/en/phrases.json") {
            _ = translator.phrasebook("en", rounds: rounds, cards: [])
        }
        let faults = reader.faults + checks.faults + translator.faults
        if faults.contains(where: { $0.file.isEmpty || $0.what.isEmpty }) {
            complaints.append("a fault that says nothing")
        }
    }
}
