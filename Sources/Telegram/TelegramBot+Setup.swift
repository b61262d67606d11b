package import Messenger
import Wire

extension TelegramBot {
    /// Writes the menu of commands for one language, but only if it is another one than the
    /// platform has: these calls are tightly limited. One request or two.
    ///
    /// - Parameters:
    ///   - commands: `a–z 0–9 _`, at most 32; descriptions of 1–256 characters; at most 100.
    ///     `.refused` if one is none.
    ///   - language: two letters, or nil for everybody without a menu of their own.
    /// - Returns: whether it was written.
    @discardableResult
    package func registerCommands(
        _ commands: [(command: String, description: String)], language: String?
    ) async throws(Fault) -> Bool {
        let wanted = commands.map { BotCommand(command: $0.command, description: $0.description) }
        guard wanted.count <= 100, wanted.allSatisfy(\.isAllowed) else {
            throw Refusal.commands.fault
        }
        let present = try await result(of: .commands(language: language))
        if present.decoded([BotCommand].self) == wanted { return false }
        try await result(of: .setCommands(wanted, language: language))
        return true
    }

    /// Whether updates go to a webhook. Then polling is refused until a person decides to take it
    /// away: it may be somebody else's.
    package func webhookIsSet() async throws(Fault) -> Bool {
        guard let url = try await result(of: .webhookInfo)["url"]?.text else {
            throw .unreachable(sent: true)
        }
        return !url.isEmpty
    }

    /// Takes the webhook away. Updates that wait are kept and come with the next poll.
    package func deleteWebhook() async throws(Fault) {
        try await result(of: .deleteWebhook)
    }
}
