import Messenger
import Testing

@testable import Matrix

/// What goes wrong, and what is to be done about it.
@Suite struct FaultTests {
    private func fault(of response: HTTPResponse) async throws -> Fault? {
        let server = ScriptedServer()
        server.haveRoom()
        let made = try server.madeBot()
        try await made.prepare()
        server.answer("GET /client/v3/sync", response)
        do throws(Fault) {
            _ = try await made.receive(from: Cursor("s1|0"))
            return nil
        } catch {
            return error
        }
    }

    @Test func `M12: it waits as long as it is told, by the header first`() async throws {
        let limited = #"{"errcode":"M_LIMIT_EXCEEDED","error":"slow","retry_after_ms":4506}"#
        #expect(
            try await fault(
                of: .json(limited, status: 429, headers: [(name: "Retry-After", value: "7")]))
                == .tooManyRequests(retryAfter: .seconds(7), everywhere: true))
        #expect(
            try await fault(of: .json(limited, status: 429))
                == .tooManyRequests(retryAfter: .seconds(5), everywhere: true))
        for text in [#"{"errcode":"M_LIMIT_EXCEEDED"}"#, "<html>", ""] {
            #expect(
                try await fault(of: .json(text, status: 429))
                    == .tooManyRequests(retryAfter: .seconds(5), everywhere: true))
        }
        // Old servers wrap it.
        #expect(
            try await fault(of: .json(#"{"error":{"errcode":"M_LIMIT_EXCEEDED"}}"#, status: 429))
                == .tooManyRequests(retryAfter: .seconds(5), everywhere: true))
    }

    @Test(arguments: [
        (502, "<html>bad gateway</html>"), (500, #"{"errcode":"M_UNKNOWN"}"#), (200, "<html>"),
        (200, "[]"), (200, "{\"no\":1}"), (200, ""), (404, "<html>"), (302, ""),
    ])
    func `M27: whatever else answers is waited for`(status: Int, body: String) async throws {
        let fault = try await fault(of: .json(body, status: status))
        #expect(
            fault == .unreachable(sent: true) || fault == .unreachable(sent: false),
            "\(String(describing: fault))")
    }

    @Test(arguments: [
        (HTTPFault.notConnected(code: 7), Fault.unreachable(sent: false)),
        (.broken(code: 56, sent: true), .unreachable(sent: true)),
        (.timedOut(sent: false), .unreachable(sent: false)), (.cancelled, .cancelled),
    ])
    func `M27: a broken line`(broken: HTTPFault, fault: Fault) async throws {
        let server = ScriptedServer()
        server.haveRoom()
        let made = try server.madeBot()
        try await made.prepare()
        server.fail(broken)
        await #expect(throws: fault) { try await made.receive(from: Cursor("s1|0")) }
    }

    /// M18, as far as the server's no tells it.
    @Test func `M18: a room that the bot may not write in`() async throws {
        let server = ScriptedServer()
        server.haveRoom()
        let made = try server.madeBot()
        try await made.prepare()
        server.answer(
            "PUT /client/v3/rooms/\(room.percentEncoded)/send/m.room.message/",
            .json(#"{"errcode":"M_FORBIDDEN","error":"not in room"}"#, status: 403))
        await #expect(throws: Fault.recipientGone) {
            try await made.send(
                Outgoing(parts: [.init("Hello.")]), to: adasAddress, as: Postmark("1"))
        }
    }
}
