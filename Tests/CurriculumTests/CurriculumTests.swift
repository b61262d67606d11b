import Curriculum
import Dialogue
import Foundation
import Testing

@Suite struct CurriculumTests {
    @Test func `what comes with the program is whole`() throws {
        let curriculum = try Curriculum.builtIn()
        #expect(curriculum.course.plans.map(\.name.text).contains("T0"))
        #expect(curriculum.course.afterPairing == RoundName("0a"))
        #expect(curriculum.deck.cards.count >= 40)
        #expect(curriculum.phrasebooks["en"]?.commands.count == Command.allCases.count)
    }

    @Test func `no card comes twice until all have come`() throws {
        let deck = try Curriculum.builtIn().deck
        var seen: [CardName] = []
        var chance: UInt64 = 7
        func wish() -> CardWish {
            var wish = CardWish(seen: seen)
            wish.hasWord = true
            return wish
        }
        while let card = deck.next(wish(), chance: chance) {
            #expect(!seen.contains(card))
            seen.append(card)
            chance = chance &* 6_364_136_223_846_793_005 &+ 1
        }
        #expect(seen.count == deck.cards.count)
    }

    @Test func `every fault is named with its file, and none hides another`() throws {
        let folder = try copied()
        defer { remove(folder) }
        try edit(folder, "texts/en/phrases.json") { phrases in
            phrases["language"] = "en"
            var texts = try #require(phrases["phrases"] as? [String: String])
            texts["welcome"] = nil
            texts["settled"] = "Here is {nothing}"
            texts["invented"] = "x"
            phrases["phrases"] = texts
            var buttons = try #require(phrases["buttons"] as? [String: String])
            buttons["share"] = "A label that is far too long"
            phrases["buttons"] = buttons
        }
        try edit(folder, "rounds/5L.json") { $0["revealsWith"] = "99" }
        try Data("{".utf8).write(to: folder.appending(path: "cards.json"))
        let found = #expect(throws: CurriculumFaults.self) { try Curriculum.load(from: folder) }
        let faults = try #require(found).description
        for part in [
            "phrases.welcome is missing", "{nothing}", "phrases.invented is never said",
            "buttons.share has more than 18", "rounds/5L.json: revealsWith: names the round 99",
            "cards.json",
        ] {
            #expect(faults.contains(part), "\(part) in:\n\(faults)")
        }
    }

    @Test func `what is missing for pictures is said`() throws {
        let folder = try copied()
        defer { remove(folder) }
        let file = "texts/en/pictures.json"
        func faults() throws -> String {
            let found = #expect(throws: CurriculumFaults.self) {
                try Curriculum.load(from: folder)
            }
            return try #require(found).description
        }
        try edit(folder, file) { texts in
            var caption = try #require(texts["caption"] as? [String: String])
            caption["sign"] = nil
            caption["title"] = "**{tixt}**"
            caption["source"] = "{source}: {mine}, {theirs}"
            caption["scale"] = "From {from} to {to}{text}"
            caption["invented"] = "x"
            texts["caption"] = caption
        }
        let said = try faults()
        for part in [
            "caption.sign is missing", "caption.title: there is no place called {tixt}",
            "caption.source: give {myWeight} a place", "caption.source: give {theirWeight} a place",
            "caption.scale: {text} is never filled", "caption.invented is never said",
        ] {
            #expect(said.contains("\(file): \(part)"), "\(part) in:\n\(said)")
        }
        try edit(folder, file) { texts in
            var loop = try #require(texts["loop"] as? [String: String])
            loop["hope"] = nil
            texts["loop"] = loop
        }
        #expect(try faults().contains("\(file): loop: the key \"hope\" is missing"))
    }

    @Test func `what people wrote is never read as a phrase`() throws {
        let book = try #require(try Curriculum.builtIn().phrasebook("en"))
        let ada = PersonID("a")
        let words = Words(by: ada, "**{partner}** <b> {answer}")
        let line = Line(.seenBackGoOn, [.answer: .words(words)])
        let wording = book.word(Telling(line), link: { $0 })
        #expect(wording.text.contains("**{partner}** <b> {answer}"))
        #expect(wording.parts.filter { $0.author == ada }.map(\.text) == [words.text])
        #expect(!wording.parts.contains { $0.isStrong })
        let lead = book.pictures.parts(of: .sentence) { $0 == .text ? words.text : "When" }
        #expect(lead.map(\.text).joined() == "When: \(words.text)")
        #expect(!lead.contains { $0.isStrong })
    }

    @Test func `a scale shows a place, never a digit`() throws {
        let book = try #require(try Curriculum.builtIn().phrasebook("en"))
        let answer = Answer(pieces: [
            Piece(message: nil, content: .scale(position: 3, steps: 5))
        ])
        let text = book.text(of: .answer(answer, of: RoundName("5L"), question: 0))
        #expect(text.contains("○○○●○"))
        #expect(!text.contains { $0.isNumber })
    }

    private func copied() throws -> URL {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "content-\(UUID().uuidString)")
        let content = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Sources/Curriculum/Content")
        try FileManager.default.copyItem(at: content.resolvingSymlinksInPath(), to: folder)
        return folder
    }

    private func remove(_ folder: URL) {
        // A folder that stays behind is only a temporary one.
        try? FileManager.default.removeItem(at: folder)
    }

    private func edit(
        _ folder: URL, _ path: String, _ change: (inout [String: Any]) throws -> Void
    ) throws {
        let file = folder.appending(path: path)
        let json = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
        var object = try #require(json as? [String: Any])
        try change(&object)
        try JSONSerialization.data(withJSONObject: object).write(to: file)
    }
}
