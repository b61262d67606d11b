import Rehearsal
import Testing

/// A wish, free to refuse, and its answer.
@Suite struct RequestTests {
    @Test func `yes, and not now with another way`() async throws {
        let stage = try await DeskStage.paired()
        try await rehearse(
            """
            Ada forges or.37
            bot → Ada: A no to this, today, is a no to this, today. What it means, only the one who… [Skip] [Later] [Something lighter] [Why this one?]
            Ada: A real goodbye, ten seconds.
            bot → Ada: That's what you wrote: A real goodbye, ten seconds. If you share it, it's shown… [Share it then] [Keep to myself] [Write it again]
            Ada taps Share it then
            bot → Ada: Put away. Until it goes out you can change your mind, also under /answers. [Keep to myself]
            Ben forges or.37
            bot → Ben: A no to this, today, is a no to this, today. What it means, only the one who… [Skip] [Later] [Something lighter] [Why this one?]
            Ben: Quiet before breakfast.
            bot → Ben: That's what you wrote: Quiet before breakfast. If you share it, it's shown only… [Share it then] [Keep to myself] [Write it again]
            Ben taps Share it then
            bot → Ben: Put away. Until it goes out you can change your mind, also under /answers. [Keep to myself]
            — 20:00
            bot → Ada: Something for you, whenever you like. [Open]
            bot → Ben: Something for you, whenever you like. [Open]
            Ada taps Open
            bot → Ada: Here is what you both shared. One small wish You: A real goodbye, ten seconds. Ben: Quiet before breakfast.
            bot → Ada: Yes, not now and no are all fine. Left alone, it fades after seven days. Would… [Answer it] [Let it lie]
            Ada taps Answer it
            bot → Ada: Ben would like: Quiet before breakfast. A no to this, today, is a no to this,… [Yes] [Not now] [No] [Skip] [Later] [Something lighter] [Why this one?]
            Ada taps Yes
            bot → Ada: That would go to Ben: Yes Nothing else goes with it. [Send it] [Another way] [Keep to myself] [Write it again]
            Ada taps Send it
            bot → Ada: Sent. Enough for now.
            bot → Ben: Something for you, whenever you like. [Open]
            Ben taps Open
            bot → Ben: Here is what you both shared. One small wish You: Quiet before breakfast. Ada: A real goodbye, ten seconds.
            bot → Ben: Yes, not now and no are all fine. Left alone, it fades after seven days. Would… [Answer it] [Let it lie]
            Ben taps Answer it
            bot → Ben: Ada would like: A real goodbye, ten seconds. A no to this, today, is a no to… [Yes] [Not now] [No] [Skip] [Later] [Something lighter] [Why this one?]
            Ben taps Not now
            bot → Ben: That would go to Ada: Not now Nothing else goes with it. [Send it] [Another way] [Keep to myself] [Write it again]
            Ben taps Another way
            bot → Ben: Only if you like: another day, half as long, by letter. A yes or a no is… [Skip] [Later] [Something lighter] [Why this one?]
            Ben: Five seconds?
            bot → Ben: That would go to Ada: My answer: Not now Five seconds? Nothing else goes with… [Send it] [Keep to myself] [Write it again]
            Ben taps Send it
            bot → Ben: Sent. Enough for now.
            bot → Ada: Something for you, whenever you like. [Open]
            Ada taps Open
            bot → Ada: Ben's answer to your wish: Not now. Another way that would suit: Five seconds?… [Yes] [Not now] [No]
            Ada taps Yes
            bot → Ada: Sent. Enough for now.
            bot → Ben: Something for you, whenever you like. [Open]
            Ada taps Yes
            bot → Ada: That one has passed. /today shows what there is.
            Ben: /today
            bot → Ben: Ada's answer to your wish: Yes.
            Ben: /today
            bot → Ben: To your other way, Ada says: Yes.
            """, on: stage)
    }

    @Test func `unanswered it fades after seven days`() async throws {
        let stage = try await DeskStage.paired()
        try await rehearse(
            """
            Ada forges or.37
            bot → Ada: A no to this, today, is a no to this, today. What it means, only the one who… [Skip] [Later] [Something lighter] [Why this one?]
            Ada: A real goodbye.
            bot → Ada: That's what you wrote: A real goodbye. If you share it, it's shown only beside… [Share it then] [Keep to myself] [Write it again]
            Ada taps Share it then
            bot → Ada: Put away. Until it goes out you can change your mind, also under /answers. [Keep to myself]
            Ben forges or.37
            bot → Ben: A no to this, today, is a no to this, today. What it means, only the one who… [Skip] [Later] [Something lighter] [Why this one?]
            Ben: Quiet before breakfast.
            bot → Ben: That's what you wrote: Quiet before breakfast. If you share it, it's shown only… [Share it then] [Keep to myself] [Write it again]
            Ben taps Share it then
            bot → Ben: Put away. Until it goes out you can change your mind, also under /answers. [Keep to myself]
            — 20:00
            bot → Ada: Something for you, whenever you like. [Open]
            bot → Ben: Something for you, whenever you like. [Open]
            Ben taps Open
            bot → Ben: Here is what you both shared. One small wish You: Quiet before breakfast. Ada: A real goodbye.
            bot → Ben: Yes, not now and no are all fine. Left alone, it fades after seven days. Would… [Answer it] [Let it lie]
            Ada: /pause
            bot → Ada: Nothing comes until you type /resume. Nobody is told. [Go on again]
            Ben: /pause
            bot → Ben: Nothing comes until you type /resume. Nobody is told. [Go on again]
            — 8 days later 20:00
            Ben taps Answer it
            bot → Ben: That one has passed. /today shows what there is.
            """, on: stage)
    }

    @Test func `the same wish rests for thirty days`() async throws {
        let stage = try await DeskStage.paired()
        try await rehearse(
            """
            Ada forges or.37
            bot → Ada: A no to this, today, is a no to this, today. What it means, only the one who… [Skip] [Later] [Something lighter] [Why this one?]
            Ada: A real goodbye.
            bot → Ada: That's what you wrote: A real goodbye. If you share it, it's shown only beside… [Share it then] [Keep to myself] [Write it again]
            Ada taps Share it then
            bot → Ada: Put away. Until it goes out you can change your mind, also under /answers. [Keep to myself]
            Ben forges or.37
            bot → Ben: A no to this, today, is a no to this, today. What it means, only the one who… [Skip] [Later] [Something lighter] [Why this one?]
            Ben: Quiet before breakfast.
            bot → Ben: That's what you wrote: Quiet before breakfast. If you share it, it's shown only… [Share it then] [Keep to myself] [Write it again]
            Ben taps Share it then
            bot → Ben: Put away. Until it goes out you can change your mind, also under /answers. [Keep to myself]
            — 20:00
            bot → Ada: Something for you, whenever you like. [Open]
            bot → Ben: Something for you, whenever you like. [Open]
            Ada forges or.37-2
            bot → Ada: A no to this, today, is a no to this, today. What it means, only the one who… [Skip] [Later] [Something lighter] [Why this one?]
            Ada: a real   GOODBYE!
            bot → Ada: That's what you wrote: a real GOODBYE! If you share it, it's shown only beside… [Share it then] [Keep to myself] [Write it again]
            Ada taps Share it then
            bot → Ada: That wish was asked not long ago, so it rests for thirty days, whatever came of… [Write it again] [Keep to myself]
            Ada taps Write it again
            bot → Ada: A no to this, today, is a no to this, today. What it means, only the one who… [Skip] [Later] [Something lighter] [Why this one?]
            Ada: Two minutes on the step.
            bot → Ada: That's what you wrote: Two minutes on the step. If you share it, it's shown… [Share it then] [Keep to myself] [Write it again]
            Ada taps Share it then
            bot → Ada: Put away. Until it goes out you can change your mind, also under /answers. [Keep to myself]
            """, on: stage)
    }

    @Test func `tried for seven days, and let go by one`() async throws {
        let stage = try await DeskStage.paired()
        try await rehearse(
            """
            Ada forges or.39
            bot → Ada: A no to this, today, is a no to this, today. What it means, only the one who… [Skip] [Later] [Something lighter] [Why this one?]
            Ada: One word after each call.
            bot → Ada: That's what you wrote: One word after each call. You can add to it, or go on. [Go on] [Write it again]
            Ada taps Go on
            bot → Ada: One line, something you'd gladly give even if nobody noticed. Only you are… [Skip] [Later] [Something lighter] [Why this one?]
            Ada: Saying it.
            bot → Ada: That's what you wrote: Saying it. You can add to it, or go on. [Go on] [Write it again]
            Ada taps Go on
            bot → Ada: Now an idea for theirs, smaller rather than bigger; none at all is fine. They… [Skip] [Later] [Something lighter] [Why this one?]
            Ada: Saying it too.
            bot → Ada: That's what you wrote: One word after each call. Saying it. Saying it too. If… [Send it] [Keep to myself] [Write it again]
            Ada taps Send it
            bot → Ada: On its way to Ben. [Take it back]
            bot → Ben: Something for you, whenever you like. [Open]
            Ben taps Open
            bot → Ben: Ada proposes: Seven days of something: One word after each call. The other's… [Yes, like this] [Another wording] [Let it lie]
            Ben taps Yes, like this
            bot → Ben: This holds for you both, in the same words: Seven days of something: One word… [Drop it for both]
            bot → Ada: Something for you, whenever you like. [Open]
            Ada: /pause 6
            bot → Ada: Nothing comes for 6 days, unless you type /resume sooner. Nobody is told. [Go on again]
            — 2 days later 21:00
            bot → Ben: A card for today. [Open]
            bot → Ben: A card for today. [Open]
            Ben: /status
            bot → Ben: You are Ben, joined with Ada.…
            — 2 days later 21:00
            bot → Ben: A card for today. [Open]
            bot → Ben: Something for you, whenever you like. [Open]
            bot → Ben: A card for today. [Open]
            Ben: /today
            bot → Ben: Halfway through. Your part of it was: Saying it too. [Drop it for both]
            Ben taps Drop it for both
            bot → Ben: Let go, then. Nobody is told, and no reason is asked.
            Ben: /pause 9
            bot → Ben: Nothing comes for 9 days, unless you type /resume sooner. Nobody is told. [Go on again]
            — 7 days later 21:00
            bot → Ada: A card for today. [Open]
            bot → Ada: The card from earlier is still here, if you like. [Open]
            bot → Ada: A card for today. [Open]
            bot → Ada: A card for today. [Open]
            bot → Ada: Perhaps the cards come at a bad time just now. Would something else be… [Another hour] [Lighter cards] [Once a week] [Two weeks off] [Nothing for now]
            Ada: /answers
            bot → Ada: What you have written. Tap a number to read it or change your mind. 1. Three… [1] [2]
            """, on: stage)
    }
}
