import ArgumentParser

/// The program: its commands, and nothing else.
@main
struct TalkAboutIt: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "talkaboutit",
        abstract: "A chat bot of your own that helps two partners talk about intimacy.",
        discussion: """
            To see it at once, without any account: talkaboutit try
            To run it for real: make a bot with @BotFather in Telegram, put its token into \
            config.json (config.example.json shows how), then: talkaboutit check, talkaboutit run
            """,
        version: "0.1.0",
        subcommands: [
            TryCommand.self, RunCommand.self, CheckCommand.self, LocalChatCommand.self,
            SettingsCommand.self, LinesCommand.self, RoundsCommand.self, KeysCommand.self,
            BackupCommand.self, RestoreCommand.self, VerifyCommand.self, ForgetCommand.self,
            ExportCommand.self, UpcomingCommand.self,
        ])
}
