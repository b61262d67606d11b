import Testing

@testable import LocalChat

@Suite(.timeLimit(.minutes(40))) struct TroubleTests {
    private let text: JSON = ["chat_id": .int(World.ada), "text": "x"]

    private func world(_ trouble: LocalChat.Trouble) async throws -> World {
        let world = try await World().started()
        _ = await world.platform.switchOn(trouble)
        return world
    }

    private func count(_ world: World) async -> Int {
        await world.platform.messages(in: World.ada).messages.count
    }

    @Test func tooManyRequestsTellsHowLongOrNot() async throws {
        let world = try await world(.init(.tooManyRequests(retryAfterSeconds: 7), on: "send*"))
        var arguments = Arguments()
        try arguments.setAll(of: text)
        let reply = await world.platform.call("sendMessage", arguments)
        #expect(reply.status == 429)
        #expect(reply.headers.map(\.value) == ["7"])
        let json = try JSON(reading: reply.body)
        #expect(json["parameters"]?["retry_after"] == 7)
        #expect(json["description"] == "Too Many Requests: retry after 7")
        #expect(await count(world) == 1)
        #expect(try await world.refusal("sendMessage", text) == nil, "it strikes once")
    }

    @Test func aResetAfterwardsHasDoneTheWork() async throws {
        let world = try await world(.init(.resetAfter, on: "sendMessage"))
        var arguments = Arguments()
        try arguments.setAll(of: text)
        #expect(await world.platform.call("sendMessage", arguments).ending == .reset)
        #expect(await count(world) == 2)
        _ = await world.platform.switchOn(.init(.resetBefore, on: "sendMessage"))
        #expect(await world.platform.call("sendMessage", arguments).ending == .reset)
        #expect(await count(world) == 2)
        #expect(await world.platform.journal.calls.suffix(2).map(\.status) == [0, 0])
    }

    @Test func answersAreCutOrGarbled() async throws {
        let world = try await world(.init(.cut(bytes: 5), on: "*", chat: World.ada))
        var arguments = Arguments()
        try arguments.setAll(of: text)
        #expect(await world.platform.call("sendMessage", arguments).ending == .cut(bytes: 5))
        _ = await world.platform.switchOn(.init(.garbage, on: "sendmessage"))
        let reply = await world.platform.call("sendMessage", arguments)
        #expect(throws: JSON.Malformed.self) { try JSON(reading: reply.body) }
        _ = await world.platform.switchOn(.init(.status(502, html: true), on: "getMe"))
        let page = await world.platform.call("getMe", Arguments())
        #expect(page.status == 502 && page.type == "text/html")
        #expect(await count(world) == 3)
    }

    @Test func updatesComeAgain() async throws {
        let world = try await World().started()
        try await world.platform.say("once", in: World.ada, replyTo: nil)
        let first = try await world.updates()
        _ = await world.platform.switchOn(.init(.repeatedUpdates, on: "getUpdates", times: 2))
        #expect(try await world.updates(502) == first)
        #expect(try await world.updates(503) == first)
        #expect(try await world.updates(502, limit: 7).isEmpty)
    }

    @Test func aPressGetsLost() async throws {
        let world = try await world(.init(.lostPress, on: "press"))
        try await world.platform.press(data: "y", on: 1, in: World.ada)
        try await world.platform.press(data: "z", on: 1, in: World.ada)
        let data = try await world.updates().map { $0["callback_query"]?["data"] }
        #expect(data == ["z"])
    }

    @Test func chanceComesFromTheSeed() {
        func strikes(seed: UInt64) -> [Bool] {
            var board = Switchboard()
            board.add(.init(.garbage, on: "*", times: nil, probability: 0.5, seed: seed))
            return (0..<64).map { _ in !board.strike(method: "getMe", chat: nil).isEmpty }
        }
        #expect(strikes(seed: 3) == strikes(seed: 3))
        #expect(strikes(seed: 3) != strikes(seed: 4))
        let struck = strikes(seed: 3).filter { $0 }.count
        #expect((16...48).contains(struck))
    }

    @Test(arguments: [
        LocalChat.Trouble.Kind.delay(milliseconds: 5), .tooManyRequests(retryAfterSeconds: nil),
        .tooManyRequests(retryAfterSeconds: 3), .status(503, html: true),
        .refusal(code: 400, description: "x"), .resetBefore, .resetAfter, .cut(bytes: 3),
        .garbage, .repeatedUpdates, .lostPress,
    ])
    func troublesAreReadBackAsTheyWereWritten(kind: LocalChat.Trouble.Kind) {
        let trouble = LocalChat.Trouble(
            kind, on: "send*", times: nil, probability: 0.25, seed: 9, chat: 4)
        #expect(LocalChat.Trouble(json: trouble.json) == trouble)
        #expect(LocalChat.Trouble(json: ["kind": "nonsense"]) == nil)
    }

    @Test func theJournalHoldsWhatWasCalled() async throws {
        let world = try await World().started()
        try await world.call("sendMessage", text)
        try await world.call("sendMessage", ["chat_id": 1, "text": "x"])
        let calls = await world.platform.journal.calls.suffix(2)
        #expect(calls.map(\.method) == ["sendMessage", "sendMessage"])
        #expect(calls.map(\.status) == [200, 400])
        #expect(calls.last?.refusal == "Bad Request: chat not found")
        #expect(calls.first?.arguments["text"] == "x")
    }
}
