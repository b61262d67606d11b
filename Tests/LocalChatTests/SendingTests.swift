import Testing

@testable import LocalChat

@Suite struct SendingTests {
    private func text(_ text: String, _ more: (String, JSON)...) -> JSON {
        .object(
            [JSON.Member("chat_id", .int(World.ada)), JSON.Member("text", .string(text))]
                + more.map { JSON.Member($0.0, $0.1) })
    }

    @Test func aTextArrivesWithItsEntitiesAndButtons() async throws {
        let world = try await World().started()
        let keyboard: JSON = ["inline_keyboard": [[["text": "Yes", "callback_data": "y"]]]]
        let answer = try await world.call(
            "sendMessage",
            text(
                "  😀 both of you \n", ("reply_markup", keyboard), ("protect_content", true),
                ("entities", [["type": "bold", "offset": 5, "length": 4]])))
        let result = try #require(answer["result"])
        #expect(result["text"] == "😀 both of you")
        #expect(result["message_id"] == 2)
        #expect(result["reply_markup"] == keyboard)
        #expect(result["has_protected_content"] == true)
        #expect(result["entities"] == [["type": "bold", "offset": 3, "length": 4]])
        let message = try #require(await world.platform.messages(in: World.ada).messages.last)
        #expect(message.isFromBot && message.isProtected)
    }

    @Test func emptyAndLongTextsAreRefused() async throws {
        let world = try await World().started()
        let empty = "Bad Request: message text is empty"
        #expect(try await world.refusal("sendMessage", text("")) == empty)
        #expect(try await world.refusal("sendMessage", text(" \n\t ")) == empty)
        let long = "Bad Request: message is too long"
        #expect(
            try await world.refusal("sendMessage", text(String(repeating: "é", count: 4_096)))
                == nil)
        #expect(
            try await world.refusal("sendMessage", text(String(repeating: "é", count: 4_097)))
                == long)
        #expect(
            try await world.refusal("sendMessage", text(String(repeating: "😀", count: 2_048)))
                == nil)
        #expect(
            try await world.refusal("sendMessage", text(String(repeating: "😀", count: 2_049)))
                == long)
        #expect(
            try await world.refusal("sendMessage", text(String(repeating: "a", count: 32_769)))
                == "Bad Request: text is too long")
    }

    @Test(arguments: [
        (
            0, 3,
            "entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 3"
        ),
        (2, 1, "entity begins after the end of the text at UTF-16 offset 2"),
        (1, 1, "entity begins in a middle of a UTF-16 symbol at byte offset 0"),
        (
            0, 1,
            "entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol at byte offset 0"
        ),
    ])
    func entitiesMustLieOnWholeCharacters(offset: Int64, length: Int64, words: String) async throws
    {
        let world = try await World().started()
        let entity: JSON = [
            "type": "bold", "offset": .int(offset), "length": .int(length),
        ]
        let said = try await world.refusal("sendMessage", text("😀", ("entities", [entity])))
        #expect(said == "Bad Request: " + words)
    }

    @Test func markupIsParsedOrRefused() async throws {
        let html = ("parse_mode", JSON.string("HTML"))
        let world = try await World().started()
        let answer = try await world.call(
            "sendMessage", text("a &lt; <b>😀<i>b</i></b> &amp; &#65; &no;", html))
        #expect(answer["result"]?["text"] == "a < 😀b & A &no;")
        #expect(
            answer["result"]?["entities"]
                == [
                    ["type": "bold", "offset": 4, "length": 3],
                    ["type": "italic", "offset": 6, "length": 1],
                ])
        let complaints = [
            ("<b>x", "Can't find end tag corresponding to start tag \"b\""),
            ("x</b>", "Unexpected end tag at byte offset 1"),
            ("<x>y</x>", "Unsupported start tag \"x\" at byte offset 0"),
            ("a <b", "Unclosed start tag at byte offset 2"),
            (
                "<b>x</i>",
                "Unmatched end tag at byte offset 4, expected \"</b>\", found \"</i>\""
            ),
        ]
        for (source, words) in complaints {
            let said = try await world.refusal("sendMessage", text(source, html))
            #expect(said == "Bad Request: can't parse entities: " + words)
        }
        #expect(
            try await world.refusal("sendMessage", text("x", ("parse_mode", "Other")))
                == "Bad Request: unsupported parse_mode")
    }

    @Test(arguments: [(1, true), (64, true), (65, false), (0, false)])
    func buttonsCarryUpTo64Bytes(count: Int, isTaken: Bool) async throws {
        let world = try await World().started()
        let data = String(repeating: "a", count: count)
        let keyboard: JSON = [
            "inline_keyboard": [[["text": "x", "callback_data": .string(data)]]]
        ]
        let said = try await world.refusal("sendMessage", text("?", ("reply_markup", keyboard)))
        #expect(said == (isTaken ? nil : "Bad Request: BUTTON_DATA_INVALID"))
    }

    @Test func onlyThoseWhoStartedAndDidNotBlockAreReached() async throws {
        let world = World()
        #expect(
            try await world.refusal("sendMessage", text("x"))
                == "Forbidden: bot can't initiate conversation with a user")
        #expect(
            try await world.refusal("sendMessage", ["chat_id": 7, "text": "x"])
                == "Bad Request: chat not found")
        #expect(
            try await world.refusal("sendMessage", ["text": "x"])
                == "Bad Request: chat_id is empty")
        _ = try await world.started()
        try await world.platform.setBlocked(true, in: World.ada)
        #expect(
            try await world.refusal("sendMessage", text("x"))
                == "Forbidden: bot was blocked by the user")
        let update = try #require(try await world.updates().last?["my_chat_member"])
        #expect(update["new_chat_member"]?["status"] == "kicked")
        try await world.platform.setBlocked(false, in: World.ada)
        #expect(try await world.refusal("sendMessage", text("x")) == nil)
    }

    @Test func aReplyNeedsItsMessageUnlessTold() async throws {
        let world = try await World().started()
        let answer = try await world.call(
            "sendMessage", text("x", ("reply_parameters", ["message_id": 1])))
        #expect(answer["result"]?["reply_to_message"]?["text"] == "/start")
        #expect(
            try await world.refusal(
                "sendMessage", text("x", ("reply_parameters", ["message_id": 99])))
                == "Bad Request: message to be replied not found")
        let kind: JSON = ["message_id": 99, "allow_sending_without_reply": true]
        #expect(
            try await world.refusal("sendMessage", text("x", ("reply_parameters", kind))) == nil)
    }

    @Test func filesAreUploadedSentAgainAndFetched() async throws {
        let world = try await World().started()
        var arguments = Arguments()
        arguments.set("chat_id", "\(World.ada)")
        arguments.set("duration", "7")
        arguments.set(
            "voice", Arguments.Upload(name: "v.ogg", type: "audio/ogg", bytes: [1, 2, 3]))
        let reply = await world.platform.call("sendVoice", arguments)
        let voice = try #require(try JSON(reading: reply.body)["result"]?["voice"])
        #expect(voice["duration"] == 7)
        let id = try #require(voice["file_id"])
        let again = try await world.call("sendVoice", ["chat_id": .int(World.ada), "voice": id])
        #expect(again["result"]?["voice"]?["file_unique_id"] == voice["file_unique_id"])
        let path = try #require(
            try await world.call("getFile", ["file_id": id])["result"]?["file_path"]?.text)
        #expect(await world.platform.download(path)?.bytes == [1, 2, 3])
        #expect(
            try await world.refusal("sendVoice", ["chat_id": .int(World.ada), "voice": "no"])
                == "Bad Request: wrong file identifier/HTTP URL specified")
        #expect(
            try await world.refusal("sendDocument", ["chat_id": .int(World.ada)])
                == "Bad Request: there is no document in the request")
    }
}
