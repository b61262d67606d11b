import Messenger
import Telegram
import Testing
import Wire

@testable import Matrix

/// What every chat platform is to us, whichever it is: each adapter is put on a bench and must
/// behave alike.
@Suite struct ContractTests {
    /// An adapter with a platform that a test turns.
    struct Bench: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let messenger: any Messenger
        let ada: Address
        let message: MessageID
        /// What the platform answers from now on to whatever is sent.
        let turn: @Sendable (Weather) -> Void
        let requests: @Sendable () -> Int
        /// Whether any address or header value but the one meant for it holds the secret.
        let secretIsLoose: @Sendable () -> Bool
    }

    enum Weather: Sendable, CaseIterable {
        case fair, flood, down, garbage, gone, unauthorised, cut
    }

    private static func telegram() throws -> Bench {
        let server = ScriptedServer()
        let turn: @Sendable (Weather) -> Void = { weather in
            let answer: HTTPResponse
            server.fail(weather == .cut ? .broken(code: 56, sent: true) : nil)
            switch weather {
            case .fair, .cut: answer = .json(#"{"ok":true,"result":{"message_id":9}}"#)
            case .flood:
                answer = .json(
                    #"{"ok":false,"error_code":429,"description":"slow","parameters":{"retry_after":7}}"#,
                    status: 429)
            case .down: answer = .json("<html>", status: 502)
            case .garbage: answer = .json("<html>")
            case .gone:
                answer = .json(
                    #"{"ok":false,"error_code":403,"description":"Forbidden: bot was blocked by the user"}"#,
                    status: 403)
            case .unauthorised:
                answer = .json(
                    #"{"ok":false,"error_code":401,"description":"Unauthorized"}"#, status: 401)
            }
            server.answer("POST", answer)
        }
        turn(.fair)
        let token = "123456789:CANARYtokenCANARYtokenCANARYtoken12"
        let bot = TelegramBot(
            token: try BotToken(token), server: try BotServer(ScriptedServer.root + "/_matrix"),
            pollSeconds: 0, exchange: server.exchange)
        return Bench(
            testDescription: "Telegram", messenger: bot,
            ada: Address(platform: "telegram", chat: "7001"), message: MessageID(4), turn: turn,
            requests: { server.calls.count },
            secretIsLoose: { server.calls.contains { ($0.query + $0.body).contains("CANARY") } })
    }

    private static func matrix() async throws -> Bench {
        let server = ScriptedServer()
        server.haveRoom()
        let bot = try server.madeBot()
        try await bot.prepare()
        let turn: @Sendable (Weather) -> Void = { weather in
            let answer: HTTPResponse
            server.fail(weather == .cut ? .broken(code: 56, sent: true) : nil)
            switch weather {
            case .fair, .cut: answer = .json(#"{"event_id":"$sent"}"#)
            case .flood:
                answer = .json(
                    #"{"errcode":"M_LIMIT_EXCEEDED"}"#, status: 429,
                    headers: [(name: "Retry-After", value: "7")])
            case .down: answer = .json("<html>", status: 502)
            case .garbage: answer = .json("<html>")
            case .gone: answer = .json(#"{"errcode":"M_FORBIDDEN"}"#, status: 403)
            case .unauthorised:
                answer = .json(
                    #"{"errcode":"M_UNKNOWN_TOKEN","soft_logout":false}"#, status: 401)
            }
            let start = "PUT /client/v3/rooms/\(room.percentEncoded)/"
            server.answer(start, answer)
            server.answer(start + "send/m.room.message/", answer)
            server.answer(start + "redact/", answer)
        }
        turn(.fair)
        return Bench(
            testDescription: "Matrix", messenger: bot, ada: adasAddress, message: MessageID("$4"),
            turn: turn, requests: { server.calls.count },
            secretIsLoose: {
                server.calls.contains { ($0.path + $0.query + $0.body).contains("CANARY") }
            })
    }

    private func onEach(_ body: (Bench) async throws -> Void) async throws {
        try await body(try Self.telegram())
        try await body(try await Self.matrix())
    }

    private let hello = Outgoing(parts: [.init("Hello.")])

    private func fault(_ bench: Bench) async -> Fault? {
        do throws(Fault) {
            _ = try await bench.messenger.send(hello, to: bench.ada, as: Postmark("1"))
            return nil
        } catch {
            return error
        }
    }

    @Test func `what is sent has an id`() async throws {
        try await onEach { bench in
            let id = try await bench.messenger.send(hello, to: bench.ada, as: Postmark("1"))
            #expect(!id.text.isEmpty)
            #expect(!bench.secretIsLoose())
        }
    }

    @Test func `each weather has its remedy`() async throws {
        try await onEach { bench in
            for weather in Weather.allCases {
                bench.turn(weather)
                let fault = await fault(bench)
                switch weather {
                case .fair: #expect(fault == nil)
                case .flood:
                    guard case .tooManyRequests(let wait, _) = fault else {
                        Issue.record("\(bench.testDescription): \(String(describing: fault))")
                        continue
                    }
                    #expect(wait == .seconds(7))
                case .down, .garbage, .cut: #expect(fault == .unreachable(sent: true))
                case .gone: #expect(fault == .recipientGone)
                case .unauthorised: #expect(fault == .unauthorised)
                }
            }
        }
    }

    @Test func `a text of any length is cut, and nothing of it is lost`() async throws {
        let text = (1...4_000).map { "word\($0)" }.joined(separator: " ")
        let buttons = [[Outgoing.Button(label: "Share", data: "s")]]
        try await onEach { bench in
            let pieces = bench.messenger.pieces(
                of: Outgoing(parts: [.init(text)], buttons: buttons))
            #expect(pieces.count > 1)
            #expect(pieces.dropLast().allSatisfy { $0.buttons.isEmpty })
            #expect(pieces.last?.buttons == buttons)
            let words = pieces.flatMap(\.parts).map(\.text.text).joined(separator: " ")
            #expect(words.split(separator: " ") == text.split(separator: " "))
            for piece in pieces {
                _ = try await bench.messenger.send(piece, to: bench.ada, as: Postmark("1"))
            }
        }
    }

    @Test func `nothing is sent that is nothing, nor to another platform`() async throws {
        try await onEach { bench in
            let before = bench.requests()
            await #expect(throws: Fault.self) {
                try await bench.messenger.send(
                    Outgoing(parts: [.init(" ")]), to: bench.ada, as: Postmark("1"))
            }
            await #expect(throws: Fault.self) {
                try await bench.messenger.send(
                    hello, to: Address(platform: "elsewhere", chat: "1"), as: Postmark("1"))
            }
            #expect(bench.requests() == before)
        }
    }

    @Test func `what it says it can, it can`() async throws {
        try await onEach { bench in
            let abilities = bench.messenger.abilities
            if abilities.contains(.deletion) {
                #expect(try await bench.messenger.delete(bench.message, at: bench.ada))
            }
            // Everywhere, with buttons or without.
            try await bench.messenger.retireButtons(of: bench.message, at: bench.ada)
            try await bench.messenger.acknowledge(press: "1", notice: nil)
            #expect(abilities.contains(.pictures) && abilities.contains(.voice))
        }
    }
}
