import Rehearsal
import Testing

/// The first five rounds, as two people walk them.
@Suite struct RoundsTests {
    @Test func `rounds one to five, and the talk`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.pairing, on: stage)
        try await rehearse(RoundsTests.twoDefinitions, on: stage)
        try await rehearse(RoundsTests.ownChangeFirst, on: stage)
        try await rehearse(RoundsTests.unwrittenRule, on: stage)
    }

    /// Three words, a quick definition, and a question carried for a day.
    private static let twoDefinitions = """
        Ada: /skip
        bot → Ada: All right, past it.
        Ben: /skip
        bot → Ben: All right, past it.
        bot → Ben: My clock says 09:00 (Berlin). Is that yours too? A card can come at 19:00. [That's right] [I'm elsewhere] [Another hour]
        Ben taps That's right
        bot → Ben: All set. /today shows what is next.
        — next day 19:00
        bot → Ada: A card for today. [Open]
        bot → Ben: A card for today. [Open]
        — next day 19:00
        bot → Ada: A card for today. [Open]
        bot → Ben: A card for today. [Open]
        Ada: /today
        bot → Ada: From before you two were joined. It stays yours unless you say otherwise.
        bot → Ada: That's what you wrote: warm, near, slow If you share it, it's shown only beside… [Share it then] [Keep to myself] [Write it again]
        Ada: /share
        bot → Ada: Put away. Until it goes out you can change your mind, also under /answers. [Keep to myself]
        Ben: /today
        bot → Ben: Three words, quickly: intimacy. [Skip] [Later] [Something lighter] [Why this one?]
        Ben: sea, skin, tea
        bot → Ben: That's what you wrote: sea, skin, tea If you share it, it's shown only beside… [Share it then] [Keep to myself] [Write it again]
        Ben: /share
        bot → Ben: Put away. Until it goes out you can change your mind, also under /answers. [Keep to myself]
        — next day 19:00
        bot → Ada: A card for today. [Open]
        bot → Ben: A card for today. [Open]
        — next day 19:00
        bot → Ada: A card for today. [Open]
        bot → Ben: A card for today. [Open]
        Ada: /today
        bot → Ada: One sentence, quickly, before you think about it: what is intimacy to you? [Skip] [Later] [Something lighter] [Why this one?]
        Ada: Being let in.
        bot → Ada: That's what you wrote: Being let in. I show it to nobody now. In a few days you… [Keep to myself] [Write it again]
        Ada: /keep
        bot → Ada: Put away. It stays with you; /answers has it.
        Ben: /today
        bot → Ben: One sentence, quickly, before you think about it: what is intimacy to you? [Skip] [Later] [Something lighter] [Why this one?]
        Ben: Heat.
        bot → Ben: That's what you wrote: Heat. I show it to nobody now. In a few days you see it… [Keep to myself] [Write it again]
        Ben: /share
        bot → Ben: Put away. It stays with you; /answers has it.
        — next day 19:00
        bot → Ada: A card for today. [Open]
        bot → Ben: A card for today. [Open]
        — next day 19:00
        — next day 19:00
        bot → Ada: A card for today. [Open]
        bot → Ben: A card for today. [Open]
        Ada: /today
        bot → Ada: Where, and how, did you learn what intimacy is? No answer today. Take it along; I'll ask tomorrow. [Skip] [Later] [Something lighter] [Why this one?]
        Ben: /today
        bot → Ben: Where, and how, did you learn what intimacy is? No answer today. Take it along; I'll ask tomorrow. [Skip] [Later] [Something lighter] [Why this one?]
        Ben: /why
        bot → Ben: We learned what closeness is long before we talked about it with anyone.…
        — next day 19:00
        bot → Ada: A card for today. [Open]
        bot → Ben: A card for today. [Open]
        Ada: /today
        bot → Ada: Yesterday's question, if you like: where, and how, did you learn what… [Skip] [Later] [Something lighter] [Why this one?]
        Ada: My grandmother's hands ⏎ A film with rain
        bot → Ada: That's what you wrote: My grandmother's hands A film with rain I show this to… [Keep to myself] [Show one line] [Write it again]
        Ada taps Show one line
        bot → Ada: Which one may be shown? 1. My grandmother's hands 2. A film with rain [1] [2] [Keep to myself]
        Ada: 2
        bot → Ada: A film with rain Only this goes to Ben, if you like, at an hour when you're both awake. [Share it then] [Keep to myself]
        Ada taps Share it then
        bot → Ada: Put away. Ben gets that one line. Until it goes out you can change your mind,… [Keep to myself]
        Ben: /today
        bot → Ben: Yesterday's question, if you like: where, and how, did you learn what… [Skip] [Later] [Something lighter] [Why this one?]
        Ben: My uncle's house
        bot → Ben: That's what you wrote: My uncle's house I show this to nobody. If you like, Ada… [Keep to myself] [Show one line] [Write it again]
        Ben: /keep
        bot → Ben: Put away. It stays with you; /answers has it.
        — next day 19:00
        bot → Ada: A card for today. [Open]
        bot → Ben: A card for today. [Open]
        — 19:30
        bot → Ben: Something for you, whenever you like. [Open]
        Ben: /today
        bot → Ben: Ada would like you to have this. Where I learned it Ada: A film with rain
        bot → Ben: Is there something of Ada's that stays with you? [Pick a sentence] [Say it back] [Just keep it]
        Ben taps Just keep it
        bot → Ben: It can rest here. Enough for now.
        """

    /// The definition again: each sees their own change first; then all is revealed.
    private static let ownChangeFirst = """
        — next day 19:00
        bot → Ada: The card from earlier is still here, if you like. [Open]
        bot → Ada: A card for today. [Open]
        bot → Ben: A card for today. [Open]
        — next day 19:00
        bot → Ben: The card from earlier is still here, if you like. [Open]
        bot → Ada: A card for today. [Open]
        bot → Ben: A card for today. [Open]
        Ada: /today
        bot → Ada: The same question once more, slowly: what is intimacy to you? It looks like …, it feels like … [Skip] [Later] [Something lighter] [Why this one?]
        Ada: Falling silent together.
        bot → Ada: That's what you wrote: Falling silent together. You can add to it, or go on. [Go on] [Write it again]
        Ada: And then not.
        bot → Ada: That's what you wrote: Falling silent together. And then not. You can add to it, or go on. [Go on] [Write it again]
        Ada taps Go on
        bot → Ada: First you wrote: Being let in. Now: Falling silent together. And then not. What has changed between the two, if anything? This line stays with you. [Skip] [Later] [Something lighter] [Why this one?]
        Ada: It got quieter.
        bot → Ada: That's what you wrote: Falling silent together. And then not. Stays with you:… [Share it then] [With the first one] [Keep to myself] [Write it again]
        Ada taps With the first one
        bot → Ada: Put away. Until it goes out you can change your mind, also under /answers. [Keep to myself]
        Ben: /today
        bot → Ben: The same question once more, slowly: what is intimacy to you? It looks like …, it feels like … [Skip] [Later] [Something lighter] [Why this one?]
        Ben: Looks like leaning, feels like home.
        bot → Ben: That's what you wrote: Looks like leaning, feels like home. You can add to it, or go on. [Go on] [Write it again]
        Ben: /next
        bot → Ben: First you wrote: Heat. Now: Looks like leaning, feels like home. What has changed between the two, if anything? This line stays with you. [Skip] [Later] [Something lighter] [Why this one?]
        Ben: Less of a word, more of a place.
        bot → Ben: That's what you wrote: Looks like leaning, feels like home. Stays with you:… [Share it then] [With the first one] [Keep to myself] [Write it again]
        Ben: /share
        bot → Ben: Put away. Until it goes out you can change your mind, also under /answers. [Keep to myself]
        — next day 19:00
        bot → Ada: A card for today. [Open]
        bot → Ben: A card for today. [Open]
        — 19:30
        bot → Ada: Something for you, whenever you like. [Open]
        bot → Ben: Something for you, whenever you like. [Open]
        Ada: /today
        bot → Ada: Here is what you both shared. Three words for intimacy You: warm, near, slow Ben: sea, skin, tea Intimacy, said quickly You: Being let in. What intimacy is You: Falling silent together. And then not. Ben: Looks like leaning, feels like home.
        bot → Ada: Is there something of Ben's that stays with you? [Pick a sentence] [Say it back] [Just keep it]
        Ada: /keep
        bot → Ada: It can rest here. Enough for now.
        Ben: /today
        bot → Ben: Here is what you both shared. Three words for intimacy You: sea, skin, tea Ada: warm, near, slow Intimacy, said quickly Ada: Being let in. What intimacy is You: Looks like leaning, feels like home. Ada: Falling silent together. And then not.
        bot → Ben: Is there something of Ada's that stays with you? [Pick a sentence] [Say it back] [Just keep it]
        Ben taps Pick a sentence
        bot → Ben: Which one? 1. warm, near, slow 2. Being let in. 3. Falling silent together. 4. And then not. [1] [2] [3] [4] [Just keep it]
        Ben: 3
        bot → Ben: This one stays with you: Falling silent together. Send it, and Ada will know. [Send it] [Just keep it]
        Ben: /share
        bot → Ben: Sent. Enough for now.
        bot → Ada: Something for you, whenever you like. [Open]
        Ada: /today
        bot → Ada: Ben sent something back. [Read it] [Let it lie]
        Ada taps Read it
        bot → Ada: This sentence of yours stayed with Ben: Falling silent together.
        bot → Ada: It can rest here. Enough for now.
        """

    /// The rule, answered by one as it stands and by the other more lightly; then the talk.
    private static let unwrittenRule = """
        — next day 19:00
        — next day 19:00
        bot → Ada: A card for today. [Open]
        bot → Ben: A card for today. [Open]
        Ada: /today
        bot → Ada: A rule nobody wrote down, which you had long before you two met: when two… [Skip] [Later] [Something lighter] [Why this one?]
        Ada: We always knock.
        bot → Ada: That's what you wrote: We always knock. If you share it, it's shown only beside… [Share it then] [Keep to myself] [Write it again]
        Ada: /share
        bot → Ada: Put away. Until it goes out you can change your mind, also under /answers. [Keep to myself]
        Ben: /today
        bot → Ben: A rule nobody wrote down, which you had long before you two met: when two… [Skip] [Later] [Something lighter] [Why this one?]
        Ben taps Something lighter
        bot → Ben: Where I come from, people who are close … know without words ○ … ○ say it aloud [●○○○○] [○●○○○] [○○●○○] [○○○●○] [○○○○●] [Skip] [Later] [Something lighter] [Why this one?]
        Ben taps ○○○●○
        bot → Ben: That's what you wrote: know without words ○○○●○ say it aloud If you share it,… [Share it then] [Keep to myself] [Write it again]
        Ben: /share
        bot → Ben: Put away. Until it goes out you can change your mind, also under /answers. [Keep to myself]
        — 19:30
        — next day 19:30
        bot → Ada: A card for today. [Open]
        bot → Ben: A card for today. [Open]
        Ada: /answers
        bot → Ada: What you have written. Tap a number to read it or change your mind. 1. Three… [1] [2] [3] [4] [5]
        Ben: /answers
        bot → Ben: What you have written. Tap a number to read it or change your mind. 1. Three… [1] [2] [3] [4] [5]
        Ben taps 5
        bot → Ben: Saying it, or knowing it – shared, not shown yet know without words ○○○●○ say… [Keep to myself] [Write it again] [Erase it]
        — next day 19:30
        bot → Ada: A card for today. [Open]
        bot → Ben: A card for today. [Open]
        Ada: /today
        bot → Ada: A card for the two of you: ten minutes, with tea or on a walk. Each tells the… [We talked] [Find a time] [Skip] [Later] [Something lighter] [Why this one?]
        Ben: /today
        bot → Ben: A card for the two of you: ten minutes, with tea or on a walk. Each tells the… [We talked] [Find a time] [Skip] [Later] [Something lighter] [Why this one?]
        Ben taps We talked
        bot → Ben: What was said stays between you two.
        bot → Ben: If you like, one line each; leaving it out is fine. What would you like to keep… [Leave it out]
        Ada taps Later
        bot → Ada: Later, then. It comes by again, or /today has it.
        """
}
