import Foundation
import Glibc

@testable import Curl

/// The server's end of one connection.
final class Peer: Sendable {
    let descriptor: CInt
    /// Connections are counted from 1.
    let number: Int
    private let state = Lock(State())

    private struct State {
        var unread: [UInt8] = []
        var hasDeparted = false
    }

    init(descriptor: CInt, number: Int) {
        self.descriptor = descriptor
        self.number = number
        // No test waits longer than this, whatever goes wrong.
        var limit = timeval(tv_sec: 30, tv_usec: 0)
        let size = socklen_t(MemoryLayout<timeval>.size)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, size)
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, size)
        var one: CInt = 1
        setsockopt(
            descriptor, CInt(IPPROTO_TCP), TCP_NODELAY, &one,
            socklen_t(MemoryLayout<CInt>.size))
    }

    /// Whether a script saw the client hang up.
    var hasDeparted: Bool { state.withLock { $0.hasDeparted } }

    /// Returns false if the client has gone.
    @discardableResult
    func write(_ text: String) -> Bool { write(Array(text.utf8)) }

    @discardableResult
    func write(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                send(descriptor, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    func answer(
        _ status: String = "200 OK", headers: [String] = [], body: [UInt8] = Array("ok".utf8)
    ) {
        let lines = ["HTTP/1.1 \(status)", "Content-Length: \(body.count)"] + headers
        write(Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body)
    }

    /// Says nothing until the client hangs up.
    func waitForDeparture() {
        while let bytes = read(), !bytes.isEmpty {}
        state.withLock { $0.hasDeparted = true }
    }

    /// Nil at the end, or if it is no request.
    func readRequest() -> LoopbackServer.Received? {
        guard let head = readHead() else { return nil }
        let lines = head.components(separatedBy: "\r\n")
        let words = lines[0].split(separator: " ")
        guard words.count == 3 else { return nil }
        let headers = lines.dropFirst().compactMap { line -> (name: String, value: String)? in
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { return (line, "") }
            return (String(parts[0]), parts[1].trimmingPrefix(while: { $0 == " " }).description)
        }
        let length = headers.first { $0.name.lowercased() == "content-length" }
        guard let body = readBody(length.flatMap { Int($0.value) } ?? 0) else { return nil }
        return LoopbackServer.Received(
            method: String(words[0]), target: String(words[1]), headers: headers, body: body,
            connection: number)
    }

    private func readHead() -> String? {
        let end = Array("\r\n\r\n".utf8)
        while true {
            let unread = state.withLock { $0.unread }
            if let range = unread.firstRange(of: end) {
                state.withLock { $0.unread.removeSubrange(..<range.upperBound) }
                return String(decoding: unread[..<range.lowerBound], as: UTF8.self)
            }
            guard readMore() else { return nil }
        }
    }

    private func readBody(_ count: Int) -> [UInt8]? {
        while state.withLock({ $0.unread.count }) < count {
            guard readMore() else { return nil }
        }
        return state.withLock { state in
            defer { state.unread.removeSubrange(..<count) }
            return Array(state.unread[..<count])
        }
    }

    private func readMore() -> Bool {
        guard let bytes = read(), !bytes.isEmpty else { return false }
        state.withLock { $0.unread += bytes }
        return true
    }

    private func read() -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        return count >= 0 ? Array(buffer[..<count]) : nil
    }
}
