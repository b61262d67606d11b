import Curl
import Foundation
import Glibc
import Messenger
import Testing

@Suite("Faults say whose they are and whether anything left", .timeLimit(.minutes(40)))
struct FaultTests {
    @Test("Nobody listens: not connected")
    func refused() async throws {
        let (descriptor, port) = try boundSocket(backlog: nil)
        defer { close(descriptor) }
        try await withClient { client in
            let fault = try await client.fault(of: .get(Hushed("http://127.0.0.1:\(port)/")))
            #expect(fault == .notConnected(code: 7))
        }
    }

    @Test("The server reads the request and hangs up: perhaps it acted")
    func hangsUpAfterReading() async throws {
        try await onStage(
            script: { _, _ in .close },
            play: { server, client in
                let fault = try await client.fault(of: .post(server.url("/"), "a"))
                #expect(fault == .broken(code: 52, sent: true))
                #expect(server.requests.count == 1)
            })
    }

    @Test("The server hangs up at once: broken")
    func hangsUpAtOnce() async throws {
        let server = try RudeServer()
        defer { server.stop() }
        try await withClient { client in
            let fault = try await client.fault(of: .get(server.url))
            // The request meets the closed connection before, in or after being written.
            guard case .broken = fault else {
                Issue.record("\(fault)")
                return
            }
        }
    }

    @Test(
        "A POST is never repeated behind our back when a reused connection dies; a GET may be",
        arguments: ["bytes", "multipart", "none", "get"])
    func hiddenRepeat(kind: String) async throws {
        let body: HTTPRequest.Body =
            switch kind {
            case "bytes": .bytes(Array("once".utf8), contentType: "text/plain")
            case "multipart": .multipart([HTTPRequest.Field(name: "a", bytes: [1])])
            default: .none
            }
        try await onStage(
            script: { request, peer in
                if request.target == "/dies", request.connection == 1 { return .close }
                peer.answer()
                return .keep
            },
            play: { server, client in
                _ = try await client.exchange(.get(server.url("/")))
                let request = HTTPRequest(
                    method: kind == "get" ? .get : .post, url: server.url("/dies"), body: body)
                if kind == "get" {
                    let response = try await client.exchange(request)
                    #expect(response.status == 200)
                } else {
                    let fault = try await client.fault(of: request)
                    #expect(fault == .broken(code: 52, sent: true))
                }
                let dead = server.requests.filter { $0.target == "/dies" }
                #expect(dead.map(\.connection) == (kind == "get" ? [1, 2] : [1]))
            })
    }

    @Test("After a break, connections from before it are not trusted")
    func freshAfterBreak() async throws {
        let allAreIn = DispatchSemaphore(value: 0)
        try await onStage(
            script: { request, peer in
                switch request.target {
                case "/waits":
                    allAreIn.wait()
                case "/dies":
                    return .close
                default:
                    break
                }
                peer.answer(body: Array("\(request.connection)".utf8))
                return .keep
            },
            play: { server, client in
                // Three connections lie idle. One dies, and a second with it: libcurl takes that
                // up for the repeat that we refuse. The third is the one in doubt.
                let waiting = (1...3).map { _ in
                    Task { try await client.exchange(.get(server.url("/waits"))) }
                }
                var arrivals = server.arrivals.makeAsyncIterator()
                for _ in waiting { _ = await arrivals.next() }
                for _ in waiting { allAreIn.signal() }
                for task in waiting { _ = try await task.value }
                _ = try await client.fault(of: .post(server.url("/dies"), "a"))
                let after = try await client.exchange(.get(server.url("/")))
                #expect(after.text == "4")
            })
    }

    @Test("A body shorter than announced is broken, not short")
    func truncated() async throws {
        try await onStage(
            script: { _, peer in
                peer.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nonly")
                return .close
            },
            play: { server, client in
                let fault = try await client.fault(of: .get(server.url("/")))
                #expect(fault == .broken(code: 18, sent: true))
            })
    }

    @Test(
        "What is no HTTP answer is broken",
        arguments: ["garbage\r\n\r\n", "HTTP/1.1 two hundred\r\n\r\n", "HTTP/9.9 200 OK\r\n\r\n"])
    func malformed(answer: String) async throws {
        try await onStage(
            script: { _, peer in
                peer.write(answer)
                return .close
            },
            play: { server, client in
                let fault = try await client.fault(of: .get(server.url("/")))
                guard case .broken(_, sent: true) = fault else {
                    Issue.record("\(fault)")
                    return
                }
            })
    }

    @Test("An answer longer than allowed is too large, announced or not", arguments: [true, false])
    func tooLarge(announced: Bool) async throws {
        try await onStage(
            script: { request, peer in
                let body = [UInt8](repeating: 65, count: request.target == "/more" ? 1001 : 1000)
                if announced {
                    peer.answer(body: body)
                    return .keep
                }
                peer.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
                for byte in body { peer.write("1\r\n\(UnicodeScalar(byte))\r\n") }
                peer.write("0\r\n\r\n")
                return .keep
            },
            play: { server, client in
                var request = HTTPRequest.get(server.url("/enough"))
                request.maximumBodyBytes = 1000
                try await #expect(client.exchange(request).body.count == 1000)
                request.url = server.url("/more")
                try await #expect(client.fault(of: request) == .tooLarge)
            })
    }

    @Test("Headers without end are too large, interim ones too", arguments: ["200", "103"])
    func endlessHeaders(status: String) async throws {
        try await onStage(
            script: { _, peer in
                let block = "HTTP/1.1 \(status) X\r\nX: \(String(repeating: "a", count: 1000))\r\n"
                peer.write(block)
                while peer.write(status == "103" ? "\r\n" + block : "Y: b\r\n") {}
                return .close
            },
            play: { server, client in
                try await #expect(client.fault(of: .get(server.url("/"))) == .tooLarge)
            })
    }
}

/// Accepts and hangs up without reading.
private final class RudeServer: Sendable {
    private let listener: CInt
    private let port: UInt16
    private let threads = DispatchGroup()

    var url: Hushed { Hushed("http://127.0.0.1:\(port)/") }

    init() throws {
        (listener, port) = try boundSocket(backlog: 8)
        threads.enter()
        Thread.detachNewThread { [listener, threads] in
            while case let descriptor = accept(listener, nil, nil),
                descriptor >= 0
            {
                shutdown(descriptor, CInt(SHUT_RDWR))
                close(descriptor)
            }
            threads.leave()
        }
    }

    func stop() {
        shutdown(listener, CInt(SHUT_RDWR))
        threads.wait()
        close(listener)
    }
}
