import Foundation
import Glibc

/// The `openssl` command, running. It must be ended or stopped.
struct OpenSSL {
    private let child: pid_t
    private let output: CInt

    init(_ arguments: [String]) throws {
        var ends: [CInt] = [0, 0]
        guard pipe(&ends) == 0 else { throw SocketFault(code: errno) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addclose(&actions, ends[0])
        posix_spawn_file_actions_addclose(&actions, ends[1])
        var words = (["openssl"] + arguments).map { strdup($0) } + [nil]
        var child = pid_t()
        let code = posix_spawnp(&child, "openssl", &actions, nil, &words, environ)
        for word in words { free(word) }
        posix_spawn_file_actions_destroy(&actions)
        close(ends[1])
        guard code == 0 else {
            close(ends[0])
            throw SocketFault(code: code)
        }
        self.child = child
        output = ends[0]
    }

    /// Waits until it has ended and returns its status.
    func end() async -> CInt {
        let status = await onOtherThread { [child] in
            var status: CInt = 0
            while waitpid(child, &status, 0) < 0, errno == EINTR {}
            return status
        }
        close(output)
        return status
    }

    /// Ends it whatever it does.
    func stop() async {
        // A child started from a task's thread inherits a mask that blocks the gentler signals.
        kill(child, SIGKILL)
        _ = await end()
    }

    /// Waits for the line `ACCEPT 127.0.0.1:12345`. Nil if the output ends without it.
    func announcedPort() async -> UInt16? {
        await onOtherThread { [output] in
            var line = ""
            var byte: UInt8 = 0
            while read(output, &byte, 1) == 1 {
                guard byte == UInt8(ascii: "\n") else {
                    line.unicodeScalars.append(UnicodeScalar(byte))
                    continue
                }
                if line.hasPrefix("ACCEPT ") {
                    return line.split(separator: ":").last.flatMap { UInt16($0) }
                }
                line = ""
            }
            return nil
        }
    }
}

/// Tasks share few threads, so what blocks goes elsewhere.
private func onOtherThread<Value: Sendable>(
    _ work: @escaping @Sendable () -> Value
) async -> Value {
    await withCheckedContinuation { waiter in
        Thread.detachNewThread { waiter.resume(returning: work()) }
    }
}
