import ArgumentParser
import Foundation

/// `talkaboutit verify`: whether everything in the data folder is whole and fits together.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Look at every file of the bot's, and mend what can be mended after asking.",
        discussion: """
            The bot must be stopped. What can't be read is never changed. Ends with 0 if all is \
            as it should be, and with 1 if something is left to look after.
            """)

    @Flag(help: "Mend without asking.")
    var mend = false

    @OptionGroup var config: ConfigOption

    func run() async throws {
        // Nothing here needs a bot token.
        let settings = try await settings(configFile: config.file, for: .localChat)
        let isClean = try Verifying(
            settings: settings, mayMend: { mend || VerifyCommand.ask($0) }, say: Terminal.say
        ).verify()
        if !isClean { throw ExitCode.failure }
    }

    private static func ask(_ question: String) -> Bool {
        Terminal.say("\(question) [y/n]")
        let answer = readLine(strippingNewline: true)?.lowercased()
        return answer == "y" || answer == "yes"
    }
}
