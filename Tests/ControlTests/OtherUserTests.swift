import Foundation
import Glibc
import Messenger
import Synchronization
import Testing

@testable import Control

/// Only root can become another user, so that only there this can be tried.
@Suite(
    .timeLimit(.minutes(40)),
    .enabled(if: geteuid() == 0 && access("/usr/bin/setpriv", X_OK) == 0, "needs root"))
struct OtherUserTests {
    @Test func `another user is refused, even where the files would let them in`() async throws {
        let stage = try ControlStage()
        try await stage.serve {
            _ = try await stage.ask(.backup)
            #expect(chmod(stage.folder, 0o755) == 0)
            #expect(chmod(stage.path, 0o666) == 0)
            let ask = """
                import socket, sys
                s = socket.socket(socket.AF_UNIX)
                s.connect(sys.argv[1])
                try:
                    s.sendall(b"forget telegram:1\\n")
                    sys.stdout.write(s.recv(100).decode())
                except OSError:
                    pass
                """
            #expect(try run(["/usr/bin/python3", "-c", ask, stage.path]) == "done\n")
            let setpriv = ["/usr/bin/setpriv", "--reuid=65534", "--clear-groups"]
            #expect(
                try run(setpriv + ["/usr/bin/python3", "-c", ask, stage.path]) == "")
            #expect(stage.heard.withLock(\.count) == 2)
            #expect(stage.logged.withLock { $0.contains { $0.contains("another user") } })
        }
    }

    private func run(_ words: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: words[0])
        process.arguments = Array(words.dropFirst())
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let said = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return String(decoding: said, as: UTF8.self)
    }
}
