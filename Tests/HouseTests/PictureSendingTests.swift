import Dialogue
import Messenger
import Rehearsal
import Store
import Testing

@testable import Desk
@testable import LocalChat
@testable import talkaboutit

/// A picture on its way through the whole house.
@Suite(.timeLimit(.minutes(40))) struct PictureSendingTests {
    @Test func `it arrives as a photo, after its message, protected`() async throws {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.pairing, on: stage)
            try await stage.show("You laughed.", to: "Ada")
            let heard = try await stage.heard(expecting: 2).map(\.text)
            #expect(
                heard == [
                    "Nothing has changed.",
                    "(a picture) Moments that softened Your partner: You laughed.",
                ])
            let photo = try #require(try await stage.photos(of: "Ada").first)
            let file = try #require(photo.content.file)
            #expect(photo.isProtected && file.type == "image/png")
            let size = try #require(file.size)
            #expect(size.width == 1_080 && size.height > 200)
            // The title is strong there as in any text.
            #expect(photo.content.words.entities.count == 1)
        }
    }

    @Test func `what wasn't taken is sent again, once`() async throws {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.pairing, on: stage)
            await stage.chat.trouble(.init(.status(502, html: true), on: "sendPhoto", times: 2))
            try await stage.show("You laughed.", to: "Ada")
            #expect(try await stage.heard(expecting: 2).count == 2)
            #expect(await stage.calls("sendPhoto").map(\.status) == [502, 502, 200])
        }
    }

    @Test func `what keeps failing while the platform is heard is left out, and its words go`()
        async throws
    {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.pairing, on: stage)
            await stage.chat.trouble(.init(.status(502, html: true), on: "sendPhoto", times: nil))
            try await stage.show("You laughed.", to: "Ada")
            #expect(
                try await stage.heard(expecting: 2).map(\.text) == [
                    "Nothing has changed.", "Moments that softened Your partner: You laughed.",
                ])
            #expect(await stage.calls("sendPhoto").map(\.status) == Array(repeating: 502, count: 6))
        }
    }

    @Test func `a long caption follows it, piece by piece`() async throws {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.pairing, on: stage)
            await stage.chat.trouble(.init(.resetBefore, on: "sendMessage", times: 3))
            let moments = (1...6).map { "\($0) " + String(repeating: "word ", count: 42) + "end" }
            try await stage.show(moments.joined(separator: "|"), to: "Ada")
            let heard = try await stage.heard(expecting: 2).map(\.text)
            #expect(heard.count == 2)
            #expect(
                heard.last?.matches("(a picture) Moments that softened …1 word…6 word…") == true)
            #expect(try await stage.photos(of: "Ada").map(\.text) == [""])
        }
    }
}

extension HouseStage {
    /// The bot shows moments that the other wrote, which nothing in a script leads to yet.
    fileprivate func show(_ moments: String, to name: String) async throws {
        let chat = String(try await phone(of: name).person.chat)
        var telling = Telling(Line(.unchanged))
        telling.picture = .softer(
            moments: moments.split(separator: "|").map {
                .init(isMine: false, words: Words(by: PersonID("b"), String($0)))
            })
        try await running?.daemon.desk.tell(
            telling, at: Address(platform: "telegram", chat: chat))
    }

    fileprivate func photos(of name: String) async throws -> [LocalChat.Message] {
        await chat.messages(of: try await phone(of: name).person)
            .filter { $0.content.file?.kind == .photo }
    }
}

extension Desk {
    fileprivate func tell(_ telling: Telling, at address: Address) throws {
        try work { session throws(StoreFault) in
            guard let place = try session.place(of: address) else { return }
            try session.tell(telling, to: place.side, on: place.couple)
        }
    }
}
