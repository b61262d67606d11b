import Dialogue
import Foundation
import Testing

@testable import Curriculum

/// What names a round's very wording and structure.
@Suite struct EditionTests {
    private let content: EditedContent

    init() throws { content = try EditedContent() }

    @Test func `every round has one, and no two have the same`() throws {
        let editions = try Curriculum.builtIn().course.plans.compactMap(\.edition)
        #expect(editions.count == Set(editions).count)
        #expect(editions.count == (try Curriculum.builtIn().course.plans.count))
        #expect(editions.allSatisfy { $0.wholeMatch(of: /[0-9a-f]{32}/) != nil })
    }

    @Test func `how the files are written doesn't matter, what they say does`() throws {
        let before = try edition()
        for path in ["rounds/5.json", "texts/en/rounds/5.json"] {
            // Written anew: no white space, another order.
            try content.edit(path) { _ in }
        }
        #expect(try edition() == before)
        try content.edit("rounds/5.json") { $0["topic"] = NSNull() }
        #expect(try edition() == before)
        try content.edit("rounds/5.json") { $0["depth"] = 2 }
        let deeper = try edition()
        #expect(deeper != before)
        try content.edit("texts/en/rounds/5.json") { $0["why"] = "Because." }
        #expect(try edition() != deeper)
    }

    @Test func `a definition is read back as it was`() throws {
        let curriculum = try Curriculum.builtIn()
        for plan in curriculum.course.plans {
            let edition = try #require(plan.edition)
            let definition = try #require(curriculum.definition(of: edition))
            let data = try JSONEncoder().encode(definition)
            let again = try JSONDecoder().decode(RoundDefinition.self, from: data)
            #expect(again.plan(edition: edition) == plan)
            #expect(try JSONEncoder.sorted.encode(again) == JSONEncoder.sorted.encode(definition))
        }
    }

    @Test func `each time of a round has the words it was begun with`() throws {
        let before = try Curriculum.load(from: content.folder)
        let edition = try #require(before.course.plan(RoundName("37"))?.edition)
        let definition = try #require(before.definition(of: edition))
        try content.edit("texts/en/rounds/37.json") {
            $0["why"] = "New why"
            $0.texts["request"] = ["title": "New title", "text": "New text"]
            $0.texts["more"] = ["title": "More", "text": "More"]
        }
        try content.edit("rounds/37.json") { $0.questions.append(["id": "more", "form": "text"]) }
        let today = try Curriculum.load(from: content.folder)
        let second = RoundName("37-2")
        let content = today.replacing([
            (.init(name: second, edition: edition), definition)
        ])
        let book = try #require(content.phrasebook("en"))
        for (name, isOld) in [("37", false), ("37-2", true), ("37-3", false)] {
            let name = RoundName(name)
            #expect(content.course.plan(name)?.name == name)
            #expect(content.course.plan(name)?.questions.count == (isOld ? 1 : 2))
            #expect((content.course.plan(name)?.edition == edition) == isOld)
            #expect((book.text(of: .title(name, 0)) == "New title") == !isOld)
            #expect((book.text(of: .question(name, 0)) == "New text") == !isOld)
            #expect((book.text(of: .idea(name)) == "New why") == !isOld)
        }
        #expect(content.course.plans.count == today.course.plans.count)
    }

    @Test func `a round that is gone stands at the end for whoever has begun it`() throws {
        let today = try Curriculum.builtIn()
        let plan = RoundPlan(
            name: RoundName("H1-2"), kind: .sealed, idea: "i", depth: 1, place: .side,
            questions: [.init(id: "a", form: .text)])
        let course = today.course.replacing([plan])
        #expect(course.plans.dropLast() == today.course.plans[...])
        #expect(course.plans.last?.name == RoundName("H1"))
        #expect(course.plan(RoundName("H1-2")) == plan)
        #expect(course.plan(RoundName("H1")) == nil)
    }

    @Test func `only what was begun by another edition is foreign`() throws {
        let today = try Curriculum.builtIn()
        let id = PersonID("a")
        var couple = Couple(
            id: "c",
            first: Partner(
                id: id, name: Words(by: id, "A"), language: "en", zone: "UTC",
                hour: LocalTime(minutesAfterMidnight: 0),
                consent: Consent(version: 1, at: Moment(0))))
        let known = try #require(today.course.plan(RoundName("5"))?.edition)
        for (serial, (name, edition)) in [("5", known), ("6", "other"), ("7", nil)].enumerated() {
            couple.rounds.append(
                RoundLine(
                    serial: serial + 1, name: RoundName(name),
                    stages: Pair(.untouched, .untouched), edition: edition))
        }
        #expect(today.foreign(in: couple) == [.init(name: RoundName("6"), edition: "other")])
    }

    private func edition() throws -> String? {
        try Curriculum.load(from: content.folder).course.plan(RoundName("5"))?.edition
    }
}

extension JSONEncoder {
    fileprivate static var sorted: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return encoder
    }
}
