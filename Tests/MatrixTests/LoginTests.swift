import Messenger
import Testing

@testable import Matrix

/// Getting in, and staying in.
@Suite struct LoginTests {
    private let own = "@bot:example.org"

    private func password() throws -> Credentials {
        .password(user: try UserID(own), Hushed("CANARY-password"), device: "TALK")
    }

    private let loggedIn = HTTPResponse.json(
        """
        {"user_id":"@bot:example.org","device_id":"TALK","access_token":"CANARY-first",\
        "refresh_token":"CANARY-refresh","expires_in_ms":300000}
        """)

    @Test func `M4: a password makes a login, always of the same device`() async throws {
        let server = ScriptedServer()
        server.haveRoom()
        server.answer("POST /client/v3/login", loggedIn)
        let saved = Noted<Login>()
        let made = try server.madeBot(
            try password(),
            save: { login in
                saved.note(login)
                return true
            })
        try await made.prepare()
        let body = try #require(server.calls("POST /client/v3/login").first?.body)
        #expect(body.contains(#""device_id":"TALK""#) && body.contains(#""refresh_token":true"#))
        #expect(saved.all.map(\.device) == ["TALK"])
        #expect(server.calls.last?.token == "Bearer CANARY-first")
        // The next run goes on with it.
        let next = try server.madeBot(try password(), saved: saved.all.first)
        try await next.prepare()
        #expect(server.calls("POST /client/v3/login").count == 1)
    }

    @Test func `M10: a token that has run out is renewed once, and saved before it is used`()
        async throws
    {
        let server = ScriptedServer()
        server.haveRoom()
        server.answer("POST /client/v3/login", loggedIn)
        server.answer(
            "POST /client/v3/refresh",
            .json(#"{"access_token":"CANARY-second","refresh_token":"CANARY-refresh2"}"#))
        let order = Noted<String>()
        let made = try server.madeBot(
            try password(),
            save: { login in
                order.note("saved \(login.token.secret), then \(server.calls.count) calls")
                return true
            })
        try await made.prepare()
        server.answer(
            "GET /client/v3/sync",
            .json(
                #"{"errcode":"M_UNKNOWN_TOKEN","error":"expired","soft_logout":true}"#, status: 401),
            .json(#"{"next_batch":"s5"}"#))
        async let first = made.receive(from: Cursor("s1|0"))
        _ = try await first
        #expect(server.calls("POST /client/v3/refresh").count == 1)
        #expect(server.calls.last?.token == "Bearer CANARY-second")
        let refresh = try #require(server.calls.firstIndex { $0.path == "/client/v3/refresh" })
        // Nothing is asked with it before it is saved.
        #expect(order.all.last == "saved CANARY-second, then \(refresh + 1) calls")
    }

    @Test func `M10: one that can't be saved isn't used`() async throws {
        let server = ScriptedServer()
        server.haveRoom()
        server.answer("POST /client/v3/login", loggedIn)
        let made = try server.madeBot(try password(), save: { _ in false })
        await #expect(throws: Fault.unreachable(sent: false)) { try await made.prepare() }
        #expect(server.calls.map(\.path) == ["/client/v3/login"])
    }

    @Test func `M11: a login that is gone is told, and no password is tried for it`() async throws {
        let server = ScriptedServer()
        server.haveRoom()
        server.answer("POST /client/v3/login", loggedIn)
        let made = try server.madeBot(try password())
        try await made.prepare()
        server.answer(
            "GET /client/v3/sync",
            .json(#"{"errcode":"M_UNKNOWN_TOKEN","error":"gone","soft_logout":false}"#, status: 401)
        )
        for _ in 0..<3 {
            await #expect(throws: Fault.unauthorised) {
                try await made.receive(from: Cursor("s1|0"))
            }
        }
        #expect(server.calls("POST /client/v3/login").count == 1)
    }

    @Test func `at a start, one that is gone is made anew by the password`() async throws {
        let server = ScriptedServer()
        server.haveRoom()
        server.answer("POST /client/v3/login", loggedIn)
        server.answer(
            "GET /client/v3/account/whoami",
            .json(#"{"errcode":"M_UNKNOWN_TOKEN","error":"gone"}"#, status: 401),
            .json("{\"user_id\":\"\(own)\"}"))
        let old = Login(
            user: try UserID(own), device: "TALK", token: try AccessToken("CANARY-old"),
            refresh: nil)
        let made = try server.madeBot(try password(), saved: old)
        try await made.prepare()
        #expect(server.calls("POST /client/v3/login").count == 1)
    }

    @Test func `a wrong password is tried once`() async throws {
        let server = ScriptedServer()
        server.answer(
            "POST /client/v3/login", .json(#"{"errcode":"M_FORBIDDEN","error":"no"}"#, status: 403))
        let made = try server.madeBot(try password())
        await #expect(throws: Fault.unauthorised) { try await made.prepare() }
        #expect(server.calls("POST /client/v3/login").count == 1)
    }

    @Test func `a token of another account is none`() async throws {
        let server = ScriptedServer()
        server.haveRoom()
        server.answer("GET /client/v3/account/whoami", .json(#"{"user_id":"@eve:example.org"}"#))
        let made = try server.madeBot()
        await #expect(throws: Fault.unauthorised) { try await made.prepare() }
    }

    /// M28: no secret is in an address, and none prints itself.
    @Test func `M28: the token is in a header alone`() async throws {
        let server = ScriptedServer()
        server.haveRoom()
        let made = try server.madeBot()
        try await made.prepare()
        _ = try await made.receive(from: Cursor("s1|0"))
        #expect(server.calls.allSatisfy { $0.token == "Bearer CANARY-token" })
        #expect(!server.calls.contains { ($0.path + $0.query + $0.body).contains("CANARY") })
        let token = try AccessToken("CANARY-token")
        let login = Login(user: try UserID(own), device: "D", token: token, refresh: token)
        #expect(!"\(token) \(login)".contains("CANARY"))
        var dumped = ""
        dump(login, to: &dumped)
        #expect(!dumped.contains("CANARY"))
    }

    @Test(arguments: ["", " ", "a b", "ü", String(repeating: "x", count: 5_000)])
    func `what is no token`(text: String) {
        #expect(throws: AccessToken.Malformed.self) { try AccessToken(text) }
    }

    @Test(arguments: [
        "", "bot", "@bot", "@:x", "bot:x", "@b:", "@b c:x",
        "@\(String(repeating: "b", count: 300)):x",
    ])
    func `what is no account`(text: String) {
        #expect(throws: UserID.Malformed.self) { try UserID(text) }
    }
}

/// What `talkaboutit check` asks.
@Suite struct LoginQuestionTests {
    private func word(
        _ answer: HTTPResponse?, flows: String = #"[{"type":"m.login.password"}]"#
    ) async throws -> HomeServerWord {
        let server = ScriptedServer()
        server.answer("GET /client/v3/login", .json("{\"flows\":\(flows)}"))
        guard let answer else {
            let credentials = Credentials.password(
                user: try UserID(bot), Hushed("CANARY-password"), device: "TALK")
            let word = try await server.madeBot(credentials).askAboutLogin()
            // The password isn't tried, and no login is made.
            #expect(!server.calls.contains { $0.method == "POST" })
            return word
        }
        server.answer("GET /client/v3/account/whoami", answer)
        let word = try await server.madeBot().askAboutLogin()
        #expect(server.calls.count == 1)
        return word
    }

    @Test func `each answer is told apart, and nothing is changed by asking`() async throws {
        #expect(try await word(.json("{\"user_id\":\"\(bot)\"}")) == .known)
        #expect(try await word(.json(#"{"user_id":"@eve:example.org"}"#)) == .another)
        #expect(
            try await word(
                .json(#"{"errcode":"M_UNKNOWN_TOKEN","soft_logout":true}"#, status: 401)) == .known)
        #expect(
            try await word(.json(#"{"errcode":"M_UNKNOWN_TOKEN"}"#, status: 401)) == .unknown)
        #expect(try await word(.json("<html>", status: 200)) == .strange)
        #expect(try await word(nil) == .takesPasswords)
        #expect(try await word(nil, flows: #"[{"type":"m.login.sso"}]"#) == .takesNoPasswords)
        await #expect(throws: Fault.unreachable(sent: false)) {
            try await word(.json("<html>", status: 404))
        }
    }

    @Test func `M10: a login that is said to be gone is renewed, if it can be`() async throws {
        let server = ScriptedServer()
        server.haveRoom()
        let own = try UserID(bot)
        let made = try server.madeBot(
            .token(user: own, AccessToken("CANARY-old"), refresh: AccessToken("CANARY-refresh")))
        try await made.prepare()
        let gone = HTTPResponse.json(
            #"{"errcode":"M_UNKNOWN_TOKEN","error":"Token is not active","soft_logout":false}"#,
            status: 401)
        server.answer("GET /client/v3/sync", gone, .json(#"{"next_batch":"s2"}"#))
        server.answer(
            "POST /client/v3/refresh",
            .json(#"{"access_token":"CANARY-new","refresh_token":"CANARY-refresh2"}"#))
        #expect(try await made.receive(from: Cursor("s1|0")).items.isEmpty)
        #expect(server.calls.last?.token == "Bearer CANARY-new")
        // One that can't be renewed is gone indeed.
        server.answer("GET /client/v3/sync", gone)
        server.answer("POST /client/v3/refresh", gone)
        await #expect(throws: Fault.unauthorised) {
            try await made.receive(from: Cursor("s1|0"))
        }
        #expect(server.calls("POST /client/v3/refresh").count == 2)
        #expect(server.calls("POST /client/v3/login").isEmpty)
    }
}
