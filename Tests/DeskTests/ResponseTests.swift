import Rehearsal
import Testing

/// After a reveal: a sentence that stays, said back, or let lie.
@Suite struct ResponseTests {
    @Test func `just keep it, and let it lie`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.pairing, on: stage)
        try await rehearse(
            """
            Ada: Your hands.
            bot → Ada: That's what you wrote: Your hands. Shown to Ben when you are… [Share it then] [Keep to myself] [Write it again]
            Ada: /share
            bot → Ada: Put away. It's shown when you are both done, at an hour when… [Keep to myself]
            Ben: Your jokes. All of them.
            bot → Ben: That's what you wrote: Your jokes. All of them. Shown to Ada… [Share it then] [Keep to myself] [Write it again]
            Ben: /share
            bot → Ben: Put away. It's shown when you are both done, at an hour when… [Keep to myself]
            bot → Ben: My clock says 09:00 (Berlin). Is that yours too? A card can come at 19:00. [That's right] [I'm elsewhere] [Another hour]
            — 19:30
            bot → Ada: Something for you, whenever you like. [Open]
            bot → Ben: Something for you, whenever you like. [Open]
            Ada: /today
            bot → Ada: Here is what you both shared. Something I liked You: Your hands. Ben: Your jokes. All of them.
            bot → Ada: Is there a sentence of Ben's that stays with you? [Pick a sentence] [Say it back] [Just keep it]
            Ada taps Just keep it
            bot → Ada: That's the two of you, side by side. Enough for today.
            Ada taps Pick a sentence
            bot → Ada: That one has passed. /today shows what there is.
            Ben: /today
            bot → Ben: Here is what you both shared. Something I liked You: Your jokes. All of them. Ada: Your hands.
            bot → Ben: Is there a sentence of Ada's that stays with you? [Pick a sentence] [Say it back] [Just keep it]
            Ben taps Pick a sentence
            bot → Ben: Which one? 1. Your hands. [1] [Just keep it]
            Ben: 1
            bot → Ben: This one stays with you: Your hands. Send it, and Ada will know. [Send it] [Just keep it]
            Ben: /share
            bot → Ben: Sent. That's the two of you, side by side. Enough for today.
            bot → Ada: Something for you, whenever you like. [Open]
            Ada: /today
            bot → Ada: Ben sent something back. [Read it] [Let it lie]
            Ada taps Let it lie
            bot → Ada: It lies. Nobody is told.
            """, on: stage)
    }
}
