import Testing

@testable import LocalChat

@Suite(.timeLimit(.minutes(40))) struct ServerTests {
    private let bot = "/bot\(World.token)/"

    @Test func parametersComeInAllFourForms() async throws {
        try await Wire.serving { wire in
            _ = try await wire.api("POST", "people/\(World.ada)/start")
            let chat = World.ada
            let form = "application/x-www-form-urlencoded"
            let part = "Content-Disposition: form-data; name="
            let forms: [(path: String, type: String, body: String)] = [
                ("sendMessage?chat_id=\(chat)&text=a%20b", "text/plain", ""),
                ("sendMessage", form, "chat_id=\(chat)&text=a+b"),
                ("SENDMESSAGE", "application/json", "{\"chat_id\":\(chat),\"text\":\"a b\"}"),
                (
                    "sendMessage", "multipart/form-data; boundary=q",
                    "--q\r\n\(part)\"chat_id\"\r\n\r\n\(chat)\r\n--q\r\n\(part)\"text\"\r\n\r\n"
                        + "a b\r\n--q--\r\n"
                ),
            ]
            for form in forms {
                let answer = try await wire.send(
                    "POST", bot + form.path, headers: ["Content-Type: \(form.type)"],
                    body: form.body)
                #expect(answer.json?["result"]?["text"] == "a b")
            }
            #expect(await wire.chat.calls().count == 4)
        }
    }

    @Test func aClientThatAsksFirstIsToldToGoOn() async throws {
        try await Wire.serving { wire in
            let answer = try await wire.send(
                "POST", bot + "getMe", headers: ["Expect: 100-continue"], body: "a")
            #expect(answer.status == 100)
            #expect(answer.body.hasPrefix("HTTP/1.1 200 OK"))
        }
    }

    @Test func wrongTokensAndPathsAreRefused() async throws {
        try await Wire.serving { wire in
            let wrong = try await wire.send("GET", "/bot123:no/getMe")
            #expect(wrong.status == 401)
            #expect(wrong.json?["description"] == "Unauthorized")
            #expect(try await wire.send("GET", "/bot123").status == 404)
            #expect(try await wire.send("GET", bot + "nothing").status == 404)
            #expect(try await wire.send("GET", "/file/bot123:no/x").status == 401)
            #expect(try await wire.send("GET", "/elsewhere").status == 404)
            #expect(try await wire.send("GET", bot + "test/getMe").status == 200)
            let bad = try await wire.send(
                "POST", bot + "sendMessage", headers: ["Content-Type: application/json"],
                body: "{")
            #expect(bad.status == 400)
        }
    }

    @Test func thePageIsServedWithAStrictPolicy() async throws {
        try await Wire.serving { wire in
            let page = try await wire.send("GET", "/")
            #expect(page.status == 200)
            #expect(page.body.contains("anyone at this computer can read both sides"))
            #expect(page.head.contains("default-src 'none'"))
            #expect(!page.head.lowercased().contains("access-control"))
            for name in ["page.js", "phone.js", "page.css", "icon.svg"] {
                #expect(try await wire.send("GET", "/" + name).status == 200)
            }
            #expect(try await wire.send("GET", "/../LocalChat.swift").status == 404)
            #expect(try await wire.send("GET", "/?phone=1").status == 200)
            let address = try await wire.chat.pageAddress()
            #expect(address == "http://127.0.0.1:\(wire.port)/#page-token")
        }
    }

    @Test func theAPIIsForThisPageAlone() async throws {
        try await Wire.serving { wire in
            #expect(try await wire.api("GET", "state").status == 200)
            let token = "Authorization: Bearer page-token"
            let strangers: [(headers: [String], host: String?)] = [
                ([], nil), (["Authorization: Bearer page-tokeN"], nil),
                (["Authorization: page-token"], nil), ([token], "evil.example:\(wire.port)"),
                ([token], "127.0.0.1"), ([token, "Origin: http://evil.example"], nil),
                ([token, "Origin: null"], nil),
                ([token, "Origin: http://127.0.0.1:1"], nil),
                ([token, "Sec-Fetch-Site: cross-site"], nil),
            ]
            for stranger in strangers {
                let answer = try await wire.send(
                    "GET", "/api/state", headers: stranger.headers, host: stranger.host)
                #expect(answer.status == 403, "\(stranger.headers)")
            }
            #expect(
                try await wire.send(
                    "GET", "/api/state",
                    headers: [token, "Origin: http://localhost:\(wire.port)"],
                    host: "localhost:\(wire.port)"
                ).status == 200)
            #expect(try await wire.send("GET", "/", host: "evil.example").status == 403)
        }
    }

    @Test func aPersonActsOverTheControlAPI() async throws {
        try await Wire.serving { wire in
            let met = try await wire.api(
                "POST", "people", body: "{\"name\":\"Cleo\",\"language\":\"de\"}")
            let chat = try #require(met.json?["chat"]?.number)
            for (act, body) in [
                ("start", "{\"payload\":\"abc\"}"), ("say", "{\"text\":\"Hallo\"}"),
                ("send", "{\"kind\":\"sticker\"}"), ("edit", "{\"message\":2,\"text\":\"He\"}"),
                ("press", "{\"message\":9,\"data\":\"d\"}"), ("delete", "{\"message\":1}"),
                ("block", "{\"blocked\":true}"), ("attach?kind=voice&seconds=3", "OggS"),
            ] {
                let answer = try await wire.api("POST", "people/\(chat)/\(act)", body: body)
                #expect(answer.status == (act.hasPrefix("attach") ? 400 : 200), "\(act)")
            }
            let updates = try await wire.send("GET", bot + "getUpdates").json?["result"]?.items
            #expect(updates?.count == 6)
            #expect(updates?.first?["message"]?["text"] == "/start abc")
            #expect(updates?.first?["message"]?["from"]?["language_code"] == "de")
            let seen = try await wire.api("GET", "changes?chats=\(chat)&after=0&wait=5")
            #expect(seen.json?["chats"]?.items?.first?["messages"]?.items?.count == 2)
            #expect(try await wire.api("POST", "people/7/say", body: "{}").status == 400)
            #expect(try await wire.api("POST", "people/\(chat)/fly").status == 404)
            #expect(try await wire.api("POST", "next-day").status == 404)
        }
    }

    @Test func theDayIsTurnedByTheProgramAround() async throws {
        let clock = HandClock()
        let nextDay: @Sendable () async throws -> Void = { clock.pass(86_400) }
        try await Wire.serving(nextDay: nextDay) { wire in
            let before = clock.now
            let turned = try await wire.api("POST", "next-day")
            #expect(turned.status == 200)
            #expect(clock.now == before + 86_400)
            let state = try await wire.api("GET", "state")
            #expect(state.json?["canTurnDay"] == true)
        }
    }

    @Test func connectionsBreakOnPurpose() async throws {
        try await Wire.serving { wire in
            let fault = "{\"kind\":\"cut\",\"method\":\"getMe\",\"bytes\":9}"
            #expect(try await wire.api("POST", "faults", body: fault).status == 200)
            let cut = try await wire.send("GET", bot + "getMe")
            #expect(cut.status == 200 && cut.body.utf8.count == 9)
            await wire.chat.trouble(.init(.resetBefore, on: "*"))
            #expect(try await wire.send("GET", bot + "getMe").status == 0)
            #expect(try await wire.send("GET", bot + "getMe").status == 200)
            #expect(try await wire.api("POST", "faults", body: "{}").status == 400)
            let calls = try await wire.api("GET", "calls?after=1").json?["calls"]?.items
            #expect(calls?.map { $0["status"] } == [0, 200])
        }
    }

    @Test func peopleAreWaitedForInProcess() async throws {
        try await Wire.serving { wire in
            let dora = try await wire.chat.person(named: "Dora")
            try await wire.chat.say("/start", as: dora)
            async let answered = wire.chat.messages(of: dora) { $0.count == 2 }
            _ = try await wire.send(
                "POST",
                bot + "sendMessage?chat_id=\(dora.chat)&text=Hi&reply_markup="
                    + "%7B%22inline_keyboard%22%3A%5B%5B%7B%22text%22%3A%22Go%22%2C"
                    + "%22callback_data%22%3A%22g%22%7D%5D%5D%7D")
            #expect(try await answered.last?.text == "Hi")
            try await wire.chat.press("Go", as: dora)
            await #expect(throws: LocalChat.TimedOut.self) {
                try await wire.chat.messages(of: dora, within: .milliseconds(20)) {
                    $0.count == 3
                }
            }
        }
    }

    @Test func itStopsAlthoughAPollWaits() async throws {
        try await Wire.serving { wire in
            async let poll = wire.send("GET", bot + "getUpdates?timeout=50")
            while await wire.chat.platform.waitingPoll == nil { await Task.yield() }
            await wire.chat.platform.close()
            let answer = try await poll
            #expect(answer.json?["result"] == [])
        }
        // Leaving the block has stopped the server: the time limit is the assertion.
    }
}
