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

    @Option(help: "A day goes by in this many seconds, for watching what comes on its days.")
    var day: Int?

    @Flag(help: "Take no more messages than Telegram does: 30 a second, one a second in a chat.")
    var limits = false

    func validate() throws {
        try checkPort(port)
        if let day, !(1...86_400).contains(day) {
            throw ValidationError("A day takes 1 to 86400 seconds.")
        }
    }

    func run() async throws {
        var settings = try await settings(configFile: nil, for: .localChat)
        settings.localChat.port = port ?? settings.localChat.port
        try await runLocalChat(
            settings, day: day ?? 86_400, hasLimits: limits, log: logger(at: settings.logLevel))
    }
}
