import ArgumentParser
import Curriculum
import Dialogue
import Foundation

/// `talkaboutit rounds show`: one round, played here by one person for both partners.
struct RoundsShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Play one round here in the terminal, for both partners.",
        discussion: """
            Write what Ada would write, or the number of a button. /other goes over to Ben's \
            phone and back, /next lets a day pass, an empty line says the last message again, \
            Ctrl-D ends. Nothing is kept.
            """)

    @Argument(help: "The round's name, for instance 5.")
    var name: String

    @OptionGroup var rounds: RoundsOption

    func run() async throws {
        let folder = try await rounds.place(of: self)
        try play(folder: folder, input: AnyIterator { readLine() }) { Terminal.say($0) }
    }

    /// Plays the round, until nothing more is written.
    func play(
        folder: String?, input: some IteratorProtocol<String>, say: (String) -> Void
    ) throws {
        var preview = try preview(folder: folder)
        for line in preview.begin() { say(line) }
        var input = input
        while let line = input.next() {
            for said in preview.take(line) { say(said) }
        }
    }

    private func preview(folder: String?) throws -> RoundPreview {
        let curriculum: Curriculum
        do throws(CurriculumFaults) {
            curriculum = try Curriculum.builtIn(hosts: folder.map { URL(filePath: $0) })
        } catch {
            throw Stop("These rounds can't be asked as they are written:\n\(error)")
        }
        let language = rounds.language ?? "en"
        guard curriculum.phrasebooks[language] != nil else {
            let known = curriculum.phrasebooks.keys.sorted().joined(separator: ", ")
            throw Stop("The bot doesn't speak \(language); it speaks: \(known).")
        }
        guard
            let preview = RoundPreview(
                of: RoundName(name), in: curriculum, language: language)
        else {
            let names = curriculum.course.plans.map(\.name.text)
            throw Stop("There is no round \(name). There are: \(names.joined(separator: " ")).")
        }
        return preview
    }
}
