import Rehearsal
import Testing

/// An offer lies where the other finds it by looking.
@Suite struct RepairTests {
    @Test func `found, and it arrived`() async throws {
        let stage = try await DeskStage.paired()
        try await rehearse(
            """
            Ada: /repair
            bot → Ada: After a hurt. You can see whether the other has left something here, or write… [Look] [Write something] [Enough for today]
            Ada taps Look
            bot → Ada: Nothing lies here just now. [Write something] [Enough for today]
            Ada taps Write something
            bot → Ada: This one goes closer in, and can stir things up. A quiet moment is good for it.… [This one] [Something lighter] [Later] [Why this one?]
            Ada taps This one
            bot → Ada: A loop needs two people who are both free to stop. Where one is afraid, it… [Skip] [Later] [Something lighter] [Why this one?]
            Ada: I let it ring.
            bot → Ada: That's what you wrote: I let it ring. You can add to it, or go on. [Go on] [Write it again]
            Ada taps Go on
            bot → Ada: You can only imagine it and may be wrong; they alone know. It reads best… [Skip] [Later] [Something lighter] [Why this one?]
            Ada: You stood there.
            bot → Ada: That's what you wrote: You stood there. You can add to it, or go on. [Go on] [Write it again]
            Ada taps Go on
            bot → Ada: Perhaps something in you was tired, or cornered, or wanted to win. Saying so… [Skip] [Later] [Something lighter] [Why this one?]
            Ada: The one that hides.
            bot → Ada: That's what you wrote: The one that hides. You can add to it, or go on. [Go on] [Write it again]
            Ada taps Go on
            bot → Ada: Something small you can do by yourself, that wants nothing from the other: no… [Skip] [Later] [Something lighter] [Why this one?]
            Ada: I'll pick up.
            bot → Ada: That's what you wrote: I let it ring. You stood there. The one that hides. I'll… [Put it there] [Keep to myself] [Write it again]
            Ada taps Put it there
            bot → Ada: It lies there now. I don't tell Ben, and it may stay unread. [Keep to myself]
            — 20:00
            Ben: /repair
            bot → Ben: After a hurt. You can see whether the other has left something here, or write… [Look] [Write something] [Enough for today]
            Ben taps Look
            bot → Ben: Ada left this here for you: Something I did: I let it ring. What it may have… [It arrived] [Not yet] [Just keep it]
            Ben taps It arrived
            bot → Ben: Sent. Enough for now.
            bot → Ada: Something for you, whenever you like. [Open]
            Ben taps It arrived
            bot → Ben: That one has passed. /today shows what there is.
            Ada taps Open
            bot → Ada: Ben says: it arrived.
            """, on: stage)
    }

    @Test func `two times not yet closes it gently`() async throws {
        let stage = try await DeskStage.paired()
        try await rehearse(
            """
            Ada: /repair
            bot → Ada: After a hurt. You can see whether the other has left something here, or write… [Look] [Write something] [Enough for today]
            Ada taps Write something
            bot → Ada: This one goes closer in, and can stir things up. A quiet moment is good for it.… [This one] [Something lighter] [Later] [Why this one?]
            Ada taps This one
            bot → Ada: A loop needs two people who are both free to stop. Where one is afraid, it… [Skip] [Later] [Something lighter] [Why this one?]
            Ada: I let it ring.
            bot → Ada: That's what you wrote: I let it ring. You can add to it, or go on. [Go on] [Write it again]
            Ada taps Go on
            bot → Ada: You can only imagine it and may be wrong; they alone know. It reads best… [Skip] [Later] [Something lighter] [Why this one?]
            Ada: You stood there.
            bot → Ada: That's what you wrote: You stood there. You can add to it, or go on. [Go on] [Write it again]
            Ada taps Go on
            bot → Ada: Perhaps something in you was tired, or cornered, or wanted to win. Saying so… [Skip] [Later] [Something lighter] [Why this one?]
            Ada: The one that hides.
            bot → Ada: That's what you wrote: The one that hides. You can add to it, or go on. [Go on] [Write it again]
            Ada taps Go on
            bot → Ada: Something small you can do by yourself, that wants nothing from the other: no… [Skip] [Later] [Something lighter] [Why this one?]
            Ada: I'll pick up.
            bot → Ada: That's what you wrote: I let it ring. You stood there. The one that hides. I'll… [Put it there] [Keep to myself] [Write it again]
            Ada taps Put it there
            bot → Ada: It lies there now. I don't tell Ben, and it may stay unread. [Keep to myself]
            Ben: /repair
            bot → Ben: After a hurt. You can see whether the other has left something here, or write… [Look] [Write something] [Enough for today]
            Ben taps Look
            bot → Ben: Ada left this here for you: Something I did: I let it ring. What it may have… [It arrived] [Not yet] [Just keep it]
            Ben taps Not yet
            bot → Ben: Sent. Enough for now.
            bot → Ada: Something for you, whenever you like. [Open]
            Ada taps Open
            bot → Ada: Ben says: not yet. You can put it another way, once, or let it rest. [Write it again] [Enough for today]
            Ada taps Write it again
            bot → Ada: A loop needs two people who are both free to stop. Where one is afraid, it… [Skip] [Later] [Something lighter] [Why this one?]
            Ada: I didn't pick up, twice.
            bot → Ada: That's what you wrote: I didn't pick up, twice. You can add to it, or go on. [Go on] [Write it again]
            Ada taps Go on
            bot → Ada: You can only imagine it and may be wrong; they alone know. It reads best… [Skip] [Later] [Something lighter] [Why this one?]
            Ada: You stood in the hall.
            bot → Ada: That's what you wrote: You stood in the hall. You can add to it, or go on. [Go on] [Write it again]
            Ada taps Go on
            bot → Ada: Perhaps something in you was tired, or cornered, or wanted to win. Saying so… [Skip] [Later] [Something lighter] [Why this one?]
            Ada: The one that hides.
            bot → Ada: That's what you wrote: The one that hides. You can add to it, or go on. [Go on] [Write it again]
            Ada taps Go on
            bot → Ada: Something small you can do by yourself, that wants nothing from the other: no… [Skip] [Later] [Something lighter] [Why this one?]
            Ada: I'll say so next time.
            bot → Ada: That's what you wrote: I didn't pick up, twice. You stood in the hall. The one… [Put it there] [Keep to myself] [Write it again]
            Ada taps Put it there
            bot → Ada: It lies there now. I don't tell Ben, and it may stay unread. [Keep to myself]
            Ben: /repair
            bot → Ben: After a hurt. You can see whether the other has left something here, or write… [Look] [Write something] [Enough for today]
            Ben taps Look
            bot → Ben: Ada left this here for you: Something I did: I didn't pick up, twice. What it… [It arrived] [Not yet] [Just keep it]
            Ben taps Not yet
            bot → Ben: Sent. Enough for now.
            bot → Ada: Something for you, whenever you like. [Open]
            Ada taps Open
            bot → Ada: Ben says: not yet. Then it rests here. That you said it stays true.
            """, on: stage)
    }

    @Test func `just kept, nobody is told`() async throws {
        let stage = try await DeskStage.paired()
        try await rehearse(
            """
            Ada: /repair
            bot → Ada: After a hurt. You can see whether the other has left something here, or write… [Look] [Write something] [Enough for today]
            Ada taps Write something
            bot → Ada: This one goes closer in, and can stir things up. A quiet moment is good for it.… [This one] [Something lighter] [Later] [Why this one?]
            Ada taps This one
            bot → Ada: A loop needs two people who are both free to stop. Where one is afraid, it… [Skip] [Later] [Something lighter] [Why this one?]
            Ada: I let it ring.
            bot → Ada: That's what you wrote: I let it ring. You can add to it, or go on. [Go on] [Write it again]
            Ada taps Go on
            bot → Ada: You can only imagine it and may be wrong; they alone know. It reads best… [Skip] [Later] [Something lighter] [Why this one?]
            Ada: You stood there.
            bot → Ada: That's what you wrote: You stood there. You can add to it, or go on. [Go on] [Write it again]
            Ada taps Go on
            bot → Ada: Perhaps something in you was tired, or cornered, or wanted to win. Saying so… [Skip] [Later] [Something lighter] [Why this one?]
            Ada: The one that hides.
            bot → Ada: That's what you wrote: The one that hides. You can add to it, or go on. [Go on] [Write it again]
            Ada taps Go on
            bot → Ada: Something small you can do by yourself, that wants nothing from the other: no… [Skip] [Later] [Something lighter] [Why this one?]
            Ada: I'll pick up.
            bot → Ada: That's what you wrote: I let it ring. You stood there. The one that hides. I'll… [Put it there] [Keep to myself] [Write it again]
            Ada taps Put it there
            bot → Ada: It lies there now. I don't tell Ben, and it may stay unread. [Keep to myself]
            Ben: /repair
            bot → Ben: After a hurt. You can see whether the other has left something here, or write… [Look] [Write something] [Enough for today]
            Ben taps Look
            bot → Ben: Ada left this here for you: Something I did: I let it ring. What it may have… [It arrived] [Not yet] [Just keep it]
            Ben taps Just keep it
            bot → Ben: All right. Until the next card.
            Ben: /repair
            bot → Ben: After a hurt. You can see whether the other has left something here, or write… [Look] [Write something] [Enough for today]
            Ben taps Look
            bot → Ben: Nothing lies here just now. [Write something] [Enough for today]
            """, on: stage)
    }
}
