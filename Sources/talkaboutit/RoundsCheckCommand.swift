import ArgumentParser
import Curriculum
import Dialogue
import Foundation

/// `talkaboutit rounds check`: everything that is wrong with the rounds, at once.
struct RoundsCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Say what is wrong with the rounds, and what to do.",
        discussion: "Changes nothing. Ends with 0 if they can all be asked, and with 1 if not.")

    @OptionGroup var rounds: RoundsOption

    func run() async throws {
        let report = report(on: try await rounds.place(of: self))
        for line in report.lines { Terminal.say(line) }
        if !report.isFine { throw ExitCode.failure }
    }

    /// A line for each fault, or one that says that there is none.
    func report(on folder: String?) -> (lines: [String], isFine: Bool) {
        do throws(CurriculumFaults) {
            let curriculum = try Curriculum.builtIn(hosts: folder.map { URL(filePath: $0) })
            let missing = missing(in: curriculum, folder: folder ?? "")
            guard missing.isEmpty else { return (missing, false) }
            let all = curriculum.course.plans
            let own = all.count { $0.isHosts }
            let languages = rounds.language.map { [$0] } ?? curriculum.phrasebooks.keys.sorted()
            let ofThem = own > 0 ? ", \(own) of them your own," : ""
            return (
                ["\(all.count) rounds\(ofThem) in \(languages.joined(separator: ", ")) are fine."],
                true
            )
        } catch {
            return (error.faults.map { "\($0.file): \($0.what)" }, false)
        }
    }

    /// Texts that aren't there in the language that was asked for.
    private func missing(in curriculum: Curriculum, folder: String) -> [String] {
        guard let language = rounds.language else { return [] }
        guard curriculum.phrasebooks[language] != nil else {
            let known = curriculum.phrasebooks.keys.sorted().joined(separator: ", ")
            return [
                "texts/\(language): the bot doesn't speak that; it speaks: \(known)",
                "To teach it, put that folder beside the program's own texts, with phrases.json,"
                    + " cards.json, pictures.json, hearing.json and a file in rounds for each of"
                    + " \(curriculum.course.plans.count) rounds; copy those of en and write them"
                    + " anew. Once the folder is there, this lists what is missing.",
            ]
        }
        return curriculum.untranslated(in: language).map { name in
            "\(folder)/texts/\(language)/rounds/\(name.text).json: is missing, so the round is asked"
                + " in English; write it, or leave it so"
        }
    }
}
