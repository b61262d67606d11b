import Rehearsal
import Testing

/// What is released one by one leaves no gap.
@Suite struct ItemsTests {
    @Test func `kept items are absent, on both sides`() async throws {
        let stage = try await DeskStage.paired()
        try await rehearse(
            """
            Ada forges or.14
            bot → Ada: A hand, a look or a word can say who you are to each other. Some places aren't… [●○○○○] [○●○○○] [○○●○○] [○○○●○] [○○○○●] [Skip] [Later] [Something lighter] [Why this one?]
            Ada taps ●○○○○
            bot → Ada: How much among relatives, yours or the other's? just between us ○ … ○ for all… [●○○○○] [○●○○○] [○○●○○] [○○○●○] [○○○○●] [Skip] [Later] [Something lighter] [Why this one?]
            Ada taps ○●○○○
            bot → Ada: How much in the street where you live, with neighbours about? just between us ○… [●○○○○] [○●○○○] [○○●○○] [○○○●○] [○○○○●] [Skip] [Later] [Something lighter] [Why this one?]
            Ada taps ○○●○○
            bot → Ada: How much at a counter or in a waiting room, when they ask who the other is to… [●○○○○] [○●○○○] [○○●○○] [○○○●○] [○○○○●] [Skip] [Later] [Something lighter] [Why this one?]
            Ada taps ○○○●○
            bot → Ada: How much in a town where nobody knows either of you? just between us ○ … ○ for… [●○○○○] [○●○○○] [○○●○○] [○○○●○] [○○○○●] [Skip] [Later] [Something lighter] [Why this one?]
            Ada taps ○○○○●
            bot → Ada: How much in a picture that others get to see? just between us ○ … ○ for all to… [●○○○○] [○●○○○] [○○●○○] [○○○●○] [○○○○●] [Skip] [Later] [Something lighter] [Why this one?]
            Ada taps ●○○○○
            bot → Ada: That's what you wrote: 1. Among friends: just between us ●○○○○ for all to see… [1] [2] [3] [4] [5] [6] [Share it then] [Keep to myself] [Write it again]
            Ada: 2
            bot → Ada: That's what you wrote: 1. Among friends: just between us ●○○○○ for all to see… [1] [2] [3] [4] [5] [6] [Share it then] [Keep to myself] [Write it again]
            Ada: 2
            bot → Ada: That's what you wrote: 1. Among friends: just between us ●○○○○ for all to see… [1] [2] [3] [4] [5] [6] [Share it then] [Keep to myself] [Write it again]
            Ada: 3
            bot → Ada: That's what you wrote: 1. Among friends: just between us ●○○○○ for all to see… [1] [2] [3] [4] [5] [6] [Share it then] [Keep to myself] [Write it again]
            Ada taps 4
            bot → Ada: That's what you wrote: 1. Among friends: just between us ●○○○○ for all to see… [1] [2] [3] [4] [5] [6] [Share it then] [Keep to myself] [Write it again]
            Ada taps Share it then
            bot → Ada: Put away. Until it goes out you can change your mind, also under /answers. [Keep to myself]
            Ben forges or.14
            bot → Ben: A hand, a look or a word can say who you are to each other. Some places aren't… [●○○○○] [○●○○○] [○○●○○] [○○○●○] [○○○○●] [Skip] [Later] [Something lighter] [Why this one?]
            Ben: 1
            bot → Ben: How much among relatives, yours or the other's? just between us ○ … ○ for all… [●○○○○] [○●○○○] [○○●○○] [○○○●○] [○○○○●] [Skip] [Later] [Something lighter] [Why this one?]
            Ben: 2
            bot → Ben: How much in the street where you live, with neighbours about? just between us ○… [●○○○○] [○●○○○] [○○●○○] [○○○●○] [○○○○●] [Skip] [Later] [Something lighter] [Why this one?]
            Ben: 3
            bot → Ben: How much at a counter or in a waiting room, when they ask who the other is to… [●○○○○] [○●○○○] [○○●○○] [○○○●○] [○○○○●] [Skip] [Later] [Something lighter] [Why this one?]
            Ben: 4
            bot → Ben: How much in a town where nobody knows either of you? just between us ○ … ○ for… [●○○○○] [○●○○○] [○○●○○] [○○○●○] [○○○○●] [Skip] [Later] [Something lighter] [Why this one?]
            Ben: 5
            bot → Ben: How much in a picture that others get to see? just between us ○ … ○ for all to… [●○○○○] [○●○○○] [○○●○○] [○○○●○] [○○○○●] [Skip] [Later] [Something lighter] [Why this one?]
            Ben: 6
            bot → Ben: Tap one of these, or type its number.
            bot → Ben: How much in a picture that others get to see? just between us ○ … ○ for all to… [●○○○○] [○●○○○] [○○●○○] [○○○●○] [○○○○●] [Skip] [Later] [Something lighter] [Why this one?]
            Ben: 1
            bot → Ben: That's what you wrote: 1. Among friends: just between us ●○○○○ for all to see… [1] [2] [3] [4] [5] [6] [Share it then] [Keep to myself] [Write it again]
            Ben taps 1
            bot → Ben: That's what you wrote: 1. Among friends: just between us ●○○○○ for all to see –… [1] [2] [3] [4] [5] [6] [Share it then] [Keep to myself] [Write it again]
            Ben taps Share it then
            bot → Ben: Put away. Until it goes out you can change your mind, also under /answers. [Keep to myself]
            — 20:00
            bot → Ada: Something for you, whenever you like. [Open]
            bot → Ben: Something for you, whenever you like. [Open]
            Ada taps Open
            bot → Ada: Here is what you both shared. Among relatives You: just between us ○●○○○ for…
            bot → Ada: Is there something of Ben's that stays with you? [Say it back] [Just keep it]
            Ben taps Open
            bot → Ben: Here is what you both shared. Among relatives You: just between us ○●○○○ for…
            bot → Ben: Is there something of Ada's that stays with you? [Say it back] [Just keep it]
            """, on: stage)
    }

    @Test func `lines are sorted, and kept one by one`() async throws {
        let stage = try await DeskStage.paired()
        try await rehearse(
            """
            Ada forges or.24
            bot → Ada: Some things we simply expect between two people: to be missed, a free evening,… [Skip] [Later] [Something lighter] [Why this one?]
            Ada: A free evening ⏎ To be missed
            bot → Ada: That's what you wrote: A free evening To be missed You can add to it, or go on. [Go on] [Write it again]
            Ada taps Go on
            bot → Ada: A free evening Has this one ever been said aloud between you? [It was said] [Never said] [Skip] [Later] [Something lighter] [Why this one?]
            Ada taps It was said
            bot → Ada: To be missed Has this one ever been said aloud between you? [It was said] [Never said] [Skip] [Later] [Something lighter] [Why this one?]
            Ada: what?
            bot → Ada: Tap one of these, or type its number.
            bot → Ada: To be missed Has this one ever been said aloud between you? [It was said] [Never said] [Skip] [Later] [Something lighter] [Why this one?]
            Ada taps Never said
            bot → Ada: That's what you wrote: 1. A free evening – It was said 2. To be missed – Never… [1] [2] [Share it then] [Keep to myself] [Write it again]
            Ada taps 1
            bot → Ada: That's what you wrote: 1. A free evening – It was said – stays with you 2. To… [1] [2] [Share it then] [Keep to myself] [Write it again]
            Ada taps Share it then
            bot → Ada: Put away. Until it goes out you can change your mind, also under /answers. [Keep to myself]
            Ben forges or.24
            bot → Ben: Some things we simply expect between two people: to be missed, a free evening,… [Skip] [Later] [Something lighter] [Why this one?]
            Ben: Sunday bread
            bot → Ben: That's what you wrote: Sunday bread You can add to it, or go on. [Go on] [Write it again]
            Ben taps Go on
            bot → Ben: Sunday bread Has this one ever been said aloud between you? [It was said] [Never said] [Skip] [Later] [Something lighter] [Why this one?]
            Ben taps Never said
            bot → Ben: That's what you wrote: Sunday bread – Never said If you share it, it's shown… [Share it then] [Keep to myself] [Write it again]
            Ben edits Sunday bread → Sunday breakfast
            bot → Ben: That's what you wrote: Sunday breakfast You can add to it, or go on. [Go on] [Write it again]
            Ben taps Go on
            bot → Ben: Sunday breakfast Has this one ever been said aloud between you? [It was said] [Never said] [Skip] [Later] [Something lighter] [Why this one?]
            Ben taps It was said
            bot → Ben: That's what you wrote: Sunday breakfast – It was said If you share it, it's… [Share it then] [Keep to myself] [Write it again]
            Ben taps Share it then
            bot → Ben: Put away. Until it goes out you can change your mind, also under /answers. [Keep to myself]
            — 20:00
            bot → Ada: Something for you, whenever you like. [Open]
            bot → Ben: Something for you, whenever you like. [Open]
            Ada taps Open
            bot → Ada: Here is what you both shared. Was it ever said You: To be missed – Never said…
            bot → Ada: Is there something of Ben's that stays with you? [Pick a sentence] [Say it back] [Just keep it]
            Ben taps Open
            bot → Ben: Here is what you both shared. Was it ever said You: Sunday breakfast – It was…
            bot → Ben: Is there something of Ada's that stays with you? [Pick a sentence] [Say it back] [Just keep it]
            """, on: stage)
    }

    @Test func `some of several, and a guess for oneself`() async throws {
        let stage = try await DeskStage.paired()
        try await rehearse(
            """
            Ada forges or.42
            bot → Ada: Up to three that you'd like to explore some time, small and in no hurry. If you… [1] [2] [3] [4] [5] [6] [7] [8] [9] [10] [11] [12] [13] [14] [15] [16] [17] [18] [Skip] [Later] [Something lighter] [Why this one?]
            Ada taps 3
            bot → Ada: So far: Reading to each other, in a room or on the phone Another one, or is… [1] [2] [3] [4] [5] [6] [7] [8] [9] [10] [11] [12] [13] [14] [15] [16] [17] [18] [That's all] [Skip] [Later]
            Ada taps 3
            bot → Ada: Up to three that you'd like to explore some time, small and in no hurry. If you… [1] [2] [3] [4] [5] [6] [7] [8] [9] [10] [11] [12] [13] [14] [15] [16] [17] [18] [Skip] [Later] [Something lighter] [Why this one?]
            Ada taps 3
            bot → Ada: So far: Reading to each other, in a room or on the phone Another one, or is… [1] [2] [3] [4] [5] [6] [7] [8] [9] [10] [11] [12] [13] [14] [15] [16] [17] [18] [That's all] [Skip] [Later]
            Ada taps 12
            bot → Ada: So far: Reading to each other, in a room or on the phone Half an hour of quiet,… [1] [2] [3] [4] [5] [6] [7] [8] [9] [10] [11] [12] [13] [14] [15] [16] [17] [18] [That's all] [Skip] [Later]
            Ada: 5
            bot → Ada: You marked: Reading to each other, in a room or on the phone Half an hour of… [Let my marks count] [Keep to myself] [Write it again]
            Ada taps Let my marks count
            bot → Ada: Put away. What you both marked may come up one day, one thing at a time; what… [Keep to myself]
            Ada: /answers
            bot → Ada: What you have written. Tap a number to read it or change your mind. 1. Three… [1] [2]
            """, on: stage)
    }

    @Test func `a summary of one’s own`() async throws {
        let stage = try await DeskStage.paired()
        try await rehearse(
            """
            Ada forges or.40
            bot → Ada: A no to this, today, is a no to this, today. What it means, only the one who… [Skip] [Later] [Something lighter] [Why this one?]
            Ada: Tuesday: a voice note about a pigeon.
            bot → Ada: That's what you wrote: Tuesday: a voice note about a pigeon. I show this to… [Keep to myself] [Write a line] [Write it again]
            Ada taps Write a line
            bot → Ada: A line of your own about it, for Ben. Only that line is shown, and you see it… [Keep to myself]
            Ada: It was easier than I thought.
            bot → Ada: It was easier than I thought. Only this goes to Ben, if you like, at an hour… [Share it then] [Write a line] [Keep to myself]
            Ada taps Share it then
            bot → Ada: Put away. Ben gets that one line. Until it goes out you can change your mind,… [Keep to myself]
            — 20:00
            bot → Ben: Something for you, whenever you like. [Open]
            Ben taps Open
            bot → Ben: Ada would like you to have this. A week of hellos Ada: It was easier than I thought.
            bot → Ben: Is there something of Ada's that stays with you? [Pick a sentence] [Say it back] [Just keep it]
            """, on: stage)
    }
}
