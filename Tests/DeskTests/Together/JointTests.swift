import Rehearsal
import Testing

/// A text of both: proposed, put another way, approved, dropped, faded.
@Suite struct JointTests {
    @Test func `proposed and approved`() async throws {
        let stage = try await DeskStage.paired()
        try await rehearse(
            """
            Ada forges or.47
            bot → Ada: Three words the two of you share, one a line, each with what you both mean by… [Skip] [Later] [Something lighter] [Why this one?]
            Ada: Turnip: all well.
            bot → Ada: That's what you wrote: Turnip: all well. If you send it, Ben may say yes to… [Send it] [Keep to myself] [Write it again]
            Ada taps Send it
            bot → Ada: On its way to Ben. [Take it back] [More of this]
            bot → Ben: Something for you, whenever you like. [Open]
            Ben taps Open
            bot → Ben: Ada proposes: Our dictionary: Turnip: all well. It holds only if you both say… [Yes, like this] [Another wording] [Let it lie]
            Ben taps Yes, like this
            bot → Ben: This holds for you both, in the same words: Our dictionary: Turnip: all well. [Drop it for both]
            bot → Ada: Something for you, whenever you like. [Open]
            Ada taps Open
            bot → Ada: This holds for you both, in the same words: Our dictionary: Turnip: all well. [Drop it for both]
            Ada: /answers
            bot → Ada: What you have written. Tap a number to read it or change your mind. 1. Three… [1] [2]
            Ben: /answers
            bot → Ben: What you have written. Tap a number to read it or change your mind. 1. Our dictionary – holds for you both [1]
            Ada: 2
            bot → Ada: This holds for you both, in the same words: Our dictionary: Turnip: all well. [Drop it for both]
            Ada taps Drop it for both
            bot → Ada: Let go, then. Nobody is told, and no reason is asked.
            Ada: /answers
            bot → Ada: What you have written. Tap a number to read it or change your mind. 1. Three… [1] [2]
            Ben: /answers
            bot → Ben: Nothing of yours is written here.
            """, on: stage)
    }

    @Test func `put another way`() async throws {
        let stage = try await DeskStage.paired()
        try await rehearse(
            """
            Ada forges or.47
            bot → Ada: Three words the two of you share, one a line, each with what you both mean by… [Skip] [Later] [Something lighter] [Why this one?]
            Ada: Turnip: all well.
            bot → Ada: That's what you wrote: Turnip: all well. If you send it, Ben may say yes to… [Send it] [Keep to myself] [Write it again]
            Ada taps Send it
            bot → Ada: On its way to Ben. [Take it back] [More of this]
            bot → Ben: Something for you, whenever you like. [Open]
            Ben taps Open
            bot → Ben: Ada proposes: Our dictionary: Turnip: all well. It holds only if you both say… [Yes, like this] [Another wording] [Let it lie]
            Ben taps Another wording
            bot → Ben: Three words the two of you share, one a line, each with what you both mean by… [Skip] [Later] [Something lighter] [Why this one?]
            Ben: Turnip: all well, and you?
            bot → Ben: That's what you wrote: Turnip: all well, and you? If you send it, Ada may say… [Send it] [Keep to myself] [Write it again]
            Ben taps Send it
            bot → Ben: On its way to Ada. [Take it back] [More of this]
            bot → Ada: Something for you, whenever you like. [Open]
            Ada taps Open
            bot → Ada: Ben proposes: Our dictionary: Turnip: all well, and you? It holds only if you… [Yes, like this] [Another wording] [Let it lie]
            Ada taps Yes, like this
            bot → Ada: This holds for you both, in the same words: Our dictionary: Turnip: all well, and you? [Drop it for both]
            bot → Ben: Something for you, whenever you like. [Open]
            Ben taps Open
            bot → Ben: This holds for you both, in the same words: Our dictionary: Turnip: all well, and you? [Drop it for both]
            Ben taps Yes, like this
            bot → Ben: That one has passed. /today shows what there is.
            """, on: stage)
    }

    @Test func `both propose at once`() async throws {
        let stage = try await DeskStage.paired()
        try await rehearse(
            """
            Ada forges or.47
            bot → Ada: Three words the two of you share, one a line, each with what you both mean by… [Skip] [Later] [Something lighter] [Why this one?]
            Ada: One.
            bot → Ada: That's what you wrote: One. If you send it, Ben may say yes to these words or… [Send it] [Keep to myself] [Write it again]
            Ben forges or.47
            bot → Ben: Three words the two of you share, one a line, each with what you both mean by… [Skip] [Later] [Something lighter] [Why this one?]
            Ben: Two.
            bot → Ben: That's what you wrote: Two. If you send it, Ada may say yes to these words or… [Send it] [Keep to myself] [Write it again]
            Ada taps Send it
            bot → Ada: On its way to Ben. [Take it back] [More of this]
            bot → Ben: Something for you, whenever you like. [Open]
            Ben taps Send it
            bot → Ben: On its way to Ada. [Take it back] [More of this]
            bot → Ada: Something for you, whenever you like. [Open]
            Ben taps Open
            bot → Ben: Ada proposes: Our dictionary: One. It holds only if you both say yes to the… [Yes, like this] [Another wording] [Let it lie]
            Ben taps Yes, like this
            bot → Ben: This holds for you both, in the same words: Our dictionary: One. [Drop it for both]
            bot → Ada: Something for you, whenever you like. [Open]
            Ada: /today
            bot → Ada: This holds for you both, in the same words: Our dictionary: One. [Drop it for both]
            Ada: /today
            bot → Ada: Nothing is open. Your next card comes at 19:00. [One more for me]
            """, on: stage)
    }

    @Test func `taken back before it was opened`() async throws {
        let stage = try await DeskStage.paired()
        try await rehearse(
            """
            Ada forges or.47
            bot → Ada: Three words the two of you share, one a line, each with what you both mean by… [Skip] [Later] [Something lighter] [Why this one?]
            Ada: Turnip: all well.
            bot → Ada: That's what you wrote: Turnip: all well. If you send it, Ben may say yes to… [Send it] [Keep to myself] [Write it again]
            Ada taps Send it
            bot → Ada: On its way to Ben. [Take it back] [More of this]
            bot → Ben: Something for you, whenever you like. [Open]
            Ada taps Take it back
            bot → Ada: Put away. It stays with you; /answers has it.
            Ben taps Open
            bot → Ben: That one has passed. /today shows what there is.
            Ada: /answers
            bot → Ada: What you have written. Tap a number to read it or change your mind. 1. Three… [1] [2]
            Ada: 2
            bot → Ada: Our dictionary – stays with you Turnip: all well. [Send it] [Write it again] [Erase it]
            Ada taps Send it
            bot → Ada: On its way to Ben. [Take it back] [More of this]
            bot → Ben: Something for you, whenever you like. [Open]
            Ben taps Open
            bot → Ben: Ada proposes: Our dictionary: Turnip: all well. It holds only if you both say… [Yes, like this] [Another wording] [Let it lie]
            Ben taps Let it lie
            bot → Ben: Left alone, then. Nobody is told.
            Ben taps Yes, like this
            bot → Ben: This holds for you both, in the same words: Our dictionary: Turnip: all well. [Drop it for both]
            bot → Ada: Something for you, whenever you like. [Open]
            """, on: stage)
    }

    @Test func `fades after seven days, without a word`() async throws {
        let stage = try await DeskStage.paired()
        try await rehearse(
            """
            Ada forges or.47
            bot → Ada: Three words the two of you share, one a line, each with what you both mean by… [Skip] [Later] [Something lighter] [Why this one?]
            Ada: Turnip: all well.
            bot → Ada: That's what you wrote: Turnip: all well. If you send it, Ben may say yes to… [Send it] [Keep to myself] [Write it again]
            Ada taps Send it
            bot → Ada: On its way to Ben. [Take it back] [More of this]
            bot → Ben: Something for you, whenever you like. [Open]
            Ada: /pause 30
            bot → Ada: Nothing comes for 30 days, unless you type /resume sooner. Nobody is told. [Go on again]
            Ben: /pause 30
            bot → Ben: Nothing comes for 30 days, unless you type /resume sooner. Nobody is told. [Go on again]
            — 6 days later 23:00
            Ben: /today
            bot → Ben: Ada proposes: Our dictionary: Turnip: all well. It holds only if you both say… [Yes, like this] [Another wording] [Let it lie]
            — next day 23:00
            Ben: /today
            bot → Ben: Three words, quickly: intimacy. [Skip] [Later] [Something lighter] [Why this one?]
            Ben taps Yes, like this
            bot → Ben: That one has passed. /today shows what there is.
            Ada: /answers
            bot → Ada: What you have written. Tap a number to read it or change your mind. 1. Three… [1] [2]
            """, on: stage)
    }

    @Test func `alone there is nobody to propose it to`() async throws {
        let stage = try await DeskStage.paired()
        try await rehearse(
            """
            Ada: /leave now
            bot → Ada: Done. You aren't joined with anyone here now. What you wrote is under /answers. Nobody is told.
            Ada forges or.47
            bot → Ada: That one has passed. /today shows what there is.
            """, on: stage)
    }

    @Test func `an older button decides nothing`() async throws {
        let stage = try await DeskStage.paired()
        try await rehearse(
            """
            Ada forges or.47
            bot → Ada: Three words the two of you share, one a line, each with what you both mean by… [Skip] [Later] [Something lighter] [Why this one?]
            Ada: One.
            bot → Ada: That's what you wrote: One. If you send it, Ben may say yes to these words or… [Send it] [Keep to myself] [Write it again]
            Ada: Two.
            bot → Ada: That's what you wrote: One. Two. If you send it, Ben may say yes to these words… [Send it] [Keep to myself] [Write it again]
            Ada taps Send it below That's what you wrote: One. If…
            bot → Ada: That button is from before; this is how it stands now.
            bot → Ada: That's what you wrote: One. Two. If you send it, Ben may say yes to these words… [Send it] [Keep to myself] [Write it again]
            Ada taps Keep to myself
            bot → Ada: Put away. It stays with you; /answers has it. [More of this]
            """, on: stage)
    }
}
