import Rehearsal
import Testing

/// A moment without the sentence, a meaning without having seen it.
@Suite struct HeardMeantTests {
    @Test func `both release: the pair, then a response`() async throws {
        let stage = try await DeskStage.paired()
        try await rehearse(
            """
            Ada forges or.30
            bot → Ada: This one goes closer in, and can stir things up. A quiet moment is good for it.… [This one] [Something lighter] [Later] [Why this one?]
            Ada taps This one
            bot → Ada: A no to this, today, is a no to this, today. What it means, only the one who… [Skip] [Later] [Something lighter] [Why this one?]
            Ada: Tuesday, on the phone. Piano begins before my sentence is over and I look at the screen for a while.
            bot → Ada: A little shorter, please: fifteen words at most, just what a camera would see.
            bot → Ada: A no to this, today, is a no to this, today. What it means, only the one who… [Skip] [Later] [Something lighter] [Why this one?]
            Ada: Tuesday. Piano begins before my sentence is over.
            bot → Ada: That's what you wrote: Tuesday. Piano begins before my sentence is over. You… [Go on] [Write it again]
            Ada taps Go on
            bot → Ada: Now the sentence you heard inside just then, as short as it was. It's shown… [Skip] [Later] [Something lighter] [Why this one?]
            Ada: I'm background.
            bot → Ada: That's what you wrote: Tuesday. Piano begins before my sentence is over. I'm… [Send the moment] [Keep to myself] [Write it again]
            Ada taps Send the moment
            bot → Ada: The moment is on its way to Ben. What you heard inside stays here until… [Keep to myself]
            bot → Ben: Something for you, whenever you like. [Open]
            Ben taps Open
            bot → Ben: From Ada: Tuesday. Piano begins before my sentence is over. This is a small… [Don't remember] [Saw it otherwise] [Not this one] [Later]
            Ben: I was answering.
            bot → Ben: That's what you wrote: I was answering. Shown to Ada beside what was heard, if… [Share it then] [Write it again] [Not this one]
            Ben: On the piano.
            bot → Ben: That's what you wrote: I was answering. On the piano. Shown to Ada beside what… [Share it then] [Write it again] [Not this one]
            Ben taps Share it then
            bot → Ben: Put away. It's shown, to you both, only beside the sentence Ada heard, and only… [Not this one]
            — 20:00
            bot → Ada: Something for you, whenever you like. [Open]
            bot → Ben: Something for you, whenever you like. [Open]
            Ada taps Open
            bot → Ada: Here is what you both shared. Tuesday. Piano begins before my sentence is over.…
            bot → Ada: What you read here isn't for a quarrel, and nobody asks what the other kept.…
            bot → Ada: Is there something of Ben's that stays with you? [Pick a sentence] [Say it back] [Just keep it]
            Ada taps Say it back
            bot → Ada: What did you hear? In your own words, to Ben. You see it once more before it goes. [Just keep it]
            Ada: You were answering, on the piano.
            bot → Ada: That would go to Ben: You were answering, on the piano. You can add to it, or… [Send it] [Write it again] [Just keep it]
            Ada taps Send it
            bot → Ada: Sent. Enough for now.
            bot → Ben: Something for you, whenever you like. [Open]
            Ben taps Open
            bot → Ben: Here is what you both shared. Tuesday. Piano begins before my sentence is over.…
            bot → Ben: What you read here isn't for a quarrel, and nobody asks what the other kept.…
            bot → Ben: Is there something of Ada's that stays with you? [Pick a sentence] [Say it back] [Just keep it]
            Ben taps Just keep it
            bot → Ben: It can rest here. Enough for now.
            Ben: /today
            bot → Ben: Ada sent something back. [Read it] [Let it lie]
            Ben taps Read it
            bot → Ben: Ada says it back like this: You were answering, on the piano.
            bot → Ben: It can rest here. Enough for now.
            """, on: stage)
    }

    @Test func `three ways out look like silence`() async throws {
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
            Ben taps Saw it otherwise
            bot → Ben: All right, past it.
            Ben taps Don't remember
            bot → Ben: All right, past it.
            Ben: I meant nothing.
            bot → Ben: I haven't kept that, since nothing is asked in writing just now;…
            Ada: /pause
            bot → Ada: Nothing comes until you type /resume. Nobody is told. [Go on again]
            Ben: /pause
            bot → Ben: Nothing comes until you type /resume. Nobody is told. [Go on again]
            — 20 days later 20:00
            Ada: /answers
            bot → Ada: What you have written. Tap a number to read it or change your mind. 1. Three… [1] [2]
            """, on: stage)
    }

    @Test func `kept after all, nothing is shown`() async throws {
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
            Ben: It was the wind.
            bot → Ben: That's what you wrote: It was the wind. Shown to Ada beside what was heard, if… [Share it then] [Write it again] [Not this one]
            Ben taps Share it then
            bot → Ben: Put away. It's shown, to you both, only beside the sentence Ada heard, and only… [Not this one]
            Ada taps Keep to myself
            bot → Ada: Put away. It stays with you; /answers has it.
            Ada: /answers
            bot → Ada: What you have written. Tap a number to read it or change your mind. 1. Three… [1] [2]
            Ada: 2
            bot → Ada: Tuesday. A door. Go away. This one was shown, or is on its way. Erasing takes it out on your… [Erase it]
            — 20:00
            """, on: stage)
    }

    @Test func `a sent moment is written anew no more`() async throws {
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
            Ada edits Tuesday. A door. → Monday.
            bot → Ada: That one has been shown already, so it stays as it was.
            Ada: /again
            bot → Ada: That one has been shown already, so it stays as it was.
            Ben taps Open
            bot → Ben: From Ada: Tuesday. A door. This is a small moment as the other saw it; what… [Don't remember] [Saw it otherwise] [Not this one] [Later]
            Ben: It was the wind.
            bot → Ben: That's what you wrote: It was the wind. Shown to Ada beside what was heard, if… [Share it then] [Write it again] [Not this one]
            Ben edits It was the wind. → The wind did it.
            bot → Ben: That's what you wrote: The wind did it. Shown to Ada beside what was heard, if… [Share it then] [Write it again] [Not this one]
            Ben taps Write it again
            bot → Ben: From Ada: Tuesday. A door. This is a small moment as the other saw it; what… [Don't remember] [Saw it otherwise] [Not this one] [Later]
            Ben: I closed it.
            bot → Ben: That's what you wrote: I closed it. Shown to Ada beside what was heard, if you… [Share it then] [Write it again] [Not this one]
            Ben taps Not this one
            bot → Ben: All right, past it.
            """, on: stage)
    }
}
