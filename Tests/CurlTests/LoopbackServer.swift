import Foundation
import Glibc
import Messenger

@testable import Curl

/// A small HTTP/1.1 server on a free loopback port, one thread a connection, that does what its
/// script says, however rude.
final class LoopbackServer: Sendable {
    struct Received: Sendable {
        let method: String
        let target: String
        let headers: [(name: String, value: String)]
        let body: [UInt8]
        /// Connections are counted from 1.
        let connection: Int

        func header(_ name: String) -> String? {
            headers.first { $0.name.lowercased() == name.lowercased() }?.value
        }
    }

    enum Afterwards { case keep, close }

    /// Answers one request.
    typealias Script = @Sendable (Received, Peer) -> Afterwards

    let port: UInt16
    /// Every request, once it was read in full.
    let arrivals: AsyncStream<Received>
    /// The number of each connection whose script found that the client had gone.
    let departures: AsyncStream<Int>

    private struct State {
        var connections = 0
        var open: Set<CInt> = []
        var requests: [Received] = []
        var isStopping = false
    }

    private let state = Lock(State())
    private let listener: CInt
    private let threads = DispatchGroup()
    private let arrived: AsyncStream<Received>.Continuation
    private let departed: AsyncStream<Int>.Continuation
    private let script: Script

    /// The number of connections that were accepted so far.
    var connections: Int { state.withLock { $0.connections } }
    /// All requests so far, in the order they were read.
    var requests: [Received] { state.withLock { $0.requests } }

    init(_ script: @escaping Script) throws {
        self.script = script
        (arrivals, arrived) = AsyncStream.makeStream()
        (departures, departed) = AsyncStream.makeStream()
        (listener, port) = try boundSocket(backlog: 256)
        onThread { server in server.acceptAll() }
    }

    func url(_ path: String, scheme: String = "http") -> Hushed {
        Hushed("\(scheme)://127.0.0.1:\(port)\(path)")
    }

    /// Ends all connections and waits until every thread has ended.
    func stop() async {
        state.withLock { state in
            state.isStopping = true
            for descriptor in state.open { shutdown(descriptor, CInt(SHUT_RDWR)) }
        }
        shutdown(listener, CInt(SHUT_RDWR))
        await withCheckedContinuation { ended in
            threads.notify(queue: .global()) { ended.resume() }
        }
        close(listener)
        arrived.finish()
        departed.finish()
    }

    private func onThread(_ work: @escaping @Sendable (LoopbackServer) -> Void) {
        threads.enter()
        Thread.detachNewThread { [self] in
            work(self)
            threads.leave()
        }
    }

    private func acceptAll() {
        while true {
            let descriptor = accept(listener, nil, nil)
            guard descriptor >= 0 else { return }
            let number = state.withLock { state -> Int? in
                guard !state.isStopping else { return nil }
                state.connections += 1
                state.open.insert(descriptor)
                return state.connections
            }
            guard let number else {
                close(descriptor)
                return
            }
            onThread { server in server.serve(Peer(descriptor: descriptor, number: number)) }
        }
    }

    private func serve(_ peer: Peer) {
        while let request = peer.readRequest() {
            state.withLock { $0.requests.append(request) }
            arrived.yield(request)
            if script(request, peer) == .close { break }
        }
        // A child process of another test may have inherited the descriptor: closing ours alone
        // would not hang up.
        shutdown(peer.descriptor, CInt(SHUT_RDWR))
        if peer.hasDeparted { departed.yield(peer.number) }
        state.withLock { _ = $0.open.remove(peer.descriptor) }
        close(peer.descriptor)
    }
}

struct SocketFault: Error { let code: CInt }

/// A socket on 127.0.0.1 and the port the system chose for it. Without a backlog it holds the port
/// but does not listen, so that connecting is refused.
func boundSocket(backlog: CInt?) throws -> (descriptor: CInt, port: UInt16) {
    let descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { throw SocketFault(code: errno) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let code = withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
            bind(descriptor, pointer, size) == 0
                && backlog.map { listen(descriptor, $0) } ?? 0 == 0
                && getsockname(descriptor, pointer, &size) == 0 ? 0 : errno
        }
    }
    guard code == 0 else {
        close(descriptor)
        throw SocketFault(code: code)
    }
    return (descriptor, UInt16(bigEndian: address.sin_port))
}
