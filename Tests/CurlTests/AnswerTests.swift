import Curl
import Messenger
import Testing

@Suite("Answers come as they are", .timeLimit(.minutes(40)))
struct AnswerTests {
    @Test("One connection carries many exchanges")
    func reuse() async throws {
        try await onStage(
            script: { request, peer in
                peer.answer(body: Array(request.target.utf8))
                return .keep
            },
            play: { server, client in
                for number in 1...5 {
                    let response = try await client.exchange(.get(server.url("/\(number)")))
                    #expect(response.status == 200)
                    #expect(response.text == "/\(number)")
                }
                #expect(server.connections == 1)
                #expect(server.requests.allSatisfy { $0.header("user-agent") == "TalkAboutIt" })
            })
    }

    @Test("Too many requests is an answer, with its header")
    func tooManyRequests() async throws {
        try await onStage(
            script: { _, peer in
                peer.answer("429 Too Many Requests", headers: ["Retry-After: 7"])
                return .keep
            },
            play: { server, client in
                let response = try await client.exchange(.get(server.url("/")))
                #expect(response.status == 429)
                #expect(response.header("retry-after") == "7")
                #expect(response.text == "ok")
            })
    }

    @Test("Interim answers and trailers leave no trace")
    func interim() async throws {
        try await onStage(
            script: { _, peer in
                peer.write("HTTP/1.1 100 Continue\r\nX-Interim: 1\r\n\r\n")
                peer.write("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n")
                peer.write(
                    "HTTP/1.1 201 Created\r\nX-Final: a:b \r\nTransfer-Encoding: chunked\r\n\r\n")
                peer.write("2\r\nhi\r\n0\r\nX-Trailer: 1\r\n\r\n")
                return .keep
            },
            play: { server, client in
                let response = try await client.exchange(.get(server.url("/")))
                #expect(response.status == 201)
                #expect(response.text == "hi")
                #expect(response.headers.map(\.name) == ["X-Final", "Transfer-Encoding"])
                #expect(response.header("x-final") == "a:b")
            })
    }

    @Test("A redirect is an answer and nobody follows it")
    func redirect() async throws {
        try await onStage(
            script: { _, peer in
                peer.answer("302 Found", headers: ["Location: /elsewhere"])
                return .keep
            },
            play: { server, client in
                let response = try await client.exchange(.get(server.url("/bot")))
                #expect(response.status == 302)
                #expect(response.header("location") == "/elsewhere")
                #expect(server.requests.map(\.target) == ["/bot"])
            })
    }

    @Test("A compressed answer is unpacked")
    func compressed() async throws {
        let packed: [UInt8] = [
            31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 203, 72, 205, 201, 201, 7, 0, 134, 166, 16, 54, 5, 0,
            0, 0,
        ]
        try await onStage(
            script: { _, peer in
                peer.answer(headers: ["Content-Encoding: gzip"], body: packed)
                return .keep
            },
            play: { server, client in
                let response = try await client.exchange(.get(server.url("/")))
                #expect(response.text == "hello")
                #expect(server.requests.first?.header("accept-encoding") == "gzip")
            })
    }

    @Test("A long poll holds up no send")
    func pollBesideSend() async throws {
        try await onStage(
            script: { request, peer in
                if request.target == "/poll" { peer.waitForDeparture() } else { peer.answer() }
                return .keep
            },
            play: { server, client in
                var poll = HTTPRequest.get(server.url("/poll"))
                poll.waitsLong = true
                let polling = Task { [poll] in try await client.exchange(poll) }
                var arrivals = server.arrivals.makeAsyncIterator()
                #expect(await arrivals.next()?.target == "/poll")
                for _ in 1...20 {
                    _ = try await client.exchange(.post(server.url("/send"), "a"))
                }
                // Had one of them waited for the poll's end, it would have timed out by now.
                #expect(server.connections == 2)
                polling.cancel()
                await #expect(throws: HTTPFault.cancelled) { try await polling.value }
            })
    }
}
