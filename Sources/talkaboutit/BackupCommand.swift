import ArgumentParser
import Foundation

/// `talkaboutit backup`: all that the bot knows, in one file.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Write all that the bot knows into one file, also while it runs.",
        discussion: """
            The file holds the data folder as it is at one moment, and each part with a check \
            sum. It never holds the keys: back their folder up apart, as neither is worth \
            anything without the other. With --recipient it is encrypted by the program age.
            """)

    @Argument(help: "The file to write. One that is there is left as it is.")
    var file: String

    @Option(help: "Encrypt it for this recipient (age1… or an ssh key); may be given again.")
    var recipient: [String] = []

    @Flag(help: "Replace the file if it is there.")
    var replace = false

    @OptionGroup var config: ConfigOption

    func validate() throws {
        guard !recipient.contains(where: { $0.isEmpty || $0.hasPrefix("-") }) else {
            throw ValidationError("a recipient begins with age1 or ssh-")
        }
    }

    func run() async throws {
        // Nothing here needs a bot token.
        let settings = try await settings(configFile: config.file, for: .localChat)
        let report = try FolderBackup(
            settings: settings, file: wholePath(file), recipients: recipient, replaces: replace
        ).make()
        Terminal.say("Backed up: \(report.documents) documents, \(report.length) bytes.")
        Terminal.say(
            "The keys are not in it, and without them it is worth nothing. Back this folder up"
                + " apart from it: \(settings.keys)")
    }
}
