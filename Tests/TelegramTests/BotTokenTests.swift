import Messenger
import Telegram
import Testing

@Suite("A bot token")
struct BotTokenTests {
    @Test("is read with white space around it", arguments: ["", " ", "\n", "\r\n\t"])
    func isRead(space: String) async throws {
        let token = try BotToken(space + tokenText + space)
        let script = Script(bodies: [#"{"ok":true,"result":true}"#])
        let bot = TelegramBot(
            token: token,
            exchange: { request throws(HTTPFault) in try await script.answer(request).get() })
        try await bot.deleteWebhook()
        #expect(
            await script.requests.map(\.url.text)
                == ["https://api.telegram.org/bot\(tokenText)/deleteWebhook"])
    }

    @Test(
        "is refused when malformed, without being repeated",
        arguments: [
            "", ":", "123456789", "123456789:", "12:CANARYtokenCANARYtokenCANARYtoken12",
            "123456789:short", "123456789:CANARYtokenCANARYtoken CANARYtoken",
            "123456789:CANARYtokenCANARYtokenCANARYtoken/../x",
            "123456789:CANARYtokenCANARYtokenCANARYtoken12:x",
            "12345678९:CANARYtokenCANARYtokenCANARYtoken12",
            "-23456789:CANARYtokenCANARYtokenCANARYtoken12",
            "123456789:" + String(repeating: "a", count: 129),
        ])
    func isRefused(text: String) {
        let refusal = #expect(throws: BotToken.Malformed.self) { try BotToken(text) }
        #expect(refusal.map { "\($0)".contains("CANARY") } == false)
    }

    @Test("prints nothing of itself, whatever holds it")
    func isSilent() throws {
        let token = try BotToken(tokenText)
        let bot = TelegramBot(
            token: token, exchange: { _ throws(HTTPFault) in throw .cancelled })
        for printed in printed(token) + printed(bot) + printed([1: token]) {
            #expect(!printed.contains("CANARY"))
            #expect(!printed.contains("123456789"))
        }
    }
}

/// Everything Swift can make of a value without being told how.
func printed(_ value: Any) -> [String] {
    var dumped = ""
    dump(value, to: &dumped)
    let children = Mirror(reflecting: value).children.map { "\($0)" }
    return ["\(value)", String(reflecting: value), dumped] + children
}
