import Testing

@testable import LocalChat

@Suite(.timeLimit(.minutes(40))) struct ChatTests {
    @Test func oldMessagesAreForgottenAndTheNewerFound() {
        var chat = Chat(person: LocalChat.Person(chat: 1, name: "Ada"))
        for number in 1...(Chat.maximumMessages + 1) {
            chat.append(version: number) { id in
                LocalChat.Message(
                    id: id, isFromBot: true, date: 0,
                    content: .text(FormattedText(text: "\(number)")))
            }
        }
        #expect(chat.messages.count <= Chat.maximumMessages)
        #expect(chat.message(1) == nil)
        #expect(chat.message(2_001)?.text == "2001")
        #expect(chat.forgottenVersion > 0)
        chat.delete(1_500, version: 3_000)
        #expect(chat.message(1_500) == nil && chat.message(1_501)?.text == "1501")
    }

    @Test func changesAreTheOnesSinceAVersion() async throws {
        let world = try await World().started()
        try await world.call("sendMessage", ["chat_id": .int(World.ada), "text": "one"])
        let version = await world.platform.version
        #expect(
            await world.platform.changesJSON(in: [World.ada], after: version)["chats"] == [])
        try await world.call("sendMessage", ["chat_id": .int(World.ada), "text": "two"])
        try await world.platform.delete(1, in: World.ada)
        let changes = await world.platform.changesJSON(in: [World.ada], after: version)
        let chat = try #require(changes["chats"]?.items?.first)
        #expect(chat["messages"]?.items?.map { $0["text"] } == ["two"])
        #expect(chat["deleted"] == [1])
        #expect(chat["whole"] == false)
    }

    @Test func waitingEndsWithTheChange() async throws {
        let world = World()
        let version = await world.platform.version
        async let change: Void = world.platform.change(
            in: [World.ada], after: version, within: .seconds(50))
        try await world.platform.say("hello", in: World.ada, replyTo: nil)
        await change
        #expect(await world.platform.version > version)
    }

    @Test func thousandsOfChatsAreKeptApart() async throws {
        let world = World()
        for number in 1...1_000 {
            let person = try await world.platform.meet(
                "P\(number)", language: nil, chat: Int64(number))
            try await world.platform.say("\(number)", in: person.chat, replyTo: nil)
        }
        let message = await world.platform.messages(in: 700).messages.first
        #expect(message?.text == "700" && message?.id == 1)
        #expect(await world.platform.queue.count == 1_000)
    }

    @Test func manyWhoComeAtOnceGetAChatEach() async throws {
        let world = World()
        let chats = try await withThrowingTaskGroup(of: Int64.self) { group in
            for number in 1...50 {
                group.addTask {
                    try await world.platform.meet("P\(number)", language: nil, chat: nil).chat
                }
            }
            return try await group.reduce(into: Set<Int64>()) { $0.insert($1) }
        }
        #expect(chats.count == 50)
    }

    @Test func aGroupIsWrittenToAndLeft() async throws {
        let world = World()
        try await world.platform.meet("Friends", language: nil, chat: -100)
        try await world.platform.say("hi", in: -100, replyTo: nil)
        let update = try #require(try await world.updates().first?["message"])
        #expect(update["chat"]?["type"] == "group")
        #expect(try await world.refusal("leaveChat", ["chat_id": -100]) == nil)
        #expect(
            try await world.refusal("sendMessage", ["chat_id": -100, "text": "x"])
                == "Forbidden: bot is not a member of the group chat")
    }

    @Test func whatABotMayNotKnowIsSentToo() async throws {
        let world = World()
        for kind in ["sticker", "contact", "location", "unknown"] {
            try await world.platform.sendOther(kind, in: World.ada)
        }
        let updates = try await world.updates()
        #expect(updates.map { $0["message"]?["text"] } == [nil, nil, nil, nil])
        #expect(updates[0]["message"]?["sticker"] != nil)
        await world.platform.enqueue(.message, members: Array("\"message\":\"\\ud83d\"".utf8))
        var arguments = Arguments()
        // Another offset than before: the same one would be slowed down.
        arguments.set("offset", "1")
        let body = await world.platform.call("getUpdates", arguments).body
        #expect(throws: JSON.Malformed.self) { try JSON(reading: body) }
    }
}
