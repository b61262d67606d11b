import Testing

@testable import Dialogue
@testable import Townspeople

/// Slips around a talk in turns.
@Suite struct TurnSlipTests {
    /// Ada and Ben in the invented course, joined, at ten in the morning.
    private func pair() throws -> Town {
        var town = Town(scenery: Scenery(course: .inventedTogether, host: .other(name: nil)))
        town.now = Moment(1_790_064_000)
        try town.admit("Ada")
        try town.joins("Ben", "Ada")
        return town
    }

    /// Two chats may number their messages alike.
    @Test func anEditChangesNothingThatTheOtherIsAboutToSend() throws {
        var town = try pair()
        for (person, number) in [("Ben", Int64(7)), ("Ada", 3)] {
            try town.ask("u", of: person)
            try town.press(.here, "u", by: person)
            try town.say("words of \(person)", by: person, number: number)
        }
        try town.press(.sendTurn, "u", 1, by: "Ada")
        func opening() -> String? {
            town.couple(of: "Ada").flatMap { couple in
                couple.line("u").flatMap {
                    town.whole(couple.id)?.shelf[$0.serial].turns.opening?.answer.words.first?.text
                }
            }
        }
        #expect(opening() == "words of Ben")
        try town.edit(7, "words of Ada, edited", by: "Ada")
        #expect(opening() == "words of Ben")
    }

    /// Nothing has been sent yet: the other knows of no talk, and waits for nobody.
    @Test func aTimeOutBeforeAnythingCrossedIsOnesOwn() throws {
        var town = try pair()
        try town.ask("u", of: "Ada")
        try town.press(.here, "u", by: "Ada")
        try town.press(.timeOut, "u", by: "Ada")
        try town.press(.comeBack, "u", 720, by: "Ada")
        let couple = try #require(town.couple(of: "Ada"))
        #expect(!couple.timers.contains { $0.purpose == .comeBack(round: "u") })
        try town.ask("u", of: "Ben")
        try town.press(.here, "u", by: "Ben")
        try town.say("words of Ben", by: "Ben", number: 4)
        try town.press(.sendTurn, "u", 1, by: "Ben")
        let turns = try #require(
            town.whole(couple.id).flatMap { couple in
                couple.line("u").map { couple.shelf[$0.serial].turns }
            })
        #expect(turns.speaker == .second && turns.returns == nil)
    }
}
