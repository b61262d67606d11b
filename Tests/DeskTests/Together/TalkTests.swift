import Dialogue
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
            bot → Ada: Which of these would suit you? Tap as many as you like; only you see your… [1] [2] [3] [4] [5] [6] [7] [8] [9] [10] [11] [12] [13] [14] [That's all] [Later]
            Ada taps 3
            bot → Ada: Which of these would suit you? Tap as many as you like; only you see your… [1] [2] [3] [4] [5] [6] [7] [8] [9] [10] [11] [12] [13] [14] [That's all] [Later]
            Ada taps 5
            bot → Ada: Which of these would suit you? Tap as many as you like; only you see your… [1] [2] [3] [4] [5] [6] [7] [8] [9] [10] [11] [12] [13] [14] [That's all] [Later]
            Ada taps 5
            bot → Ada: Which of these would suit you? Tap as many as you like; only you see your… [1] [2] [3] [4] [5] [6] [7] [8] [9] [10] [11] [12] [13] [14] [That's all] [Later]
            Ada taps That's all
            bot → Ada: Noted. If one of them suits you both, I name it to you both; else I say…
            Ben: /talk
            bot → Ben: Half an hour for the two of you, side by side or on the phone. Each tells one… [We talked] [Find a time] [Skip] [Later] [Something lighter] [Why this one?]
            Ben taps Find a time
            bot → Ben: Which of these would suit you? Tap as many as you like; only you see your… [1] [2] [3] [4] [5] [6] [7] [8] [9] [10] [11] [12] [13] [14] [That's all] [Later]
            Ben taps 2
            bot → Ben: Which of these would suit you? Tap as many as you like; only you see your… [1] [2] [3] [4] [5] [6] [7] [8] [9] [10] [11] [12] [13] [14] [That's all] [Later]
            Ben taps 3
            bot → Ben: Which of these would suit you? Tap as many as you like; only you see your… [1] [2] [3] [4] [5] [6] [7] [8] [9] [10] [11] [12] [13] [14] [That's all] [Later]
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
            bot → Ada: Which of these would suit you? Tap as many as you like; only you see your… [1] [2] [3] [4] [5] [6] [7] [8] [9] [10] [11] [12] [13] [14] [That's all] [Later]
            Ada taps 1
            bot → Ada: Which of these would suit you? Tap as many as you like; only you see your… [1] [2] [3] [4] [5] [6] [7] [8] [9] [10] [11] [12] [13] [14] [That's all] [Later]
            Ada taps That's all
            bot → Ada: Noted. If one of them suits you both, I name it to you both; else I say…
            Ben: /talk
            bot → Ben: Half an hour for the two of you, side by side or on the phone. Each tells one… [We talked] [Find a time] [Skip] [Later] [Something lighter] [Why this one?]
            Ben taps Find a time
            bot → Ben: Which of these would suit you? Tap as many as you like; only you see your… [1] [2] [3] [4] [5] [6] [7] [8] [9] [10] [11] [12] [13] [14] [That's all] [Later]
            Ben taps 2
            bot → Ben: Which of these would suit you? Tap as many as you like; only you see your… [1] [2] [3] [4] [5] [6] [7] [8] [9] [10] [11] [12] [13] [14] [That's all] [Later]
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

    /// Both want a talk; Ada looks for a time first, or doesn't, and Ben two days later.
    @Test(arguments: [[], [4, 6]])
    func `the times are the same whether the other has looked`(adasMarks: [Int]) async throws {
        func bensChat(looks: Bool) async throws -> [String] {
            let stage = try await DeskStage.paired()
            try await stage.act(.say("/talk"), by: "Ada")
            if looks {
                try await stage.act(.tap(label: "Find a time", below: nil), by: "Ada")
                for mark in adasMarks {
                    try await stage.act(.tap(label: String(mark), below: nil), by: "Ada")
                }
                try await stage.act(.tap(label: "That's all", below: nil), by: "Ada")
            }
            try await stage.advance(to: stage.now + .days(2))
            _ = try await stage.heard(expecting: 0)
            try await stage.act(.say("/talk"), by: "Ben")
            try await stage.act(.tap(label: "Find a time", below: nil), by: "Ben")
            try await stage.act(.tap(label: "2", below: nil), by: "Ben")
            try await stage.act(.say("/status"), by: "Ada")
            return try await stage.heard(expecting: 0).filter { $0.by == "Ben" }.map(\.text)
        }
        let unseen = try await bensChat(looks: false)
        #expect(unseen.contains { $0.contains("1. Thu 5 Mar at 11:00") }, "\(unseen)")
        #expect(try await bensChat(looks: true) == unseen)
    }

    /// Both marked the same and meant it; before it is named Ada takes it back.
    @Test(arguments: [
        [Deed.tap(label: "5", below: nil), .tap(label: "That's all", below: nil)],
        [.tap(label: "5", below: nil)], [.say("/skip")], [.say("/later")],
    ])
    func `a time that was taken back is named to nobody`(deeds: [Deed]) async throws {
        let stage = try await DeskStage.paired()
        for name in ["Ben", "Ada"] {
            try await stage.act(.say("/talk"), by: name)
            for label in ["Find a time", "5", "That's all"] {
                try await stage.act(.tap(label: label, below: nil), by: name)
            }
        }
        _ = try await stage.heard(expecting: 0)
        if deeds.first == .tap(label: "5", below: nil) {
            try await stage.act(.say("/talk"), by: "Ada")
            try await stage.act(.tap(label: "Find a time", below: nil), by: "Ada")
        }
        for deed in deeds { try await stage.act(deed, by: "Ada") }
        _ = try await stage.heard(expecting: 0)
        try await stage.advance(to: stage.now + .days(4))
        let heard = try await stage.heard(expecting: 0)
        #expect(!heard.contains { $0.text.hasPrefix("Something for you") }, "\(heard)")
        // The same without taking it back.
        let other = try await DeskStage.paired()
        for name in ["Ben", "Ada"] {
            try await other.act(.say("/talk"), by: name)
            for label in ["Find a time", "5", "That's all"] {
                try await other.act(.tap(label: label, below: nil), by: name)
            }
        }
        try await other.advance(to: other.now + .days(4))
        let named = try await other.heard(expecting: 0)
        #expect(named.count { $0.text.hasPrefix("Something for you") } == 4, "\(named)")
    }

    @Test func `after a standstill nobody is called to a talk that is over`() async throws {
        let stage = try await DeskStage.paired()
        for name in ["Ben", "Ada"] {
            try await stage.act(.say("/talk"), by: name)
            for label in ["Find a time", "2", "That's all"] {
                try await stage.act(.tap(label: label, below: nil), by: name)
            }
        }
        _ = try await stage.heard(expecting: 0)
        // Down from Monday to Thursday at nine, so that the card of that day is still to come.
        stage.standStill(for: .days(3))
        try await stage.powerCut()
        try await stage.advance(to: stage.now + .hours(11))
        let heard = try await stage.heard(expecting: 0)
        #expect(!heard.contains { $0.text.hasPrefix("Something for you") }, "\(heard)")
        for name in ["Ada", "Ben"] {
            #expect(heard.contains { $0.by == name && $0.text.hasPrefix("A card for today.") })
        }
    }
}
