import Rehearsal
import Testing

/// Writing, seeing back, deciding, changing one’s mind.
@Suite struct AnswerTests {
    @Test func `change of mind, edits, stale buttons`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.pairing, on: stage)
        try await rehearse(
            """
            Ada: You laughed.
            bot → Ada: That's what you wrote: You laughed. If you share it, it's shown only beside… [Share it then] [Keep to myself] [Write it again]
            Ada: At the bus stop.
            bot → Ada: That's what you wrote: You laughed. At the bus stop. If you share it, it's… [Share it then] [Keep to myself] [Write it again]
            Ada taps Share it then below That's what you wrote: You laughed. If…
            bot → Ada: That button is from before; this is how it stands now.
            bot → Ada: That's what you wrote: You laughed. At the bus stop. If you share it, it's… [Share it then] [Keep to myself] [Write it again]
            Ada taps Share it then
            bot → Ada: Put away. Until it goes out you can change your mind, also under /answers. [Keep to myself]
            Ada edits You laughed. → You laughed loudly.
            bot → Ada: That's what you wrote: You laughed loudly. At the bus stop.… [Share it then] [Keep to myself] [Write it again]
            Ben: Soup.
            bot → Ben: That's what you wrote: Soup. If you share it, it's shown only beside Ada's. You… [Share it then] [Keep to myself] [Write it again]
            Ben: /share
            bot → Ben: Put away. Until it goes out you can change your mind, also under /answers. [Keep to myself]
            bot → Ben: My clock says 09:00 (Berlin). Is that yours too? A card can come at 19:00. [That's right] [I'm elsewhere] [Another hour]
            — 19:30
            Ada: /share
            bot → Ada: Put away. Until it goes out you can change your mind, also under /answers. [Keep to myself]
            Ada taps Keep to myself
            bot → Ada: Put away. It stays with you; /answers has it.
            — next day 19:30
            bot → Ada: A card for today. [Open]
            bot → Ben: A card for today. [Open]
            Ada: /answers
            bot → Ada: What you have written. Tap a number to read it or change your… [1] [2]
            Ada: 1
            bot → Ada: Three words for intimacy – from before, stays with you warm, near, slow [Share it then] [Write it again] [Erase it]
            Ada: /share
            bot → Ada: Put away. Until it goes out you can change your mind, also under /answers. [Keep to myself]
            Ada taps Write it again below That's what…
            bot → Ada: One small thing the other did lately that you liked. [Skip] [Later] [Something lighter] [Why this one?]
            Ada: You waved.
            bot → Ada: That's what you wrote: You waved. If you share it, it's shown only beside… [Share it then] [Keep to myself] [Write it again]
            Ada: /share
            bot → Ada: Put away. Until it goes out you can change your mind, also under /answers. [Keep to myself]
            — next day 19:30
            bot → Ada: A card for today. [Open]
            bot → Ben: A card for today. [Open]
            bot → Ada: Something for you, whenever you like. [Open]
            bot → Ben: Something for you, whenever you like. [Open]
            Ada: /today
            bot → Ada: Here is what you both shared. Something I liked You: You waved. Ben: Soup.
            bot → Ada: Is there something of Ben's that stays with you? [Pick a sentence] [Say it back] [Just keep it]
            Ada edits You waved. → You waved twice.
            Ada: /share
            bot → Ada: That one has passed. /today shows what there is.
            Ada: /keep
            bot → Ada: It can rest here. Enough for now.
            Ada taps Keep to myself below Put away…
            bot → Ada: That one has been shown already, so it stays as it was.
            Ada: /answers
            bot → Ada: What you have written. Tap a number to read it or change your… [1] [2]
            Ada: 2
            bot → Ada: You waved. This one was shown, or is on its way. Erasing takes it out on your… [Erase it]
            Ada taps Erase it
            bot → Ada: Erased from what I store on your side. It stands in this chat until you delete it here yourself; what was shown, or is on its way, stays with the other.
            Ada: /answers
            bot → Ada: What you have written. Tap a number to read it or change your… [1]
            Ben: /erase
            bot → Ben: Which one shall go? Tap its number; it's gone from what I store… [1]
            Ben: 1
            bot → Ben: Erased from what I store on your side. It stands in this chat until you delete it here yourself; what was shown, or is on its way, stays with the other.
            """, on: stage)
    }

    @Test func `by voice, and too long`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.pairing, on: stage)
        try await rehearse(Scenes.byVoice.script, on: stage)
    }

    @Test func `replies go to their question`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.pairing, on: stage)
        try await rehearse(
            """
            Ada: /today
            bot → Ada: One small thing the other did lately that you liked. [Skip] [Later] [Something lighter] [Why this one?]
            — next day 19:00
            bot → Ada: A card for today. [Open]
            bot → Ben: A card for today. [Open]
            Ada: /today
            bot → Ada: … [Done] [Another one] [Why this one?]
            Ada replies to One small thing…: The umbrella.
            bot → Ada: That's what you wrote: The umbrella. If you share it, it's shown only beside… [Share it then] [Keep to myself] [Write it again]
            Ada: more
            bot → Ada: That's what you wrote: The umbrella. more If you share it, it's shown only… [Share it then] [Keep to myself] [Write it again]
            """, on: stage)
    }

    @Test func `note, thought only while the host may be one of two`() async throws {
        let stage = try DeskStage(start: .scriptStart, house: .rehearsedByPartner)
        try await rehearse(
            """
            Ada: /start
            bot → Ada: I ask the two of you small questions. You answer alone, and I… [I'm 18 or older] [Who reads what?] [I'm younger]
            Ada: 1
            bot → Ada: Three words, quickly: intimacy. [Skip] [Later] [Something lighter] [Why this one?]
            Ada: /skip
            bot → Ada: All right, past it.
            bot → Ada: My clock says 09:00 (Berlin). Is that yours too? A card can come at 19:00. [That's right] [I'm elsewhere] [Another hour]
            Ada: 1
            bot → Ada: You can stop here today, or invite the one you want to talk… [Get the link] [One more for me] [Enough for today]
            Ada taps One more for me
            bot → Ada: One sentence, quickly, before you think about it: what is intimacy to you? [Skip] [Later] [Something lighter] [Why this one?]
            Ada: /skip
            bot → Ada: All right, past it.
            Ada taps Something lighter below Three…
            bot → Ada: … [Done] [Another one] [Why this one?]
            Ada: /today
            bot → Ada: … [Done] [Another one] [Why this one?]
            — next day 19:00
            bot → Ada: A card for today. [Open]
            — next day 19:00
            bot → Ada: A card for today. [Open]
            Ada: /today
            bot → Ada: Where, and how, did you learn what intimacy is? No answer… [Skip] [Later] [Something lighter] [Why this one?]
            — next day 19:00
            bot → Ada: A card for today. [Open]
            Ada: /today
            bot → Ada: Yesterday's question, if you like: where, and how, did you… [Done] [Keep it here] [Skip] [Later] [Something lighter] [Why this one?]
            Ada: secret words
            bot → Ada: (deletes: secret words)
            bot → Ada: That one is for you alone: I haven't kept it, and I take it out…
            Ada taps Keep it here
            bot → Ada: Yesterday's question, if you like: where, and how, did you… [Skip] [Later] [Something lighter] [Why this one?]
            Ada: my aunt's kitchen
            bot → Ada: That's what you wrote: my aunt's kitchen For now it's only… [Keep to myself] [Write it again]
            Ada: /keep
            bot → Ada: Put away. It stays with you; /answers has it.
            """, on: stage)
    }
}
