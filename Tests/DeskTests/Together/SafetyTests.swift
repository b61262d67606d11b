import Rehearsal
import Testing

/// What frightens, and people to call.
@Suite struct SafetyTests {
    @Test func `words that frighten are decided about twice`() async throws {
        let stage = try await DeskStage.paired()
        try await rehearse(
            """
            Ada forges or.13
            bot → Ada: Some people love by doing: they stay up for a call, mend the bag, keep the good… [Skip] [Later] [Something lighter] [Why this one?]
            Ada: He said he would kill me if I leave.
            bot → Ada: That's what you wrote: He said he would kill me if I leave. If you share it,… [Share it then] [Keep to myself] [Write it again]
            bot → Ada: Under /help there are also people to call.
            Ada taps Share it then
            bot → Ada: It's put away. It goes to Ben only if you tap once more; there's time for that. [Share it then] [Keep to myself] [Write it again]
            Ada taps Share it then
            bot → Ada: Put away. Until it goes out you can change your mind, also under /answers. [Keep to myself] [More of this]
            Ada taps Keep to myself
            bot → Ada: Put away. It stays with you; /answers has it. [More of this]
            """, on: stage)
    }

    @Test func `blame is offered other words, once`() async throws {
        let stage = try await DeskStage.paired()
        try await rehearse(
            """
            Ada forges or.13
            bot → Ada: Some people love by doing: they stay up for a call, mend the bag, keep the good… [Skip] [Later] [Something lighter] [Why this one?]
            Ada: You never listen to me.
            bot → Ada: That's what you wrote: You never listen to me. If you share it, it's shown only… [Share it then] [Keep to myself] [Write it again]
            Ada taps Share it then
            bot → Ada: Before it goes, if you like: "something in me … and it would like …" is often… [Share it then] [Write it again]
            Ada taps Share it then
            bot → Ada: Put away. Until it goes out you can change your mind, also under /answers. [Keep to myself] [More of this]
            """, on: stage)
    }

    @Test func `lines of one’s country, and another`() async throws {
        let stage = try await DeskStage.paired()
        try await rehearse(
            """
            Ada: /help
            bot → Ada: /today – what is open, or next /answers – what you wrote, and changing your…
            Ada: /safe
            bot → Ada: I take this away in ten minutes, with the message that called it, where I can.… [Another country]
            Ada taps Another country
            bot → Ada: Which country? Its English name will do, or two letters, for instance PT.
            Ada: Atlantis
            bot → Ada: I don't know that country. Its English name will do, or two letters, for instance PT.
            Ada: Portugal
            bot → Ada: I take this away in ten minutes, with the message that called it, where I can.… [Another country]
            """, on: stage)
    }

    @Test func `leaving, and saying so`() async throws {
        let stage = try await DeskStage.paired()
        try await rehearse(
            """
            Ada: /leave
            bot → Ada: From then on nothing you write here can go to the other. What you wrote stays yours… [Leave now] [Leave and say so] [Not now]
            Ada taps Leave and say so
            bot → Ben: Something for you, whenever you like. [Open]
            bot → Ada: Done. You aren't joined with anyone here now. What you wrote is under /answers. Ben is told that you left, and nothing else.
            Ben taps Open
            bot → Ben: Ada no longer takes part here with you, and wanted you to know. Your own cards go on, if you like.
            Ben: /status
            bot → Ben: You are Ben, on your own here. It's 09:00 for you (Berlin). Your card comes at…
            """, on: stage)
    }

    @Test func `close in only by day, and not two in a row`() async throws {
        let stage = try await DeskStage.paired()
        try await rehearse(
            """
            — 21:30
            Ada forges or.22
            bot → Ada: That one goes closer in, and it's late. It waits for daylight; /today has it… [Another one] [Enough for today]
            Ada: /pause
            bot → Ada: Nothing comes until you type /resume. Nobody is told. [Go on again]
            Ben: /pause
            bot → Ben: Nothing comes until you type /resume. Nobody is told. [Go on again]
            — next day 10:00
            Ada forges or.29
            bot → Ada: This one goes closer in, and can stir things up. A quiet moment is good for it.… [This one] [Something lighter] [Later] [Why this one?]
            Ada taps This one
            bot → Ada: A no to this, today, is a no to this, today. What it means, only the one who… [Done] [Skip] [Later] [Something lighter] [Why this one?]
            Ada: it hurt when the door closed
            bot → Ada: (deletes: it hurt when the door closed)
            bot → Ada: That one is for you alone: I haven't kept it, and I take it out of this chat…
            Ada taps Done
            bot → Ada: That's yours, then.
            Ada forges or.22
            bot → Ada: That one goes closer in, and two of those want some days between them.… [Another one] [Enough for today]
            — 3 days later 10:00
            Ada forges or.22
            bot → Ada: This one goes closer in, and can stir things up. A quiet moment is good for it.… [This one] [Something lighter] [Later] [Why this one?]
            """, on: stage)
    }
}
