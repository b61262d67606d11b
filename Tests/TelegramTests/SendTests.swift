import Messenger
import Telegram
import Testing

@Suite("Sending")
struct SendTests {
    private let sent = #"{"ok":true,"result":{"message_id":91,"date":1,"text":"half \ud83d"}}"#
    private let done = #"{"ok":true,"result":true}"#

    @Test("A text goes as it is, styles beside it, nothing parsed (T20)")
    func styled() async throws {
        let script = Script(bodies: [sent])
        let piece = Outgoing(
            parts: [
                Outgoing.Part("😀 "), Outgoing.Part("<b>_*[\\", style: .strong),
                Outgoing.Part(" & \u{202E}\"x\"\n", style: .slanted), Outgoing.Part("\u{1}end"),
            ],
            buttons: [[], [Outgoing.Button(label: "Share", data: "r7:s")]], isProtected: true,
            isSilent: true)
        #expect(try await bot(script).send(piece, to: ada) == MessageID(91))
        #expect(await script.methods == ["sendMessage"])
        #expect(
            await script.bodies == [
                #"{"chat_id":700001,"text":"😀 <b>_*[\\ & "# + "\u{202E}"
                    + #"\"x\"\u000a\u0001end","entities":["#
                    + #"{"type":"bold","offset":3,"length":7},"#
                    + #"{"type":"italic","offset":10,"length":8}],"#
                    + #""link_preview_options":{"is_disabled":true},"protect_content":true,"#
                    + #""disable_notification":true,"reply_markup":{"inline_keyboard":"#
                    + #"[[{"text":"Share","callback_data":"r7:s"}]]}}"#
            ])
    }

    @Test("A style begins with a whole character")
    func snapped() async throws {
        let script = Script(bodies: [sent])
        let piece = Outgoing(parts: [
            Outgoing.Part("ae"), Outgoing.Part("\u{301}bc", style: .strong),
        ])
        _ = try await bot(script).send(piece, to: ada)
        #expect(
            await script.bodies.first?.contains(
                #""entities":[{"type":"bold","offset":3,"length":2}]"#)
                == true)
    }

    @Test("Styles the platform can't read are given up once (T20)")
    func fallback() async throws {
        let refused = HTTPResponse.refused(400, "Bad Request: can't parse entities: byte 3")
        let strong = Outgoing(parts: [Outgoing.Part("hello", style: .strong)])
        let script = Script([.success(refused), .success(.json(sent))])
        #expect(try await bot(script).send(strong, to: ada) == MessageID(91))
        #expect(await script.bodies.map { $0.contains("entities") } == [true, false])
        #expect(await script.bodies.allSatisfy { $0.contains(#""text":"hello""#) })

        let twice = Script([.success(refused), .success(refused), .success(.json(sent))])
        await #expect(throws: Fault.refused(reason: "entities")) {
            try await bot(twice).send(strong, to: ada)
        }
        #expect(await twice.requests.count == 2)

        let plain = Script([.success(refused), .success(.json(sent))])
        await #expect(throws: Fault.refused(reason: "entities")) {
            try await bot(plain).send(hello, to: ada)
        }
        #expect(await plain.requests.count == 1)
    }

    @Test("A text the platform would refuse is not sent (T19)")
    func impossible() async throws {
        let script = Script()
        let bot = try bot(script)
        for text in ["", " ", "\n\t\r\n\u{2003}"] {
            await #expect(throws: Fault.refused(reason: "empty")) {
                try await bot.send(Outgoing(parts: [Outgoing.Part(text)]), to: ada)
            }
        }
        let long = String(repeating: "😀", count: 2_049)
        await #expect(throws: Fault.refused(reason: "too long")) {
            try await bot.send(Outgoing(parts: [Outgoing.Part(long)]), to: ada)
        }
        #expect(await script.requests.isEmpty)
    }

    @Test("An answer without an id means: perhaps it arrived (T26)")
    func noID() async throws {
        for body in [
            done, #"{"ok":true}"#, #"{"ok":true,"result":{"message_id":"x"}}"#, "{\"ok\":",
        ] {
            await #expect(throws: Fault.unreachable(sent: true)) {
                try await bot(Script(bodies: [body])).send(hello, to: ada)
            }
        }
    }

    @Test("A press is answered, a late one is no fault (T16)")
    func acknowledge() async throws {
        let late = HTTPResponse.refused(
            400,
            "Bad Request: query is too old and response timeout expired or query ID is invalid")
        let script = Script([.success(.json(done)), .success(.json(done)), .success(late)])
        let bot = try bot(script)
        try await bot.acknowledge(press: "4382", notice: nil)
        try await bot.acknowledge(
            press: "4382", notice: String(repeating: "👩‍❤️‍👩", count: 60))
        try await bot.acknowledge(press: "4382", notice: "late")
        #expect(await script.methods.allSatisfy { $0 == "answerCallbackQuery" })
        let bodies = await script.bodies
        #expect(bodies.first == #"{"callback_query_id":"4382"}"#)
        let shown = String(repeating: "👩‍❤️‍👩", count: 25)
        #expect(bodies.dropFirst().first == #"{"callback_query_id":"4382","text":"\#(shown)"}"#)
        let wide = Script(bodies: [done])
        let accents = "e" + String(repeating: "\u{301}", count: 500)
        try await self.bot(wide).acknowledge(press: "1", notice: accents)
        #expect(
            await wide.bodies.first?.utf16.count == 200
                + #"{"callback_query_id":"1","text":""}"#.count)
        let flood = Script([.success(.refused(429, "Too Many Requests: retry after 5"))])
        await #expect(throws: Fault.tooManyRequests(retryAfter: .seconds(5), everywhere: true)) {
            try await self.bot(flood).acknowledge(press: "4382", notice: nil)
        }
    }

    @Test(
        "Buttons are taken away; bare or gone is fine (T18)",
        arguments: [
            "Bad Request: message is not modified: specified new message content and reply markup "
                + "are exactly the same as a current content and reply markup of the message",
            "Bad Request: message to edit not found", "Bad Request: message can't be edited",
        ])
    func retire(description: String) async throws {
        let script = Script([
            .success(.json(done)), .success(.refused(400, description)),
            .success(.refused(400, "Bad Request: chat not found")),
        ])
        let bot = try bot(script)
        try await bot.retireButtons(of: MessageID(4), at: ada)
        try await bot.retireButtons(of: MessageID(4), at: ada)
        await #expect(throws: Fault.recipientGone) {
            try await bot.retireButtons(of: MessageID(4), at: ada)
        }
        #expect(await script.methods.first == "editMessageReplyMarkup")
        #expect(
            await script.bodies.first
                == #"{"chat_id":700001,"message_id":4,"reply_markup":{"inline_keyboard":[]}}"#)
    }

    @Test("A message is deleted, was gone, or stays")
    func delete() async throws {
        let script = Script([
            .success(.json(done)),
            .success(.refused(400, "Bad Request: message to delete not found")),
            .success(.refused(400, "Bad Request: message can't be deleted for everyone")),
            .success(.refused(400, "Bad Request: something of 2031")),
        ])
        let bot = try bot(script)
        #expect(try await bot.delete(MessageID(4), at: ada))
        #expect(try await bot.delete(MessageID(4), at: ada))
        #expect(try await !bot.delete(MessageID(4), at: ada))
        await #expect(throws: Fault.refused(reason: "other")) {
            try await bot.delete(MessageID(4), at: ada)
        }
        #expect(await script.methods.first == "deleteMessage")
        #expect(await script.bodies.first == #"{"chat_id":700001,"message_id":4}"#)
    }

    @Test("A group is left politely, even where we have no voice")
    func leave() async throws {
        let group = Address(platform: "telegram", chat: "-100777")
        let polite = Script(bodies: [sent, done])
        try await bot(polite).leaveGroup(group, saying: "I speak in private only.")
        #expect(await polite.methods == ["sendMessage", "leaveChat"])
        #expect(await polite.bodies.last == #"{"chat_id":-100777}"#)
        let silent = Script([
            .success(.refused(400, "Bad Request: not enough rights to send text messages")),
            .success(.refused(403, "Forbidden: bot is not a member of the supergroup chat")),
        ])
        try await bot(silent).leaveGroup(group, saying: "bye")
        #expect(await silent.methods == ["sendMessage", "leaveChat"])
        let down = Script()
        await #expect(throws: Fault.unreachable(sent: false)) {
            try await bot(down).leaveGroup(group, saying: "bye")
        }
        #expect(await down.requests.count == 1)
        let person = Script()
        await #expect(throws: Fault.refused(reason: "address")) {
            try await bot(person).leaveGroup(ada, saying: "bye")
        }
        #expect(await person.requests.isEmpty)
    }

    @Test("Typing is shown")
    func typing() async throws {
        let script = Script(bodies: [done])
        try await bot(script).typing(at: ada)
        #expect(await script.methods == ["sendChatAction"])
        #expect(await script.bodies == [#"{"chat_id":700001,"action":"typing"}"#])
    }

    private func bot(_ script: Script) throws -> TelegramBot {
        try TelegramTests.bot(script)
    }
}
