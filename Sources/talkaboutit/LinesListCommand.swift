import ArgumentParser
import Curriculum

/// `talkaboutit lines list`: what is known, and what of it was confirmed.
struct LinesListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the help lines, and when each was confirmed.")

    @Option(help: "Only this country's, by its two letters, for instance DE.")
    var country: String?

    @OptionGroup var config: ConfigOption

    func validate() throws {
        if let country { try checkCountry(country) }
    }

    func run() async throws {
        // Nothing here needs a bot token.
        let settings = try await settings(configFile: config.file, for: .localChat)
        let confirmations = try ConfirmationsFile(folder: settings.data, keys: settings.keys).read()
        Terminal.say(
            try builtInLines().confirmed(by: confirmations).table(of: country?.uppercased()))
    }
}

/// The lines that come with the program.
func builtInLines() throws -> HelpLines {
    do throws(CurriculumFaults) {
        return try HelpLines.builtIn()
    } catch {
        throw Stop("The help lines that come with the program are damaged:\n\(error)")
    }
}

func checkCountry(_ text: String) throws {
    guard text.wholeMatch(of: /[A-Za-z]{2}/) == nil else { return }
    throw ValidationError("a country is written with its two letters, for instance DE")
}
