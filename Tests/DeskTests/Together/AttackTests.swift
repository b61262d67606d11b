import Rehearsal
import Testing

/// What a hostile reader tried, and what comes of it now.
@Suite struct AttackTests {
    @Test func `what was shared with one partner never reaches the next`() async throws {
        let stage = try await DeskStage.paired()
        try await rehearse(
            """
            Ben forges or.5
            bot → Ben: A rule nobody wrote down, which you had long before you two met: when two… [Skip] [Later] [Something lighter] [Why this one?]
            Ben: They always wait.
            bot → Ben: That's what you wrote: They always wait. If you share it, it's shown only… [Share it then] [Keep to myself] [Write it again]
            Ben taps Share it then
            bot → Ben: Put away. Until it goes out you can change your mind, also under /answers. [Keep to myself]
            Ada: /leave
            bot → Ada: From then on nothing you write here can go to the other. What you wrote stays yours… [Leave now] [Leave and say so] [Not now]
            Ada taps Leave and say so
            bot → Ben: Something for you, whenever you like. [Open]
            bot → Ada: Done. You aren't joined with anyone here now. What you wrote is under /answers. Ben is told that you left, and nothing else.
            Ben taps Open
            bot → Ben: Ada no longer takes part here with you, and wanted you to know. Your own cards go on, if you like.
            Ben: /answers
            bot → Ben: What you have written. Tap a number to read it or change your mind. 1. Always, or never – stays with you [1]
            Ben: /invite
            bot → Ben: Send them this, yourself:… [Make a new one] [One more for me]
            Cara: /start {link}
            bot → Cara: Ben would like to try this with you: small questions, answered alone. Look… [Just look first] [Light cards only] [Join] [Let it be]
            Cara taps Join
            bot → Cara: Before you begin: you answer alone, and I show the other nothing unless you say… [I'm 18 or older] [Who reads what?] [I'm younger]
            Cara taps I'm 18 or older
            bot → Cara: Thank you. Ben is asked whether it's you, by the name you go by here; nothing…
            bot → Cara: Three words, quickly: intimacy. [Skip] [Later] [Something lighter] [Why this one?]
            bot → Ben: Something for you, whenever you like. [Open]
            Ben: /today
            bot → Ben: Someone opened your link. They go by Cara here. Is that the one you meant? [Yes, that's them] [No, not them]
            Ben taps Yes, that's them
            bot → Ben: You and Cara are joined. Each of you answers alone, in your own time. What you…
            bot → Ben: One small thing the other did lately that you liked. [Skip] [Later] [Something lighter] [Why this one?]
            bot → Cara: Something for you, whenever you like. [Open]
            Cara: /today
            bot → Cara: You and Ben are joined. Each of you answers alone, in your own time. What you…
            bot → Cara: One small thing the other did lately that you liked. [Skip] [Later] [Something lighter] [Why this one?]
            Cara forges or.5
            bot → Cara: A rule nobody wrote down, which you had long before you two met: when two… [Skip] [Later] [Something lighter] [Why this one?]
            Cara: They never hurry.
            bot → Cara: That's what you wrote: They never hurry. If you share it, it's shown only… [Share it then] [Keep to myself] [Write it again]
            Cara taps Share it then
            bot → Cara: Put away. Until it goes out you can change your mind, also under /answers. [Keep to myself]
            bot → Cara: My clock says 09:00 (Berlin). Is that yours too? A card can come at 19:00. [That's right] [I'm elsewhere] [Another hour]
            — 21:00
            """, on: stage)
    }

    @Test func `who leaves and then forgets leaves nothing to be opened`() async throws {
        let stage = try await DeskStage.paired()
        try await rehearse(
            """
            Ada forges or.5
            bot → Ada: A rule nobody wrote down, which you had long before you two met: when two… [Skip] [Later] [Something lighter] [Why this one?]
            Ada: They always wait.
            bot → Ada: That's what you wrote: They always wait. If you share it, it's shown only… [Share it then] [Keep to myself] [Write it again]
            Ada taps Share it then
            bot → Ada: Put away. Until it goes out you can change your mind, also under /answers. [Keep to myself]
            Ben forges or.5
            bot → Ben: A rule nobody wrote down, which you had long before you two met: when two… [Skip] [Later] [Something lighter] [Why this one?]
            Ben: They never hurry.
            bot → Ben: That's what you wrote: They never hurry. If you share it, it's shown only… [Share it then] [Keep to myself] [Write it again]
            Ben taps Share it then
            bot → Ben: Put away. Until it goes out you can change your mind, also under /answers. [Keep to myself]
            — 20:00
            bot → Ada: Something for you, whenever you like. [Open]
            bot → Ben: Something for you, whenever you like. [Open]
            Ada: /leave now
            bot → Ada: Done. You aren't joined with anyone here now. What you wrote is under /answers. Nobody is told.
            Ada: /forget now
            bot → Ada: Erased: what you wrote here, your name, how to reach you. This chat stays…
            Ben: /today
            bot → Ben: Three words, quickly: intimacy. [Skip] [Later] [Something lighter] [Why this one?]
            """, on: stage)
    }

    @Test func `a meaning belongs to its moment, and no other`() async throws {
        let stage = try await DeskStage.paired()
        try await rehearse(
            """
            Ada forges or.30
            bot → Ada: This one goes closer in, and can stir things up. A quiet moment is good for it.… [This one] [Something lighter] [Later] [Why this one?]
            Ada taps This one
            bot → Ada: A no to this, today, is a no to this, today. What it means, only the one who… [Skip] [Later] [Something lighter] [Why this one?]
            Ada: Tuesday. A door.
            bot → Ada: That's what you wrote: Tuesday. A door. You can add to it, or go on. [Go on] [Write it again]
            Ada taps Go on
            bot → Ada: Now the sentence you heard inside just then, as short as it was. It's shown… [Skip] [Later] [Something lighter] [Why this one?]
            Ada: Go away.
            bot → Ada: That's what you wrote: Tuesday. A door. Go away. If you send it, Ben reads the… [Send the moment] [Keep to myself] [Write it again]
            Ada taps Send the moment
            bot → Ada: The moment is on its way to Ben. What you heard inside stays here until… [Keep to myself]
            bot → Ben: Something for you, whenever you like. [Open]
            Ben taps Open
            bot → Ben: From Ada: Tuesday. A door. This is a small moment as the other saw it; what… [Don't remember] [Saw it otherwise] [Not this one] [Later]
            Ben taps Later
            bot → Ben: Later, then. It comes by again, or /today has it.
            Ben: /today
            bot → Ben: From Ada: Tuesday. A door. This is a small moment as the other saw it; what… [Don't remember] [Saw it otherwise] [Not this one] [Later]
            Ben: I was cold.
            bot → Ben: That's what you wrote: I was cold. Shown to Ada beside what was heard, if you… [Share it then] [Write it again] [Not this one]
            Ben taps Share it then
            bot → Ben: Put away. It's shown, to you both, only beside the sentence Ada heard, and only… [Not this one]
            Ada forges er.30
            bot → Ada: Erased from what I store. It stands in this chat until you delete it here yourself; if the other has seen it, it stays with them.
            Ada forges or.30
            bot → Ada: This one goes closer in, and can stir things up. A quiet moment is good for it.… [This one] [Something lighter] [Later] [Why this one?]
            Ada taps This one
            bot → Ada: A no to this, today, is a no to this, today. What it means, only the one who… [Skip] [Later] [Something lighter] [Why this one?]
            Ada: Monday. A plate.
            bot → Ada: That's what you wrote: Monday. A plate. You can add to it, or go on. [Go on] [Write it again]
            Ada taps Go on
            bot → Ada: Now the sentence you heard inside just then, as short as it was. It's shown… [Skip] [Later] [Something lighter] [Why this one?]
            Ada: You broke it.
            bot → Ada: That's what you wrote: Monday. A plate. You broke it. If you send it, Ben reads… [Send the moment] [Keep to myself] [Write it again]
            Ada taps Send the moment
            bot → Ada: The moment is on its way to Ben. What you heard inside stays here until… [Keep to myself]
            bot → Ben: Something for you, whenever you like. [Open]
            — 21:00
            """, on: stage)
    }
}
