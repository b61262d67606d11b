import Messenger
import Telegram
import Testing

@Suite("What goes wrong, by its remedy")
struct FaultTests {
    private static let sends: [(Int, String, Fault)] = [
        (401, "Unauthorized", .unauthorised),
        (404, "Not Found", .unauthorised),
        (404, "Not Found: method not found", .refused(reason: "method")),
        (403, "Forbidden: bot was blocked by the user", .recipientGone),
        (403, "Forbidden: user is deactivated", .recipientGone),
        (403, "Forbidden: bot can't initiate conversation with a user", .recipientGone),
        (403, "Forbidden: bot was kicked from the supergroup chat", .recipientGone),
        (403, "Forbidden: bot is not a member of the channel chat", .recipientGone),
        (403, "Forbidden: the group chat was deleted", .recipientGone),
        (403, "Forbidden: something of 2031", .refused(reason: "forbidden")),
        (400, "Bad Request: chat not found", .recipientGone),
        (400, "BAD REQUEST: PRIVATE CHAT NOT FOUND", .recipientGone),
        (400, "Bad Request: message is too long", .refused(reason: "too long")),
        (400, "Bad Request: message text is empty", .refused(reason: "empty")),
        (400, "Bad Request: reply markup is too long", .refused(reason: "too long")),
        (400, "Bad Request: BUTTON_DATA_INVALID", .refused(reason: "buttons")),
        (400, "Bad Request: VOICE_MESSAGES_FORBIDDEN", .refused(reason: "voice forbidden")),
        (
            400, "Bad Request: wrong remote file identifier specified: Wrong string length",
            .refused(reason: "recording")
        ),
        (400, "Bad Request: something of 2031", .refused(reason: "other")),
        (413, "Request Entity Too Large", .refused(reason: "too long")),
        (500, "Internal Server Error: restart", .unreachable(sent: true)),
        (502, "Bad Gateway", .unreachable(sent: true)),
    ]

    @Test("A refused message (T10, T12, T13)", arguments: sends)
    func send(code: Int, description: String, fault: Fault) async throws {
        let script = Script([.success(.refused(code, description))])
        let bot = try bot(script)
        await #expect(throws: fault) { try await bot.send(hello, to: ada) }
        #expect(await script.requests.count == 1)
    }

    @Test(
        "A refused poll (T8, T9, T10)",
        arguments: [
            (
                409,
                "Conflict: terminated by other getUpdates request; make sure that only one bot "
                    + "instance is running", Fault.anotherPoller
            ),
            (
                409,
                "Conflict: can't use getUpdates method while webhook is active; use "
                    + "deleteWebhook to delete the webhook first", .webhookSet
            ),
            (409, "Conflict: terminated by setWebhook request", .webhookSet),
            (401, "Unauthorized", .unauthorised),
            (404, "Not Found", .unauthorised),
            (500, "Internal Server Error: restart", .unreachable(sent: true)),
        ])
    func poll(code: Int, description: String, fault: Fault) async throws {
        let script = Script([.success(.refused(code, description))])
        await #expect(throws: fault) { try await bot(script).receive(from: nil) }
    }

    @Test(
        "Too many requests: body, then header, then 5 s (T11)",
        arguments: [
            (#","parameters":{"retry_after":7}"#, "9", 7), ("", "9", 9), ("", nil, 5),
            (#","parameters":{"retry_after":"x"}"#, nil, 5), ("", "Wed, 21 Oct 2026", 5),
            (#","parameters":{"retry_after":-3}"#, nil, 1),
            (#","parameters":{"retry_after":999999999999}"#, nil, 86_400),
        ] as [(String, String?, Int)])
    func flood(parameters: String, header: String?, seconds: Int) async throws {
        var response = HTTPResponse.json(
            #"{"ok":false,"error_code":429,"description":"Too Many Requests"\#(parameters)}"#,
            status: 429)
        response.headers += header.map { [(name: "retry-after", value: $0)] } ?? []
        let script = Script([.success(response), .success(response), .success(response)])
        let bot = try bot(script)
        let wait = Duration.seconds(seconds)
        await #expect(throws: Fault.tooManyRequests(retryAfter: wait, everywhere: false)) {
            try await bot.send(hello, to: ada)
        }
        await #expect(throws: Fault.tooManyRequests(retryAfter: wait, everywhere: true)) {
            try await bot.receive(from: nil)
        }
        await #expect(throws: Fault.tooManyRequests(retryAfter: wait, everywhere: true)) {
            try await bot.identity()
        }
    }

    @Test("A chat that has moved (T14)")
    func moved() async throws {
        let body =
            #"{"ok":false,"error_code":400,"description":"Bad Request: group chat was upgraded "#
            + #"to a supergroup chat","parameters":{"migrate_to_chat_id":-1001234567890}}"#
        let script = Script([.success(.json(body, status: 400))])
        let new = Address(platform: "telegram", chat: "-1001234567890")
        await #expect(throws: Fault.moved(to: new)) {
            try await bot(script).send(hello, to: Address(platform: "telegram", chat: "-5"))
        }
    }

    @Test(
        "Somebody between us and the platform (T12, T25)",
        arguments: [
            (502, "<html><body>502 Bad Gateway</body></html>", Fault.unreachable(sent: true)),
            (504, "", .unreachable(sent: true)),
            (200, "<html>Please log in</html>", .unreachable(sent: true)),
            (302, "", .unreachable(sent: false)), (403, "<html>", .unreachable(sent: false)),
            (404, "<html>", .unreachable(sent: false)),
            (413, "<html>", .refused(reason: "too long")),
            (429, "<html>", .tooManyRequests(retryAfter: .seconds(5), everywhere: false)),
        ])
    func foreign(status: Int, body: String, fault: Fault) async throws {
        var response = HTTPResponse.json(body, status: status)
        response.headers.append((name: "Location", value: "https://elsewhere.example/"))
        let script = Script([.success(response)])
        let bot = try bot(script)
        await #expect(throws: fault) { try await bot.send(hello, to: ada) }
        #expect(await script.requests.count == 1)
    }

    @Test(
        "No answer at all (T26)",
        arguments: [
            (HTTPFault.notConnected(code: 6), Fault.unreachable(sent: false)),
            (.broken(code: 56, sent: true), .unreachable(sent: true)),
            (.broken(code: 55, sent: false), .unreachable(sent: false)),
            (.timedOut(sent: true), .unreachable(sent: true)),
            (.timedOut(sent: false), .unreachable(sent: false)),
            (.tooLarge, .unreachable(sent: true)), (.invalid, .refused(reason: "request")),
            (.cancelled, .cancelled),
        ])
    func silence(met: HTTPFault, fault: Fault) async throws {
        let script = Script([.failure(met)])
        let bot = try bot(script)
        await #expect(throws: fault) { try await bot.send(hello, to: ada) }
        #expect(await script.requests.count == 1)
    }

    @Test(
        "Another platform's address is never called",
        arguments: [
            Address(platform: "matrix", chat: "700001"),
            Address(platform: "telegram", chat: "@ada"),
            Address(platform: "telegram", chat: "0"),
            Address(platform: "telegram", chat: "9007199254740993"),
        ])
    func address(address: Address) async throws {
        let script = Script()
        let bot = try bot(script)
        await #expect(throws: Fault.refused(reason: "address")) {
            try await bot.send(hello, to: address)
        }
        #expect(await script.requests.isEmpty)
    }
}

let hello = Outgoing(parts: [Outgoing.Part("hello")])

extension HTTPResponse {
    /// What the platform says no with.
    static func refused(_ code: Int, _ description: String) -> HTTPResponse {
        .json(
            #"{"ok":false,"error_code":\#(code),"description":"\#(description)"}"#, status: code)
    }
}
