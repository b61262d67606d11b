import Testing

@testable import Dialogue
@testable import Townspeople

/// Slips that the long talks once found, or would find too rarely.
@Suite struct SlipTests {
    /// Ada and Ben in the invented course, joined, at ten in the morning.
    private func pair() throws -> Town {
        var town = Town(scenery: Scenery(course: .invented, host: .other(name: nil)))
        town.watch = Watch()
        town.now = Moment(1_790_064_000)
        try town.admit("Ada")
        try town.joins("Ben", "Ada")
        return town
    }

    @Test func anEarlierAnswerChangedSinceItsReleaseStaysWithItsAuthor() throws {
        var town = try pair()
        for person in ["Ada", "Ben"] {
            try town.answer("d", by: person, "⟦\(person)·1⟧ first", number: 1)
            try town.answer("m", by: person, "second", number: 2)
            try town.press(.goOn, "m", by: person)
            try town.say("third", by: person)
            try town.press(.shareBoth, "m", by: person)
        }
        try town.edit(1, "⟦Ada·9⟧ never shared", by: "Ada")
        try town.pass(.hours(24))
        let view = try #require(town.views("Ben").first { $0.round == "m" })
        #expect(view.items.filter { $0.round == "d" }.allSatisfy { $0.theirs.pieces.isEmpty })
        #expect(
            town.views("Ada").contains { view in
                view.items.contains { $0.round == "d" && !$0.theirs.pieces.isEmpty }
            })
    }

    @Test(arguments: [Press.Act.keep, .share])
    func aRoundThatOneKeptIsAbsentFromTheOneItIsShownWith(decision: Press.Act) throws {
        var town = try pair()
        for person in ["Ada", "Ben"] {
            try town.answer("w", by: person, "words", number: 1)
            try town.press(person == "Ada" ? decision : .share, "w", by: person)
            try town.answer("m", by: person, "second", number: 2)
            try town.press(.goOn, "m", by: person)
            try town.say("third", by: person)
            try town.press(.share, "m", by: person)
        }
        try town.pass(.hours(24))
        for person in ["Ada", "Ben"] {
            let view = try #require(town.views(person).first)
            let shown: [RoundName] = decision == .keep ? ["m"] : ["w", "m"]
            #expect(view.items.map(\.round) == shown)
            #expect(view.items.allSatisfy { $0.round != "m" || $0.question == 0 })
        }
        #expect(town.watch?.faults == [])
    }

    @Test func skippingTheQuestionForANameKeepsAReleasedAnswerReleased() throws {
        var town = try pair()
        try town.answer("b", by: "Ada", "mine", number: 1)
        try town.press(.share, "b", by: "Ada")
        for way in ["/skip", "/later", "/keep"] {
            try town.type("/name", by: "Ada")
            try town.type(way, by: "Ada")
            #expect(town.partner("Ada")?.floor == .nothing)
            #expect(town.couple(of: "Ada")?.stage("b", of: .first) == .released)
        }
    }

    @Test func theSmallestNumberPicksNothing() throws {
        var town = try pair()
        try town.ask("s", of: "Ada")
        try town.say(String(Int.min), by: "Ada")
        try town.type("/timezone", by: "Ada")
        try town.say("abc", by: "Ada")
        try town.say(String(Int.min), by: "Ada")
        #expect(town.partner("Ada")?.floor != .nothing)
    }

    @Test func askingAgainDoesNotMakeAThoughtAWrittenNote() throws {
        var town = Town(scenery: Scenery(course: .invented, host: .partner(name: nil)))
        try town.admit("Ada")
        try town.ask("q", of: "Ada")
        try town.type("/again", by: "Ada")
        try town.say("⟦Ada·1⟧ typed all the same", by: "Ada")
        let marks = town.bodies.values.flatMap(\.values).flatMap(\.sheets.first.marks)
        #expect(marks.isEmpty)
        #expect(town.heard.contains { $0.says(.notKeptThought) })
    }

    @Test func anAnswerThatStaysWithItsAuthorIsNoRelease() throws {
        var town = try pair()
        try town.ask("s", of: "Ada")
        try town.press(.choose, "s", 0, by: "Ada")
        try town.type("/skip", by: "Ada")
        try town.type("/share", by: "Ada")
        #expect(town.couple(of: "Ada")?.stage("s", of: .first) == .kept)
        #expect(town.heard.last?.says(.nothingToShow) == true)
    }

    @Test func whatIsToVanishVanishesAlsoAfterLeaving() throws {
        var town = try pair()
        try town.type("/safe", by: "Ada")
        try town.type("/leave now", by: "Ada")
        try town.pass(.minutes(30))
        #expect(
            town.heard.contains { heard in
                if case .unsay = heard.effect { heard.by == "Ada" } else { false }
            })
    }

    @Test func aPauseThatIsOverHoldsNothingBack() throws {
        var town = try pair()
        for person in ["Ada", "Ben"] {
            try town.answer("b", by: person, "mine", number: 1)
            try town.press(.share, "b", by: person)
        }
        // Until an hour before their shared one; his own card comes next morning.
        try town.pass(.minutes(30))
        try town.type("/pause 1", by: "Ben")
        try town.pass(.hours(36))
        #expect(!town.views("Ada").isEmpty)
        #expect(!town.views("Ben").isEmpty)
    }

    @Test func anOlderButtonSendsNoResponse() throws {
        var town = try pair()
        for person in ["Ada", "Ben"] {
            try town.answer("b", by: person, "mine.", number: 1)
            try town.press(.share, "b", by: person)
        }
        try town.pass(.hours(24))
        let item = try #require(town.partner("Ada")?.tray.first { $0.content.isReveal })
        try town.press(.open, nil, item.id, by: "Ada")
        try town.press(.sayBack, "b", by: "Ada")
        try town.say("I hear", by: "Ada")
        let older = try #require(town.partner("Ada")?.offered.first { $0.act == .sendBack })
        try town.say("something else", by: "Ada")
        let hers = town.heard.count { $0.by == "Ben" }
        try town.press(.sendBack, "b", older.number, by: "Ada")
        #expect(town.partner("Ada")?.response != nil)
        #expect(town.heard.count { $0.by == "Ben" } == hers)
        try town.type("/share", by: "Ada")
        #expect(town.heard.count { $0.by == "Ben" } == hers + 1)
        #expect(town.watch?.faults == [])
    }

    @Test func aLinePickedAndThenKeptIsNotHandedOverWithTheOthers() throws {
        var town = try pair()
        for person in ["Ada", "Ben"] {
            try town.answer("n", by: person, "", number: 1)
            try town.pass(.hours(24))
            try town.answer("n", by: person, "mine", number: 2)
            try town.press(.showOne, "n", by: person)
            try town.press(person == "Ada" ? .keep : .share, "n", by: person)
        }
        try town.pass(.hours(24))
        #expect(town.views("Ada").map(\.round) == ["n"])
        #expect(town.views("Ben").isEmpty)
        #expect(town.watch?.faults == [])
    }

    @Test func aLineOfANoteIsHandedOverWhateverTheOtherDecidesMeanwhile() throws {
        var town = try pair()
        for person in ["Ada", "Ben"] {
            try town.answer("q", by: person, "one", number: 1)
            try town.press(.goOn, "q", by: person)
            try town.say("two", by: person)
        }
        try town.press(.showOne, "q", by: "Ada")
        try town.press(.pick, "q", 0, by: "Ada")
        try town.press(.share, "q", by: "Ada")
        try town.pass(.hours(9))
        try town.press(.keep, "q", by: "Ben")
        try town.pass(.hours(1))
        #expect(town.couple(of: "Ada")?.line("q")?.shown.first != nil)
    }
}

extension TrayItem.Content {
    fileprivate var isReveal: Bool {
        if case .reveal = self { true } else { false }
    }
}

extension Town {
    /// The question of a round is put, whatever the day brings.
    mutating func ask(_ name: RoundName, of person: String) throws {
        guard let place = places[person], var couple = whole(place.couple) else { return }
        let effects = couple.ask(name, of: place.side, in: scenery.scene(for: couple, at: now))
        try keep(couple)
        try perform(effects, in: place.couple)
    }

    fileprivate mutating func answer(
        _ name: RoundName, by person: String, _ text: String, number: Int64
    ) throws {
        try ask(name, of: person)
        try say(text, by: person, number: number)
    }

    mutating func say(_ text: String, by person: String, number: Int64 = 50) throws {
        guard let place = places[person], let id = partner(person)?.id else { return }
        let content = Event.Message.Content.text(Words(by: id, text))
        try run(
            .said(place.side, .init(name: MessageName(number), content: content)), in: place.couple)
    }

    mutating func edit(_ number: Int64, _ text: String, by person: String) throws {
        guard let place = places[person], let id = partner(person)?.id else { return }
        try run(
            .edited(place.side, message: MessageName(number), Words(by: id, text)), in: place.couple
        )
    }

    mutating func press(
        _ act: Press.Act, _ name: RoundName?, _ number: Int? = nil, by person: String
    ) throws {
        guard let place = places[person] else { return }
        try run(.pressed(place.side, Press(act, name, number)), in: place.couple)
    }

    mutating func type(_ text: String, by person: String) throws {
        guard let place = places[person] else { return }
        try run(.typed(text, place.side), in: place.couple)
    }

    /// What lies in someone's tray to be read.
    fileprivate func views(_ person: String) -> [RevealView] {
        (partner(person)?.tray ?? []).compactMap { item in
            if case .reveal(let view) = item.content { view } else { nil }
        }
    }
}
