import Testing

@testable import LocalChat

@Suite struct ChangingTests {
    private let keyboard: JSON = ["inline_keyboard": [[["text": "Yes", "callback_data": "y"]]]]

    private func asked() async throws -> World {
        let world = try await World().started()
        try await world.call(
            "sendMessage",
            ["chat_id": .int(World.ada), "text": "Well?", "reply_markup": keyboard])
        return world
    }

    private func edit(_ text: String, _ markup: JSON? = nil, message: Int64 = 2) -> JSON {
        [
            "chat_id": .int(World.ada), "message_id": .int(message), "text": .string(text),
            "reply_markup": markup,
        ]
    }

    @Test func anEditChangesWhatIsSeen() async throws {
        let world = try await asked()
        let answer = try await world.call("editMessageText", edit("Now?"))
        #expect(answer["result"]?["text"] == "Now?")
        #expect(answer["result"]?["edit_date"] != nil)
        #expect(answer["result"]?["reply_markup"] == nil)
        let same =
            "Bad Request: message is not modified: specified new message content and reply "
            + "markup are exactly the same as a current content and reply markup of the message"
        #expect(try await world.refusal("editMessageText", edit("Now?")) == same)
        #expect(
            try await world.refusal("editMessageText", edit("x", message: 77))
                == "Bad Request: message to edit not found")
        #expect(
            try await world.refusal("editMessageText", edit("x", message: 1))
                == "Bad Request: message can't be edited")
        #expect(
            try await world.refusal(
                "editMessageText", ["chat_id": .int(World.ada), "text": "x"])
                == "Bad Request: message identifier is not specified")
    }

    @Test func buttonsAreTakenOffOnce() async throws {
        let world = try await asked()
        let call: JSON = ["chat_id": .int(World.ada), "message_id": 2]
        let answer = try await world.call("editMessageReplyMarkup", call)
        #expect(answer["result"]?["reply_markup"] == nil)
        #expect(answer["result"]?["edit_date"] == nil)
        let said = try #require(try await world.refusal("editMessageReplyMarkup", call))
        #expect(said.hasPrefix("Bad Request: message is not modified"))
    }

    @Test func aPressIsAnsweredOnceAndInTime() async throws {
        let world = try await asked()
        let stale =
            "Bad Request: query is too old and response timeout expired or query ID is invalid"
        let first = try await world.platform.press(data: "y", on: 2, in: World.ada)
        let update = try #require(try await world.updates().last?["callback_query"])
        #expect(update["id"] == .string(first))
        #expect(update["data"] == "y")
        #expect(update["message"]?["text"] == "Well?")
        let answer: JSON = ["callback_query_id": .string(first), "text": "Noted"]
        #expect(try await world.refusal("answerCallbackQuery", answer) == nil)
        #expect(try await world.refusal("answerCallbackQuery", answer) == stale)
        let second = try await world.platform.press(data: "y", on: 2, in: World.ada)
        world.clock.pass(15)
        #expect(
            try await world.refusal(
                "answerCallbackQuery", ["callback_query_id": .string(second)]) == stale)
        let shown = await world.platform.changesJSON(in: [World.ada], after: 1)
        #expect(
            shown["chats"]?.items?.first?["notices"] == [["text": "Noted", "alert": false]])
    }

    @Test func pressesOnGoneMessagesAndForgedDataReachTheBot() async throws {
        let world = try await asked()
        let forged = String(repeating: "z", count: 90)
        try await world.platform.press(data: forged, on: 99, in: World.ada)
        let update = try #require(try await world.updates().last?["callback_query"])
        #expect(update["data"] == .string(forged))
        #expect(update["message"]?["date"] == 0)
    }

    @Test func messagesAreDeletedForTwoDays() async throws {
        let world = try await asked()
        func delete(_ message: Int64) -> JSON {
            ["chat_id": .int(World.ada), "message_id": .int(message)]
        }
        #expect(try await world.refusal("deleteMessage", delete(1)) == nil)
        #expect(
            try await world.refusal("deleteMessage", delete(1))
                == "Bad Request: message to delete not found")
        world.clock.pass(48 * 3_600)
        #expect(
            try await world.refusal("deleteMessage", delete(2))
                == "Bad Request: message can't be deleted for everyone")
    }

    @Test func aPersonsEditAndDeletionAreToldAsTheRealOneTellsThem() async throws {
        let world = try await asked()
        try await world.platform.edit(1, to: "/start again", in: World.ada)
        let updates = try await world.updates()
        #expect(updates.last?["edited_message"]?["text"] == "/start again")
        try await world.platform.delete(1, in: World.ada)
        #expect(try await world.updates(limit: 50).count == updates.count)
    }

    @Test func commandsAreKeptByScopeAndLanguage() async throws {
        let world = World()
        let list: JSON = [["command": "help", "description": "Help"]]
        let german: JSON = [["command": "/hilfe", "description": "Hilfe"]]
        try await world.call("setMyCommands", ["commands": list])
        try await world.call("setMyCommands", ["commands": german, "language_code": "de"])
        #expect(try await world.call("getMyCommands")["result"] == list)
        #expect(
            try await world.call("getMyCommands", ["language_code": "de"])["result"]
                == [["command": "hilfe", "description": "Hilfe"]])
        #expect(
            try await world.call("getMyCommands", ["scope": ["type": "all_private_chats"]])[
                "result"] == [])
        let menu = await world.platform.commands.menu(chat: 1, language: "de-AT")
        #expect(menu.map(\.name) == ["hilfe"])
        #expect(
            try await world.refusal(
                "setMyCommands", ["commands": [["command": "Né", "description": "x"]]])
                == "Bad Request: BOT_COMMAND_INVALID")
        try await world.call("deleteMyCommands", ["language_code": "de"])
        #expect(await world.platform.commands.menu(chat: 1, language: "de").first?.name == "help")
    }
}
