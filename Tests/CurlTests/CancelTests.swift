import Curl
import Messenger
import Testing

@Suite("Cancelling and closing", .timeLimit(.minutes(40)))
struct CancelTests {
    private let hangs: LoopbackServer.Script = { request, peer in
        if request.target == "/hang" { peer.waitForDeparture() } else { peer.answer() }
        return .keep
    }

    @Test("A task cancelled before it asks sends nothing")
    func beforeStart() async throws {
        try await onStage(
            script: hangs,
            play: { server, client in
                let task = Task {
                    // Suspended until it was cancelled below.
                    while !Task.isCancelled { await Task.yield() }
                    return try await client.exchange(.get(server.url("/early")))
                }
                task.cancel()
                await #expect(throws: HTTPFault.cancelled) { try await task.value }
                _ = try await client.exchange(.get(server.url("/later")))
                #expect(server.requests.map(\.target) == ["/later"])
            })
    }

    @Test("Cancelling in flight ends at once and hangs up")
    func inFlight() async throws {
        try await onStage(
            script: hangs,
            play: { server, client in
                let task = Task { try await client.exchange(.get(server.url("/hang"))) }
                var arrivals = server.arrivals.makeAsyncIterator()
                _ = await arrivals.next()
                let took = await ContinuousClock().measure {
                    task.cancel()
                    await #expect(throws: HTTPFault.cancelled) { try await task.value }
                }
                #expect(took < promptly)
                var departures = server.departures.makeAsyncIterator()
                #expect(await departures.next() == 1)
            })
    }

    @Test("Cancelling after the answer changes nothing")
    func afterDone() async throws {
        try await onStage(
            script: hangs,
            play: { server, client in
                let (answers, answered) = AsyncStream<Int>.makeStream()
                let task = Task {
                    let response = try await client.exchange(.get(server.url("/")))
                    answered.yield(response.status)
                    while !Task.isCancelled { await Task.yield() }
                    return response
                }
                var iterator = answers.makeAsyncIterator()
                #expect(await iterator.next() == 200)
                task.cancel()
                try await #expect(task.value.status == 200)
                try await #expect(client.exchange(.get(server.url("/"))).status == 200)
                #expect(server.connections == 1)
            })
    }

    @Test("200 at once, cancelled in every state, each end exactly once")
    func crowd() async throws {
        try await onStage(
            .init(maximumConnectionsPerHost: 50), script: hangs,
            play: { server, client in
                let tasks = (0..<200).map { number in
                    let request = HTTPRequest.get(
                        server.url(number % 4 == 3 ? "/hang" : "/\(number)"))
                    return Task { try await client.exchange(request) }
                }
                // Some before they start, some in line, some in flight, some done.
                for number in stride(from: 0, to: 200, by: 4) { tasks[number].cancel() }
                var arrivals = server.arrivals.makeAsyncIterator()
                for _ in 0..<20 { _ = await arrivals.next() }
                for number in 0..<200 where number % 4 == 1 || number % 4 == 3 {
                    tasks[number].cancel()
                }
                for (number, task) in tasks.enumerated() {
                    switch await task.result {
                    case .success(let response): #expect(response.status == 200 && number % 4 != 3)
                    case .failure(let error):
                        #expect(error as? HTTPFault == .cancelled)
                        #expect(number % 4 != 2)
                    }
                }
                try await #expect(client.exchange(.get(server.url("/after"))).status == 200)
            })
    }

    @Test("Closing cancels what runs, promptly, and takes nothing more")
    func closing() async throws {
        try await onStage(
            script: hangs,
            play: { server, client in
                let tasks = (0..<10).map { _ in
                    Task { try await client.exchange(.get(server.url("/hang"))) }
                }
                var arrivals = server.arrivals.makeAsyncIterator()
                for _ in tasks { _ = await arrivals.next() }
                let took = await ContinuousClock().measure {
                    async let first: Void = client.close()
                    async let second: Void = client.close()
                    _ = await (first, second)
                }
                #expect(took < promptly)
                for task in tasks {
                    await #expect(throws: HTTPFault.cancelled) { try await task.value }
                }
                try await #expect(client.fault(of: .get(server.url("/"))) == .cancelled)
                await client.close()
            })
    }

    @Test("A client nobody holds ends its thread and its connections")
    func letGo() async throws {
        let answersOnce: LoopbackServer.Script = { _, peer in
            peer.answer()
            // The next read finds the connection closed.
            peer.waitForDeparture()
            return .close
        }
        try await withServer(answersOnce) { server in
            var client: CurlClient? = try CurlClient()
            _ = try await client?.exchange(.get(server.url("/")))
            client = nil
            var departures = server.departures.makeAsyncIterator()
            #expect(await departures.next() == 1)
        }
    }

    @Test("Opening and closing many leaves nothing behind")
    func manyClients() async throws {
        try await onStage(
            script: hangs,
            play: { server, _ in
                for _ in 0..<50 {
                    let client = try CurlClient()
                    let task = Task { try await client.exchange(.get(server.url("/"))) }
                    await client.close()
                    switch await task.result {
                    case .success(let response): #expect(response.status == 200)
                    case .failure(let error): #expect(error as? HTTPFault == .cancelled)
                    }
                }
            })
    }
}
