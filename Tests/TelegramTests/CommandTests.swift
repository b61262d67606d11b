import Messenger
import Telegram
import Testing

@Suite("Commands with a bot's name (T28)")
struct CommandTests {
    private let getMe =
        #"{"ok":true,"result":{"id":123456789,"is_bot":true,"first_name":"Talk","#
        + #""username":"Us_Bot","can_join_groups":true,"can_read_all_group_messages":false,"#
        + #""supports_inline_queries":false}}"#

    @Test(
        "lose our name, are ignored with another's, and are words otherwise",
        arguments: [
            ("/status@us_bot", "/status"), ("/Status@US_BOT  now", "/Status  now"),
            ("/start@Us_Bot p-1_x", "/start p-1_x"), ("/status@otherbot", nil),
            ("/status@OtherBot please", nil), ("/status", "/status"),
            ("/us@home", "/us@home"), ("/a b@us_bot", "/a b@us_bot"),
            ("write me@us_bot", "write me@us_bot"), ("/@us_bot", "/@us_bot"),
            ("//x@us_bot", "//x@us_bot"), ("/é@us_bot", "/é@us_bot"), ("/", "/"),
            ("/x@a@us_bot", "/x@a@us_bot"), ("/go@us_bot\\nsecond line", "/go\nsecond line"),
        ] as [(String, String?)])
    func areAddressed(written: String, heard: String?) async throws {
        let script = Script(bodies: [getMe, polled([said(70, written)])])
        let bot = try bot(script)
        #expect(try await bot.identity().username == "Us_Bot")
        let batch = try await bot.receive(from: nil)
        #expect(batch.next == Cursor(71))
        #expect(
            batch.items.map(\.event)
                == (heard.map { [.text(message: MessageID(70), Hushed($0), replyTo: nil)] } ?? []))
    }

    @Test("are ours while our name is unknown")
    func areOursWithoutName() async throws {
        #expect(
            try await event(said(70, "/status@anybot"))
                == .text(message: MessageID(70), Hushed("/status"), replyTo: nil))
    }

    @Test("The bot's identity")
    func identity() async throws {
        let script = Script(bodies: [getMe, getMe, getMe])
        let bot = try bot(script)
        #expect(
            try await bot.identity()
                == Identity(id: 123_456_789, username: "Us_Bot", canReadAllGroupMessages: false))
        #expect(try await bot.inviteLink(payload: "aZ09_-") == "https://t.me/Us_Bot?start=aZ09_-")
        await #expect(throws: Fault.refused(reason: "payload")) {
            try await bot.inviteLink(payload: "a b")
        }
        #expect(await script.bodies == ["{}", "{}", "{}"])
    }

    @Test(
        "A payload that is none has no link",
        arguments: ["", "a b", "a&b", "é", "a/b", String(repeating: "a", count: 65)])
    func payload(text: String) {
        let identity = Identity(id: 1, username: "us_bot", canReadAllGroupMessages: false)
        #expect(identity.inviteLink(payload: text) == nil)
        #expect(identity.inviteLink(payload: String(repeating: "a", count: 64)) != nil)
    }

    @Test(
        "An identity without a usable name can't be read",
        arguments: [
            #"{"ok":true,"result":{"id":1}}"#, #"{"ok":true,"result":true}"#,
            #"{"ok":true,"result":{"id":1,"username":"a/../b"}}"#,
        ])
    func badIdentity(body: String) async throws {
        let script = Script(bodies: [body])
        await #expect(throws: Fault.unreachable(sent: true)) { try await bot(script).identity() }
    }
}
