import Glibc

/// One end of a connection. Every call ends by its deadline, whatever the other end does.
final class Connection: Sendable {
    let file: Int32

    /// Takes the open socket over: it is closed when nobody holds this any more.
    init(_ file: Int32) { self.file = file }

    deinit { close(file) }

    /// The user at the other end, as the system knows it; nil if it doesn't tell.
    var peer: uid_t? {
        // As `struct ucred` has it: process, user, group.
        var credentials: (Int32, UInt32, UInt32) = (0, 0, 0)
        var length = socklen_t(MemoryLayout.size(ofValue: credentials))
        guard getsockopt(file, SOL_SOCKET, SO_PEERCRED, &credentials, &length) == 0,
            length == MemoryLayout.size(ofValue: credentials)
        else { return nil }
        return credentials.1
    }

    /// Ends all that is being read or written, from any thread.
    func hangUp() { _ = shutdown(file, Int32(SHUT_RDWR)) }

    /// A line without its end.
    func readLine(
        atMost longest: Int, until deadline: ContinuousClock.Instant
    ) throws(ControlFault) -> String {
        var line: [UInt8] = []
        // Byte by byte, since what follows the line isn't its.
        while let byte = try read(atMost: 1, until: deadline).first {
            if byte == UInt8(ascii: "\n") {
                guard let text = String(validating: line, as: UTF8.self) else {
                    throw .malformed
                }
                return text
            }
            line.append(byte)
            guard line.count < longest else { throw .malformed }
        }
        throw .cut
    }

    /// Some bytes; none at the end.
    func read(
        atMost most: Int, until deadline: ContinuousClock.Instant
    ) throws(ControlFault) -> [UInt8] {
        while true {
            try wait(for: POLLIN, until: deadline)
            var failure: Int32 = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
                let got = recv(file, buffer.baseAddress, most, Int32(MSG_DONTWAIT))
                failure = got < 0 ? errno : 0
                count = max(0, got)
            }
            switch failure {
            case 0: return bytes
            case EINTR, EAGAIN: continue
            case ECONNRESET: throw .cut
            // not our enum
            default: throw .failed(code: failure)
            }
        }
    }

    func write(
        _ bytes: some Collection<UInt8>, until deadline: ContinuousClock.Instant
    ) throws(ControlFault) {
        let bytes = Array(bytes)
        var done = 0
        while done < bytes.count {
            try wait(for: POLLOUT, until: deadline)
            let flags = Int32(MSG_DONTWAIT) | Int32(MSG_NOSIGNAL)
            let sent = bytes.withUnsafeBytes { buffer in
                send(file, buffer.baseAddress?.advanced(by: done), bytes.count - done, flags)
            }
            if sent >= 0 {
                done += sent
                continue
            }
            switch errno {
            case EINTR, EAGAIN: continue
            case EPIPE, ECONNRESET: throw .cut
            // not our enum
            default: throw .failed(code: errno)
            }
        }
    }

    private func wait(
        for event: Int32, until deadline: ContinuousClock.Instant
    ) throws(ControlFault) {
        while true {
            let left = deadline - .now
            guard left > .zero else { throw .late }
            var question = pollfd(fd: file, events: Int16(event), revents: 0)
            let milliseconds =
                left.components.seconds * 1_000 + 1
                + left.components.attoseconds / 1_000_000_000_000_000
            let answers = poll(&question, 1, Int32(clamping: milliseconds))
            if answers > 0 { return }
            guard answers == 0 || errno == EINTR else { throw .failed(code: errno) }
        }
    }
}
