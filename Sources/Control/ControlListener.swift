import Glibc

/// The daemon's end of the socket: open to its own user only.
final class ControlListener: Sendable {
    private let file: Int32
    private let path: String

    /// Listens there. A socket that was left by a daemon that is gone is replaced: the data
    /// folder's lock says that there is no other.
    init(path: String) throws(ControlFault) {
        guard let address = SocketAddress(path: path) else { throw .pathTooLong }
        self.path = path
        file = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard file >= 0 else { throw .failed(code: errno) }
        // The socket in the folder is made with this mode: there is no moment with another.
        guard fchmod(file, 0o600) == 0, unlink(path) == 0 || errno == ENOENT,
            address.used(by: { bind(file, $0, $1) }) == 0, chmod(path, 0o600) == 0,
            listen(file, 16) == 0
        else {
            let code = errno
            close(file)
            throw .failed(code: code)
        }
    }

    deinit { close(file) }

    /// Hands over whoever comes, until ``stop()``. Blocks its thread meanwhile.
    func accept(_ take: (Connection) -> Void) {
        while true {
            let guest = Glibc.accept(file, nil, nil)
            if guest >= 0 {
                // It fails for no open file.
                _ = fcntl(guest, F_SETFD, FD_CLOEXEC)
                take(Connection(guest))
                continue
            }
            switch errno {
            case EINTR, ECONNABORTED: continue
            // None are left for the moment: whoever comes waits.
            case EMFILE, ENFILE, ENOMEM, ENOBUFS: usleep(100_000)
            // not our enum
            default: return
            }
        }
    }

    /// Nobody is taken from now on, and the socket goes.
    func stop() {
        unlink(path)
        _ = shutdown(file, Int32(SHUT_RDWR))
    }
}
