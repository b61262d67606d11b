import Foundation
package import Messenger
import Wire

/// One bot on Telegram, or on a server that speaks the same API.
///
/// Every call is one attempt of one request, except where its own words say otherwise. No state
/// but the bot's own name, once it was asked for.
package struct TelegramBot: Sendable {
    package let platform: String
    private let token: BotToken
    private let server: BotServer
    private let pollSeconds: Int
    private let exchange: Exchange
    private let name = KnownName()

    /// - Parameters:
    ///   - platform: the name in the addresses of this bot's chats.
    ///   - pollSeconds: how long one poll waits, 0–50 s; anything else is taken to the nearest.
    ///   - exchange: carries out a request. It must not follow redirects: the token is in the path.
    package init(
        token: BotToken, server: BotServer = .telegram, platform: String = "telegram",
        pollSeconds: Int = 50, exchange: @escaping Exchange
    ) {
        self.token = token
        self.server = server
        self.platform = platform
        self.pollSeconds = min(max(pollSeconds, 0), Limits.pollSeconds)
        self.exchange = exchange
    }

    /// Asks the platform who this bot is, and remembers the name for the commands in messages.
    package func identity() async throws(Fault) -> Identity {
        guard let identity = Identity(try await result(of: .identify)) else {
            throw .unreachable(sent: true)
        }
        name.learn(identity.username)
        return identity
    }

    /// The link that opens a chat with this bot and hands it `/start payload`. Asks for the bot's
    /// identity.
    ///
    /// - Parameter payload: 1–64 of `A–Z a–z 0–9 _ -`; `.refused` if it is none.
    package func inviteLink(payload: String) async throws(Fault) -> String {
        guard let link = try await identity().inviteLink(payload: payload) else {
            throw Refusal.payload.fault
        }
        return link
    }

    /// Makes one call and returns what the platform answered.
    @discardableResult
    func result(of call: BotCall) async throws(Fault) -> JSONSlice {
        let response: HTTPResponse
        do throws(HTTPFault) {
            response = try await exchange(call.request(token: token, server: server))
        } catch {
            throw Fault(error)
        }
        return try Answer(response).result(of: call, platform: platform)
    }
}

extension TelegramBot {
    /// A file by the path that the platform gave out; nil if there is none.
    func download(_ path: String) async throws(Fault) -> Recording? {
        guard let url = token.address(ofFile: path, at: server) else { return nil }
        let response: HTTPResponse
        do throws(HTTPFault) {
            response = try await exchange(
                HTTPRequest(
                    method: .get, url: url, timeout: .seconds(120),
                    maximumBodyBytes: Recording.longest))
        } catch {
            if error == .tooLarge { return nil }
            throw Fault(error)
        }
        switch response.status {
        case 200:
            // The platform's own voice messages are nothing else.
            return Recording(bytes: response.body, type: "audio/ogg")
        case 400..<500: return nil
        // not our enum
        default: throw .unreachable(sent: true)
        }
    }
}

extension TelegramBot {
    package func receive(from cursor: Cursor?) async throws(Fault) -> Batch {
        let call = BotCall.poll(from: cursor?.position, waitSeconds: pollSeconds)
        let reader = UpdateReader(platform: platform, username: name.current)
        return try reader.batch(try await result(of: call))
    }

    package func confirm(_ cursor: Cursor) async throws(Fault) {
        guard let position = cursor.position, position > 0 else { return }
        // What comes back is not ours to look at: it stays unconfirmed and comes again.
        try await result(of: .confirm(before: position))
    }
}

/// The bot's own name, learnt once and read at every poll.
private final class KnownName: @unchecked Sendable {
    // Unchecked, because the compiler can't see that the lock guards the only variable.
    private let lock = NSLock()
    private var name: String?

    var current: String? { lock.withLock { name } }
    func learn(_ name: String) { lock.withLock { self.name = name } }
}
