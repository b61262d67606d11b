import Messenger
import Testing

@testable import Matrix

/// What people and servers that wish nobody well can do, and to whom.
@Suite struct StrangersTests {
    private func prepared(
        knows: Bool = true, now: @escaping @Sendable () -> Int64 = { 1_800_000_000_000 }
    ) async throws
        -> (ScriptedServer, MatrixBot)
    {
        let server = ScriptedServer()
        server.haveRoom()
        let made = try server.madeBot(knows: knows, now: now)
        try await made.prepare()
        return (server, made)
    }

    private func hear(_ made: MatrixBot) async throws -> [Incoming.Event] {
        try await made.receive(from: Cursor("s1|0")).items.map(\.event)
    }

    private func tombstone(_ next: String) -> String {
        event(
            "$t\(next)", "{\"replacement_room\":\"\(next)\"}", type: "m.room.tombstone",
            more: #""state_key":"""#)
    }

    private func member(_ id: String, _ user: String, _ now: String, before: String) -> String {
        event(
            id, by: user, "{\"membership\":\"\(now)\"}", type: "m.room.member",
            more: "\"state_key\":\"\(user)\",\"unsigned\":"
                + "{\"prev_content\":{\"membership\":\"\(before)\"}}")
    }

    @Test func `M19: rooms that go on without an end keep nobody's words waiting`() async throws {
        let (server, made) = try await prepared()
        server.answer(
            "POST /client/v3/join/",
            .json(#"{"errcode":"M_NOT_FOUND","error":"no such room"}"#, status: 404),
            .json(
                #"{"errcode":"M_LIMIT_EXCEEDED","error":"slowly","retry_after_ms":100000}"#,
                status: 429))
        server.answer(
            "GET /client/v3/sync",
            synced((1...12).map { tombstone("!r\($0)") } + [event("$said", said("hello"))]))
        for _ in 0..<3 {
            #expect(
                try await hear(made) == [
                    .text(message: MessageID("$said"), Hushed("hello"), replyTo: nil)
                ])
        }
        // One that isn't there, one that is too many; then nothing for as long as the server says.
        #expect(server.calls("POST /client/v3/join/").count == 2)
    }

    @Test func `M12: a server that keeps the bot waiting has a tenth of the time`() async throws {
        let clock = Noted<Int64>()
        clock.note(1_800_000_000_000)
        let (server, made) = try await prepared { clock.all.last ?? 0 }
        server.answer("POST /client/v3/join/", .json("bad gateway", status: 502))
        func invited(_ room: String) -> HTTPResponse {
            .json(
                """
                {"next_batch":"s2","rooms":{"invite":{"\(room)":{"invite_state":{"events":[\
                {"type":"m.room.member","sender":"@eve:other.org","state_key":"\(bot)",\
                "content":{"membership":"invite","is_direct":true}}]}}}}}
                """)
        }
        server.answer("GET /client/v3/sync", invited("!one"))
        server.onCall("POST /client/v3/join/") {
            clock.note((clock.all.last ?? 0) + 20_000)
        }
        _ = try await hear(made)
        #expect(server.calls("POST /client/v3/join/").count == 1)
        server.answer("GET /client/v3/sync", invited("!two"))
        for _ in 0..<5 { _ = try await hear(made) }
        #expect(server.calls("POST /client/v3/join/").count == 1)
        clock.note((clock.all.last ?? 0) + 180_000)
        server.answer("POST /client/v3/join/", .json(#"{"room_id":"!x"}"#))
        server.answer("GET /client/v3/sync", .json(#"{"next_batch":"s2"}"#))
        for _ in 0..<2 { _ = try await hear(made) }
        #expect(
            Set(server.calls("POST /client/v3/join/").suffix(2).map(\.path))
                == ["/client/v3/join/%21one", "/client/v3/join/%21two"])
    }

    @Test func `M14: who invites is what our own server says of it`() async throws {
        let (server, made) = try await prepared(knows: false)
        server.answer("POST /client/v3/rooms/", .json("{}"))
        server.answer(
            "GET /client/v3/sync",
            .json(
                """
                {"next_batch":"s2","rooms":{"invite":{"!eve":{"invite_state":{"events":[\
                {"type":"m.room.member","sender":"\(ada)","state_key":"\(bot)",\
                "content":{"membership":"invite","is_direct":true}},\
                {"type":"m.room.member","sender":"@eve:other.org","state_key":"\(bot)",\
                "content":{"membership":"invite"}}]}}}}}
                """))
        _ = try await hear(made)
        #expect(server.calls("POST /client/v3/join/").isEmpty)
        #expect(server.calls("POST /client/v3/rooms/%21eve/leave").count == 1)
    }

    @Test func `M25: nothing that anybody writes is markup`() {
        for text in ["<a href=x>", "\u{600}<a href=x \u{600}>", "&\u{301}<\u{301}", "\u{110BD}\"<"]
        {
            let markup = text.asMarkup
            #expect(
                !markup.unicodeScalars.contains { "<>\"".unicodeScalars.contains($0) }, "\(text)")
            func count(of marks: String, in text: String) -> Int {
                text.unicodeScalars.count { marks.unicodeScalars.contains($0) }
            }
            #expect(count(of: "&", in: markup) == count(of: "&<>\"", in: text))
        }
        #expect("a\r\nb\nc\u{2028}d".asMarkup == "a<br>b<br>c<br>d")
    }

    @Test(arguments: [
        "https://evil.example/a.ogg", "mxc://a", "mxc://a/\(String(repeating: "b", count: 300))",
    ])
    func `M21: a recording lies on a home server, or is none`(address: String) async throws {
        let (server, made) = try await prepared()
        server.answer(
            "GET /client/v3/sync",
            synced([
                event("$v", "{\"msgtype\":\"m.audio\",\"body\":\"v\",\"url\":\"\(address)\"}")
            ]))
        #expect(try await hear(made) == [.unsupported(message: MessageID("$v"))])
    }

    @Test func `M27: however long it says to wait, it is a day at most`() async throws {
        let (server, made) = try await prepared()
        server.answer(
            "GET /client/v3/sync",
            .json(
                #"{"errcode":"M_LIMIT_EXCEEDED","retry_after_ms":9223372036854775807}"#,
                status: 429))
        await #expect(throws: Fault.tooManyRequests(retryAfter: .seconds(86_400), everywhere: true))
        {
            try await made.receive(from: Cursor("s1|0"))
        }
    }

    @Test func `M8: what was said and taken back before the bot was shown out holds`() async throws
    {
        let (server, made) = try await prepared()
        let redaction = event(
            "$r", #"{"redacts":"$old"}"#, type: "m.room.redaction")
        server.answer(
            "GET /client/v3/sync",
            .json(
                """
                {"next_batch":"s2","rooms":{"leave":{"\(room)":{"timeline":{"events":[\
                \(event("$s", said("/forget"))),\(redaction),\
                \(event("$e", by: "@eve:other.org", said("mine"))),\
                \(member("$k", bot, "leave", before: "join"))]}}}}}
                """))
        #expect(
            try await hear(made) == [
                .text(message: MessageID("$s"), Hushed("/forget"), replyTo: nil),
                .takenBack(message: MessageID("$old")), .reachable(false),
            ])
    }

    @Test func `M8: what was said alone holds, whoever came in afterwards`() async throws {
        let (server, made) = try await prepared()
        let eve = "@eve:example.org"
        server.haveRoom(members: [bot, ada, eve])
        server.answer(
            "GET /client/v3/sync",
            synced([
                event("$1", said("mine")), member("$2", eve, "join", before: "leave"),
                event("$3", said("not alone")),
            ]))
        #expect(
            try await hear(made) == [
                .text(message: MessageID("$1"), Hushed("mine"), replyTo: nil), .reachable(false),
            ])
    }

    @Test func `M18: a room that its person has left is left`() async throws {
        let (server, made) = try await prepared()
        server.answer("POST /client/v3/rooms/", .json("{}"))
        server.haveRoom(members: [bot])
        server.answer("GET /client/v3/sync", synced([member("$l", ada, "leave", before: "join")]))
        #expect(try await hear(made) == [.reachable(false)])
        // Not before it is saved: it may come again.
        #expect(server.calls("POST /client/v3/rooms/").isEmpty)
        server.answer("GET /client/v3/sync", .json(#"{"next_batch":"s3"}"#))
        for _ in 0..<2 { _ = try await made.receive(from: Cursor("s2|0")) }
        #expect(
            server.calls("POST /client/v3/rooms/").map(\.path)
                == ["/client/v3/rooms/\(room.percentEncoded)/leave"])
    }

    @Test func `M23: where every room is locked no end of them is made`() async throws {
        let (server, made) = try await prepared()
        server.answer("POST /client/v3/createRoom", .json(#"{"room_id":"!open"}"#))
        server.answer("POST /client/v3/rooms/", .json("{}"))
        server.answer(
            "GET /client/v3/rooms/%21open/state/m.room.encryption/",
            .json(#"{"algorithm":"m.megolm.v1.aes-sha2"}"#))
        for number in 0..<6 {
            server.answer(
                "GET /client/v3/sync",
                synced([event("$x\(number)", #"{"ciphertext":"…"}"#, type: "m.room.encrypted")]))
            #expect(try await hear(made).isEmpty)
        }
        #expect(server.calls("POST /client/v3/createRoom").count == 2)
        #expect(server.calls("POST /client/v3/rooms/%21open/leave").count == 2)
        #expect(server.calls("PUT /client/v3/rooms/%21open/state/m.room.member/").isEmpty)
        #expect(await made.rooms.room(of: ada) == room)
    }

    @Test func `a number answers what stood above it, also when it comes once more`() async throws {
        let (server, made) = try await prepared()
        func asked(_ id: String, _ data: String) -> String {
            event(
                id, by: bot,
                "{\"msgtype\":\"m.notice\",\"body\":\"1\",\"\(Choices.member)\":"
                    + "[[\"\(data)\",\"\(data)\"]]}")
        }
        server.answer(
            "GET /client/v3/rooms/\(room.percentEncoded)/messages",
            .json("{\"chunk\":[\(asked("$before", "first"))],\"end\":null}"))
        server.answer(
            "GET /client/v3/sync", synced([event("$1", said("1")), asked("$2", "second")]))
        let expected: [Incoming.Event] = [.pressed(callback: "", message: nil, data: "first")]
        #expect(try await hear(made) == expected)
        #expect(try await hear(made) == expected)
    }
}
