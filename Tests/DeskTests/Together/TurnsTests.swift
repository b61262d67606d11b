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
            bot → Ada: I don't keep that: nothing is asked in writing just now. /today has what's…
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

    @Test func `a time-out, moved, and the way back`() async throws {
        let stage = try await DeskStage.paired()
        try await rehearse(
            """
            Ada forges or.35
            bot → Ada: One speaks, the other says it back: aloud, with a card between you, or here in… [Aloud, with a card] [Here, in writing] [Skip] [Later] [Something lighter] [Why this one?]
            Ada taps Here, in writing
            bot → Ada: Two or three sentences about yourself and something small, a two out of ten: a… [Time out] [Enough for now]
            Ada: The call ended quickly.
            bot → Ada: That would go to Ben: The call ended quickly. You can add to it, or send it. [Send it] [Write it again] [Time out] [Enough for now]
            Ada taps Send it
            bot → Ada: Sent. Nothing to do until something comes back. [Time out] [Enough for now]
            bot → Ben: Something for you, whenever you like. [Open]
            Ben taps Open
            bot → Ben: Ada: The call ended quickly. These are the other's words. Saying them back… [Time out] [Enough for now]
            Ben taps Time out
            bot → Ben: A time-out, at once. When might you come back to it? Either of you may move it. [20 minutes] [An hour] [3 hours] [12 hours] [Enough for now]
            Ben taps An hour
            bot → Ben: A time-out until Mon 2 Mar at 10:00. Either of you may move it. Until then I'm… [20 minutes] [An hour] [3 hours] [12 hours] [Enough for now]
            bot → Ada: Something for you, whenever you like. [Open]
            Ada taps Open
            bot → Ada: A time-out until Mon 2 Mar at 10:00. Either of you may move it. Until then I'm… [20 minutes] [An hour] [3 hours] [12 hours] [Enough for now]
            Ada taps 20 minutes
            bot → Ada: A time-out until Mon 2 Mar at 09:20. Either of you may move it. Until then I'm… [20 minutes] [An hour] [3 hours] [12 hours] [Enough for now]
            bot → Ben: Something for you, whenever you like. [Open]
            Ben: No words now.
            bot → Ben: I don't keep that: nothing is asked in writing just now. /today has what's…
            — 09:21
            bot → Ada: Something for you, whenever you like. [Open]
            bot → Ben: Something for you, whenever you like. [Open]
            Ben: /today
            bot → Ben: Ada: The call ended quickly. These are the other's words. Saying them back… [Time out] [Enough for now]
            Ben: It was a short call.
            bot → Ben: That would go to Ada: It was a short call. You can add to it, or send it. [Send it] [Write it again] [Time out] [Enough for now]
            Ben taps Send it
            bot → Ben: Sent. Nothing to do until something comes back. [Time out] [Enough for now]
            bot → Ada: Something for you, whenever you like. [Open]
            """, on: stage)
    }

    @Test func `two times not yet closes it gently`() async throws {
        let stage = try await DeskStage.paired()
        try await rehearse(
            """
            Ada forges or.35
            bot → Ada: One speaks, the other says it back: aloud, with a card between you, or here in… [Aloud, with a card] [Here, in writing] [Skip] [Later] [Something lighter] [Why this one?]
            Ada taps Here, in writing
            bot → Ada: Two or three sentences about yourself and something small, a two out of ten: a… [Time out] [Enough for now]
            Ada: One.
            bot → Ada: That would go to Ben: One. You can add to it, or send it. [Send it] [Write it again] [Time out] [Enough for now]
            Ada taps Send it
            bot → Ada: Sent. Nothing to do until something comes back. [Time out] [Enough for now]
            bot → Ben: Something for you, whenever you like. [Open]
            Ben taps Open
            bot → Ben: Ada: One. These are the other's words. Saying them back isn't agreeing, and it… [Time out] [Enough for now]
            Ben: Heard one.
            bot → Ben: That would go to Ada: Heard one. You can add to it, or send it. [Send it] [Write it again] [Time out] [Enough for now]
            Ben taps Send it
            bot → Ben: Sent. Nothing to do until something comes back. [Time out] [Enough for now]
            bot → Ada: Something for you, whenever you like. [Open]
            Ada taps Open
            bot → Ada: Ben heard: Heard one. Is that it? [Yes, that's it] [Not quite] [Time out] [Enough for now]
            Ada taps Yes, that's it
            bot → Ada: That's how it reached the other. Something may be missing, or came across… [That's all of it] [Time out] [Enough for now]
            Ada taps That's all of it
            bot → Ada: Sent. Nothing to do until something comes back. [Time out] [Enough for now]
            bot → Ben: Something for you, whenever you like. [Open]
            Ben taps Open
            bot → Ben: Ada: One. You may see it otherwise, and two true things can differ. One small… [Time out] [Enough for now]
            Ben: Sense.
            bot → Ben: That would go to Ada: Sense. You can add to it, or send it. [Send it] [Write it again] [Time out] [Enough for now]
            Ben taps Send it
            bot → Ben: A word or two, and only a guess; whoever felt it knows better. How might that… [Time out] [Enough for now]
            Ben: Sad.
            bot → Ben: That would go to Ada: Sad. You can add to it, or send it. [Send it] [Write it again] [Time out] [Enough for now]
            Ben taps Send it
            bot → Ben: Sent. Nothing to do until something comes back. [Time out] [Enough for now]
            bot → Ada: Something for you, whenever you like. [Open]
            Ada taps Open
            bot → Ada: What makes sense to Ben: Sense. A guess at the feeling: Sad. Arrived isn't the… [It arrived] [Not yet] [Time out] [Enough for now]
            Ada taps Not yet
            bot → Ada: Another way of saying it, perhaps a smaller piece. Two or three sentences about… [Time out] [Enough for now]
            bot → Ben: Something for you, whenever you like. [Open]
            Ben taps Open
            bot → Ben: Not yet, says Ada, and is putting it another way. There's nothing to do until… [Time out] [Enough for now]
            Ada: Two.
            bot → Ada: That would go to Ben: Two. You can add to it, or send it. [Send it] [Write it again] [Time out] [Enough for now]
            Ada taps Send it
            bot → Ada: Sent. Nothing to do until something comes back. [Time out] [Enough for now]
            bot → Ben: Something for you, whenever you like. [Open]
            Ben taps Open
            bot → Ben: Ada: Two. These are the other's words. Saying them back isn't agreeing, and it… [Time out] [Enough for now]
            Ben: Heard two.
            bot → Ben: That would go to Ada: Heard two. You can add to it, or send it. [Send it] [Write it again] [Time out] [Enough for now]
            Ben taps Send it
            bot → Ben: Sent. Nothing to do until something comes back. [Time out] [Enough for now]
            bot → Ada: Something for you, whenever you like. [Open]
            Ada taps Open
            bot → Ada: Ben heard: Heard two. Is that it? [Yes, that's it] [Not quite] [Time out] [Enough for now]
            Ada taps Yes, that's it
            bot → Ada: That's how it reached the other. Something may be missing, or came across… [That's all of it] [Time out] [Enough for now]
            Ada taps That's all of it
            bot → Ada: Sent. Nothing to do until something comes back. [Time out] [Enough for now]
            bot → Ben: Something for you, whenever you like. [Open]
            Ben taps Open
            bot → Ben: Ada: Two. You may see it otherwise, and two true things can differ. One small… [Time out] [Enough for now]
            Ben: Sense.
            bot → Ben: That would go to Ada: Sense. You can add to it, or send it. [Send it] [Write it again] [Time out] [Enough for now]
            Ben taps Send it
            bot → Ben: A word or two, and only a guess; whoever felt it knows better. How might that… [Time out] [Enough for now]
            Ben: Sad.
            bot → Ben: That would go to Ada: Sad. You can add to it, or send it. [Send it] [Write it again] [Time out] [Enough for now]
            Ben taps Send it
            bot → Ben: Sent. Nothing to do until something comes back. [Time out] [Enough for now]
            bot → Ada: Something for you, whenever you like. [Open]
            Ada taps Open
            bot → Ada: What makes sense to Ben: Sense. A guess at the feeling: Sad. Arrived isn't the… [It arrived] [Not yet] [Time out] [Enough for now]
            Ada taps Not yet
            bot → Ada: Then it rests here. Nobody is late, and nothing is owed.
            bot → Ben: Something for you, whenever you like. [Open]
            Ben taps Open
            bot → Ben: Then it rests here. Nobody is late, and nothing is owed.
            """, on: stage)
    }

    @Test func `either may leave it at that`() async throws {
        let stage = try await DeskStage.paired()
        try await rehearse(
            """
            Ada forges or.35
            bot → Ada: One speaks, the other says it back: aloud, with a card between you, or here in… [Aloud, with a card] [Here, in writing] [Skip] [Later] [Something lighter] [Why this one?]
            Ada taps Here, in writing
            bot → Ada: Two or three sentences about yourself and something small, a two out of ten: a… [Time out] [Enough for now]
            Ada: One.
            bot → Ada: That would go to Ben: One. You can add to it, or send it. [Send it] [Write it again] [Time out] [Enough for now]
            Ada taps Enough for now
            bot → Ada: Later, then. It comes by again, or /today has it.
            Ada forges or.35
            bot → Ada: One speaks, the other says it back: aloud, with a card between you, or here in… [Aloud, with a card] [Here, in writing] [Skip] [Later] [Something lighter] [Why this one?]
            Ada taps Here, in writing
            bot → Ada: Two or three sentences about yourself and something small, a two out of ten: a… [Time out] [Enough for now]
            Ada: Two.
            bot → Ada: That would go to Ben: Two. You can add to it, or send it. [Send it] [Write it again] [Time out] [Enough for now]
            Ada taps Send it
            bot → Ada: Sent. Nothing to do until something comes back. [Time out] [Enough for now]
            bot → Ben: Something for you, whenever you like. [Open]
            Ben taps Open
            bot → Ben: Ada: Two. These are the other's words. Saying them back isn't agreeing, and it… [Time out] [Enough for now]
            Ben taps Enough for now
            bot → Ben: Then it rests here. Nobody is late, and nothing is owed.
            bot → Ada: Something for you, whenever you like. [Open]
            Ada taps Open
            bot → Ada: Then it rests here. Nobody is late, and nothing is owed.
            Ada: More.
            bot → Ada: I don't keep that: nothing is asked in writing just now. /today has what's…
            """, on: stage)
    }

    @Test func `whoever begins second finds the other has the floor`() async throws {
        let stage = try await DeskStage.paired()
        try await rehearse(
            """
            Ada forges or.35
            bot → Ada: One speaks, the other says it back: aloud, with a card between you, or here in… [Aloud, with a card] [Here, in writing] [Skip] [Later] [Something lighter] [Why this one?]
            Ada taps Here, in writing
            bot → Ada: Two or three sentences about yourself and something small, a two out of ten: a… [Time out] [Enough for now]
            Ada: Mine.
            bot → Ada: That would go to Ben: Mine. You can add to it, or send it. [Send it] [Write it again] [Time out] [Enough for now]
            Ben forges or.35
            bot → Ben: One speaks, the other says it back: aloud, with a card between you, or here in… [Aloud, with a card] [Here, in writing] [Skip] [Later] [Something lighter] [Why this one?]
            Ben taps Here, in writing
            bot → Ben: Two or three sentences about yourself and something small, a two out of ten: a… [Time out] [Enough for now]
            Ben: Also mine.
            bot → Ben: That would go to Ada: Also mine. You can add to it, or send it. [Send it] [Write it again] [Time out] [Enough for now]
            Ada taps Send it
            bot → Ada: Sent. Nothing to do until something comes back. [Time out] [Enough for now]
            bot → Ben: Something for you, whenever you like. [Open]
            Ben taps Send it
            bot → Ben: Ada: Mine. These are the other's words. Saying them back isn't agreeing, and it… [Time out] [Enough for now]
            """, on: stage)
    }
}
