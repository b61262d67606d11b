import Curriculum
import Dialogue
import Foundation
import Messenger
import Synchronization
import Telegram

/// The bot gets to know itself on its platform: its name, for links; no webhook in its way; and
/// the menu of commands.
final class Introduction: Sendable {
    private let bot: TelegramBot
    private let curriculum: Curriculum
    private let mayDeleteWebhook: Bool
    private let identity = Mutex<Identity?>(nil)

    init(bot: TelegramBot, curriculum: Curriculum, mayDeleteWebhook: Bool) {
        self.bot = bot
        self.curriculum = curriculum
        self.mayDeleteWebhook = mayDeleteWebhook
    }

    /// Before the first poll: without its name the bot can't tell its commands from others'.
    func prepare() async throws(Fault) {
        let found = try await bot.identity()
        identity.withLock { $0 = found }
        guard mayDeleteWebhook, try await bot.webhookIsSet() else { return }
        try await bot.deleteWebhook()
    }

    /// Beside the polls: what can wait.
    func afterwards() async {
        for (tag, book) in curriculum.phrasebooks.sorted(by: { $0.key < $1.key }) {
            let commands = book.commands.map { ($0.command.rawValue, $0.description) }
            // A menu is a convenience: the next start tries again.
            _ = try? await bot.registerCommands(commands, language: tag == "en" ? nil : tag)
        }
    }

    /// The address of an invitation; only the code while the bot's name isn't known, which
    /// `/start` takes as well.
    func link(_ code: String) -> String {
        identity.withLock { $0?.inviteLink(payload: code) } ?? "/start \(code)"
    }
}
