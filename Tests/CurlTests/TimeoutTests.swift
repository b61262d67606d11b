import Curl
import Glibc
import Messenger
import Testing

@Suite("Every wait has an end", .timeLimit(.minutes(40)))
struct TimeoutTests {
    private let short = Duration.milliseconds(200)

    @Test("A server that never answers: timed out, perhaps it acted")
    func hangs() async throws {
        try await onStage(
            script: { _, peer in
                peer.waitForDeparture()
                return .close
            },
            play: { server, client in
                let request = HTTPRequest.post(server.url("/"), "a").with(timeout: short)
                let start = ContinuousClock.now
                let fault = try await client.fault(of: request)
                let took = start.duration(to: .now)
                #expect(fault == .timedOut(sent: true))
                #expect(took >= short)
                #expect(took < short + promptly)
                var departures = server.departures.makeAsyncIterator()
                #expect(await departures.next() == 1)
            })
    }

    @Test("A handshake that never ends: timed out, nothing left")
    func silentHandshake() async throws {
        let (descriptor, port) = try boundSocket(backlog: 8)
        defer { close(descriptor) }
        let url = Hushed("https://127.0.0.1:\(port)/")
        try await withClient { client in
            let request = HTTPRequest.post(url, "a").with(timeout: short)
            try await #expect(client.fault(of: request) == .timedOut(sent: false))
        }
        try await withClient(.init(connectTimeout: short)) { client in
            try await #expect(client.fault(of: .post(url, "a")) == .timedOut(sent: false))
        }
    }

    @Test("A request waiting for a free connection times out and can be cancelled there")
    func waitingInLine() async throws {
        try await onStage(
            .init(lowSpeed: nil, maximumConnectionsPerHost: 1),
            script: { request, peer in
                if request.target == "/hang" { peer.waitForDeparture() } else { peer.answer() }
                return .keep
            },
            play: { server, client in
                let hanging = Task { try await client.exchange(.get(server.url("/hang"))) }
                var arrivals = server.arrivals.makeAsyncIterator()
                _ = await arrivals.next()
                let timed = HTTPRequest.post(server.url("/timed"), "a").with(timeout: short)
                let start = ContinuousClock.now
                let fault = try await client.fault(of: timed)
                #expect(fault == .timedOut(sent: false))
                #expect(start.duration(to: .now) < promptly)
                let waiting = Task { try await client.exchange(.get(server.url("/cancelled"))) }
                let next = Task { try await client.exchange(.get(server.url("/next"))) }
                waiting.cancel()
                await #expect(throws: HTTPFault.cancelled) { try await waiting.value }
                hanging.cancel()
                try await #expect(next.value.status == 200)
                #expect(server.requests.map(\.target) == ["/hang", "/next"])
            })
    }

    @Test("A crawling answer times out")
    func crawls() async throws {
        try await onStage(
            .init(lowSpeed: .init(bytesPerSecond: 1000, over: .seconds(1))),
            script: { _, peer in
                peer.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
                // The drip is the subject here, not a means to wait for something.
                while peer.write(".") { usleep(50_000) }
                return .close
            },
            play: { server, client in
                let fault = try await client.fault(of: .get(server.url("/")))
                #expect(fault == .timedOut(sent: true))
            })
    }

    @Test("A long poll may be silent for longer than the low-speed limit")
    func silentPoll() async throws {
        try await onStage(
            .init(lowSpeed: .init(bytesPerSecond: 1000, over: .seconds(1))),
            script: { _, peer in
                usleep(3_500_000)
                peer.answer()
                return .keep
            },
            play: { server, client in
                var poll = HTTPRequest.get(server.url("/poll"))
                poll.waitsLong = true
                try await #expect(client.exchange(poll).status == 200)
            })
    }

    @Test("No time at all is a time-out, not for ever", arguments: [0, -5])
    func noTime(seconds: Int) async throws {
        try await onStage(
            script: { _, peer in
                peer.waitForDeparture()
                return .close
            },
            play: { server, client in
                let request = HTTPRequest.get(server.url("/")).with(timeout: .seconds(seconds))
                guard case .timedOut = try await client.fault(of: request) else {
                    Issue.record("no time-out")
                    return
                }
            })
    }
}
