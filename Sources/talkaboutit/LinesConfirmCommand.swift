import ArgumentParser
import Curriculum
import Dialogue
import Foundation

/// `talkaboutit lines confirm`: the host looked a line up.
struct LinesConfirmCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "confirm",
        abstract: "Note that you looked a help line up and its number is right.",
        discussion: "The bot may be running meanwhile. It reads this when it next starts.")

    @Argument(help: "The country, by its two letters, for instance DE.")
    var country: String

    @Argument(help: "The line's key, as `talkaboutit lines list` shows it.")
    var key: String

    @Option(help: "The day on which you looked it up, for instance 2026-11-23.")
    var on: String?

    @Flag(help: "Take the confirmation back instead.")
    var withdraw = false

    @OptionGroup var config: ConfigOption

    func validate() throws {
        try checkCountry(country)
        guard (on != nil) != withdraw else {
            throw ValidationError("say when you looked it up with --on, or --withdraw")
        }
        if let on, LocalDate(on) == nil {
            throw ValidationError("a day is written like 2026-11-23")
        }
    }

    func run() async throws {
        // Nothing here needs a bot token.
        let settings = try await settings(configFile: config.file, for: .localChat)
        let confirming = LineConfirming(
            lines: try builtInLines(),
            file: ConfirmationsFile(folder: settings.data, keys: settings.keys),
            today: LocalDate(dayNumber: Int(Date().timeIntervalSince1970 / 86_400)))
        Terminal.say(try confirming.change(country, key, to: on.flatMap { LocalDate($0) }))
    }
}
