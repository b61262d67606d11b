import Messenger
import Testing

@testable import Matrix

/// Files, which only somebody with a login gets.
@Suite struct MediaTests {
    private let spoken = Hushed("mxc://other.org:8448/spoken")
    private let download = "GET /client/v1/media/download/other.org%3A8448/spoken"

    private func prepared() async throws -> (ScriptedServer, MatrixBot) {
        let server = ScriptedServer()
        server.haveRoom()
        let made = try server.madeBot(
            Credentials.token(
                user: try UserID(bot), AccessToken("CANARY-token"),
                refresh: AccessToken("CANARY-refresh")))
        try await made.prepare()
        return (server, made)
    }

    @Test func `M26: a file is asked for with the login, and nowhere without it`() async throws {
        let (server, made) = try await prepared()
        server.answer(
            download,
            HTTPResponse(
                status: 200, headers: [(name: "content-type", value: "audio/ogg")],
                body: [79, 103, 103]))
        #expect(
            try await made.recording(spoken) == Recording(bytes: [79, 103, 103], type: "audio/ogg"))
        let asked = server.calls.filter { $0.path.contains("media") }
        #expect(asked.map(\.path) == ["/client/v1/media/download/other.org%3A8448/spoken"])
        #expect(asked.compactMap(\.token) == ["Bearer CANARY-token"])
        #expect(asked.map(\.query) == [""])
    }

    @Test func `M26: what goes up goes up with the login`() async throws {
        let (server, made) = try await prepared()
        server.answer("POST /media/v3/upload", .json(#"{"content_uri":"mxc://example.org/abc"}"#))
        let piece = Outgoing(
            parts: [.init("Our loop")], attachment: .photo(name: "picture.png", bytes: [1, 2, 3]))
        _ = try await made.send(piece, to: adasAddress, as: Postmark("1"))
        let sent = server.calls("POST /media/v3/upload")
        #expect(sent.compactMap(\.token) == ["Bearer CANARY-token"])
        #expect(sent.map(\.body) == ["\u{1}\u{2}\u{3}"])
    }

    @Test func `M26: what is longer than is taken along is as good as gone`() async throws {
        let call = try #require(
            MatrixCall.download(spoken.text, mostBytes: Recording.longest))
        #expect(call.maximumBodyBytes == 20 << 20)
        let (server, made) = try await prepared()
        server.fail(.tooLarge)
        #expect(try await made.recording(spoken) == nil)
    }

    @Test func `M26: one that the server no longer has, or won't give, is gone`() async throws {
        let (server, made) = try await prepared()
        for (status, code) in [(404, "M_NOT_FOUND"), (403, "M_FORBIDDEN"), (400, "M_UNKNOWN")] {
            server.answer(download, .json("{\"errcode\":\"\(code)\"}", status: status))
            #expect(try await made.recording(spoken) == nil)
        }
        // What passes is waited for.
        server.answer(download, .json("<html>", status: 502))
        await #expect(throws: Fault.unreachable(sent: true)) { try await made.recording(spoken) }
    }

    @Test func `M26: for a file, too, a login that has run out is renewed`() async throws {
        let (server, made) = try await prepared()
        server.answer(
            "POST /client/v3/refresh",
            .json(#"{"access_token":"CANARY-second","refresh_token":"CANARY-refresh2"}"#))
        server.answer(
            download,
            .json(
                #"{"errcode":"M_UNKNOWN_TOKEN","error":"expired","soft_logout":true}"#, status: 401),
            HTTPResponse(status: 200, body: [79]))
        let recording = try #require(try await made.recording(spoken))
        #expect(recording.bytes == [79])
        let tokens = server.calls(download).compactMap(\.token)
        #expect(tokens == ["Bearer CANARY-token", "Bearer CANARY-second"])
    }

    @Test(arguments: [
        "https://other.org/spoken", "mxc://other.org", "mxc://other.org/", "mxc:///spoken",
        "mxc://other.org/a/b", "",
    ])
    func `M26: what is no file's address is asked for nowhere`(address: String) async throws {
        let (server, made) = try await prepared()
        let before = server.calls.count
        #expect(try await made.recording(Hushed(address)) == nil)
        #expect(server.calls.count == before)
    }

    @Test func `M26: nothing in an address leads anywhere else`() async throws {
        let (server, made) = try await prepared()
        #expect(try await made.recording(Hushed("mxc://../..")) == nil)
        #expect(server.calls.last?.path == "/client/v1/media/download/%2E%2E/%2E%2E")
    }
}
