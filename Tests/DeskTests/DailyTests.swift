import Rehearsal
import Testing

/// The card of the day, and the talk it leads to.
@Suite struct DailyTests {
    @Test func `cards, closing, today, deck`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.pairing, on: stage)
        try await rehearse(
            """
            Ada: /skip
            bot → Ada: All right, past it.
            Ben: /skip
            bot → Ben: All right, past it.
            bot → Ben: My clock says 09:00 (Berlin). Is that yours too? A card can come at 19:00. [That's right] [I'm elsewhere] [Another hour]
            — next day 19:00
            bot → Ada: A card for today. [Open]
            bot → Ben: A card for today. [Open]
            — next day 19:00
            bot → Ada: A card for today. [Open]
            bot → Ben: A card for today. [Open]
            Ada: /today
            bot → Ada: From before you two were joined. It stays yours unless you say otherwise.
            bot → Ada: That's what you wrote: warm, near, slow If you share it, it's shown only beside… [Share it then] [Keep to myself] [Write it again]
            Ada: one two
            bot → Ada: That's what you wrote: warm, near, slow one two If you share it, it's shown… [Share it then] [Keep to myself] [Write it again]
            — next day 19:00
            bot → Ada: A card for today. [Open]
            bot → Ben: A card for today. [Open]
            Ada taps Open below A card…
            bot → Ada: … [Done] [Another one] [Why this one?]
            Ada: /today
            bot → Ada: That's what you wrote: warm, near, slow one two If you share it, it's shown… [Share it then] [Keep to myself] [Write it again]
            Ada taps Done below …[Done]…
            bot → Ada: All right.
            Ada: /today
            bot → Ada: That's what you wrote: warm, near, slow one two If you share it, it's shown… [Share it then] [Keep to myself] [Write it again]
            Ada taps Something lighter
            bot → Ada: … [Done] [Another one] [Why this one?]
            """, on: stage)
    }

    @Test func `the talk card`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.pairing, on: stage)
        try await rehearse(
            """
            Ada: /skip
            bot → Ada: All right, past it.
            Ben: /skip
            bot → Ben: All right, past it.
            bot → Ben: My clock says 09:00 (Berlin). Is that yours too? A card can come at 19:00. [That's right] [I'm elsewhere] [Another hour]
            — next day 19:00
            bot → Ada: A card for today. [Open]
            bot → Ben: A card for today. [Open]
            Ben: /status
            bot → Ben: You are Ben, joined with Ada.…
            — next day 19:00
            bot → Ada: A card for today. [Open]
            bot → Ben: A card for today. [Open]
            Ben: /status
            bot → Ben: You are Ben, joined with Ada.…
            Ada: /today
            bot → Ada: From before you two were joined. It stays yours unless you say otherwise.
            bot → Ada: That's what you wrote: warm, near, slow If you share it, it's shown only beside… [Share it then] [Keep to myself] [Write it again]
            Ada: /skip
            bot → Ada: Put away. It stays with you; /answers has it.
            — next day 19:00
            bot → Ada: A card for today. [Open]
            bot → Ben: A card for today. [Open]
            Ben: /status
            bot → Ben: You are Ben, joined with Ada.…
            — next day 19:00
            bot → Ada: A card for today. [Open]
            bot → Ben: A card for today. [Open]
            Ben: /status
            bot → Ben: You are Ben, joined with Ada.…
            Ada: /today
            bot → Ada: One sentence, quickly, before you think about it: what is intimacy to you? [Skip] [Later] [Something lighter] [Why this one?]
            Ada: /skip
            bot → Ada: All right, past it.
            — next day 19:00
            bot → Ada: A card for today. [Open]
            bot → Ben: A card for today. [Open]
            Ben: /status
            bot → Ben: You are Ben, joined with Ada.…
            — next day 19:00
            — next day 19:00
            bot → Ada: A card for today. [Open]
            bot → Ben: A card for today. [Open]
            Ben: /status
            bot → Ben: You are Ben, joined with Ada.…
            Ada: /today
            bot → Ada: Where, and how, did you learn what intimacy is? No answer… [Skip] [Later] [Something lighter] [Why this one?]
            Ada: /skip
            bot → Ada: All right, past it.
            — next day 19:00
            bot → Ada: A card for today. [Open]
            bot → Ben: A card for today. [Open]
            Ben: /status
            bot → Ben: You are Ben, joined with Ada.…
            — next day 19:00
            bot → Ada: The card from earlier is still here, if you like. [Open]
            bot → Ada: A card for today. [Open]
            bot → Ben: A card for today. [Open]
            Ben: /status
            bot → Ben: You are Ben, joined with Ada.…
            Ada: /today
            bot → Ada: The same question once more, slowly: what is intimacy to you?… [Skip] [Later] [Something lighter] [Why this one?]
            Ada: /skip
            bot → Ada: All right, past it.
            — next day 19:00
            bot → Ada: A card for today. [Open]
            bot → Ben: A card for today. [Open]
            Ben: /status
            bot → Ben: You are Ben, joined with Ada.…
            — next day 19:00
            bot → Ada: The card from earlier is still here, if you like. [Open]
            bot → Ada: A card for today. [Open]
            bot → Ben: A card for today. [Open]
            Ben: /status
            bot → Ben: You are Ben, joined with Ada.…
            Ada: /today
            bot → Ada: A rule nobody wrote down, which you had long before you two… [Skip] [Later] [Something lighter] [Why this one?]
            Ada: /lighter
            bot → Ada: Where I come from, people who are close … know without words ○ … ○ say it aloud [●○○○○] [○●○○○] [○○●○○] [○○○●○] [○○○○●] [Skip] [Later] [Something lighter] [Why this one?]
            Ada: 4
            bot → Ada: That's what you wrote: know without words ○○○●○ say it aloud… [Share it then] [Keep to myself] [Write it again]
            Ada: /share
            bot → Ada: Put away. Until it goes out you can change your mind, also under /answers. [Keep to myself]
            — next day 19:00
            bot → Ada: A card for today. [Open]
            bot → Ben: A card for today. [Open]
            Ben: /status
            bot → Ben: You are Ben, joined with Ada.…
            — next day 19:00
            — next day 19:00
            bot → Ada: A card for today. [Open]
            bot → Ben: A card for today. [Open]
            Ben: /status
            bot → Ben: You are Ben, joined with Ada.…
            Ada: /today
            bot → Ada: A card for the two of you: ten minutes, with tea or on a walk.… [We talked] [Find a time] [Skip] [Later] [Something lighter] [Why this one?]
            Ada: hm
            bot → Ada: I haven't kept that,…
            Ada taps We talked
            bot → Ada: What was said stays between you two.
            bot → Ada: If you like, one line each; leaving it out is fine.… [Leave it out]
            Ada taps Leave it out
            bot → Ada: All right. Until the next card.
            — next day 19:00
            bot → Ada: Something for you, whenever you like. [Open]
            bot → Ada: A card for today. [Open]
            bot → Ben: A card for today. [Open]
            Ben: /status
            bot → Ben: You are Ben, joined with Ada.…
            — next day 19:00
            bot → Ada: A card for today. [Open]
            bot → Ben: A card for today. [Open]
            Ben: /status
            bot → Ben: You are Ben, joined with Ada.…
            Ada: /today
            bot → Ada: The shared part rests here. Your own cards go on, if you like.
            — 9 days later 19:00
            bot → Ada: A card for today. [Open]
            bot → Ben: A card for today. [Open]
            bot → Ada: The card from earlier is still here, if you like. [Open]
            bot → Ben: The card from earlier is still here, if you like. [Open]
            bot → Ada: A card for today. [Open]
            bot → Ben: Something for you, whenever you like. [Open]
            bot → Ben: A card for today. [Open]
            bot → Ada: A card for today. [Open]
            bot → Ben: A card for today. [Open]
            bot → Ada: Perhaps the cards come at a bad time just now. Would something else be… [Another hour] [Lighter cards] [Once a week] [Two weeks off] [Nothing for now]
            bot → Ben: Perhaps the cards come at a bad time just now. Would something else be… [Another hour] [Lighter cards] [Once a week] [Two weeks off] [Nothing for now]
            — next day 19:00
            Ben: /status
            bot → Ben: You are Ben, joined with Ada.…
            — 2 days later 19:00
            bot → Ben: A card for today. [Open]
            """, on: stage)
    }
}
