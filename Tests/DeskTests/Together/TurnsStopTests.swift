import Rehearsal
import Testing

/// Stopping a talk in turns: a time-out, not yet, enough for now.
@Suite struct TurnsStopTests {
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
            bot → Ben: I haven't kept that, since nothing is asked in writing just now;…
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
            bot → Ada: I haven't kept that, since nothing is asked in writing just now;…
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
