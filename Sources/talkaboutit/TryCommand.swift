import ArgumentParser

/// `talkaboutit try`: the daemon and a chat platform inside this program, on one page.
struct TryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "try",
        abstract: "Try it: both phones on one page of this computer, no account needed.",
        discussion: """
            Prints the page's address. What is said there stays on this computer, in a data \
            folder of its own (./data.trial).
            """)

    @Option(help: "The page's port; 0 for any that is free. (default: 8765)")
    var port: Int?

    func validate() throws { try checkPort(port) }

    func run() async throws {
        var settings = try await settings(configFile: nil, for: .trial).forTrial
        settings.localChat.port = port ?? settings.localChat.port
        try await runTrial(settings, log: logger(at: settings.logLevel))
    }
}
