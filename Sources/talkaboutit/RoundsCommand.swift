import ArgumentParser

/// `talkaboutit rounds`: for whoever writes rounds.
struct RoundsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rounds",
        abstract: "Check the rounds, also your own, or play one here in the terminal.",
        discussion: "docs/rounds.md says how rounds are written.",
        subcommands: [RoundsCheckCommand.self, RoundsShowCommand.self],
        defaultSubcommand: RoundsCheckCommand.self)
}

/// Which rounds: those of the program, and those of a folder.
struct RoundsOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A folder with rounds of your own. (default: the setting `rounds`)",
            valueName: "folder"))
    var folder: String?

    @Option(help: "The language, by its tag. (default: en)")
    var language: String?

    @OptionGroup var config: ConfigOption

    /// The folder that was named, or else the one of the settings.
    func place(of command: some AsyncParsableCommand) async throws -> String? {
        if let folder { return folder }
        // Nothing here needs a bot token.
        return try await command.settings(configFile: config.file, for: .localChat).rounds
    }
}
