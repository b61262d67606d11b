import Glibc
import Synchronization

/// A command's end of the socket: asks once.
package final class ControlClient: Sendable {
    private let connection: Connection
    /// What is still to come of the bytes that were announced.
    private let left = Mutex(0)

    /// - Throws: `.absent` if no daemon listens there.
    package init(path: String) throws(ControlFault) {
        guard let address = SocketAddress(path: path) else { throw .pathTooLong }
        let file = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard file >= 0 else { throw .failed(code: errno) }
        connection = Connection(file)
        // So long may it take until there is room for one more.
        var patience = timeval(tv_sec: 5, tv_usec: 0)
        let size = socklen_t(MemoryLayout<timeval>.size)
        guard setsockopt(file, SOL_SOCKET, SO_SNDTIMEO, &patience, size) == 0 else {
            throw .failed(code: errno)
        }
        guard address.used(by: { connect(file, $0, $1) }) == 0 else {
            switch errno {
            case ENOENT, ECONNREFUSED, ENOTDIR: throw .absent
            case EACCES, EPERM: throw .foreign
            case EAGAIN: throw .late
            // not our enum
            default: throw .failed(code: errno)
            }
        }
        guard connection.peer == ownUser else { throw .foreign }
    }

    /// Says what is wanted and waits for the answer.
    package func ask(
        _ request: ControlRequest, within time: Duration = .seconds(120)
    ) throws(ControlFault) -> ControlReply {
        let deadline = ContinuousClock.now + time
        do throws(ControlFault) {
            try connection.write((request.line + "\n").utf8, until: deadline)
        } catch {
            // Who was turned away at the door was told why.
            guard error == .cut else { throw error }
        }
        let line = try connection.readLine(atMost: ControlReply.longest, until: deadline)
        guard let reply = ControlReply(line: line) else { throw .malformed }
        if case .bytes(let count) = reply { left.withLock { $0 = count } }
        return reply
    }

    /// The same, on a thread that may wait.
    package func answer(to request: ControlRequest) async -> Result<ControlReply, ControlFault> {
        await aside { Result { () throws(ControlFault) in try self.ask(request) } }
    }

    /// The next of the bytes that were announced, fewer than `most` only at their end.
    package func bytes(
        atMost most: Int, within time: Duration = .seconds(60)
    ) throws(ControlFault) -> [UInt8] {
        let deadline = ContinuousClock.now + time
        var bytes: [UInt8] = []
        var left = left.withLock { $0 }
        while bytes.count < most, left > 0 {
            let part = try connection.read(
                atMost: min(most - bytes.count, left, 1 << 20), until: deadline)
            guard !part.isEmpty else { throw .cut }
            bytes += part
            left -= part.count
        }
        let rest = left
        self.left.withLock { $0 = rest }
        return bytes
    }
}
