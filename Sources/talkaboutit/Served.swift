import Curl
import Curriculum
import Desk
import Dialogue
import Foundation
import Matrix
import Messenger
import Synchronization
import Telegram

/// A chat platform that this daemon serves, with what is particular to it.
struct Served {
    let messenger: any Messenger
    /// How it is called in a sentence that begins with it.
    let name: String
    /// 0 for no limit.
    let sendsPerSecond: Int
    /// What must have succeeded before the first poll.
    let prepare: @Sendable () async throws(Fault) -> Void
    /// What can be done beside the polls.
    var afterwards: @Sendable () async -> Void = {}
    /// Forms the address of an invitation from its code, where there are such addresses.
    var link: (@Sendable (String) -> String)?
    /// The account to which a code can be written.
    var account: String?

    /// A bot on Telegram, or on what speaks its API.
    static func telegram(
        _ settings: Settings.Platform, token: BotToken, server: BotServer, name: String,
        curriculum: Curriculum, exchange: @escaping Exchange
    ) -> Served {
        let bot = TelegramBot(
            token: token, server: server, pollSeconds: settings.pollSeconds, exchange: exchange)
        let introduction = Introduction(
            bot: bot, curriculum: curriculum, mayDeleteWebhook: settings.deleteWebhook)
        return Served(
            messenger: bot, name: name, sendsPerSecond: settings.sendsPerSecond,
            prepare: introduction.prepare, afterwards: introduction.afterwards,
            link: introduction.link)
    }

    /// An account of a home server.
    ///
    /// - Parameters:
    ///   - logins: where its login is kept.
    ///   - known: whether somebody has a page here.
    static func matrix(
        _ settings: Settings.HomeServer, logins: LoginFile, language: String,
        curriculum: Curriculum, known: KnownPeople, clock: Clock, exchange: @escaping Exchange
    ) -> Served {
        let bot = MatrixBot(
            settings.credentials, saved: logins.read(of: settings.credentials),
            server: settings.server,
            phrases: .init(
                encrypted: curriculum.text(.cantRead, language),
                notAlone: curriculum.text(.notAlone, language),
                group: curriculum.text(.groupRefusal, language)),
            commands: Commands(Command.allCases.map(\.rawValue)),
            guests: .init(
                allowed: settings.guests, isKnown: known.holds,
                now: { clock.now().seconds * 1_000 }),
            exchange: exchange,
            save: { logins.write($0, for: settings.credentials) })
        return Served(
            messenger: bot, name: "Matrix (your home server and mine)",
            sendsPerSecond: settings.sendsPerSecond, prepare: bot.prepare,
            account: settings.credentials.user.name.text)
    }
}

/// Who has a page here, asked by a platform that is put together before the desk is.
final class KnownPeople: Sendable {
    private let desk = Mutex<Desk?>(nil)

    func ask(_ desk: Desk) { self.desk.withLock { $0 = desk } }

    @Sendable func holds(_ address: Address) async -> Bool {
        guard let desk = desk.withLock({ $0 }) else { return true }
        // Whoever can't be looked up for now isn't shown the door.
        return (try? await desk.knows(address)) ?? true
    }
}
