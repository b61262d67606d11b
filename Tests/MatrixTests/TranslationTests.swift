import Messenger
import Testing

@testable import Matrix

/// Events of a room, in our words.
@Suite struct TranslationTests {
    private func heard(_ events: String...) async throws -> [Incoming.Event] {
        let server = ScriptedServer()
        server.haveRoom()
        let bot = try server.madeBot()
        try await bot.prepare()
        server.answer("GET /client/v3/sync", synced(events))
        return try await bot.receive(from: Cursor("s1|0")).items.map(\.event)
    }

    @Test func `what somebody says`() async throws {
        let heard = try await heard(
            event("$1", said("My grandmother's hands")), event("$2", said("!today")),
            event("$3", said("/today")), event("$4", said("!nothing")))
        #expect(
            heard == [
                .text(message: MessageID("$1"), Hushed("My grandmother's hands"), replyTo: nil),
                .text(message: MessageID("$2"), Hushed("/today"), replyTo: nil),
                .text(message: MessageID("$3"), Hushed("/today"), replyTo: nil),
                .text(message: MessageID("$4"), Hushed("!nothing"), replyTo: nil),
            ])
    }

    @Test func `what it answers, without what older clients repeat of it`() async throws {
        let relation = #""m.relates_to":{"m.in_reply_to":{"event_id":"$q"}}"#
        let heard = try await heard(
            event(
                "$1",
                #"{"msgtype":"m.text","body":"> <@bot:example.org> What?\n> More\n\nHands","#
                    + relation + "}"),
            event("$2", #"{"msgtype":"m.text","body":"> Hands","# + relation + "}"))
        #expect(
            heard == [
                .text(message: MessageID("$1"), Hushed("Hands"), replyTo: MessageID("$q")),
                .text(message: MessageID("$2"), Hushed("> Hands"), replyTo: MessageID("$q")),
            ])
    }

    @Test func `a recording, and what isn't taken`() async throws {
        let heard = try await heard(
            event(
                "$1",
                #"{"msgtype":"m.audio","body":"v","url":"mxc://a/b","info":{"duration":42900}}"#),
            event("$2", #"{"msgtype":"m.audio","body":"v","file":{}}"#),
            event("$3", #"{"msgtype":"m.image","body":"v","url":"mxc://a/b"}"#),
            event("$4", "{}", type: "m.sticker"))
        #expect(
            heard == [
                .voice(
                    message: MessageID("$1"),
                    .init(reference: Hushed("mxc://a/b"), seconds: 42), replyTo: nil),
                .unsupported(message: MessageID("$2")), .unsupported(message: MessageID("$3")),
                .unsupported(message: MessageID("$4")),
            ])
    }

    @Test func `a change, and what is taken back`() async throws {
        let heard = try await heard(
            event(
                "$2",
                #"{"msgtype":"m.text","body":"* new","m.new_content":{"msgtype":"m.text","body":"new"},"#
                    + #""m.relates_to":{"rel_type":"m.replace","event_id":"$1"}}"#),
            event("$3", #"{"redacts":"$1"}"#, type: "m.room.redaction"),
            event("$4", "{}", type: "m.room.redaction", more: #""redacts":"$2""#))
        #expect(
            heard == [
                .edited(message: MessageID("$1"), Hushed("new")),
                .takenBack(message: MessageID("$1")), .takenBack(message: MessageID("$2")),
            ])
    }

    @Test func `M21: what somebody else makes of it changes nothing`() async throws {
        func change(_ id: String, by sender: String, to text: String) -> String {
            event(
                id, by: sender,
                #"{"msgtype":"m.text","body":"* x","m.new_content":{"msgtype":"m.text","body":"\#(text)"},"#
                    + #""m.relates_to":{"rel_type":"m.replace","event_id":"$1"}}"#)
        }
        let heard = try await heard(
            event("$1", said("mine")), change("$2", by: "@eve:example.org", to: "hers"),
            change("$3", by: bot, to: "the bot's"), change("$4", by: ada, to: "mine still"))
        #expect(
            heard == [
                .text(message: MessageID("$1"), Hushed("mine"), replyTo: nil),
                .edited(message: MessageID("$1"), Hushed("mine still")),
            ])
    }

    /// An answer that is closed or was shown is the desk's to keep; the adapter hands on whose it
    /// is, and nothing that is no text.
    @Test(arguments: [
        #"{"msgtype":"m.text","body":"* x","m.relates_to":{"rel_type":"m.replace","event_id":"$1"}}"#,
        #"{"msgtype":"m.text","body":"* x","m.new_content":{"msgtype":"m.text","body":7},"m.relates_to":{"rel_type":"m.replace","event_id":"$1"}}"#,
        #"{"msgtype":"m.text","body":"* x","m.new_content":{"body":"x"},"m.relates_to":{"rel_type":"m.replace"}}"#,
        #"{"msgtype":"m.notice","body":"* x","m.new_content":{"body":"x"},"m.relates_to":{"rel_type":"m.replace","event_id":"$1"}}"#,
        #"{"msgtype":"m.image","body":"* x","m.new_content":{"body":"x"},"m.relates_to":{"rel_type":"m.replace","event_id":"$1"}}"#,
    ])
    func `M21: a change without new words is none, and no message of its own`(content: String)
        async throws
    {
        #expect(try await heard(event("$1", said("mine")), event("$2", content)).count == 1)
    }

    /// M24.
    @Test(arguments: [
        "{}", "{\"msgtype\":\"m.text\"}", "{\"msgtype\":\"m.text\",\"body\":7}",
        "{\"msgtype\":\"m.text\",\"body\":\"\"}", "{\"msgtype\":7,\"body\":\"x\"}", "7", "null",
        "{\"msgtype\":\"m.notice\",\"body\":\"I am a bot\"}",
    ])
    func `M24: what nobody wrote means nothing`(content: String) async throws {
        #expect(try await heard(event("$1", content), event("$2", said("after"))).count == 1)
    }

    @Test func `M13: its own events and other people's mean nothing`() async throws {
        let heard = try await heard(
            event("$1", by: bot, said("mine")), event("$2", by: "@eve:example.org", said("hers")),
            event("$3", said("Ada's")))
        #expect(heard == [.text(message: MessageID("$3"), Hushed("Ada's"), replyTo: nil)])
    }

    @Test func `M2: an event is known again, and twice in one answer is once`() async throws {
        let server = ScriptedServer()
        server.haveRoom()
        let bot = try server.madeBot()
        try await bot.prepare()
        let one = event("$1", said("once"))
        server.answer("GET /client/v3/sync", synced([one, one]))
        let first = try await bot.receive(from: Cursor("s1|0"))
        let second = try await bot.receive(from: Cursor("s1|0"))
        #expect(first.items.count == 1 && first == second)
        #expect(first.next == Cursor("s2|1799999500000"))
        #expect(first.items.first?.at == 1_799_999_500)
        #expect(first.items.first?.sender.name.text == "ada")
    }

    @Test func `M7: the first poll carries nothing out`() async throws {
        let server = ScriptedServer()
        server.haveRoom()
        server.answer("GET /client/v3/sync", synced([event("$1", said("old"))], next: "s9"))
        let bot = try server.madeBot()
        try await bot.prepare()
        let batch = try await bot.receive(from: nil)
        #expect(batch.items.isEmpty && batch.next == Cursor("s9|1800000000000"))
    }

    @Test func `M6: what a poll leaves out is fetched, in order`() async throws {
        let server = ScriptedServer()
        server.haveRoom()
        let bot = try server.madeBot()
        try await bot.prepare()
        server.answer("GET /client/v3/sync", synced([event("$4", said("four"))], limited: true))
        server.answer(
            "GET /client/v3/rooms/\(room.percentEncoded)/messages",
            .json(
                """
                {"chunk":[\(event("$1", said("one"))),\(event("$2", said("two")))],"end":"e1"}
                """),
            .json("{\"chunk\":[\(event("$3", said("three"))),\(event("$4", said("four")))]}"))
        let batch = try await bot.receive(from: Cursor("s1|0"))
        #expect(
            batch.items.map(\.event)
                == ["one", "two", "three", "four"].enumerated().map {
                    .text(message: MessageID("$\($0 + 1)"), Hushed($1), replyTo: nil)
                })
        let asked = server.calls("GET /client/v3/rooms/\(room.percentEncoded)/messages")
        #expect(asked.first?.query.contains("from=s1") == true)
        #expect(asked.first?.query.contains("to=p1") == true)
        #expect(asked.dropFirst().first?.query.contains("from=e1") == true)
    }

    @Test func `M9: a place that the server doesn't know is found anew, and nothing old is taken`()
        async throws
    {
        let server = ScriptedServer()
        server.haveRoom()
        let bot = try server.madeBot()
        try await bot.prepare()
        let old = event("$1", said("old")).replacing("1799999500000", with: "1799998000000")
        server.answer(
            "GET /client/v3/sync",
            .json(#"{"errcode":"M_UNKNOWN","error":"Invalid stream token"}"#, status: 400),
            synced([old, event("$2", said("new"))], next: "s7"))
        let batch = try await bot.receive(from: Cursor("nonsense|1799999400000"))
        #expect(
            batch.items.map(\.event) == [
                .text(message: MessageID("$2"), Hushed("new"), replyTo: nil)
            ])
        #expect(batch.next == Cursor("s7|1799999500000"))
    }

    @Test func `an answer that is too long is asked for with less of each room`() async throws {
        let server = ScriptedServer()
        server.haveRoom()
        let bot = try server.madeBot()
        try await bot.prepare()
        server.fail(.tooLarge)
        await #expect(throws: Fault.unreachable(sent: true)) {
            try await bot.receive(from: Cursor("s1|0"))
        }
        let asked = server.calls("GET /client/v3/sync").suffix(3).map(\.query)
        for (query, limit) in zip(asked, [50, 10, 1]) {
            #expect(query.contains("%22limit%22%3A\(limit)%2C"), "\(query)")
        }
    }
}
