import Rehearsal
import Testing

/// One speaks, the other says it back.
@Suite struct TurnsTests {
    @Test func `aloud, with a card`() async throws {
        let stage = try await DeskStage.paired()
        try await rehearse(
            """
            Ada forges or.35
            bot → Ada: One speaks, the other says it back: aloud, with a card between you, or here in… [Aloud, with a card] [Here, in writing] [Skip] [Later] [Something lighter] [Why this one?]
            Ada taps Aloud, with a card
            bot → Ada: In one place, not late. One tells something small about themselves, in two or… [We talked] [Later]
            Ada taps We talked
            bot → Ada: What was said stays between you two.
            Ben forges or.35
            bot → Ben: One speaks, the other says it back: aloud, with a card between you, or here in… [Aloud, with a card] [Here, in writing] [Skip] [Later] [Something lighter] [Why this one?]
            Ben taps Later
            bot → Ben: Later, then. It comes by again, or /today has it.
            """, on: stage)
    }

    @Test func `here, both ways`() async throws {
        let stage = try await DeskStage.paired()
        try await rehearse(
            """
            Ada forges or.35
            bot → Ada: One speaks, the other says it back: aloud, with a card between you, or here in… [Aloud, with a card] [Here, in writing] [Skip] [Later] [Something lighter] [Why this one?]
            Ada taps Here, in writing
            bot → Ada: Two or three sentences about yourself and something small, a two out of ten: a… [Time out] [Enough for now]
            Ada: The call ended so quickly.
            bot → Ada: That would go to Ben: The call ended so quickly. You can add to it, or send it. [Send it] [Write it again] [Time out] [Enough for now]
            Ada: I stood there.
            bot → Ada: That would go to Ben: The call ended so quickly. I stood there. You can add to… [Send it] [Write it again] [Time out] [Enough for now]
            Ada taps Write it again
            bot → Ada: Two or three sentences about yourself and something small, a two out of ten: a… [Time out] [Enough for now]
            Ada: The call ended quickly, and I stood there.
            bot → Ada: That would go to Ben: The call ended quickly, and I stood there. You can add to… [Send it] [Write it again] [Time out] [Enough for now]
            Ada taps Send it
            bot → Ada: Sent. Nothing to do until something comes back. [Time out] [Enough for now]
            bot → Ben: Something for you, whenever you like. [Open]
            Ada: hello?
            bot → Ada: I haven't kept that, since nothing is asked in writing just now;…
            Ben taps Open
            bot → Ben: Ada: The call ended quickly, and I stood there. These are the other's words.… [Time out] [Enough for now]
            Ben: The call was short and you stood there.
            bot → Ben: That would go to Ada: The call was short and you stood there. You can add to… [Send it] [Write it again] [Time out] [Enough for now]
            Ben taps Send it
            bot → Ben: Sent. Nothing to do until something comes back. [Time out] [Enough for now]
            bot → Ada: Something for you, whenever you like. [Open]
            Ada taps Open
            bot → Ada: Ben heard: The call was short and you stood there. Is that it? [Yes, that's it] [Not quite] [Time out] [Enough for now]
            Ada taps Not quite
            bot → Ada: Two or three sentences about yourself and something small, a two out of ten: a… [Time out] [Enough for now]
            Ada: It ended before I had said the one thing.
            bot → Ada: That would go to Ben: It ended before I had said the one thing. You can add to… [Send it] [Write it again] [Time out] [Enough for now]
            Ada taps Send it
            bot → Ada: Sent. Nothing to do until something comes back. [Time out] [Enough for now]
            bot → Ben: Something for you, whenever you like. [Open]
            Ben taps Open
            bot → Ben: Ada: It ended before I had said the one thing. These are the other's words.… [Time out] [Enough for now]
            Ben: There was one thing left to say.
            bot → Ben: That would go to Ada: There was one thing left to say. You can add to it, or… [Send it] [Write it again] [Time out] [Enough for now]
            Ben taps Send it
            bot → Ben: Sent. Nothing to do until something comes back. [Time out] [Enough for now]
            bot → Ada: Something for you, whenever you like. [Open]
            Ada taps Open
            bot → Ada: Ben heard: There was one thing left to say. Is that it? [Yes, that's it] [Not quite] [Time out] [Enough for now]
            Ada taps Yes, that's it
            bot → Ada: That's how it reached the other. Something may be missing, or came across… [That's all of it] [Time out] [Enough for now]
            Ada: It was about the harbour.
            bot → Ada: That would go to Ben: It was about the harbour. You can add to it, or send it. [Send it] [Write it again] [Time out] [Enough for now]
            Ada taps Send it
            bot → Ada: Sent. Nothing to do until something comes back. [Time out] [Enough for now]
            bot → Ben: Something for you, whenever you like. [Open]
            Ben taps Open
            bot → Ben: Ada: It ended before I had said the one thing. It was about the harbour. These… [Time out] [Enough for now]
            Ben: It was about the harbour.
            bot → Ben: That would go to Ada: It was about the harbour. You can add to it, or send it. [Send it] [Write it again] [Time out] [Enough for now]
            Ben taps Send it
            bot → Ben: Sent. Nothing to do until something comes back. [Time out] [Enough for now]
            bot → Ada: Something for you, whenever you like. [Open]
            Ada taps Open
            bot → Ada: Ben heard: It was about the harbour. Is that it? [Yes, that's it] [Not quite] [Time out] [Enough for now]
            Ada taps Yes, that's it
            bot → Ada: That's how it reached the other. Something may be missing, or came across… [That's all of it] [Time out] [Enough for now]
            Ada taps That's all of it
            bot → Ada: Sent. Nothing to do until something comes back. [Time out] [Enough for now]
            bot → Ben: Something for you, whenever you like. [Open]
            Ben taps Open
            bot → Ben: Ada: It ended before I had said the one thing. It was about the harbour. You… [Time out] [Enough for now]
            Ben: That one thing makes a call.
            bot → Ben: That would go to Ada: That one thing makes a call. You can add to it, or send… [Send it] [Write it again] [Time out] [Enough for now]
            Ben taps Send it
            bot → Ben: A word or two, and only a guess; whoever felt it knows better. How might that… [Time out] [Enough for now]
            Ben: Lonely, a bit.
            bot → Ben: That would go to Ada: Lonely, a bit. You can add to it, or send it. [Send it] [Write it again] [Time out] [Enough for now]
            Ben taps Send it
            bot → Ben: Sent. Nothing to do until something comes back. [Time out] [Enough for now]
            bot → Ada: Something for you, whenever you like. [Open]
            Ada taps Open
            bot → Ada: What makes sense to Ben: That one thing makes a call. A guess at the feeling:… [It arrived] [Not yet] [Time out] [Enough for now]
            Ada taps It arrived
            bot → Ada: Sent. Nothing to do until something comes back. [Time out] [Enough for now]
            bot → Ben: Something for you, whenever you like. [Open]
            Ben taps Open
            bot → Ben: It arrived. Now you, if you like. Two or three sentences about yourself and… [Time out] [Enough for now]
            Ben: Mine is short: I was tired.
            bot → Ben: That would go to Ada: Mine is short: I was tired. You can add to it, or send it. [Send it] [Write it again] [Time out] [Enough for now]
            Ben taps Send it
            bot → Ben: Sent. Nothing to do until something comes back. [Time out] [Enough for now]
            bot → Ada: Something for you, whenever you like. [Open]
            Ada taps Open
            bot → Ada: Ben: Mine is short: I was tired. These are the other's words. Saying them back… [Time out] [Enough for now]
            Ada: You were tired.
            bot → Ada: That would go to Ben: You were tired. You can add to it, or send it. [Send it] [Write it again] [Time out] [Enough for now]
            Ada taps Send it
            bot → Ada: Sent. Nothing to do until something comes back. [Time out] [Enough for now]
            bot → Ben: Something for you, whenever you like. [Open]
            Ben taps Open
            bot → Ben: Ada heard: You were tired. Is that it? [Yes, that's it] [Not quite] [Time out] [Enough for now]
            Ben taps Yes, that's it
            bot → Ben: That's how it reached the other. Something may be missing, or came across… [That's all of it] [Time out] [Enough for now]
            Ben taps That's all of it
            bot → Ben: Sent. Nothing to do until something comes back. [Time out] [Enough for now]
            bot → Ada: Something for you, whenever you like. [Open]
            Ada taps Open
            bot → Ada: Ben: Mine is short: I was tired. You may see it otherwise, and two true things… [Time out] [Enough for now]
            Ada: Tired at that hour, yes.
            bot → Ada: That would go to Ben: Tired at that hour, yes. You can add to it, or send it. [Send it] [Write it again] [Time out] [Enough for now]
            Ada taps Send it
            bot → Ada: A word or two, and only a guess; whoever felt it knows better. How might that… [Time out] [Enough for now]
            Ada: Worn out.
            bot → Ada: That would go to Ben: Worn out. You can add to it, or send it. [Send it] [Write it again] [Time out] [Enough for now]
            Ada taps Send it
            bot → Ada: Sent. Nothing to do until something comes back. [Time out] [Enough for now]
            bot → Ben: Something for you, whenever you like. [Open]
            Ben taps Open
            bot → Ben: What makes sense to Ada: Tired at that hour, yes. A guess at the feeling: Worn… [It arrived] [Not yet] [Time out] [Enough for now]
            Ben taps It arrived
            bot → Ben: It arrived, both ways. Enough for now.
            bot → Ada: Something for you, whenever you like. [Open]
            Ada taps Open
            bot → Ada: It arrived, both ways. Enough for now.
            """, on: stage)
    }
}
