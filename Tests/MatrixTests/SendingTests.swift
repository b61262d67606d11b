import Foundation
import Messenger
import Testing

@testable import Matrix

/// What is sent, and to whom it isn't.
@Suite struct SendingTests {
    private let hello = Outgoing(parts: [.init("Hello.")])
    private let mark = Postmark("page.7.1800000000.0")

    private func prepared(
        members: [String] = [bot, ada]
    ) async throws -> (ScriptedServer, MatrixBot) {
        let server = ScriptedServer()
        server.haveRoom(members: members)
        let made = try server.madeBot()
        try await made.prepare()
        return (server, made)
    }

    private var send: String { "PUT /client/v3/rooms/\(room.percentEncoded)/send/m.room.message/" }

    @Test func `M3: the same piece has the same transaction, another has another`() async throws {
        let (server, made) = try await prepared()
        #expect(try await made.send(hello, to: adasAddress, as: mark) == MessageID("$sent"))
        _ = try await made.send(hello, to: adasAddress, as: mark)
        _ = try await made.send(hello, to: adasAddress, as: Postmark("page.8.1800000000.0"))
        // The same mark after an older copy of the folder was put back.
        _ = try await made.send(Outgoing(parts: [.init("Other.")]), to: adasAddress, as: mark)
        let paths = server.calls(send).map(\.path)
        #expect(paths.count == 4 && paths[0] == paths[1] && Set(paths).count == 3)
        // Neither the page nor the words are in an address.
        #expect(!paths.contains { $0.contains("page") || $0.contains("Hello") })
    }

    @Test func `M17: ids are escaped, whatever is in them`() async throws {
        let (server, made) = try await prepared()
        _ = try await made.send(hello, to: adasAddress, as: mark)
        #expect(
            server.calls(send).first?.path.hasPrefix(
                "/client/v3/rooms/%21room%2F%2B%25%3Aexample.org/send/") == true)
        #expect("..".percentEncoded == "%2E%2E" && "a.b".percentEncoded == "a.b")
    }

    @Test func `M25: nothing in it is markup, and nobody is called by it`() async throws {
        let (server, made) = try await prepared()
        let piece = Outgoing(parts: [
            .init("Ada: ", style: .strong),
            .init("<script>& \"@room\"\nend /today", isSomebodys: true), .init("\n/today"),
        ])
        _ = try await made.send(piece, to: adasAddress, as: mark)
        let body = try #require(server.calls(send).first?.body)
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any])
        #expect(json["msgtype"] as? String == "m.notice")
        #expect(json["body"] as? String == "Ada: <script>& \"@room\"\nend /today\n!today")
        #expect(
            json["formatted_body"] as? String
                == "<strong>Ada: </strong>&lt;script&gt;&amp; &quot;@room&quot;<br>end /today<br>!today"
        )
        #expect((json["m.mentions"] as? [String: Any])?.isEmpty == true)
    }

    @Test func `choices are in the message itself`() async throws {
        let (server, made) = try await prepared()
        var piece = hello
        piece.buttons = [
            [.init(label: "Share it then", data: "sh.5.2")], [.init(label: "Skip", data: "sk.5")],
        ]
        _ = try await made.send(piece, to: adasAddress, as: mark)
        let body = try #require(server.calls(send).first?.body)
        #expect(body.contains(#""body":"Hello.\u000a\u000a1 – Share it then\u000a2 – Skip""#))
        #expect(
            body.contains(#""io.talkaboutit.choices":[["Share it then","sh.5.2"],["Skip","sk.5"]]"#)
        )
        // A number, the words, or a reaction.
        let reaction = event(
            "$r", #"{"m.relates_to":{"rel_type":"m.annotation","event_id":"$sent","key":"1️⃣"}}"#,
            type: "m.reaction")
        server.answer(
            "GET /client/v3/sync",
            synced([
                event("$0", said("2")), event("$sent", by: bot, body), event("$1", said("2")),
                event("$2", said("skip")), reaction,
            ]))
        let items = try await made.receive(from: Cursor("s1|0")).items
        #expect(
            items.map(\.event)
                // What was typed before it passed by chooses nothing of it.
                == [.text(message: MessageID("$0"), Hushed("2"), replyTo: nil)]
                + ["sk.5", "sk.5", "sh.5.2"].map {
                    .pressed(callback: "", message: nil, data: $0)
                })
    }

    /// After a start nothing is remembered: the message says what it let choose.
    @Test func `choices are found again after a start`() async throws {
        let (server, made) = try await prepared()
        let asked = event(
            "$old", by: bot,
            #"{"msgtype":"m.notice","body":"?","io.talkaboutit.choices":[["Skip","sk.5"]]}"#)
        server.answer(
            "GET /client/v3/rooms/\(room.percentEncoded)/messages", .json("{\"chunk\":[\(asked)]}"))
        server.answer("GET /client/v3/rooms/\(room.percentEncoded)/event/%24old", .json(asked))
        // Somebody else's message chooses nothing, whatever is in it.
        server.answer(
            "GET /client/v3/rooms/\(room.percentEncoded)/event/%24forged",
            .json(asked.replacing(bot, with: ada)))
        func reaction(_ id: String, _ to: String) -> String {
            event(
                id,
                #"{"m.relates_to":{"rel_type":"m.annotation","event_id":"\#(to)","key":"1️⃣"}}"#,
                type: "m.reaction")
        }
        server.answer(
            "GET /client/v3/sync",
            synced([
                event("$1", said("1")), reaction("$2", "$old"), reaction("$3", "$forged"),
                reaction("$4", "$gone"),
            ]))
        let items = try await made.receive(from: Cursor("s1|0")).items
        #expect(
            items.map(\.event)
                == Array(repeating: .pressed(callback: "", message: nil, data: "sk.5"), count: 2))
    }

    @Test func `M16: where a third is, nothing private is said`() async throws {
        let (server, made) = try await prepared(members: [bot, ada, "@eve:example.org"])
        await #expect(throws: Fault.recipientGone) {
            try await made.send(hello, to: adasAddress, as: mark)
        }
        #expect(server.calls(send).isEmpty)
    }

    @Test func `M16: the server is asked who is there before what the other wrote is said`()
        async throws
    {
        let (server, made) = try await prepared()
        _ = try await made.send(hello, to: adasAddress, as: mark)
        server.haveRoom(members: [bot, ada, "@eve:example.org"])
        var reveal = Outgoing(parts: [.init("Ben: my hands", isSomebodys: true)])
        reveal.isProtected = true
        await #expect(throws: Fault.recipientGone) {
            try await made.send(reveal, to: adasAddress, as: mark)
        }
    }

    @Test func `M5: what may have been sent long ago is looked for first`() async throws {
        let (server, made) = try await prepared()
        _ = try await made.send(hello, to: adasAddress, as: mark)
        let transaction = String(server.calls(send)[0].path.split(separator: "/").last ?? "")
        let sent = event(
            "$before", by: bot,
            "{\"msgtype\":\"m.notice\",\"body\":\"Hello.\",\"io.talkaboutit.letter\":\"\(transaction)\"}"
        )
        server.answer(
            "GET /client/v3/rooms/\(room.percentEncoded)/messages", .json("{\"chunk\":[\(sent)]}"))
        let old = Postmark(mark.text.text, isOld: true)
        #expect(try await made.send(hello, to: adasAddress, as: old) == MessageID("$before"))
        #expect(server.calls(send).count == 1)
        // Another one isn't there, and goes.
        _ = try await made.send(hello, to: adasAddress, as: Postmark("other", isOld: true))
        #expect(server.calls(send).count == 2)
    }

    @Test func `a picture goes up first, and its caption is the text`() async throws {
        let (server, made) = try await prepared()
        server.answer("POST /media/v3/upload", .json(#"{"content_uri":"mxc://example.org/abc"}"#))
        let piece = Outgoing(
            parts: [.init("Our loop")], attachment: .photo(name: "picture.png", bytes: [1, 2, 3]))
        _ = try await made.send(piece, to: adasAddress, as: mark)
        let body = try #require(server.calls(send).first?.body)
        for part in [
            #""msgtype":"m.image""#, #""body":"Our loop""#, #""filename":"picture.png""#,
            #""url":"mxc://example.org/abc""#, #""size":3"#,
        ] { #expect(body.contains(part), "\(part)") }
    }

    @Test func `a recording is sent anew`() async throws {
        let (server, made) = try await prepared()
        let piece = Outgoing(
            parts: [], attachment: .voice(reference: Hushed("mxc://example.org/v")))
        _ = try await made.send(piece, to: adasAddress, as: mark)
        let body = try #require(server.calls(send).first?.body)
        #expect(body.contains(#""msgtype":"m.audio""#) && body.contains("mxc://example.org/v"))
        #expect(body.contains("org.matrix.msc3245.voice"))
    }

    @Test func `nobody is written to who has no room, or on another platform`() async throws {
        let (_, made) = try await prepared()
        await #expect(throws: Fault.recipientGone) {
            try await made.send(
                hello, to: Address(platform: "matrix", chat: "@eve:example.org"), as: mark)
        }
        for address in [
            Address(platform: "telegram", chat: ada), Address(platform: "matrix", chat: "7"),
        ] {
            await #expect(throws: Fault.refused(reason: "address")) {
                try await made.send(hello, to: address, as: mark)
            }
        }
        await #expect(throws: Fault.refused(reason: "empty")) {
            try await made.send(Outgoing(parts: [.init(" \n")]), to: adasAddress, as: mark)
        }
    }

    @Test(arguments: [(200, true), (403, false), (404, true)])
    func `taking a message out of a room`(status: Int, isGone: Bool) async throws {
        let (server, made) = try await prepared()
        let code = status == 403 ? "M_FORBIDDEN" : "M_NOT_FOUND"
        server.answer(
            "PUT /client/v3/rooms/\(room.percentEncoded)/redact/",
            .json(
                status == 200 ? "{\"event_id\":\"$r\"}" : "{\"errcode\":\"\(code)\"}",
                status: status))
        #expect(try await made.delete(MessageID("$x"), at: adasAddress) == isGone)
    }

    @Test func `M3: what was sent into another room of theirs isn't sent into this one`()
        async throws
    {
        for isThere in [false, true] {
            let server = ScriptedServer()
            server.haveRoom()
            let made = try server.madeBot()
            try await made.prepare()
            let piece = Outgoing(parts: [.init("Hello.")])
            let mark = MatrixBot.transaction(Postmark("1"), piece)
            await made.rooms.add("!other", for: ada)
            server.answer(
                "GET /client/v3/rooms/%21other/messages",
                .json(
                    "{\"chunk\":[\(event("$before", by: bot, "{\"msgtype\":\"m.notice\",\"body\":\"x\",\"\(MessageContent.member)\":\"\(isThere ? mark : "another")\"}"))]}"
                ))
            let id = try await made.send(piece, to: adasAddress, as: Postmark("1"))
            #expect(id == MessageID(isThere ? "$before" : "$sent"))
            let sent = server.calls("PUT /client/v3/rooms/\(room.percentEncoded)/send/")
            #expect(sent.count == (isThere ? 0 : 1))
        }
    }
}
