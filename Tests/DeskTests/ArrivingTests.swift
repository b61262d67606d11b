import Rehearsal
import Testing

/// Coming in: alone, by an invitation, or not at all.
@Suite struct ArrivingTests {
    @Test func `two come in and are joined`() async throws {
        try await rehearse(Scenes.pairing, on: DeskStage(start: .scriptStart))
    }

    @Test func `someone under 18 leaves no trace`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(
            """
            Kim: hello
            bot → Kim: We haven't begun. /start tells you what this is; nothing is kept before you say so.
            Kim: /start
            bot → Kim: I ask the two of you small questions. You answer alone, and I… [I'm 18 or older] [Who reads what?] [I'm younger]
            Kim taps Who reads what?
            bot → Kim: I'm a program on the computer of whoever set me up. What I store is locked;… [I'm 18 or older] [Who reads what?] [I'm younger]
            Kim taps I'm younger
            bot → Kim: Then this isn't for you yet. I've kept nothing. If something…
            Kim: 1
            bot → Kim: We haven't begun. /start tells you what this is; nothing is kept before you say so.
            """, on: stage)
    }

    @Test func `looking first, light cards, and a name`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.solo, on: stage)
        try await rehearse(
            """
            Ben: /start {link}
            bot → Ben: Ada would like to try this with you: small questions, answered… [Just look first] [Light cards only] [Join] [Let it be]
            Ben: 1
            bot → Ben: Three of the first questions: · Three words, quickly: intimacy.… [Light cards only] [Join] [Let it be]
            Ben: 1
            bot → Ben: Before you begin: you answer alone, and I show the other… [I'm 18 or older] [Who reads what?] [I'm younger]
            Ben: 1
            bot → Ben: Thank you. Ada is asked whether it's you,…
            bot → Ben: Three words, quickly: intimacy. [Skip] [Later] [Something lighter] [Why this one?]
            bot → Ada: Something for you, whenever you like. [Open]
            Ben: /skip
            bot → Ben: All right, past it.
            bot → Ben: My clock says 09:00 (Berlin). Is that yours too? A card can come at 19:00. [That's right] [I'm elsewhere] [Another hour]
            Ben taps That's right
            bot → Ben: That's all for now. I'll tell you when you two are joined;… [One more for me] [Enough for today]
            Ada: /today
            bot → Ada: Someone opened your link. They go by Ben here. Is that the one you meant? [Yes, that's them] [No, not them]
            Ada: 1
            bot → Ada: You and Ben are joined. Each of you answers alone, in your own…
            bot → Ada: One small thing the other did lately that you liked. [Skip] [Later] [Something lighter] [Why this one?]
            bot → Ben: Something for you, whenever you like. [Open]
            Ben: /today
            bot → Ben: You and Ada are joined. Each of you answers alone, in your own…
            bot → Ben: One small thing the other did lately that you liked. [Skip] [Later] [Something lighter] [Why this one?]
            """, on: stage)
    }

    @Test func `letting it be`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.solo, on: stage)
        try await rehearse(
            """
            Ben: /start {link}
            bot → Ben: Ada would like to try this with you: small questions, answered… [Just look first] [Light cards only] [Join] [Let it be]
            Ben taps Let it be
            bot → Ben: Let it be, then. Nobody is told. The link simply runs out.
            Ben: hi
            bot → Ben: We haven't begun. /start tells you what this is; nothing is kept before you say so.
            """, on: stage)
    }

    @Test func `the wrong one came`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.solo, on: stage)
        try await rehearse(
            """
            Cleo: /start {link}
            bot → Cleo: Ada would like to try this with you: small questions, answered… [Just look first] [Light cards only] [Join] [Let it be]
            Cleo taps Join
            bot → Cleo: Before you begin: you answer alone, and I show the other… [I'm 18 or older] [Who reads what?] [I'm younger]
            Cleo taps I'm 18 or older
            bot → Cleo: Thank you. Ada is asked whether it's you,…
            bot → Cleo: Three words, quickly: intimacy. [Skip] [Later] [Something lighter] [Why this one?]
            bot → Ada: Something for you, whenever you like. [Open]
            Ben: /start {link}
            bot → Ben: That link doesn't work any more. The one who sent it can make a…
            Ada: /today
            bot → Ada: Someone opened your link. They go by Cleo here. Is that the one you meant? [Yes, that's them] [No, not them]
            Ada taps No, not them
            bot → Ada: Then nobody joins, and that link no longer works. [Get the link]
            Ada taps Get the link
            bot → Ada: Send them this, yourself: https://t.me/rehearsal_bot?start=code… [Make a new one] [One more for me]
            Ben: /start {link}
            bot → Ben: Ada would like to try this with you: small questions, answered… [Just look first] [Light cards only] [Join] [Let it be]
            Cleo taps Skip
            bot → Cleo: All right, past it.
            bot → Cleo: My clock says 09:00 (Berlin). Is that yours too? A card can come at 19:00. [That's right] [I'm elsewhere] [Another hour]
            Cleo taps That's right
            bot → Cleo: That's all for now.… [One more for me] [Enough for today]
            """, on: stage)
    }

    @Test func `own, used, expired and wrong links`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.solo, on: stage)
        try await rehearse(
            """
            Ada: /start {link}
            bot → Ada: That's your own link: it's for the one you want to talk with.
            Ada: /start wrong
            bot → Ada: That link doesn't work any more. The one who sent it can make a…
            Ada: /invite
            bot → Ada: Your link is still open: https://t.me/rehearsal_bot?start=code… [Make a new one] [One more for me]
            Ada taps Make a new one below Your link…
            bot → Ada: Send them this, yourself: https://t.me/rehearsal_bot?start=code… [Make a new one] [One more for me]
            Ben: /start nothing-like-it
            bot → Ben: That link doesn't work any more. The one who sent it can make a…
            Ben: /start
            bot → Ben: I ask the two of you small questions. You answer alone, and I… [I'm 18 or older] [Who reads what?] [I'm younger]
            — 8 days later 09:00
            bot → Ada: A card for today. [Open]
            bot → Ada: A card for today. [Open]
            bot → Ada: A card for today. [Open]
            bot → Ada: Perhaps the cards come at a bad time just now. Would something else be… [Another hour] [Lighter cards] [Once a week] [Two weeks off] [Nothing for now]
            Ben: /start {link}
            bot → Ben: That link doesn't work any more. The one who sent it can make a…
            Ada: /invite
            bot → Ada: Send them this, yourself: https://t.me/rehearsal_bot?start=code… [Make a new one] [One more for me]
            """, on: stage)
    }

    @Test func `too many wrong links`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(
            """
            Eve: /start a1
            bot → Eve: That link doesn't work any more. The one who sent it can make a…
            Eve: /start a2
            bot → Eve: That link doesn't work any more. The one who sent it can make a…
            Eve: /start a3
            bot → Eve: That link doesn't work any more. The one who sent it can make a…
            Eve: /start a4
            bot → Eve: That link doesn't work any more. The one who sent it can make a…
            Eve: /start a5
            bot → Eve: That link doesn't work any more. The one who sent it can make a…
            Eve: /start a6
            bot → Eve: That's enough links for now. Try again tomorrow.
            """, on: stage)
    }

    @Test func `a third person gets nowhere`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.pairing, on: stage)
        try await rehearse(
            """
            Cleo: /start {link}
            bot → Cleo: That link doesn't work any more. The one who sent it can make a…
            Cleo: /start
            bot → Cleo: I ask the two of you small questions. You answer alone, and I… [I'm 18 or older] [Who reads what?] [I'm younger]
            Cleo taps I'm 18 or older
            bot → Cleo: Three words, quickly: intimacy. [Skip] [Later] [Something lighter] [Why this one?]
            Cleo: one two three
            bot → Cleo: That's what you wrote: one two three For now it's only yours.… [Keep to myself] [Write it again]
            Cleo: /keep
            bot → Cleo: Put away. It stays with you; /answers has it.
            bot → Cleo: My clock says 09:00 (Berlin). Is that yours too? A card can come at 19:00. [That's right] [I'm elsewhere] [Another hour]
            Ada: /start {link}
            bot → Ada: You two are joined, so there's no link…
            Ada: /invite
            bot → Ada: You two are joined, so there's no link…
            Ada: /start
            bot → Ada: We have begun already, and nothing has changed. /today shows…
            Ada: /start other
            bot → Ada: You two are joined, so there's no link…
            """, on: stage)
    }

    @Test func `someone known and alone takes a link`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.solo, on: stage)
        try await rehearse(
            """
            Ben: /start
            bot → Ben: I ask the two of you small questions. You answer alone, and I… [I'm 18 or older] [Who reads what?] [I'm younger]
            Ben: 1
            bot → Ben: Three words, quickly: intimacy. [Skip] [Later] [Something lighter] [Why this one?]
            Ben: sea
            bot → Ben: That's what you wrote: sea For now it's only yours.… [Keep to myself] [Write it again]
            Ben: /keep
            bot → Ben: Put away. It stays with you; /answers has it.
            bot → Ben: My clock says 09:00 (Berlin). Is that yours too? A card can come at 19:00. [That's right] [I'm elsewhere] [Another hour]
            Ben: 1
            bot → Ben: You can stop here today, or invite the one you want to talk… [Get the link] [One more for me] [Enough for today]
            Ben: 3
            bot → Ben: All right. Until the next card.
            Ben: /start {link}
            bot → Ben: Ada would like to try this with you: small questions, answered… [Just look first] [Light cards only] [Join] [Let it be]
            Ben taps Join
            bot → Ben: Thank you. Ada is asked whether it's you,…
            bot → Ada: Something for you, whenever you like. [Open]
            Ada: /today
            bot → Ada: Someone opened your link. They go by Ben here. Is that the one you meant? [Yes, that's them] [No, not them]
            Ada: 1
            bot → Ada: You and Ben are joined. Each of you answers alone, in your own…
            bot → Ada: One small thing the other did lately that you liked. [Skip] [Later] [Something lighter] [Why this one?]
            bot → Ben: Something for you, whenever you like. [Open]
            Ben: /today
            bot → Ben: You and Ada are joined. Each of you answers alone, in your own…
            bot → Ben: One small thing the other did lately that you liked. [Skip] [Later] [Something lighter] [Why this one?]
            Ben: /invite
            bot → Ben: You two are joined, so there's no link…
            """, on: stage)
    }
}
