import Testing

@testable import LocalChat

@Suite(.timeLimit(.minutes(40))) struct PollingTests {
    @Test func aWaitingPollIsAnsweredAtOnce() async throws {
        let world = World()
        async let answer = world.call("getUpdates", ["timeout": 50])
        await world.untilPolling()
        try await world.platform.say("hello", in: World.ada, replyTo: nil)
        let updates = try await answer["result"]?.items
        #expect(updates?.map { $0["message"]?["text"] } == ["hello"])
    }

    @Test func theOlderPollerIsTurnedAway() async throws {
        let world = World()
        async let first = world.call("getUpdates", ["timeout": 50])
        await world.untilPolling()
        async let second = world.call("getUpdates", ["timeout": 49, "offset": 1])
        let answer = try await first
        #expect(answer["error_code"] == 409)
        #expect(
            answer["description"]
                == """
                Conflict: terminated by other getUpdates request; make sure that only one bot \
                instance is running
                """)
        await world.untilPolling()
        try await world.platform.say("hello", in: World.ada, replyTo: nil)
        #expect(try await second["result"]?.items?.count == 1)
    }

    @Test func aWebhookForbidsPolling() async throws {
        let world = World()
        try await world.call("setWebhook", ["url": "https://example.org/"])
        #expect(
            try await world.refusal("getUpdates", [:])
                == """
                Conflict: can't use getUpdates method while webhook is active; use deleteWebhook \
                to delete the webhook first
                """)
        #expect(
            try await world.call("getWebhookInfo")["result"]?["url"] == "https://example.org/")
        try await world.call("deleteWebhook")
        #expect(try await world.refusal("getUpdates", [:]) == nil)
    }

    @Test func whatIsAllowedIsRememberedAndHoldsForLaterUpdates() async throws {
        let world = try await World().started()
        try await world.platform.react("❤", to: 1, in: World.ada)
        #expect(try await world.updates(502).isEmpty, "reactions are not asked for by default")
        try await world.platform.say("one", in: World.ada, replyTo: nil)
        try await world.call(
            "getUpdates", ["allowed_updates": ["message_reaction", "unknown_kind"]])
        try await world.platform.say("two", in: World.ada, replyTo: nil)
        try await world.platform.react("❤", to: 1, in: World.ada)
        let kinds = try await world.updates(501).map { $0["message_reaction"] != nil }
        #expect(kinds == [false, true])
    }

    @Test func idsStartSomewhereAndGoUpByOne() async throws {
        let world = World(firstUpdateID: nil)
        for text in ["a", "b"] {
            try await world.platform.say(text, in: World.ada, replyTo: nil)
        }
        let ids = try await world.updates().compactMap { $0["update_id"]?.number }
        #expect(ids.count == 2)
        #expect(ids[0] > 2_000_001 && ids[1] == ids[0] + 1)
    }

    @Test func closingLetsTheWaitingGo() async throws {
        let world = World()
        async let poll = world.call("getUpdates", ["timeout": 50])
        await world.untilPolling()
        await world.platform.close()
        #expect(try await poll["result"] == [])
    }

    @Test func unknownMethodsAreNotFound() async throws {
        #expect(try await World().refusal("sendNothing", [:]) == "Not Found")
    }
}

extension World {
    /// Goes on once a poll waits.
    func untilPolling() async {
        while await platform.waitingPoll == nil { await Task.yield() }
    }
}
