import Rehearsal
import Testing

/// A time that suits both, and nothing else, is named.
@Suite struct TalkTests {
    @Test func `a shared time is named, and comes`() async throws {
        let stage = try await DeskStage.paired()
        try await rehearse(
            """
            Ada: /talk
            bot → Ada: Half an hour for the two of you, side by side or on the phone. Each tells one… [We talked] [Find a time] [Skip] [Later] [Something lighter] [Why this one?]
            Ada taps Find a time
            bot → Ada: Which of these would suit you? Tap as many as you like; only you see your… [1] [2] [3] [4] [5] [6] [7] [8] [9] [10] [That's all] [Later]
            Ada taps 3
            bot → Ada: Which of these would suit you? Tap as many as you like; only you see your… [1] [2] [3] [4] [5] [6] [7] [8] [9] [10] [That's all] [Later]
            Ada taps 5
            bot → Ada: Which of these would suit you? Tap as many as you like; only you see your… [1] [2] [3] [4] [5] [6] [7] [8] [9] [10] [That's all] [Later]
            Ada taps 5
            bot → Ada: Which of these would suit you? Tap as many as you like; only you see your… [1] [2] [3] [4] [5] [6] [7] [8] [9] [10] [That's all] [Later]
            Ada taps That's all
            bot → Ada: Noted. If one of them suits you both, I name it to you both; else I say…
            Ben: /talk
            bot → Ben: Half an hour for the two of you, side by side or on the phone. Each tells one… [We talked] [Find a time] [Skip] [Later] [Something lighter] [Why this one?]
            Ben taps Find a time
            bot → Ben: Which of these would suit you? Tap as many as you like; only you see your… [1] [2] [3] [4] [5] [6] [7] [8] [9] [10] [That's all] [Later]
            Ben taps 2
            bot → Ben: Which of these would suit you? Tap as many as you like; only you see your… [1] [2] [3] [4] [5] [6] [7] [8] [9] [10] [That's all] [Later]
            Ben taps 3
            bot → Ben: Which of these would suit you? Tap as many as you like; only you see your… [1] [2] [3] [4] [5] [6] [7] [8] [9] [10] [That's all] [Later]
            Ben taps That's all
            bot → Ben: Noted. If one of them suits you both, I name it to you both; else I say…
            — 21:00
            bot → Ada: Something for you, whenever you like. [Open]
            bot → Ben: Something for you, whenever you like. [Open]
            Ada: /today
            bot → Ada: Wed 4 Mar at 11:00 suits you both. The card comes then.
            bot → Ada: (file time-set-aside.ics: BEGIN:VCALENDAR…
            Ben: /today
            bot → Ben: Wed 4 Mar at 11:00 suits you both. The card comes then.
            bot → Ben: (file time-set-aside.ics: BEGIN:VCALENDAR…
            — 3 days later 21:00
            bot → Ada: A card for today. [Open]
            bot → Ben: A card for today. [Open]
            bot → Ada: Something for you, whenever you like. [Open]
            bot → Ben: Something for you, whenever you like. [Open]
            bot → Ada: A card for today. [Open]
            bot → Ben: A card for today. [Open]
            Ada: /today
            bot → Ada: Half an hour for the two of you, side by side or on the phone. Each tells one… [We talked] [Find a time] [Skip] [Later] [Something lighter] [Why this one?]
            Ada taps We talked
            bot → Ada: What was said stays between you two.
            bot → Ada: One line, if you like; leaving it out is fine. What do you take along? [Leave it out]
            Ada: The third goodbye.
            bot → Ada: That's what you wrote: The third goodbye. If you share it, it's shown only… [Share it then] [Keep to myself] [Write it again]
            Ada taps Share it then
            bot → Ada: Put away. Until it goes out you can change your mind, also under /answers. [Keep to myself]
            Ben: /talk
            bot → Ben: Half an hour for the two of you, side by side or on the phone. Each tells one… [We talked] [Find a time] [Skip] [Later] [Something lighter] [Why this one?]
            Ben taps We talked
            bot → Ben: What was said stays between you two.
            bot → Ben: One line, if you like; leaving it out is fine. What do you take along? [Leave it out]
            Ben taps Leave it out
            bot → Ben: All right. Until the next card.
            — next day 21:00
            bot → Ada: A card for today. [Open]
            bot → Ben: A card for today. [Open]
            bot → Ada: The card from earlier is still here, if you like. [Open]
            bot → Ben: The card from earlier is still here, if you like. [Open]
            """, on: stage)
    }

    @Test func `nothing is said where nothing is shared`() async throws {
        let stage = try await DeskStage.paired()
        try await rehearse(
            """
            Ada: /talk
            bot → Ada: Half an hour for the two of you, side by side or on the phone. Each tells one… [We talked] [Find a time] [Skip] [Later] [Something lighter] [Why this one?]
            Ada taps Find a time
            bot → Ada: Which of these would suit you? Tap as many as you like; only you see your… [1] [2] [3] [4] [5] [6] [7] [8] [9] [10] [That's all] [Later]
            Ada taps 1
            bot → Ada: Which of these would suit you? Tap as many as you like; only you see your… [1] [2] [3] [4] [5] [6] [7] [8] [9] [10] [That's all] [Later]
            Ada taps That's all
            bot → Ada: Noted. If one of them suits you both, I name it to you both; else I say…
            Ben: /talk
            bot → Ben: Half an hour for the two of you, side by side or on the phone. Each tells one… [We talked] [Find a time] [Skip] [Later] [Something lighter] [Why this one?]
            Ben taps Find a time
            bot → Ben: Which of these would suit you? Tap as many as you like; only you see your… [1] [2] [3] [4] [5] [6] [7] [8] [9] [10] [That's all] [Later]
            Ben taps 2
            bot → Ben: Which of these would suit you? Tap as many as you like; only you see your… [1] [2] [3] [4] [5] [6] [7] [8] [9] [10] [That's all] [Later]
            Ben taps That's all
            bot → Ben: Noted. If one of them suits you both, I name it to you both; else I say…
            Ada: /pause
            bot → Ada: Nothing comes until you type /resume. Nobody is told. [Go on again]
            Ben: /pause
            bot → Ben: Nothing comes until you type /resume. Nobody is told. [Go on again]
            — 9 days later 21:00
            """, on: stage)
    }

    @Test func `one line each, shown to both`() async throws {
        let stage = try await DeskStage.paired()
        try await rehearse(
            """
            Ada: /talk
            bot → Ada: Half an hour for the two of you, side by side or on the phone. Each tells one… [We talked] [Find a time] [Skip] [Later] [Something lighter] [Why this one?]
            Ada taps We talked
            bot → Ada: What was said stays between you two.
            bot → Ada: One line, if you like; leaving it out is fine. What do you take along? [Leave it out]
            Ada: The third goodbye.
            bot → Ada: That's what you wrote: The third goodbye. If you share it, it's shown only… [Share it then] [Keep to myself] [Write it again]
            Ada taps Share it then
            bot → Ada: Put away. Until it goes out you can change your mind, also under /answers. [Keep to myself]
            Ben: /talk
            bot → Ben: Half an hour for the two of you, side by side or on the phone. Each tells one… [We talked] [Find a time] [Skip] [Later] [Something lighter] [Why this one?]
            Ben taps We talked
            bot → Ben: What was said stays between you two.
            bot → Ben: One line, if you like; leaving it out is fine. What do you take along? [Leave it out]
            Ben: That you laughed.
            bot → Ben: That's what you wrote: That you laughed. If you share it, it's shown only… [Share it then] [Keep to myself] [Write it again]
            Ben taps Share it then
            bot → Ben: Put away. Until it goes out you can change your mind, also under /answers. [Keep to myself]
            — 20:00
            bot → Ada: Something for you, whenever you like. [Open]
            bot → Ben: Something for you, whenever you like. [Open]
            Ada taps Open
            bot → Ada: Here is what you both shared. A line from this month You: The third goodbye. Ben: That you laughed.
            bot → Ada: Is there something of Ben's that stays with you? [Pick a sentence] [Say it back] [Just keep it]
            Ben taps Open
            bot → Ben: Here is what you both shared. A line from this month You: That you laughed. Ada: The third goodbye.
            bot → Ben: Is there something of Ada's that stays with you? [Pick a sentence] [Say it back] [Just keep it]
            """, on: stage)
    }
}
