import Dialogue
import Messenger
import Rehearsal
import Testing

@testable import Desk

/// From one chat to another: everything goes along, and the chat that is left can take it back.
@Suite struct MovingTests {
    static let moved = """
        Ada: /move
        bot → Ada: This brings all that is yours to another chat with me, wherever I am.… It works once,…
        Anna: /start {link}
        bot → Anna: This brings all that is Ada's here, from the chat where the code was… [Bring it here] [Let it be]
        Anna taps Bring it here
        bot → Ada: What was yours in this chat has moved to another one, by a code made… [Take it back here]
        bot → Anna: All of it is here now, and from now on I write to you here.…
        """

    @Test func `everything goes along and the other notices nothing`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.pairing, on: stage)
        try await rehearse(
            """
            Ada: You sang in the kitchen.
            bot → Ada: That's what you wrote: You sang in the kitchen.… [Share it then] [Keep to myself] [Write it again]
            """, on: stage)
        try await rehearse(Self.moved, on: stage)
        try await rehearse(
            """
            Ada: /answers
            bot → Ada: We haven't begun. /start tells you what this is; nothing is kept before you say so.
            — power cut
            Anna: /share
            bot → Anna: Put away. Until it goes out you can change your mind, also under /answers. [Keep to myself]
            Ben: You waited for me.
            bot → Ben: That's what you wrote: You waited for me.… [Share it then] [Keep to myself] [Write it again]
            Ben taps Share it then
            bot → Ben: Put away.…
            bot → Ben: My clock says 09:00 (Berlin).… [That's right] [I'm elsewhere] [Another hour]
            — next day 19:00
            bot → Anna: Something for you, whenever you like. [Open]
            bot → Ben: Something for you, whenever you like. [Open]
            bot → Anna: A card for today. [Open]
            bot → Ben: A card for today. [Open]
            Anna taps Open below Something…
            bot → Anna: Here is what you both shared.… You: You sang in the kitchen. Ben: You waited for me.
            bot → Anna: Is there something of Ben's that stays with you?…
            """, on: stage)
    }

    @Test func `the chat that was left takes it back within a day`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.pairing, on: stage)
        try await rehearse(Self.moved, on: stage)
        let back = try #require(
            stage.data(ofButton: "Take it back here", below: nil, of: "Ada"))
        try await rehearse(
            """
            Eve forges \(back)
            bot → Eve: That link doesn't work any more.…
            Ada taps Take it back here
            bot → Anna: The chat it came from has taken it back. I no longer write here about it.
            bot → Ada: Taken back: it is all here again, and I write to you here.…
            Anna: /answers
            bot → Anna: We haven't begun. /start tells you what this is; nothing is kept before you say so.
            Ada: /status
            bot → Ada: You are Ada, joined with Ben.…
            Ada taps Take it back here
            bot → Ada: That one has passed. /today shows what there is.
            """, on: stage)
    }

    @Test func `a message of one chat is never taken for one of another`() {
        let id = PersonID("ada")
        let partner = Partner(
            id: id, name: Words(by: id, "Ada"), language: "en", zone: "UTC",
            hour: LocalTime(minutesAfterMidnight: 19 * 60),
            consent: Consent(version: 1, at: Moment(0)))
        var page = Page(
            couple: Couple(id: "abc", first: partner), addresses: Pair(nil, nil))
        let first = page.name(of: MessageID("7"), on: .first)
        page.chats.first.advance()
        let second = page.name(of: MessageID("7"), on: .first)
        #expect(first != second)
        #expect(page.messages(named: [first, second], on: .first) == [MessageID("7")])
        page.chats.first.number = 0
        #expect(page.messages(named: [second], on: .first) == [])
        #expect(page.messages(named: [first], on: .first) == [MessageID("7")])
        // A third chat gets a number that none had.
        page.chats.first.advance()
        #expect(page.name(of: MessageID("7"), on: .first) != second)
    }

    @Test func `wrong codes don't shut the way back, and an old number doesn't take it`()
        async throws
    {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.pairing, on: stage)
        for number in 1...6 { try await stage.act(.say("/start wrong\(number)"), by: "Ada") }
        _ = try await stage.heard(expecting: 0)
        try await rehearse(Self.moved, on: stage)
        try await rehearse(
            """
            Ada: 1
            bot → Ada: We haven't begun. /start tells you what this is; nothing is kept before you say so.
            Ada taps Take it back here
            bot → Anna: The chat it came from has taken it back. I no longer write here about it.
            bot → Ada: Taken back: it is all here again, and I write to you here.…
            """, on: stage)
    }

    @Test func `a recording is named by the chat it came in`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.pairing, on: stage)
        try await rehearse(Self.moved, on: stage)
        try await stage.act(.say("/today"), by: "Anna")
        try await stage.act(.speak(seconds: 5), by: "Anna")
        _ = try await stage.heard(expecting: 0)
        try await stage.act(.takeBack("(voice)"), by: "Anna")
        let said = try await stage.heard(expecting: 1).map(\.text)
        #expect(said.first?.hasPrefix("Erased from what I store.") == true, "\(said)")
    }

    @Test func `after a day it stays`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.pairing, on: stage)
        try await rehearse(Self.moved, on: stage)
        try await rehearse(
            """
            — next day 09:01
            Ada taps Take it back here
            bot → Ada: That link doesn't work any more. The one who sent it can make a…
            """, on: stage)
    }

    @Test func `a chain of moves leaves every earlier chat its way back`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.pairing, on: stage)
        try await rehearse(Self.moved, on: stage)
        try await rehearse(
            """
            Anna: /move
            bot → Anna: This brings all that is yours to another chat with me, wherever I am.…
            Eve: /start {link}
            bot → Eve: This brings all that is Ada's here, from the chat where the code was… [Bring it here] [Let it be]
            Eve: 1
            bot → Anna: What was yours in this chat has moved to another one, by a code made… [Take it back here]
            bot → Eve: All of it is here now, and from now on I write to you here.…
            Ada taps Take it back here
            bot → Eve: The chat it came from has taken it back. I no longer write here about it.
            bot → Ada: Taken back: it is all here again, and I write to you here.…
            Anna taps Take it back here
            bot → Anna: That link doesn't work any more. The one who sent it can make a…
            """, on: stage)
    }

    @Test func `a code is good once, for an hour, and where nothing is yet`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.pairing, on: stage)
        try await rehearse(
            """
            Ada: /move
            bot → Ada: This brings all that is yours to another chat with me, wherever I am.…
            Ada: /start {link}
            bot → Ada: That's your own code: it's for the chat you want to go on in.
            Ben: /start {link}
            bot → Ben: Here you have begun already, so nothing can be brought here.…
            Anna: /start {link}
            bot → Anna: This brings all that is Ada's here, from the chat where the code was… [Bring it here] [Let it be]
            Ada: /move
            bot → Ada: This brings all that is yours to another chat with me, wherever I am.…
            Anna taps Bring it here
            bot → Anna: That link doesn't work any more. The one who sent it can make a…
            Anna: /start {link}
            bot → Anna: This brings all that is Ada's here, from the chat where the code was… [Bring it here] [Let it be]
            — 10:01
            Anna taps Bring it here
            bot → Anna: That link doesn't work any more. The one who sent it can make a…
            """, on: stage)
    }

    @Test func `leaving takes the way back along and forgetting ends it`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.pairing, on: stage)
        try await rehearse(Self.moved, on: stage)
        try await rehearse(
            """
            Anna: /leave now
            bot → Anna: Done. You aren't joined with anyone here now.…
            Ada taps Take it back here
            bot → Anna: The chat it came from has taken it back. I no longer write here about it.
            bot → Ada: Taken back: it is all here again, and I write to you here.…
            """, on: stage)
        try await rehearse(Self.moved, on: stage)
        try await rehearse(
            """
            Anna: /forget now
            bot → Anna: Erased: what you wrote here, your name, how to reach you.…
            Ada taps Take it back here
            bot → Ada: That link doesn't work any more. The one who sent it can make a…
            """, on: stage)
    }
}
