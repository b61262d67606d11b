import ArgumentParser
import Control
import Foundation
import Messenger

/// `talkaboutit forget`: for a host who was asked by letter.
struct ForgetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget",
        abstract: "Erase all of somebody's, as their own /forget does.",
        discussion: """
            For somebody who asks you by letter since they can't write to the bot. Make sure \
            that it is them who asks. Ends with 2 if nobody is known by this address.
            """)

    @Argument(help: chatHelp)
    var address: String?

    @Flag(help: "Don't ask again.")
    var yes = false

    @OptionGroup var config: ConfigOption

    func validate() throws { try checkAddress(address) }

    func run() async throws {
        let (chat, address) = try typedAddress(address)
        if !yes {
            Terminal.say(ForgetCommand.explanation)
            guard readLine(strippingNewline: true) == address else {
                Terminal.complain("That is another address. Nothing was erased.")
                throw ExitCode.failure
            }
        }
        // Nothing here needs a bot token.
        let settings = try await settings(configFile: config.file, for: .localChat)
        let act = HostsAct(settings: settings, log: logger(at: settings.logLevel))
        switch try await act.perform(.forget(chat)) {
        case .done: Terminal.say("Erased. They are told in their chat, as by their own /forget.")
        case .waiting:
            Terminal.say("Erased. They are told when the bot is started within a day.")
        case .unknown: throw unknownAddress()
        }
    }

    static let explanation = """
        This erases at once all that the bot keeps of the person at this address: what they wrote, \
        their name, times and invitations, and letters that weren't sent yet. They get the same \
        farewell as by their own /forget, and nobody else is told. It can't be undone.
        It doesn't reach what stands in the chats already. In backups of the data nobody can read \
        their words any more, since their key is destroyed; but copies that you have made of the \
        keys still hold it: delete those from before today, and copy the keys anew.
        To go on, type the address again:
        """
}

let chatHelp: ArgumentHelp = """
    Their chat, for instance telegram:123456789. Without it you are asked, so that neither the \
    list of processes nor your shell's history shows whose it is.
    """

func checkAddress(_ text: String?) throws {
    guard let text, Address(typed: text) == nil else { return }
    throw ValidationError("an address is written like telegram:123456789")
}

/// The address that was given, or is asked for now, and as it was typed.
func typedAddress(_ given: String?) throws -> (address: Address, text: String) {
    if given == nil { Terminal.say("Their chat, for instance telegram:123456789:") }
    guard let text = given ?? readLine(strippingNewline: true), let address = Address(typed: text)
    else {
        Terminal.complain("An address is written like telegram:123456789. Nothing was done.")
        throw ExitCode.validationFailure
    }
    return (address, text)
}

/// Said, and the code with which the command ends.
func unknownAddress() -> ExitCode {
    Terminal.complain("Nobody is known by this address. Nothing was changed.")
    return ExitCode(2)
}
