import Dialogue
import Rehearsal
import Testing

/// Leaving, forgetting, taking along.
@Suite struct LeavingTests {
    @Test func `leave looks like silence`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.pairing, on: stage)
        try await rehearse(
            """
            Ada: /skip
            bot → Ada: All right, past it.
            Ben: Your hands.
            bot → Ben: That's what you wrote: Your hands. If you share it, it's shown only beside… [Share it then] [Keep to myself] [Write it again]
            Ben: /share
            bot → Ben: Put away. Until it goes out you can change your mind, also under /answers. [Keep to myself]
            bot → Ben: My clock says 09:00 (Berlin). Is that yours too? A card can come at 19:00. [That's right] [I'm elsewhere] [Another hour]
            Ada: /leave
            bot → Ada: From then on nothing you write here can go to the other. What you wrote stays yours… [Leave now] [Leave and say so] [Not now]
            Ada taps Not now
            bot → Ada: Nothing has changed.
            Ada: /leave now
            bot → Ada: Done. You aren't joined with anyone here now. What you wrote is under /answers. Nobody is told.
            Ada: /status
            bot → Ada: You are Ada, on your own here. It's 09:00 for you (Berlin).…
            Ada: /leave
            bot → Ada: You aren't joined with anyone here.
            Ada: /invite
            bot → Ada: Send them this, yourself: https://t.me/rehearsal_bot?start=code… [Make a new one] [One more for me]
            Ben: /status
            bot → Ben: You are Ben, joined with Ada. It's 09:00 for you (Berlin). Your…
            Ben: /leave
            bot → Ben: From then on nothing you write here can go to the other. What you wrote stays yours… [Leave now] [Leave and say so] [Not now]
            — 19:30
            """, on: stage)
    }

    @Test func `forgetting, all of it, at once`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.pairing, on: stage)
        try await rehearse(
            """
            Ada: Your hands.
            bot → Ada: That's what you wrote: Your hands. If you share it, it's shown only beside… [Share it then] [Keep to myself] [Write it again]
            Ada: /share
            bot → Ada: Put away. Until it goes out you can change your mind, also under /answers. [Keep to myself]
            Ben: Soup.
            bot → Ben: That's what you wrote: Soup. If you share it, it's shown only beside Ada's. You… [Share it then] [Keep to myself] [Write it again]
            Ben: /share
            bot → Ben: Put away. Until it goes out you can change your mind, also under /answers. [Keep to myself]
            bot → Ben: My clock says 09:00 (Berlin). Is that yours too? A card can come at 19:00. [That's right] [I'm elsewhere] [Another hour]
            — 19:30
            bot → Ada: Something for you, whenever you like. [Open]
            bot → Ben: Something for you, whenever you like. [Open]
            Ada: /today
            bot → Ada: Here is what you both shared. Something I liked You: Your hands. Ben: Soup.
            bot → Ada: Is there something of Ben's that stays with you? [Pick a sentence] [Say it back] [Just keep it]
            Ada: /forget
            bot → Ada: This erases all of yours at once:… [Forget now] [Not now]
            Ada taps Forget now
            bot → Ada: Erased: what you wrote here, your name, how to reach you. This chat stays…
            Ada: hello
            bot → Ada: We haven't begun. /start tells you what this is; nothing is kept before you say so.
            Ben: /today
            bot → Ben: Three words, quickly: intimacy. [Skip] [Later] [Something lighter] [Why this one?]
            Ben: /status
            bot → Ben: You are Ben, joined with Ada. It's 19:30 for you (Berlin). Your…
            Ada: /start
            bot → Ada: I ask the two of you small questions. You answer alone, and I… [I'm 18 or older] [Who reads what?] [I'm younger]
            """, on: stage)
    }

    @Test func `export, released, then kept`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.pairing, on: stage)
        try await rehearse(
            """
            Ada: /export
            bot → Ada: There's nothing here to hand you.… [The kept ones too]
            Ada: Your hands.
            bot → Ada: That's what you wrote: Your hands. If you share it, it's shown only beside… [Share it then] [Keep to myself] [Write it again]
            Ada: /share
            bot → Ada: Put away. Until it goes out you can change your mind, also under /answers. [Keep to myself]
            Ada: /export
            bot → Ada: Here is what you shared and what you both agreed on, as a file for programs and one for reading. What you kept to yourself isn't in it.… [The kept ones too]
            bot → Ada: (file my-answers.json: { "answers" : [ { "answer" : "Your hands.", "question" : "Something I liked" } ], "schema" : 1, "title" : "What I shared" } )
            bot → Ada: (file my-answers.html: <!doctype html>…<h1 dir="auto">What I shared</h1> <section> <h2 dir="auto">Something I liked</h2> <p dir="auto">Your hands.</p> </section> </main> </body> </html> )
            Ada taps The kept ones too
            bot → Ada: Here are your answers, the kept ones too.…
            bot → Ada: (file my-answers.json: { "answers" : [ { "answer" : "warm, near, slow", "question" : "Three words for intimacy" }, { "answer" : "Your hands.", "question" : "Something I liked" } ], "schema" : 1, "title" : "What I wrote" } )
            bot → Ada: (file my-answers.html: <!doctype html>…<h1 dir="auto">What I wrote</h1> <section> <h2 dir="auto">Three words for intimacy</h2> <p dir="auto">warm, near, slow</p> </section> <section> <h2 dir="auto">Something I liked</h2> <p dir="auto">Your hands.</p> </section> </main> </body> </html> )
            """, on: stage)
    }

    @Test func `help and safety are there for everyone, before and after`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(
            """
            Kim: /help
            bot → Kim: /today – what is open, or next …findahelpline.com
            Kim: /safe
            bot → Kim: I take this away in ten minutes, with the message that called it, where I can.…
            — 09:11
            bot → Kim: (deletes: /safe)
            bot → Kim: (deletes: I take this away in ten minutes, with th)
            """, on: stage)
    }

    @Test func `who leaves after safe leaves no trace of it`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.pairing, on: stage)
        try await rehearse(
            """
            Ada: /safe
            bot → Ada: I take this away in ten minutes, with the message that called it, where I can.… [Another country]
            Ada: /leave now
            bot → Ada: Done. You aren't joined with anyone here now. What you wrote is under /answers. Nobody is told.
            Ben: /safe
            bot → Ben: I take this away in ten minutes, with the message that called it, where I can.… [Another country]
            Ben: /forget now
            bot → Ben: (deletes: /safe)
            bot → Ben: (deletes: I take this away in ten minutes, with th)
            bot → Ben: Erased: what you wrote here, your name,…
            — 09:11
            bot → Ada: (deletes: /safe)
            bot → Ada: (deletes: I take this away in ten minutes, with th)
            """, on: stage)
    }

    @Test func `what came during a pause is told with the next card`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.pairing, on: stage)
        try await rehearse(Scenes.bensClock, on: stage)
        try await rehearse(
            """
            Ada: Your hands.
            bot → Ada: That's what you wrote: Your hands.… [Share it then] [Keep to myself] [Write it again]
            Ada: /share
            bot → Ada: Put away.… [Keep to myself]
            Ben: Soup.
            bot → Ben: That's what you wrote: Soup.… [Share it then] [Keep to myself] [Write it again]
            Ben: /share
            bot → Ben: Put away.… [Keep to myself]
            — 19:30
            bot → Ada: Something for you, whenever you like. [Open]
            bot → Ben: Something for you, whenever you like. [Open]
            Ada: /today
            bot → Ada: Here is what you both shared.…
            bot → Ada: Is there something of Ben's that stays with you? [Pick a sentence] [Say it back] [Just keep it]
            Ben: /pause 1
            bot → Ben: Nothing comes for a day,… [Go on again]
            Ada taps Say it back
            bot → Ada: What did you hear?… [Just keep it]
            Ada: Your soup was for me.
            bot → Ada: That would go to Ben: Your soup was for me.… [Send it] [Write it again] [Just keep it]
            Ada taps Send it
            bot → Ada: Sent. Enough for now.
            — next day 19:31
            bot → Ada: A card for today. [Open]
            — next day 19:00
            bot → Ada: A card for today. [Open]
            bot → Ben: Something for you, whenever you like. [Open] [Open]
            bot → Ben: A card for today. [Open]
            Ben: /today
            bot → Ben: Here is what you both shared.…
            bot → Ben: Is there something of Ada's that stays with you? [Pick a sentence] [Say it back] [Just keep it]
            Ben: /today
            bot → Ben: Ada sent something back. [Read it] [Let it lie]
            """, on: stage)
    }

    @Test func `an old button says once more what it would do`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.solo, on: stage)
        try await rehearse(
            """
            Ada: /forget
            bot → Ada: This erases all of yours at once:… [Forget now] [Not now]
            — 12:00
            Ada taps Forget now
            bot → Ada: This erases all of yours at once:… [Forget now] [Not now]
            Ada taps Forget now
            bot → Ada: Erased:…
            """, on: stage)
    }

    @Test func `what waits for the morning doesn't come to somebody who is forgotten`() async throws
    {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.pairing, on: stage)
        try await rehearse(
            """
            — 23:00
            Ada: /leave
            bot → Ada: From then on nothing you write here can go to the other.… [Leave now] [Leave and say so] [Not now]
            Ada taps Leave and say so
            bot → Ada: Done. You aren't joined with anyone here now.…
            Ben: /forget now
            bot → Ben: Erased:…
            — next day 12:00
            """, on: stage)
    }

    @Test func `one's own voice messages go from the chat, where they still can`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.pairing, on: stage)
        try await rehearse(
            """
            Ada: (voice 7)
            bot → Ada: That's what you wrote: (a voice message, 0:07)… [Share it then] [Keep to myself] [Write it again]
            Ben: (voice 4)
            bot → Ben: That's what you wrote: (a voice message, 0:04)… [Share it then] [Keep to myself] [Write it again]
            Ada: /forget
            bot → Ada: …Voice messages in your answers I take out of this chat where I can, but not those older than two days.… [Forget now] [Not now]
            Ada taps Forget now
            bot → Ada: Erased:…
            bot → Ada: (deletes: (voice))
            — next day 09:00
            """, on: stage)
    }

    @Test func `what was to vanish from the chat does, also where forgetting comes first`()
        async throws
    {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.pairing, on: stage)
        try await stage.act(.say("/safe"), by: "Ada")
        _ = try await stage.heard(expecting: 1)
        stage.holdsLetters = true
        try await stage.advance(to: stage.now + Span.minutes(11))
        try await stage.act(.say("/forget now"), by: "Ada")
        #expect(try await stage.heard(expecting: 0).isEmpty)
        stage.holdsLetters = false
        try await stage.advance(to: stage.now)
        let heard = try await stage.heard(expecting: 3).filter { $0.by == "Ada" }.map(\.text)
        #expect(heard.contains { $0.hasPrefix("(deletes: /safe") })
        #expect(heard.contains { $0.hasPrefix("(deletes: I take this away") })
        #expect(heard.contains { $0.hasPrefix("Erased") })
    }
}
