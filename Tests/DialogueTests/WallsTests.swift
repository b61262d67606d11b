import Dialogue
import Testing

@testable import Townspeople

/// Where two walls stand behind one another, each is tried by itself.
@Suite struct WallsTests {
    @Test func `nothing comes by itself during a pause, and no card is used up`() throws {
        var town = try pair(.inventedTogether)
        try town.type("/pause 3 weeks", by: "Ada")
        let seen = town.partner("Ada")?.seenCards
        let before = town.heard.count
        for _ in 0..<9 { try town.pass(.days(1)) }
        let heard = town.heard.dropFirst(before).map(\.by)
        #expect(heard.contains("Ben") && !heard.contains("Ada"))
        #expect(town.partner("Ada")?.seenCards == seen)
        #expect(town.partner("Ada")?.tray.contains { $0.content.isCard } == false)
    }

    @Test func `what goes along with a reveal is what both released of it`() throws {
        for keeps in [false, true] {
            var town = try pair(.invented)
            for name in ["Ada", "Ben"] {
                for (number, round) in ["w", "m"].enumerated() {
                    try town.press(.openRound, RoundName(round), by: name)
                    try town.say(mark(name, number), by: name)
                    if round == "m" {
                        try town.press(.goOn, "m", 1, by: name)
                        try town.say("For me alone.", by: name)
                    }
                    let keepsThis = keeps && round == "w" && name == "Ada"
                    try town.type(keepsThis ? "/keep" : "/share", by: name)
                }
            }
            for _ in 0..<3 {
                try town.pass(.days(1))
                for _ in 0..<3 { try town.type("/today", by: "Ben") }
            }
            let marks = town.heard.filter { $0.by == "Ben" }.reduce(into: Set<Mark>()) {
                marks, heard in
                guard case .tell(_, let telling) = heard.effect else { return }
                marks.formUnion(telling.marks)
            }
            let read = Set(marks.filter { $0.author.text == "Ada" }.map(\.number))
            #expect(read == (keeps ? [1] : [0, 1]))
        }
    }

    private func mark(_ name: String, _ number: Int) -> String {
        Mark(author: PersonID(name), number: number).description
    }

    private func pair(_ course: Course) throws -> Town {
        var town = Town(scenery: Scenery(course: course, host: .other(name: nil)))
        town.now = Moment(1_790_046_000)
        try town.admit("Ada")
        try town.joins("Ben", "Ada")
        return town
    }
}

extension TrayItem.Content {
    fileprivate var isCard: Bool {
        if case .card = self { true } else { false }
    }
}
