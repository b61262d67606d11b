import Foundation
import Hummingbird
import HummingbirdCore
import NIOCore
import ServiceLifecycle

/// A chat platform inside the program: a server on 127.0.0.1 that speaks the part of the
/// Telegram Bot API that a polling bot uses, and serves a page of two phones.
///
/// It behaves as the real server does where a client could tell: validation, the queue of
/// updates and its expiry, conflicts, error texts. Chats live in memory only. Everything has a
/// limit; what exceeds one is refused or forgotten, never waited for.
///
/// **Never checked against the real server** (it was built from the published server's source,
/// the Bot API's documentation and reports, without network):
/// - whether api.telegram.org's front end counts 4096 in UTF-16 units, as is done here, or in
///   code points; its rate limits, none of which are imitated unless a trouble says so;
/// - the exact window for answering a press: 15 s here, by report;
/// - the words for: empty button text, too many buttons, a wrong command or command list, a file
///   (a photo apart) that is too big, a text for a press that is too long, deleting after 48 hours;
/// - a bot's photos: PNG, JPEG and GIF are told by their first bytes and kept as they are, not made
///   into JPEGs of several sizes; WebP and other kinds are refused;
/// - how space at the ends of a text is cut, and entities along with it; nested or crossing
///   entities are taken as they come; links and mentions in texts are not marked;
/// - `MarkdownV2` and `Markdown`: not imitated, refused as an unsupported mode;
/// - when a reply keyboard or `force_reply` replaces inline buttons: accepted, without effect;
/// - groups: only that they exist, can be written to and left;
/// - `X-Telegram-…` headers, compression, HTTP/2, webhooks (only the flag that forbids polling).
package final class LocalChat: Service {
    let platform: Platform
    private let configuration: Configuration
    private let pages: PageRoutes
    private let door = Door()

    /// - Throws: if the page's files, which come with the program, can't be read.
    package init(configuration: Configuration) throws {
        self.configuration = configuration
        platform = Platform(configuration: configuration)
        pages = try PageRoutes()
    }

    /// Serves until cancelled or shut down gracefully; waiting polls are then let go.
    ///
    /// - Throws: if the port can't be bound.
    package func run() async throws {
        let door = door
        let platform = platform
        let clock = configuration.clock
        let application = Application(
            responder: Server(
                bot: BotRoutes(platform: platform, token: configuration.botToken),
                page: pages,
                control: ControlRoutes(platform: platform, nextDay: configuration.nextDay),
                pageToken: configuration.pageToken),
            server: .http1(
                configuration: HTTP1Channel.Configuration(
                    additionalChannelHandlers: [Continuing(), Dating(clock: clock)])),
            configuration: ApplicationConfiguration(
                address: .hostname("127.0.0.1", port: configuration.port)),
            onServerRunning: { channel in await door.open(port: channel.localAddress?.port) },
            logger: configuration.logger)
        do {
            try await withTaskCancellationOrGracefulShutdownHandler {
                try await application.run()
            } onCancelOrGracefulShutdown: {
                Task { await platform.close() }
            }
            await door.shut()
        } catch {
            await door.shut()
            throw error
        }
    }

    /// The port it listens on; waits until there is one.
    ///
    /// - Throws: ``NotListening`` if it stopped, or could not start.
    package func port() async throws -> Int { try await door.port() }

    /// The page's address, token included: `http://127.0.0.1:<port>/#<token>`. For a person's
    /// eyes, not for a log.
    ///
    /// - Throws: as ``port()``.
    package func pageAddress() async throws -> String {
        "http://127.0.0.1:\(try await port())/#\(configuration.pageToken)"
    }

    /// Where a bot reaches it: `http://127.0.0.1:<port>`.
    ///
    /// - Throws: as ``port()``.
    package func baseAddress() async throws -> String {
        "http://127.0.0.1:\(try await port())"
    }

    /// The server is not there.
    package struct NotListening: Error {}
}
