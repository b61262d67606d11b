import Messenger
import Telegram
import Testing

@Suite("A poll")
struct PollTests {
    @Test("says everything explicitly and waits longer than the platform (T6, T7)")
    func isExplicit() async throws {
        let script = Script(bodies: [polled([]), polled([])])
        let bot = try bot(script)
        #expect(try await bot.receive(from: nil) == Batch(items: [], next: nil))
        _ = try await bot.receive(from: Cursor(900_000_001))
        #expect(await script.methods == ["getUpdates", "getUpdates"])
        let kinds = #"["message","edited_message","callback_query","my_chat_member"]"#
        #expect(
            await script.bodies == [
                #"{"limit":100,"timeout":50,"allowed_updates":\#(kinds)}"#,
                #"{"limit":100,"timeout":50,"allowed_updates":\#(kinds),"offset":900000001}"#,
            ])
        for request in await script.requests {
            #expect(request.timeout == .seconds(65))
            #expect(request.waitsLong)
            #expect(request.method == .post)
            #expect(request.maximumBodyBytes > 4 << 20)
        }
    }

    @Test("waits at most 50 s", arguments: [(-1, 0), (0, 0), (7, 7), (50, 50), (900, 50)])
    func isBounded(asked: Int, waited: Int) async throws {
        let script = Script(bodies: [polled([])])
        _ = try await bot(script, pollSeconds: asked).receive(from: nil)
        #expect(await script.bodies.first?.contains("\"timeout\":\(waited),") == true)
    }

    @Test("never asks with a negative offset, which would delete (T4)", arguments: [0, -1, .min])
    func isNeverNegative(position: Int64) async throws {
        let script = Script(bodies: [polled([])])
        let bot = try bot(script)
        _ = try await bot.receive(from: Cursor(position))
        try await bot.confirm(Cursor(position))
        #expect(await script.requests.count == 1)
        #expect(await script.bodies.first?.contains("offset") == false)
    }

    @Test("brings updates in the order of their ids, each once (T5)")
    func isSorted() async throws {
        let batch = try await batch(
            said(12, "third"), said(10, "first"), said(11, "second"), said(10, "again"))
        #expect(batch.items.map(\.id) == [10, 11, 12])
        #expect(
            batch.items.first?.event == .text(message: MessageID(10), Hushed("first"), replyTo: nil)
        )
        #expect(batch.next == Cursor(13))
    }

    @Test("takes lower ids after a long silence (T3)")
    func takesLowerIDs() async throws {
        let low = try await batch(said(5_000_000, "hello"), cursor: Cursor(900_000_001))
        #expect(low.items.map(\.id) == [5_000_000])
        #expect(low.next == Cursor(5_000_001))
    }

    @Test("confirms without looking at what comes back (T29)")
    func confirms() async throws {
        let script = Script(bodies: [polled([said(42, "not lost")])])
        try await bot(script).confirm(Cursor(42))
        #expect(
            await script.bodies == [
                #"{"limit":1,"timeout":0,"allowed_updates":["message","edited_message","#
                    + #""callback_query","my_chat_member"],"offset":42}"#
            ])
        #expect(await script.requests.first?.timeout == .seconds(5))
    }

    @Test(
        "that can't be read at all is a failure of the server",
        arguments: [
            "", "{", "[]", "null", "<html>hello</html>", #"{"ok":true}"#,
            #"{"ok":true,"result":{}}"#, #"{"ok":true,"result":[{"update_id":1,"mess"#,
            #"{"ok":true,"result":[{"message":{}}]}"#,
        ])
    func isUnreadable(body: String) async throws {
        let script = Script(bodies: [body])
        await #expect(throws: Fault.unreachable(sent: true)) {
            try await bot(script).receive(from: nil)
        }
    }
}
