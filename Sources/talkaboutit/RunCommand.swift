import ArgumentParser
import Foundation

/// `talkaboutit run`: the daemon.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Run the bot on Telegram, or on any server of the Bot API.")

    @OptionGroup var config: ConfigOption

    func run() async throws {
        let settings = try await settings(configFile: config.file, for: .daemon)
        try await runDaemon(settings, log: logger(at: settings.logLevel))
    }
}

/// Where the settings are: shared by the commands that read a config file.
struct ConfigOption: ParsableArguments {
    @Option(
        name: .customLong("config"),
        help: ArgumentHelp(
            "A JSON file with the settings. (default: config.json in this folder, if there is one)",
            valueName: "file"))
    private var given: String?

    /// The file that was named, or else the one that lies in the current folder; nil for neither.
    var file: String? {
        given ?? (FileManager.default.fileExists(atPath: "config.json") ? "config.json" : nil)
    }
}
