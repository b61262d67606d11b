import Messenger
import Telegram
import Testing

@Suite("Nothing of what people say, nor the token, is in anything that prints (T24)")
struct CanaryTests {
    private static let answers: [HTTPResponse] = {
        let said = "CANARY and \(tokenText)"
        let codes = [400, 401, 403, 404, 409, 413, 418, 429, 500, 502, 700, -1]
        let words = [
            "", "chat not found ", "bot was blocked ", "can't parse entities ", "webhook ",
            "method not found ", "message is too long ", "to edit not found ",
        ]
        let refusals = codes.flatMap { code in
            words.map { HTTPResponse.refused(code, $0 + said) }
        }
        return refusals + [
            .json("<html>\(said)</html>", status: 502), .json(said), .json("{\"ok\":\"\(said)\"}"),
            .json(#"{"ok":true,"result":{"message_id":"\#(said)"}}"#),
            .json(
                #"{"ok":false,"error_code":400,"description":"\#(said)","parameters":"#
                    + #"{"migrate_to_chat_id":-100700001}}"#, status: 400),
        ]
    }()

    @Test("Faults", arguments: answers.indices)
    func faults(index: Int) async throws {
        let answer = Self.answers[index]
        let script = Script(Array(repeating: .success(answer), count: 20))
        let bot = try bot(script)
        let words = Outgoing(parts: [Outgoing.Part("CANARY", style: .strong)])
        let calls: [() async throws -> Void] = [
            { _ = try await bot.receive(from: Cursor(4)) },
            { try await bot.confirm(Cursor(4)) },
            { _ = try await bot.send(words, to: ada) },
            { try await bot.acknowledge(press: "CANARY", notice: "CANARY") },
            { try await bot.retireButtons(of: MessageID(1), at: ada) },
            { _ = try await bot.delete(MessageID(1), at: ada) },
            {
                let group = Address(platform: "telegram", chat: "-700001")
                try await bot.leaveGroup(group, saying: "CANARY")
            },
            { _ = try await bot.registerCommands([("canary", "CANARY")], language: nil) },
            { _ = try await bot.webhookIsSet() }, { _ = try await bot.identity() },
        ]
        var faults = 0
        for call in calls {
            do { try await call() } catch {
                faults += 1
                #expect(error is Fault)
                expectSilence(error)
            }
        }
        #expect(faults > 0)
        for request in await script.requests { expectSilence(request.url) }
    }

    @Test("What was received, and what is sent")
    func values() async throws {
        let batch = try await batch(
            message(7, #""text":"CANARY","reply_to_message":{"message_id":1}"#)
                .replacing("Ada", with: "CANARY"),
            message(8, #""voice":{"file_id":"CANARY","duration":2}"#))
        #expect(batch.items.count == 2)
        expectSilence(batch)
        for piece in try bot(Script()).pieces(of: Outgoing(parts: [Outgoing.Part("CANARY")])) {
            expectSilence(piece)
        }
    }

    private func expectSilence(_ value: Any) {
        for printed in printed(value) {
            #expect(!printed.contains("CANARY"))
            #expect(!printed.contains("700001"))
            #expect(!printed.contains("123456789"))
        }
    }
}
