import NIOCore
import NIOPosix

@testable import LocalChat

/// A served platform and the plainest of clients: one connection a request, bytes as they come.
struct Wire {
    let chat: LocalChat
    let clock: HandClock
    let port: Int

    /// Serves during `body`.
    static func serving(
        nextDay: (@Sendable () async throws -> Void)? = nil,
        _ body: @Sendable (Wire) async throws -> Void
    ) async throws {
        let clock = HandClock()
        var configuration = World.configuration(clock)
        configuration.nextDay = nextDay
        let chat = try LocalChat(configuration: configuration)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await chat.run() }
            let port = try await chat.port()
            try await body(Wire(chat: chat, clock: clock, port: port))
            group.cancelAll()
            // A server that was cancelled says so.
            while let result = await group.nextResult() { _ = result }
        }
    }

    struct Answer {
        let status: Int
        let head: String
        let body: String

        var json: JSON? {
            // Nil for what is no JSON: tests then fail on what they miss.
            try? JSON(reading: body.utf8)
        }
    }

    /// Sends one request. A connection that ends without an answer gives status 0.
    func send(
        _ method: String, _ path: String, headers: [String] = [], host: String? = nil,
        body: String = ""
    ) async throws -> Answer {
        let lines =
            ["\(method) \(path) HTTP/1.1", "Host: \(host ?? "127.0.0.1:\(port)")"]
            + ["Connection: close", "Content-Length: \(body.utf8.count)"] + headers
        let text = lines.joined(separator: "\r\n") + "\r\n\r\n" + body
        let received = try await exchange(ByteBuffer(string: text))
        let halves = received.split(separator: "\r\n\r\n", maxSplits: 1)
        let status = received.split(separator: " ").dropFirst().first.flatMap { Int($0) }
        return Answer(
            status: status ?? 0, head: halves.first.map(String.init) ?? "",
            body: halves.count > 1 ? String(halves[1]) : "")
    }

    /// A call of the page's API.
    func api(_ method: String, _ path: String, body: String = "") async throws -> Answer {
        try await send(
            method, "/api/" + path, headers: ["Authorization: Bearer page-token"], body: body)
    }

    private func exchange(_ request: ByteBuffer) async throws -> String {
        let connection = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
                        wrappingChannelSynchronously: channel)
                }
            }
        return try await connection.executeThenClose { inbound, outbound in
            try await outbound.write(request)
            var received = ""
            do {
                for try await piece in inbound { received += String(buffer: piece) }
            } catch is IOError {
                // A reset is an end like another; what came before it counts.
            }
            return received
        }
    }
}
