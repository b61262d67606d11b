import Messenger
import Testing

@testable import Matrix

/// Who is where, and what follows from it.
@Suite struct RoomTests {
    private func prepared(
        knows: Bool = true, members: [String] = [bot, ada]
    ) async throws -> (ScriptedServer, MatrixBot) {
        let server = ScriptedServer()
        server.haveRoom(members: members)
        let made = try server.madeBot(knows: knows)
        try await made.prepare()
        return (server, made)
    }

    private func member(
        _ id: String, _ user: String, _ membership: String, before: String? = nil,
        by sender: String? = nil
    ) -> String {
        let prior =
            before.map { ",\"unsigned\":{\"prev_content\":{\"membership\":\"\($0)\"}}" } ?? ""
        return event(
            id, by: sender ?? user, "{\"membership\":\"\(membership)\"}", type: "m.room.member",
            more: "\"state_key\":\"\(user)\"\(prior)")
    }

    private func hear(_ made: MatrixBot) async throws -> [Incoming.Event] {
        try await made.receive(from: Cursor("s1|0")).items.map(\.event)
    }

    private func invitation(_ inviter: String, isDirect: Bool, room: String = "!new")
        -> HTTPResponse
    {
        .json(
            """
            {"next_batch":"s2","rooms":{"invite":{"\(room)":{"invite_state":{"events":[\
            {"type":"m.room.member","sender":"\(inviter)","state_key":"\(bot)",\
            "content":{"membership":"invite","is_direct":\(isDirect)}}]}}}}}
            """)
    }

    @Test func `M14: an invitation to talk alone is taken, any other is not`() async throws {
        let (server, made) = try await prepared(knows: false)
        server.answer("POST /client/v3/join/", .json(#"{"room_id":"!new"}"#))
        server.answer("POST /client/v3/rooms/", .json("{}"))
        let own = member("$m", bot, "join")
        server.answer("GET /client/v3/rooms/%21new/members", .json("{\"chunk\":[\(own)]}"))
        server.answer("GET /client/v3/sync", invitation("@ben:other.org", isDirect: true))
        #expect(try await hear(made).isEmpty)
        #expect(
            server.calls("POST /client/v3/join/%21new").first?.query.contains("via=other.org")
                == true)
        #expect(
            server.calls("PUT /client/v3/user/").last?.body.contains(#""@ben:other.org":["!new"]"#)
                == true)
        server.answer("GET /client/v3/sync", invitation("@ben:other.org", isDirect: false))
        #expect(try await hear(made).isEmpty)
        let left = try #require(server.calls("POST /client/v3/rooms/%21new/leave").first)
        #expect(left.body.contains("Only alone."))
    }

    @Test func `M14: of one and of all only so many an hour`() async throws {
        let (server, made) = try await prepared()
        server.answer("POST /client/v3/join/", .json(#"{"room_id":"!new"}"#))
        server.answer("POST /client/v3/rooms/", .json("{}"))
        for number in 1...20 {
            server.answer(
                "GET /client/v3/sync",
                invitation("@eve:other.org", isDirect: true, room: "!r\(number)"))
            _ = try await hear(made)
        }
        #expect(server.calls("POST /client/v3/join/").count == Door.mostOfOne)
        #expect(server.calls("POST /client/v3/rooms/").count == 20 - Door.mostOfOne)
    }

    @Test func `M14: whoever is nobody's here is left after a day`() async throws {
        let (server, made) = try await prepared(knows: false)
        server.answer("POST /client/v3/rooms/", .json("{}"))
        // The bot came a thousand seconds ago.
        #expect(try await hear(made).isEmpty)
        #expect(server.calls("POST /client/v3/rooms/").isEmpty)
        let (later, again) = try await prepared(knows: false)
        later.answer("POST /client/v3/rooms/", .json("{}"))
        let chunk =
            "{\"type\":\"m.room.member\",\"event_id\":\"$m\",\"sender\":\"\(bot)\","
            + "\"state_key\":\"\(bot)\",\"origin_server_ts\":1799900000000,"
            + "\"content\":{\"membership\":\"join\"}}"
        later.answer(
            "GET /client/v3/rooms/\(room.percentEncoded)/members", .json("{\"chunk\":[\(chunk)]}"))
        #expect(try await hear(again).isEmpty)
        #expect(later.calls("POST /client/v3/rooms/\(room.percentEncoded)/leave").count == 1)
    }

    @Test func `M15: whose room is whose is read from the account`() async throws {
        let (server, made) = try await prepared()
        #expect(await made.rooms.room(of: ada) == room)
        #expect(server.calls("POST /client/v3/createRoom").isEmpty)
        #expect(server.calls("PUT /client/v3/user/").isEmpty)
    }

    @Test func `a room that the bot has just come into is opened by whoever is there`() async throws
    {
        let (server, made) = try await prepared()
        server.answer("GET /client/v3/sync", synced([member("$j", bot, "join", before: "invite")]))
        #expect(try await hear(made) == [.opened])
        // A new name is no coming.
        server.answer("GET /client/v3/sync", synced([member("$k", bot, "join", before: "join")]))
        #expect(try await hear(made).isEmpty)
    }

    @Test func `M18: whoever goes can't be reached, until they are back`() async throws {
        let (server, made) = try await prepared()
        server.haveRoom(members: [bot])
        server.answer("GET /client/v3/sync", synced([member("$l", ada, "leave", before: "join")]))
        #expect(try await hear(made) == [.reachable(false)])
        await #expect(throws: Fault.recipientGone) {
            try await made.send(
                Outgoing(parts: [.init("Hello.")]), to: adasAddress, as: Postmark("1"))
        }
    }

    @Test func `M18: shown out, the bot reaches them no more`() async throws {
        let (server, made) = try await prepared()
        server.answer(
            "GET /client/v3/sync",
            .json(
                """
                {"next_batch":"s2","rooms":{"leave":{"\(room)":{"timeline":{"events":[\
                \(member("$k", bot, "leave", before: "join", by: ada))]}}}}}
                """))
        let batch = try await made.receive(from: Cursor("s1|0"))
        #expect(batch.items.map(\.event) == [.reachable(false)])
        #expect(batch.items.first?.from == adasAddress)
        // If that wasn't saved it comes again, and means the same.
        #expect(try await hear(made) == [.reachable(false)])
        #expect(try await made.receive(from: Cursor("s2|0")).items.isEmpty)
    }

    @Test func `M16: a third is told of, and until they go nothing is said`() async throws {
        let (server, made) = try await prepared()
        let eve = "@eve:example.org"
        server.haveRoom(members: [bot, ada, eve])
        server.answer(
            "GET /client/v3/sync",
            synced([member("$3", eve, "invite", by: ada), event("$4", said("my hands"))]))
        #expect(try await hear(made) == [.reachable(false)])
        let told = server.calls("PUT /client/v3/rooms/\(room.percentEncoded)/send/m.room.message/")
        #expect(told.count == 1 && told[0].body.contains("Not alone."))
        server.haveRoom()
        server.answer("GET /client/v3/sync", synced([member("$5", eve, "leave", before: "invite")]))
        #expect(try await hear(made) == [.reachable(true)])
    }

    @Test func `M19: a room that goes on as another is followed`() async throws {
        let (server, made) = try await prepared()
        server.answer("POST /client/v3/join/", .json(#"{"room_id":"!next"}"#))
        server.answer(
            "GET /client/v3/sync",
            synced([
                event(
                    "$t", #"{"replacement_room":"!next"}"#, type: "m.room.tombstone",
                    more: #""state_key":"""#)
            ]))
        #expect(try await hear(made).isEmpty)
        #expect(await made.rooms.room(of: ada) == "!next")
        #expect(server.calls("PUT /client/v3/user/").last?.body.contains("!next") == true)
    }

    @Test func `M23: an encrypted room is told of once, and another is offered`() async throws {
        let (server, made) = try await prepared()
        server.answer("POST /client/v3/createRoom", .json(#"{"room_id":"!open"}"#))
        server.answer(
            "GET /client/v3/sync",
            synced([
                event(
                    "$e", #"{"algorithm":"m.megolm.v1.aes-sha2"}"#, type: "m.room.encryption",
                    more: #""state_key":"""#),
                event("$x", #"{"ciphertext":"…"}"#, type: "m.room.encrypted"),
                event("$y", #"{"ciphertext":"…"}"#, type: "m.room.encrypted"),
            ]))
        for _ in 0..<2 { #expect(try await hear(made).isEmpty) }
        let told = server.calls("PUT /client/v3/rooms/\(room.percentEncoded)/send/m.room.message/")
        #expect(Set(told.map(\.path)).count == 1 && told[0].body.contains("Locked."))
        let offered = server.calls("POST /client/v3/createRoom")
        #expect(offered.count == 1)
        let asked = server.calls("PUT /client/v3/rooms/%21open/state/m.room.member/")
        #expect(asked.count == 1 && asked[0].body.contains(#""is_direct":true"#))
        #expect(offered[0].body.contains(#""history_visibility":"joined""#))
        #expect(!offered[0].body.contains("m.room.encryption"))
    }

    @Test func `what is said in a room as soon as the bot is there is heard`() async throws {
        let (server, made) = try await prepared()
        server.answer(
            "GET /client/v3/sync",
            synced([
                event(
                    "$a", #"{"membership":"join"}"#, type: "m.room.member",
                    more: "\"state_key\":\"\(ada)\""), event("$old", said("old")),
                event(
                    "$i", #"{"membership":"invite"}"#, type: "m.room.member",
                    more: "\"state_key\":\"\(bot)\""), member("$j", bot, "join", before: "invite"),
                event("$s", said("hello")),
            ]))
        #expect(
            try await hear(made) == [
                .opened, .text(message: MessageID("$s"), Hushed("hello"), replyTo: nil),
            ])
    }
}
