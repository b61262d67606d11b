import ArgumentParser

/// `talkaboutit keys`: the keys that everything is sealed with.
struct KeysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "Say where the keys are, check them, or change the installation's.",
        discussion: """
            Without its keys the data folder is worth nothing; with them it can be read. Keep a \
            copy of them, apart from copies of the data.
            """,
        subcommands: [
            KeysShowPathCommand.self, KeysCheckCommand.self, KeysRotateCommand.self,
            KeysMakeCommand.self,
        ])
}

/// `talkaboutit keys show-path`.
struct KeysShowPathCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show-path", abstract: "Say where the keys lie.")

    @OptionGroup var config: ConfigOption

    func run() async throws {
        // Nothing here needs a bot token.
        let settings = try await settings(configFile: config.file, for: .localChat)
        Terminal.say(KeysReport(settings).places)
    }
}

/// `talkaboutit keys check`.
struct KeysCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Open every key, and say whether they belong to the data folder.",
        discussion: "Changes nothing; the bot may be running. Ends with 1 if something is wrong.")

    @OptionGroup var config: ConfigOption

    func run() async throws {
        let settings = try await settings(configFile: config.file, for: .localChat)
        let report = KeysReport(settings)
        Terminal.say(report.places)
        let (lines, isGood) = try report.check()
        for line in lines { Terminal.say(line) }
        if !isGood { throw ExitCode.failure }
    }
}

/// `talkaboutit keys rotate`.
struct KeysRotateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate",
        abstract: "Put a new installation key in the old one's place. The bot must be stopped.",
        discussion: """
            All other keys are wrapped anew. Cut short, it goes on at the next start or the next \
            rotate. Make a copy of the keys afterwards: an old copy goes with the old key.
            """)

    @Option(help: "A file with the new key, if you keep it yourself (see `keys make`).")
    var to: String?

    @OptionGroup var config: ConfigOption

    func run() async throws {
        let settings = try await settings(configFile: config.file, for: .localChat)
        Terminal.say(try KeysChange(settings).rotate(to: to))
    }
}

/// `talkaboutit keys make`.
struct KeysMakeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "make", abstract: "Write a new installation key into a file of its own.")

    @Argument(help: "The file; there must be none by that name yet.")
    var file: String

    func run() async throws { Terminal.say(try KeysChange.make(at: file)) }
}
