import Rehearsal
import Testing

@testable import Desk

/// How often a card comes, when nothing may, and what follows if cards lie there unopened.
@Suite struct PaceTests {
    @Test func `a card on some days of the week`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.solo, on: stage)
        try await rehearse(
            """
            Ada: /pace
            bot → Ada: Your card comes at 19:00.… [Every day] [Three a week] [Once a week] [Other days]
            Ada taps Once a week
            bot → Ada: Your card comes at 19:00, on these days: Sunday.
            — 5 days later 20:00
            Ada: hello
            bot → Ada: I haven't kept that, since nothing is asked in writing just now;…
            — next day 20:00
            bot → Ada: A card for today. [Open]
            Ada: /pace never
            bot → Ada: I can't read that as days.…
            Ada: Mon, wed
            bot → Ada: Your card comes at 19:00, on these days: Monday, Wednesday.
            — next day 20:00
            bot → Ada: A card for today. [Open]
            — next day 20:00
            bot → Ada: The card from earlier is still here, if you like. [Open]
            Ada: /pace every day
            bot → Ada: Your card comes at 19:00.
            — next day 20:00
            bot → Ada: A card for today. [Open]
            Ada: /pace
            bot → Ada: Your card comes at 19:00.… [Every day] [Three a week] [Once a week] [Other days]
            Ada taps Other days
            bot → Ada: Which days? For instance: Monday, Thursday, Saturday.
            Ada: t
            bot → Ada: I can't read that as days.…
            Ada: tue thu
            bot → Ada: Your card comes at 19:00, on these days: Tuesday, Thursday.
            Ada: /status
            bot → Ada: You are Ada, on your own here. It's 20:00 for you (Berlin). Your card comes at 19:00, on these days: Tuesday, Thursday.…
            """, on: stage)
    }

    @Test func `quiet hours of one's own`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.solo, on: stage)
        try await rehearse(
            """
            Ada: /quiet
            bot → Ada: Nothing comes from 21:30 to 08:00, your time,…
            Ada: 20:00 - 7:00
            bot → Ada: Nothing comes from 20:00 to 07:00, your time,…
            Ada: /quiet 18:00 to 7:00
            bot → Ada: Your card comes at 19:00, which lies in there,… [Another hour] [Other quiet hours]
            Ada: /time 21:00
            bot → Ada: 21:00 lies in your quiet hours, so no card would come.… [Another hour] [Other quiet hours]
            Ada taps Other quiet hours
            bot → Ada: Nothing comes from 20:00 to 07:00, your time,…
            Ada: from 8 to 7
            bot → Ada: I can't read that, or it leaves fewer than six hours of the day.…
            Ada: 9:00 to 8:00
            bot → Ada: I can't read that, or it leaves fewer than six hours of the day.…
            Ada: 23:00 to 6:30
            bot → Ada: Nothing comes from 23:00 to 06:30, your time,…
            Ada: /quiet 22:00 22:00
            bot → Ada: There are no quiet hours:…
            Ada: /time 23:00
            bot → Ada: My clock says 09:00 (Berlin). Is that yours too? A card can come at 23:00.…
            """, on: stage)
    }

    @Test func `who wants a card late goes to bed after it`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.solo, on: stage)
        try await rehearse(
            """
            Ada: /time 22:30
            bot → Ada: My clock says 09:00 (Berlin). Is that yours too? A card can come at 22:30.…
            Ada: /quiet
            bot → Ada: Nothing comes from 23:30 to 08:00, your time,…
            Ada: /time 6:30
            bot → Ada: My clock says 09:00 (Berlin). Is that yours too? A card can come at 06:30.…
            Ada: /quiet
            bot → Ada: Nothing comes from 21:30 to 06:30, your time,…
            """, on: stage)
    }

    /// One reminder, for the first card that lies there; a question when three have been closed;
    /// then nothing until they speak, and all that came meanwhile is said then.
    @Test func `cards that lie unopened`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.solo, on: stage)
        try await rehearse(
            """
            — next day 20:00
            bot → Ada: A card for today. [Open]
            — next day 20:00
            bot → Ada: A card for today. [Open]
            — next day 20:00
            bot → Ada: A card for today. [Open]
            — next day 20:00
            bot → Ada: The last cards stayed closed, and that's fine: they may have come at a bad… [Another hour] [Lighter cards] [Once a week] [Pause] [No more cards]
            — 9 days later 20:00
            — power cut
            — 9 days later 20:00
            Ada: 4
            bot → Ada: Nothing comes for 14 days, unless you type /resume sooner. Nobody is told. [Go on again]
            """, on: stage)
    }

    @Test(arguments: [
        ("Another hour", "When may a card come? For instance 19:30, or 7 pm."),
        (
            "Lighter cards",
            "Two weeks of lighter cards, then. /today shows what lies open, whenever…"
        ),
        ("Once a week", "Your card comes at 19:00, on these days: Sunday."),
        (
            "No more cards",
            "No more cards come. /resume begins again, whenever you like.… [Go on again]"
        ),
    ])
    func `what would suit better`(button: String, answer: String) async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.solo, on: stage)
        try await rehearse(
            """
            — 4 days later 20:00
            bot → Ada: A card for today. [Open]
            bot → Ada: A card for today. [Open]
            bot → Ada: A card for today. [Open]
            bot → Ada: The last cards stayed closed, and that's fine: they may have come at a bad… [Another hour] [Lighter cards] [Once a week] [Pause] [No more cards]
            Ada taps \(button)
            bot → Ada: \(answer)
            """, on: stage)
    }
}
