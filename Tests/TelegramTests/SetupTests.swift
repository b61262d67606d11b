import Messenger
import Telegram
import Testing

@Suite("Setting the bot up")
struct SetupTests {
    private let menu = [(command: "pause", description: "Stop for now"), ("help", "What I do")]
    private let menuJSON =
        #"[{"command":"pause","description":"Stop for now"},"#
        + #"{"command":"help","description":"What I do"}]"#
    private let done = #"{"ok":true,"result":true}"#

    @Test("A menu that is there already is not written again (T30)")
    func unchanged() async throws {
        let script = Script(bodies: [#"{"ok":true,"result":\#(menuJSON)}"#])
        #expect(try await !bot(script).registerCommands(menu, language: "de"))
        #expect(await script.methods == ["getMyCommands"])
        #expect(await script.bodies == [#"{"language_code":"de"}"#])
    }

    @Test(
        "A menu that differs is written",
        arguments: [
            "[]", #"[{"command":"help","description":"What I do"}]"#, "{}", #"[{"command":1}]"#,
            #"[{"command":"help","description":"What I do"},"#
                + #"{"command":"pause","description":"Stop for now"}]"#,
        ])
    func changed(present: String) async throws {
        let script = Script(bodies: [#"{"ok":true,"result":\#(present)}"#, done])
        #expect(try await bot(script).registerCommands(menu, language: nil))
        #expect(await script.methods == ["getMyCommands", "setMyCommands"])
        #expect(await script.bodies == ["{}", #"{"commands":\#(menuJSON)}"#])
    }

    @Test(
        "A menu that can't be is not asked about",
        arguments: [
            ("Help", "x"), ("", "x"), ("a-b", "x"), ("help", ""), ("é", "x"),
            (String(repeating: "a", count: 33), "x"), ("help", String(repeating: "x", count: 257)),
        ])
    func impossible(command: String, description: String) async throws {
        let script = Script()
        await #expect(throws: Fault.refused(reason: "commands")) {
            try await bot(script).registerCommands([(command, description)], language: nil)
        }
        #expect(await script.requests.isEmpty)
    }

    @Test("A webhook is seen, and only taken away when asked, dropping nothing (T4, T9)")
    func webhook() async throws {
        let script = Script(bodies: [
            #"{"ok":true,"result":{"url":"https://other.example/hook","pending_update_count":4}}"#,
            #"{"ok":true,"result":{"url":"","has_custom_certificate":false}}"#, done,
            #"{"ok":true,"result":{}}"#,
        ])
        let bot = try bot(script)
        #expect(try await bot.webhookIsSet())
        #expect(try await !bot.webhookIsSet())
        try await bot.deleteWebhook()
        await #expect(throws: Fault.unreachable(sent: true)) { try await bot.webhookIsSet() }
        #expect(
            await script.methods
                == ["getWebhookInfo", "getWebhookInfo", "deleteWebhook", "getWebhookInfo"])
        #expect(await script.bodies.allSatisfy { $0 == "{}" })
    }
}
