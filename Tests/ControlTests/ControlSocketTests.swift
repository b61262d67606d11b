import Foundation
import Glibc
import Messenger
import Synchronization
import Testing

@testable import Control

/// Over a real socket.
@Suite(.timeLimit(.minutes(40))) struct ControlSocketTests {
    private let stage: ControlStage
    private let ada = Address(platform: "telegram", chat: "123456789")

    init() throws { stage = try ControlStage() }

    @Test func `what is asked is done and answered`() async throws {
        let (stage, ada) = (stage, ada)
        let perform: ControlStage.Perform = { $0 == .backup ? (.full, nil) : (.unknown, nil) }
        try await stage.serve(answering: perform) {
            let replies = [try await stage.ask(.forget(ada)), try await stage.ask(.backup)]
            #expect(replies == [.unknown, .full])
            #expect(stage.heard.withLock { $0 } == [.forget(ada), .backup])
        }
    }

    @Test func `the socket is its owner's alone, and goes when the daemon stops`() async throws {
        let stage = stage
        try await stage.serve {
            _ = try await stage.ask(.backup)
            var status = stat()
            #expect(lstat(stage.path, &status) == 0)
            #expect(status.st_mode & S_IFMT == S_IFSOCK)
            #expect(status.st_mode & 0o777 == 0o600)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: stage.folder) == [])
        #expect(throws: ControlFault.absent) { try ControlClient(path: stage.path) }
    }

    @Test func `a socket left by a daemon that is gone is replaced`() async throws {
        let stage = stage
        let file = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        let address = try #require(SocketAddress(path: stage.path))
        #expect(address.used(by: { bind(file, $0, $1) }) == 0)
        close(file)
        #expect(throws: ControlFault.absent) { try ControlClient(path: stage.path) }
        try await stage.serve {
            let reply = try await stage.ask(.backup)
            #expect(reply == .done)
        }
    }

    @Test func `bytes arrive whole, however many`() async throws {
        let stage = stage
        let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let perform: ControlStage.Perform = { _ in stage.answer(bytes) }
        try await stage.serve(answering: perform) {
            let client = try await stage.client()
            #expect(try await client.answer(to: .backup).get() == .bytes(bytes.count))
            var got: [UInt8] = []
            while true {
                let part = try client.bytes(atMost: 100_000)
                got += part
                if part.count < 100_000 { break }
            }
            #expect(got == bytes)
            #expect(try client.bytes(atMost: 1).isEmpty)
            // It had no name while it was sent.
            let names = try FileManager.default.contentsOfDirectory(atPath: stage.folder)
            #expect(names == [".control"])
        }
    }

    @Test func `a path that is too long leaves the daemon running, and says so`() async throws {
        let stage = stage
        let long = stage.folder + "/" + String(repeating: "a", count: 90)
        #expect(SocketAddress(path: long) == nil)
        try await stage.serve(at: long) {
            while stage.logged.withLock(\.isEmpty) { await Task.yield() }
            #expect(stage.logged.withLock { $0[0] }.hasPrefix("warning: The data folder's path"))
            #expect(throws: ControlFault.pathTooLong) { try ControlClient(path: long) }
        }
    }

    @Test func `the longest path there is works`() throws {
        let room = 107 - "/tmp/".utf8.count
        #expect(SocketAddress(path: "/tmp/" + String(repeating: "a", count: room)) != nil)
        #expect(SocketAddress(path: "/tmp/" + String(repeating: "a", count: room + 1)) == nil)
    }

    @Test func `garbage is answered with a word, and nothing is done`() async throws {
        let stage = stage
        try await stage.serve {
            for text in [
                "GET / HTTP/1.1\r\n\r\n", "\n", "forget\n", "forget telegram:1 telegram:2\n",
            ] {
                let guest = try await stage.stranger()
                try guest.write(text.utf8, until: .now + .seconds(5))
                let said = await stage.all(from: guest)
                #expect(said == .success("malformed\n") || said == .failure(.cut), "\(text)")
            }
            let guest = try await stage.stranger()
            try guest.write([0xFF, 0xFE, 0x0A], until: .now + .seconds(5))
            #expect(await stage.all(from: guest) == .success("malformed\n"))
            #expect(stage.heard.withLock { $0.allSatisfy { $0 == .backup } })
        }
    }

    @Test func `a huge request is not read to its end`() async throws {
        let stage = stage
        try await stage.serve {
            let guest = try await stage.stranger()
            let fault = await aside { () -> ControlFault? in
                do throws(ControlFault) {
                    for _ in 0..<1_000 {
                        try guest.write(
                            [UInt8](repeating: 0x61, count: 64 << 10), until: .now + .seconds(20))
                    }
                    return nil
                } catch {
                    return error
                }
            }
            #expect(fault == .cut)
            #expect(try await stage.ask(.forget(Address(platform: "a", chat: "1"))) == .done)
        }
    }

    @Test func `who is silent or slow is let go, and others are heard meanwhile`() async throws {
        let stage = stage
        var patience = ControlService.Patience()
        patience.request = .milliseconds(300)
        try await stage.serve(patience: patience) {
            let silent = try await stage.stranger()
            let slow = try await stage.stranger()
            try slow.write("for".utf8, until: .now + .seconds(5))
            #expect(try await stage.ask(.backup) == .done)
            #expect(await stage.all(from: silent) == .success(""))
            // A byte now and then buys no more time.
            let drops = await stage.drip(on: slow, most: 100)
            #expect(drops < 100)
        }
    }

    @Test func `who doesn't take the answer holds up nobody, and is let go`() async throws {
        let stage = stage
        var patience = ControlService.Patience()
        patience.part = .milliseconds(300)
        let perform: ControlStage.Perform = { request in
            guard request == .backup else { return (.done, nil) }
            return stage.answer([UInt8](repeating: 1, count: 4 << 20))
        }
        try await stage.serve(patience: patience, answering: perform) {
            let guest = try await stage.stranger()
            try guest.write("backup\n".utf8, until: .now + .seconds(5))
            let other = ControlRequest.forget(Address(platform: "a", chat: "1"))
            #expect(try await stage.ask(other) == .done)
            #expect(await stage.hangsUp(on: guest))
            // What comes ends too soon.
            let got = try await stage.all(from: guest).get()
            #expect(got.hasPrefix("bytes 4194304\n"))
            #expect(got.utf8.count < 4 << 20)
        }
    }

    @Test func `too many at once are told so`() async throws {
        let stage = stage
        // Whoever says nothing stays as long as they like: it is their number that counts.
        var patience = ControlService.Patience()
        patience.request = .seconds(100)
        try await stage.serve(patience: patience) {
            var silent: [Connection] = []
            for _ in 0..<Guests.most { silent.append(try await stage.stranger()) }
            var replies: Set<String> = []
            let deadline = ContinuousClock.now + .seconds(60)
            while !replies.contains("busy"), ContinuousClock.now < deadline {
                replies.insert(try await stage.ask(.backup).line)
            }
            #expect(replies.contains("busy"))
            for guest in silent { guest.hangUp() }
            while try await stage.ask(.backup) != .done, ContinuousClock.now < deadline {}
            #expect(try await stage.ask(.backup) == .done)
        }
    }

    @Test func `a silent client doesn't keep the daemon from stopping`() async throws {
        let stage = stage
        var patience = ControlService.Patience()
        // Much longer than a busy machine takes for anything.
        patience.request = .seconds(3_600)
        let started = ContinuousClock.now
        try await stage.serve(patience: patience) { _ = try await stage.stranger() }
        #expect(ContinuousClock.now - started < .seconds(1_800))
    }
}
