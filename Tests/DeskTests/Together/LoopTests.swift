import Rehearsal
import Testing

/// Two halves, and what the two make of them.
@Suite struct LoopTests {
    @Test func `the loop, from both halves`() async throws {
        let stage = try await DeskStage.paired()
        try await rehearse(
            """
            Ada forges or.32
            bot → Ada: That one has passed. /today shows what there is.
            Ada forges or.31
            bot → Ada: This one goes closer in, and can stir things up. A quiet moment is good for it.… [This one] [Something lighter] [Later] [Why this one?]
            Ada taps This one
            bot → Ada: A loop needs two people who are both free to stop. Where one is afraid, it… [Skip] [Later] [Something lighter] [Why this one?]
            Ada: When the line goes quiet.
            bot → Ada: That's what you wrote: When the line goes quiet. You can add to it, or go on. [Go on] [Write it again]
            Ada taps Go on
            bot → Ada: Then something stirs in you. A word or two is plenty, and the body counts: hot,… [Skip] [Later] [Something lighter] [Why this one?]
            Ada: Small.
            bot → Ada: That's what you wrote: Small. You can add to it, or go on. [Go on] [Write it again]
            Ada taps Go on
            bot → Ada: Some explain. Some go quiet, or joke, or tidy a drawer; moves like these often… [Skip] [Later] [Something lighter] [Why this one?]
            Ada: I tidy.
            bot → Ada: That's what you wrote: I tidy. You can add to it, or go on. [Go on] [Write it again]
            Ada taps Go on
            bot → Ada: The last line: the hope below it. A hope explains a move, it doesn't excuse… [Skip] [Later] [Something lighter] [Why this one?]
            Ada: That you ask.
            bot → Ada: That's what you wrote: When the line goes quiet. Small. I tidy. That you ask.… [Share it then] [Keep to myself] [Write it again]
            Ada taps Share it then
            bot → Ada: Put away. Until it goes out you can change your mind, also under /answers. [Keep to myself]
            Ben forges or.31
            bot → Ben: This one goes closer in, and can stir things up. A quiet moment is good for it.… [This one] [Something lighter] [Later] [Why this one?]
            Ben taps This one
            bot → Ben: A loop needs two people who are both free to stop. Where one is afraid, it… [Skip] [Later] [Something lighter] [Why this one?]
            Ben: When there's a sigh.
            bot → Ben: That's what you wrote: When there's a sigh. You can add to it, or go on. [Go on] [Write it again]
            Ben taps Go on
            bot → Ben: Then something stirs in you. A word or two is plenty, and the body counts: hot,… [Skip] [Later] [Something lighter] [Why this one?]
            Ben: Hot.
            bot → Ben: That's what you wrote: Hot. You can add to it, or go on. [Go on] [Write it again]
            Ben taps Go on
            bot → Ben: Some explain. Some go quiet, or joke, or tidy a drawer; moves like these often… [Skip] [Later] [Something lighter] [Why this one?]
            Ben: I explain 🎺 مرحبا 你好.
            bot → Ben: That's what you wrote: I explain 🎺 مرحبا 你好. You can add to it, or go on. [Go on] [Write it again]
            Ben taps Go on
            bot → Ben: The last line: the hope below it. A hope explains a move, it doesn't excuse… [Skip] [Later] [Something lighter] [Why this one?]
            Ben: That we stay.
            bot → Ben: That's what you wrote: When there's a sigh. Hot. I explain 🎺 مرحبا 你好. That we… [Share it then] [Keep to myself] [Write it again]
            Ben taps Share it then
            bot → Ben: Put away. Until it goes out you can change your mind, also under /answers. [Keep to myself]
            — 20:00
            bot → Ada: Something for you, whenever you like. [Open]
            bot → Ben: Something for you, whenever you like. [Open]
            Ada taps Open
            bot → Ada: Here is what you both shared. When You: When the line goes quiet. Ben: When…
            bot → Ada: What you read here isn't for a quarrel, and nobody asks what the other kept.…
            bot → Ada: Is there something of Ben's that stays with you? [Pick a sentence] [Say it back] [Just keep it]
            Ada taps Just keep it
            bot → Ada: It can rest here. Enough for now.
            Ben taps Open
            bot → Ben: Here is what you both shared. When You: When there's a sigh. Ada: When the line…
            bot → Ben: What you read here isn't for a quarrel, and nobody asks what the other kept.…
            bot → Ben: Is there something of Ada's that stays with you? [Pick a sentence] [Say it back] [Just keep it]
            Ben taps Just keep it
            bot → Ben: It can rest here. Enough for now.
            — 3 days later 10:00
            bot → Ada: A card for today. [Open]
            bot → Ben: A card for today. [Open]
            bot → Ada: A card for today. [Open]
            bot → Ben: A card for today. [Open]
            Ben forges or.32
            bot → Ben: This one goes closer in, and can stir things up. A quiet moment is good for it.… [This one] [Something lighter] [Later] [Why this one?]
            Ben taps This one
            bot → Ben: Yours: When there's a sigh. Hot. I explain 🎺 مرحبا 你好. That we stay. Ada's:… [Skip] [Later] [Something lighter] [Why this one?]
            Ben: The accordion
            bot → Ben: That's what you wrote: The accordion You can add to it, or go on. [Go on] [Write it again]
            Ben taps Go on
            bot → Ben: The earlier it's seen, the smaller it is. A sign that each can notice in… [Skip] [Later] [Something lighter] [Why this one?]
            Ben: A second hm
            bot → Ben: That's what you wrote: A second hm You can add to it, or go on. [Go on] [Write it again]
            Ben taps Go on
            bot → Ben: A word that either may say or type at any moment. Then both stop, nobody asks… [Skip] [Later] [Something lighter] [Why this one?]
            Ben: Fermata
            bot → Ben: That's what you wrote: Fermata You can add to it, or go on. [Go on] [Write it again]
            Ben taps Go on
            bot → Ben: A pause is easier to bear with an end in sight: half an hour, or after… [Skip] [Later] [Something lighter] [Why this one?]
            Ben: After breakfast
            bot → Ben: That's what you wrote: The accordion A second hm Fermata After breakfast If you… [Send it] [Keep to myself] [Write it again]
            Ben taps Send it
            bot → Ben: On its way to Ada. [Take it back]
            bot → Ada: Something for you, whenever you like. [Open]
            Ada: /today
            bot → Ada: Ben proposes: Its name: The accordion An early sign: A second hm A pause word:… [Yes, like this] [Another wording] [Let it lie]
            Ada taps Yes, like this
            bot → Ada: This holds for you both, in the same words: Its name: The accordion An early… [Drop it for both]
            bot → Ada: (a picture) Our loop “The accordion” You When: When the line goes quiet. I…
            bot → Ben: Something for you, whenever you like. [Open]
            Ben: /today
            bot → Ben: This holds for you both, in the same words: Its name: The accordion An early… [Drop it for both]
            bot → Ben: (a picture) Our loop “The accordion” You When: When there's a sigh. I feel:…
            """, on: stage)
    }
}
