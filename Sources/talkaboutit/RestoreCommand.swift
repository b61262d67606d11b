import ArgumentParser
import Foundation

/// `talkaboutit restore`: a backup becomes the data folder.
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Make the data folder again from a backup, while the bot is stopped.",
        discussion: """
            Only where there is no data: a folder that holds some has to be moved away first. \
            The whole file is checked before anything is written. The keys are not in a backup: \
            put their folder back too, from the same installation.
            """)

    @Argument(help: "The backup.")
    var file: String

    @Option(help: "The file with age's identity, if the backup is encrypted.")
    var identity: String?

    @OptionGroup var config: ConfigOption

    func run() async throws {
        // Nothing here needs a bot token.
        let settings = try await settings(configFile: config.file, for: .localChat)
        let log = logger(at: settings.logLevel)
        let documents = try await Restoring(
            data: settings.data, file: wholePath(file), identity: identity.map(wholePath),
            finishForgettings: { try await finishForgettings(settings, log: log, in: $0) }
        ).restore()
        Terminal.say("Restored: \(documents) documents.")
        if !FileManager.default.fileExists(atPath: settings.keys) {
            Terminal.say("The keys are not there yet. Put their folder back: \(settings.keys)")
        }
        Terminal.say(
            "Letters that were owed when the backup was made may come a second time. Nothing is"
                + " shown that waited to be shown then: everybody is told at the next start, and"
                + " asked to share, pause or leave once more. Look it through with"
                + " `talkaboutit verify`, then start the bot.")
    }
}
