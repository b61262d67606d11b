import Messenger
import Telegram
import Testing
import Wire

@Suite("The address of a server")
struct BotServerTests {
    @Test(
        "is taken",
        arguments: [
            ("https://api.telegram.org", "https://api.telegram.org"),
            ("HTTPS://API.Telegram.org/", "https://api.telegram.org"),
            ("https://bots.example:8443/relay/v1//", "https://bots.example:8443/relay/v1"),
            ("http://127.0.0.1:8081", "http://127.0.0.1:8081"),
            ("http://127.250.3.4", "http://127.250.3.4"),
            ("http://localhost:9", "http://localhost:9"),
            ("http://[::1]:8081/x", "http://[::1]:8081/x"),
            ("https://[2001:db8::1]", "https://[2001:db8::1]"),
        ])
    func isTaken(address: String, root: String) async throws {
        #expect(
            try await called(BotServer(address)) == "\(root)/bot\(tokenText)/deleteWebhook")
        #expect(
            try await called(BotServer(address, testEnvironment: true))
                == "\(root)/bot\(tokenText)/test/deleteWebhook")
    }

    @Test(
        "in the open is refused for another machine",
        arguments: [
            "http://api.telegram.org", "http://128.0.0.1", "http://127.0.0.1.evil.example",
            "http://127.1", "http://0127.0.0.1", "http://127.0.0.256", "http://127.0.0.01",
            "http://[::2]", "http://localhost.evil.example", "http://[::ffff:127.0.0.1]",
        ])
    func isInsecure(address: String) {
        #expect(throws: BotServer.Mistake.insecure) { try BotServer(address) }
    }

    @Test(
        "is refused when two readers could disagree about it",
        arguments: [
            "", "https:", "https://", "https:///x", "localhost:80", "https://a@b.example",
            "http://localhost@evil.example", "http://localhost\\@evil.example",
            "https://b.example?x", "https://b.example#x", "https://b.example/a b",
            "https://b.example/%2e", "https://b.example:0", "https://b.example:99999",
            "https://b.example:+80", "https://b.example:", "https://bücher.example",
            "https://b.example\n", "https://[::1", "https://[]", "https://[::1]x",
        ])
    func isMalformed(address: String) {
        #expect(throws: BotServer.Mistake.malformed) { try BotServer(address) }
    }

    @Test("is refused in another scheme", arguments: ["ftp://localhost", "file:///etc/x"])
    func isOfAnotherScheme(address: String) {
        #expect(throws: BotServer.Mistake.scheme) { try BotServer(address) }
    }

    private func called(_ server: BotServer) async throws -> String? {
        let script = Script(bodies: [#"{"ok":true,"result":true}"#])
        let bot = TelegramBot(
            token: try BotToken(tokenText), server: server,
            exchange: { request throws(HTTPFault) in try await script.answer(request).get() })
        try await bot.deleteWebhook()
        return await script.requests.first?.url.text
    }
}
