import ArgumentParser
import Control
import Messenger

/// `talkaboutit export`: for a host who was asked by letter.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Hand somebody their own answers, in their own chat, as their /export does.",
        discussion: """
            You see none of it: it goes into that person's chat only. Ends with 2 if nobody is \
            known by this address.
            """)

    @Argument(help: chatHelp)
    var address: String?

    @Flag(help: "Also what they kept to themselves.")
    var withKept = false

    @OptionGroup var config: ConfigOption

    func validate() throws { try checkAddress(address) }

    func run() async throws {
        let chat = try typedAddress(address).address
        // Nothing here needs a bot token.
        let settings = try await settings(configFile: config.file, for: .localChat)
        let act = HostsAct(settings: settings, log: logger(at: settings.logLevel))
        switch try await act.perform(.export(chat, withKept: withKept)) {
        case .done: Terminal.say("It is on its way into their own chat.")
        case .waiting: Terminal.say("It goes into their own chat when the bot is started.")
        case .unknown: throw unknownAddress()
        }
    }
}
