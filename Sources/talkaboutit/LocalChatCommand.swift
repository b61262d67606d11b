import ArgumentParser

/// `talkaboutit localchat`: the chat platform as a process of its own.
struct LocalChatCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "localchat",
        abstract: "Run only the chat platform of `try`, for a daemon of your own or for tests.",
        discussion: """
            \(Setting.localChatToken.variable) and \(Setting.localChatControlToken.variable) \
            give the bot's token and the page's, which are made anew otherwise.
            """)

    @Option(help: "The port; 0 for any that is free. (default: 8765)")
    var port: Int?

    func validate() throws { try checkPort(port) }

    func run() async throws {
        var settings = try await settings(configFile: nil, for: .localChat)
        settings.localChat.port = port ?? settings.localChat.port
        try await runLocalChat(settings, log: logger(at: settings.logLevel))
    }
}
