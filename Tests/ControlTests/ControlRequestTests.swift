import Messenger
import Testing

@testable import Control

@Suite struct ControlRequestTests {
    private let ada = Address(platform: "telegram", chat: "123456789")

    @Test func `what is asked arrives as it was asked`() {
        for request in [
            ControlRequest.backup, .forget(ada), .export(ada, withKept: false),
            .export(ada, withKept: true),
            .forget(Address(platform: "matrix", chat: "!room:server.example")),
        ] {
            #expect(ControlRequest(line: request.line) == request)
        }
    }

    @Test(arguments: [
        "", " ", "backup ", " backup", "backup now", "BACKUP", "forget", "forget ", "forget a b",
        "forget telegram", "forget telegram:", "forget :1", "forget Telegram:1",
        "forget telegram:1 2", "forget telegram:1\u{0}", "forget telegram:\u{e9}",
        "forget telegram:\u{7f}", "export-all telegram:1", "forget  telegram:1",
        "forget telegram:" + String(repeating: "1", count: 300),
    ])
    func `anything else is no request`(line: String) {
        #expect(ControlRequest(line: line) == nil)
    }

    @Test func `the longest request fits`() throws {
        let chat = String(repeating: "1", count: Address.longestTyped - "telegram:".utf8.count)
        let address = try #require(Address(typed: "telegram:" + chat))
        let request = ControlRequest.export(address, withKept: true)
        #expect(request.line.utf8.count < ControlRequest.longest)
    }

    @Test func `an answer arrives as it was given, and nothing else is one`() {
        for reply in [
            ControlReply.done, .unknown, .unreadable, .full, .failed, .malformed, .busy, .bytes(0),
            .bytes(1 << 40),
        ] {
            #expect(ControlReply(line: reply.line) == reply)
            #expect(reply.line.utf8.count < ControlReply.longest)
        }
        for line in ["", "bytes", "bytes -1", "bytes 1 2", "bytes 99999999999999999999", "ok"] {
            #expect(ControlReply(line: line) == nil)
        }
    }

    @Test func `an address never prints itself`() {
        #expect(!"\(ControlRequest.forget(ada))".contains("123456789"))
        #expect(!String(reflecting: ControlRequest.forget(ada)).contains("123456789"))
    }
}
