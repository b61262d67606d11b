import Curl
import Messenger
import Testing

@Suite("Requests leave as they were made", .timeLimit(.minutes(40)))
struct RequestTests {
    private func sent(_ make: (LoopbackServer) -> HTTPRequest) async throws
        -> LoopbackServer.Received
    {
        var received: LoopbackServer.Received?
        try await onStage(
            script: { request, peer in
                peer.answer(body: request.body)
                return .keep
            },
            play: { server, client in
                let response = try await client.exchange(make(server))
                received = server.requests.first
                #expect(response.body == received?.body)
            })
        return try #require(received)
    }

    @Test("GET carries its headers in order and nothing of its own body")
    func get() async throws {
        let received = try await sent {
            HTTPRequest(
                method: .get, url: $0.url("/a?b=%20c"),
                headers: [("X-Two", "2"), ("X-Empty", ""), ("X-One", "1: one")])
        }
        #expect(received.method == "GET")
        #expect(received.target == "/a?b=%20c")
        let own = received.headers.filter { $0.name.hasPrefix("X-") }
        #expect(own.map(\.name) == ["X-Two", "X-Empty:", "X-One"])
        #expect(own.map(\.value) == ["2", "", "1: one"])
        #expect(received.header("content-length") == nil)
        #expect(received.header("content-type") == nil)
    }

    @Test("POST and PUT carry bytes", arguments: [HTTPRequest.Method.post, .put])
    func bytes(method: HTTPRequest.Method) async throws {
        // Longer than libcurl's buffers, zeros included.
        let body = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        let received = try await sent {
            HTTPRequest(
                method: method, url: $0.url("/"),
                body: .bytes(body, contentType: "application/json"))
        }
        #expect(received.method == method.rawValue)
        #expect(received.body == body)
        #expect(received.header("content-type") == "application/json")
        #expect(received.header("expect") == nil)
    }

    @Test("POST without a body has length 0 and no type")
    func emptyPost() async throws {
        let received = try await sent { HTTPRequest(method: .post, url: $0.url("/")) }
        #expect(received.method == "POST")
        #expect(received.header("content-length") == "0")
        #expect(received.header("content-type") == nil)
    }

    @Test("A multipart body carries fields and files whole", arguments: [0, 17, 2_000_000])
    func multipart(size: Int) async throws {
        let file = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let received = try await sent {
            HTTPRequest(
                method: .post, url: $0.url("/"),
                body: .multipart([
                    HTTPRequest.Field(name: "chat_id", bytes: Array("42".utf8)),
                    HTTPRequest.Field(
                        name: "document", bytes: file, fileName: "export.bin",
                        contentType: "application/octet-stream"),
                ]))
        }
        let type = try #require(received.header("content-type"))
        let prefix = "multipart/form-data; boundary="
        try #require(type.hasPrefix(prefix))
        let boundary = type.dropFirst(prefix.count)
        let expected =
            Array(
                """
                --\(boundary)\r
                Content-Disposition: form-data; name="chat_id"\r
                \r
                42\r
                --\(boundary)\r
                Content-Disposition: form-data; name="document"; filename="export.bin"\r
                Content-Type: application/octet-stream\r
                \r\n
                """.utf8) + file + Array("\r\n--\(boundary)--\r\n".utf8)
        #expect(received.body == expected)
        #expect(received.header("expect") == nil)
    }

    @Test(
        "What is no plain http address is refused",
        arguments: [
            "file:///etc/hostname", "ftp://127.0.0.1/", "gopher://127.0.0.1/", "127.0.0.1/path",
            "//127.0.0.1/", "", "http://", "http:///path", "https://?", "http://127.0.0.1/a b",
            "http://127.0.0.1/\r\nX: y", "http://127.0.0.1/\0", "http://127.0.0.1/ü",
            "http://127.0.0.1:99999/", "http://[::1", "http:/127.0.0.1",
        ])
    func badAddress(url: String) async throws {
        try await withClient { client in
            try await #expect(client.fault(of: .get(Hushed(url))) == .invalid)
        }
    }

    @Test("Nothing in a request can start a line of its own")
    func injection() async throws {
        let url = Hushed("http://127.0.0.1:9/")
        func field(name: String = "a", fileName: String? = nil, type: String? = nil) -> HTTPRequest
        {
            let field = HTTPRequest.Field(
                name: name, bytes: [1], fileName: fileName, contentType: type)
            return HTTPRequest(method: .post, url: url, body: .multipart([field]))
        }
        let requests = [
            HTTPRequest(method: .get, url: url, headers: [("X", "a\r\nY: b")]),
            HTTPRequest(method: .get, url: url, headers: [("X", "a\0b")]),
            HTTPRequest(method: .get, url: url, headers: [("X: a\r\nY", "b")]),
            HTTPRequest(method: .get, url: url, headers: [("", "b")]),
            HTTPRequest(method: .post, url: url, body: .bytes([], contentType: "a\r\nY: b")),
            field(name: "a\r\nb"), field(fileName: "a\r\nb"), field(type: "a\r\nY: b"),
        ]
        try await withClient { client in
            for request in requests {
                try await #expect(client.fault(of: request) == .invalid)
            }
        }
    }
}
