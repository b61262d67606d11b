import Rehearsal
import Testing

/// The road alone is complete; releases begin with joining.
@Suite struct SoloTests {
    @Test func `the road alone, then joined`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.solo, on: stage)
        try await rehearse(
            """
            Ada taps One more for me below Send…
            bot → Ada: One sentence, quickly, before you think about it: what is intimacy to you? [Skip] [Later] [Something lighter] [Why this one?]
            Ada: letting go
            bot → Ada: That's what you wrote: letting go Nobody sees it now. In some… [Keep to myself] [Write it again]
            Ada: /keep
            bot → Ada: Put away. It stays with you; /answers has it.
            Ada: /share
            bot → Ada: Nobody has joined you yet, so there is nobody to show it to. It stays yours.
            — next day 19:00
            bot → Ada: A card for today. [Open]
            Ada: /today
            bot → Ada: You use a word or a saying that hardly anyone around you uses.… [Done] [Another one] [Why this one?]
            — next day 19:00
            bot → Ada: A card for today. [Open]
            Ada: /today
            bot → Ada: Where, and how, did you learn what intimacy is? No answer… [Skip] [Later] [Something lighter] [Why this one?]
            — next day 19:00
            bot → Ada: A card for today. [Open]
            Ada: /today
            bot → Ada: Yesterday's question, if you like: where, and how, did you… [Skip] [Later] [Something lighter] [Why this one?]
            Ada: a film
            bot → Ada: That's what you wrote: a film Nobody has joined you yet, so it… [Keep to myself] [Write it again]
            Ada: /keep
            bot → Ada: Put away. It stays with you; /answers has it.
            Ada: /answers
            bot → Ada: What you have written. Tap a number to read it or change your… [1] [2] [3]
            Ada: 3
            bot → Ada: Where I learned it – stays with you a film [Keep to myself] [Write it again] [Erase it]
            Ben: /start {link}
            bot → Ben: Ada would like to try this with you: small questions, answered… [Just look first] [Light cards only] [Join] [Let it be]
            Ben taps Join
            bot → Ben: Before you begin: you answer alone, and I show the other… [I'm 18 or older] [Who reads what?] [I'm younger]
            Ben taps I'm 18 or older
            bot → Ben: Thank you. Ada is asked whether it's you; that's all that is…
            bot → Ben: Three words, quickly: intimacy. [Skip] [Later] [Something lighter] [Why this one?]
            bot → Ada: Something for you, whenever you like. [Open]
            Ben: /skip
            bot → Ben: Gone by. No reason needed.
            bot → Ben: My clock says 19:00 (Berlin). Is that yours too? A card can come at 19:00. [That's right] [I'm elsewhere] [Another hour]
            Ada: /today
            bot → Ada: Someone opened your link. They go by Ben here. Is that the one you meant? [Yes, that's them] [No, not them]
            Ada: 1
            bot → Ada: You and Ben are joined. Each of you answers alone, in your own…
            bot → Ada: One small thing the other did lately that you liked. [Skip] [Later] [Something lighter] [Why this one?]
            bot → Ben: Something for you, whenever you like. [Open]
            Ben: /today
            bot → Ben: You and Ada are joined. Each of you answers alone, in your own…
            bot → Ben: One small thing the other did lately that you liked. [Skip] [Later] [Something lighter] [Why this one?]
            Ada: /later
            bot → Ada: Later, then. It comes by again, or /today has it.
            — next day 19:00
            bot → Ada: A card for today. [Open]
            bot → Ben: A card for today. [Open]
            Ada: /today
            bot → Ada: Draw today with your other hand, in one minute. It's allowed to look awful. [Done] [Another one] [Why this one?]
            Ada: /share
            bot → Ada: Nothing is open just now. /today shows what there is.
            Ben: /status
            bot → Ben: You are Ben, joined with Ada. It's 19:00 for you (Berlin). Your…
            Ada: /status
            bot → Ada: You are Ada, joined with Ben. It's 19:00 for you (Berlin). Your…
            """, on: stage)
    }
}
