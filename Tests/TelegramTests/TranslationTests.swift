import Messenger
import Telegram
import Testing

@Suite("What people do, in our words")
struct TranslationTests {
    @Test("A text comes with its chat, its sender and what it answers")
    func text() async throws {
        let update = message(
            70,
            #""text":"My grandmother\u2019s hands","reply_to_message":{"message_id":12,"#
                + #""chat":\#(privateChatJSON),"date":0}"#)
        #expect(
            try await batch(update).items == [
                Incoming(
                    id: 70, from: ada,
                    sender: Incoming.Sender(name: Hushed("Ada"), language: "pt-br"),
                    at: 1_795_381_200,
                    event: .text(
                        message: MessageID(70), Hushed("My grandmother’s hands"),
                        replyTo: MessageID(12)))
            ])
    }

    @Test("What it answers may be unreadable, the text still counts")
    func badReply() async throws {
        let event = try await event(message(70, #""text":"yes","reply_to_message":5"#))
        #expect(event == .text(message: MessageID(70), Hushed("yes"), replyTo: nil))
    }

    @Test("Control characters are gone, line feeds stay")
    func controls() async throws {
        let heard = try await event(said(70, #"a\u0000b\u001b[2J\r\nc\td\u0085"#))
        #expect(heard == .text(message: MessageID(70), Hushed("ab[2J\nc\td"), replyTo: nil))
        #expect(
            try await event(said(70, #"\u0000"#))
                == .unsupported(message: MessageID(70)))
    }

    @Test("A name is one short line, a language is a tag")
    func sender() async throws {
        let odd = message(70, #""text":"x""#)
            .replacing(
                "\"Ada\"", with: "\"A\\nd\\u0000a" + String(repeating: "é", count: 90) + "\""
            )
            .replacing("pt-br", with: "x; drop")
        let sender = try #require(try await batch(odd).items.first?.sender)
        #expect(sender.name.text == "A da" + String(repeating: "é", count: 60))
        #expect(sender.language == nil)
    }

    @Test("A voice message is a reference and its seconds (T23)")
    func voice() async throws {
        let update = message(
            70,
            #""voice":{"duration":7,"mime_type":"audio/ogg","file_id":"AwACAgI","#
                + #""file_unique_id":"AgAD","file_size":28000}"#)
        let voice = Incoming.Voice(reference: Hushed("AwACAgI"), seconds: 7)
        #expect(try await event(update) == .voice(message: MessageID(70), voice, replyTo: nil))
    }

    @Test(
        "Other kinds are told apart from silence (T23)",
        arguments: [
            #""photo":[{"file_id":"x","width":1,"height":1}],"caption":"us""#,
            #""sticker":{"file_id":"x"}"#, #""contact":{"phone_number":"1","first_name":"B"}"#,
            #""location":{"latitude":1.5,"longitude":2}"#, #""video_note":{"file_id":"x"}"#,
            #""document":{"file_id":"x"}"#, #""poll":{"id":"1"}"#, #""dice":{"value":3}"#,
            #""a_kind_of_2031":{}"#, #""effect_id":"5""#,
        ])
    func unsupported(members: String) async throws {
        #expect(
            try await event(message(70, members)) == .unsupported(message: MessageID(70)))
    }

    @Test(
        "What nobody wrote is ignored",
        arguments: [
            #""pinned_message":{"message_id":1}"#, #""chat_background_set":{}"#,
            #""message_auto_delete_timer_changed":{"message_auto_delete_time":86400}"#,
            #""write_access_allowed":{}"#, #""connected_website":"x.example""#,
        ])
    func service(members: String) async throws {
        #expect(try await batch(message(70, members)) == Batch(items: [], next: Cursor(71)))
    }

    @Test("Bots are not listened to")
    func bots() async throws {
        for kind in ["message", "edited_message"] {
            let update = message(70, #""text":"buy""#, kind: kind)
                .replacing("\"is_bot\":false", with: "\"is_bot\":true")
            #expect(try await event(update) == nil)
        }
    }

    @Test("A changed text is a change, never a new text (T22)")
    func edited() async throws {
        let edited = message(70, #""text":"/start@us_bot x""#, kind: "edited_message")
        #expect(
            try await event(edited)
                == .edited(message: MessageID(70), Hushed("/start@us_bot x")))
        let voice = message(
            70, #""voice":{"duration":7,"file_id":"A"}"#, kind: "edited_message")
        #expect(try await event(voice) == nil)
    }

    @Test("Blocking and coming back (T13)")
    func membership() async throws {
        #expect(try await event(standing("kicked")) == .reachable(false))
        #expect(try await event(standing("member")) == .reachable(true))
        #expect(try await event(standing("restricted")) == nil)
    }

    @Test("Groups and channels are one event, and never an answer")
    func groups() async throws {
        let group = #"{"id":-1004503599627,"title":"Us","type":"supergroup"}"#
        func inGroup(_ update: String) -> String {
            update.replacing(privateChatJSON, with: group)
        }
        let told = try await batch(inGroup(said(70, "hello"))).items.first
        #expect(told?.event == .group)
        #expect(told?.from == Address(platform: "telegram", chat: "-1004503599627"))
        #expect(try await event(inGroup(standing("member"))) == .group)
        #expect(try await event(inGroup(standing("administrator"))) == .group)
        #expect(try await event(inGroup(standing("kicked"))) == nil)
        #expect(try await event(inGroup(standing("left"))) == nil)
        #expect(try await event(inGroup(press(#","data":"r7""#))) == nil)
        let edit = message(70, #""text":"x""#, kind: "edited_message")
        #expect(try await event(inGroup(edit)) == nil)
        let left = message(70, #""left_chat_member":\#(personJSON)"#)
        #expect(try await event(inGroup(left)) == nil)
    }

    @Test("The press of a button, whatever is missing or forged (T16)")
    func pressed() async throws {
        let fresh = press(#","data":"r7:yes""#)
        #expect(
            try await event(fresh)
                == .pressed(callback: "4382", message: MessageID(4), data: "r7:yes"))
        #expect(
            try await event(press(""))
                == .pressed(callback: "4382", message: MessageID(4), data: ""))
        let long = String(repeating: "é", count: 33)
        #expect(
            try await event(press(",\"data\":\"\(long)\""))
                == .pressed(callback: "4382", message: MessageID(4), data: ""))
        #expect(
            try await event(press(#","data":"a\u0000b""#, message: ""))
                == .pressed(callback: "4382", message: nil, data: "ab"))
        #expect(
            try await batch(press(#","data":"x""#, message: "")).items.first?.from == ada)
        #expect(try await event(press(#","inline_message_id":"9","data":"x""#)) == nil)
    }

    private func standing(_ status: String) -> String {
        """
        {"update_id":70,"my_chat_member":{"chat":\(privateChatJSON),"from":\(personJSON),\
        "date":1795381200,"old_chat_member":{"user":\(personJSON),"status":"member"},\
        "new_chat_member":{"user":\(personJSON),"status":"\(status)","until_date":0}}}
        """
    }

    private func press(
        _ more: String,
        message: String = #","message":{"message_id":4,"chat":\#(privateChatJSON),"date":0}"#
    ) -> String {
        #"{"update_id":70,"callback_query":{"id":"4382","from":\#(personJSON),"#
            + #""chat_instance":"1"\#(more)\#(message)}}"#
    }
}
