import Dialogue
import Foundation
import Testing

@testable import Curriculum

/// What therapists are told about writing rounds is true.
@Suite struct WritingRoundsTests {
    private let page: String
    /// Of the example: each file that the page names and shows.
    private let files: [String: String]

    init() throws {
        page = try String(
            contentsOf: EditedContent.root.appending(path: "docs/writing-rounds.md"),
            encoding: .utf8)
        files = Self.files(on: page)
    }

    @Test func `the example can be asked, in every language`() throws {
        let folder = try ContentFolder(files)
        let curriculum = try Curriculum.builtIn(hosts: folder.url)
        let plan = try #require(curriculum.course.plan(RoundName("H2")))
        #expect(plan.isHosts && plan.kind == .sealed && plan.questions.count == 2)
        #expect(files.count == 1 + curriculum.languages.count)
        for language in curriculum.languages {
            #expect(curriculum.untranslated(in: language).isEmpty, "\(language)")
            #expect(files["texts/\(language)/rounds/H2.json"] != nil, "\(language)")
        }
        let asked = curriculum.phrasebooks.mapValues { $0.text(of: .question(RoundName("H2"), 1)) }
        #expect(Set(asked.values).count == curriculum.languages.count)
    }

    @Test func `an editor's line changes nothing in it`() throws {
        let before = try edition(of: files)
        let places = [
            "rounds/H2.json": "../schema/round.schema.json",
            "texts/en/rounds/H2.json": "../../../schema/round-texts.schema.json",
            "course.json": "schema/course.schema.json",
        ]
        var more = files
        more["course.json"] = "{\n  \"order\": [\"H2\"]\n}"
        for (path, place) in places {
            let line = "\"$schema\": \"\(place)\","
            #expect(page.contains("`\(line)`"), "\(path)")
            let text = try #require(more[path])
            more[path] = text.replacing("{\n", with: "{\n  \(line)\n", maxReplacements: 1)
            let name = try #require(place.split(separator: "/").last)
            let schema = EditedContent.root.appending(path: "docs/schema/\(name)")
            #expect(FileManager.default.fileExists(atPath: schema.path), "\(schema.path)")
        }
        #expect(try edition(of: more) == before)
    }

    @Test(arguments: mistakes) func `a mistake is told as the page says`(mistake: Mistake) throws {
        #expect(page.contains("`\(mistake.said)`"))
        var spoilt = files
        let text = try #require(spoilt[mistake.file])
        #expect(text.contains(mistake.right))
        spoilt[mistake.file] = text.replacing(mistake.right, with: mistake.wrong)
        let folder = try ContentFolder(spoilt)
        let found = #expect(throws: CurriculumFaults.self) {
            try Curriculum.builtIn(hosts: folder.url)
        }
        let said = try #require(found).description
        #expect(said.contains("\(mistake.file): \(mistake.said)"), "\(said)")
    }

    struct Mistake: Sendable, CustomTestStringConvertible {
        let file: String
        let right: String
        let wrong: String
        let said: String
        var testDescription: String { said }
    }

    private static let mistakes = [
        Mistake(
            file: "rounds/H2.json", right: #""H2","#, wrong: #""H2""#,
            said: "line 4: expected a comma, or } at the end"),
        Mistake(
            file: "rounds/H2.json", right: #"place"#, wrong: "plaec",
            said: "plaec: there is no such key; did you mean place?"),
        Mistake(
            file: "rounds/H2.json", right: "sealed", wrong: "seeled",
            said: "kind: expected one of thought, note, sealed, joint, talk, turns, heardMeant,"
                + " request, reply, repair, match; did you mean sealed?"),
        Mistake(
            file: "rounds/H2.json", right: #""H2""#, wrong: #""H3""#,
            said: "name: is H3, and the file is called H2.json; give both the same"),
        Mistake(
            file: "texts/en/rounds/H2.json", right: #""good""#, wrong: #""godo""#,
            said: "questions.godo: the round has no such question; did you mean good?"),
        Mistake(
            file: "texts/en/rounds/H2.json", right: "A talk", wrong: "Somebody to talk with",
            said: "questions.first.options.talk: give 1 to 18 characters"),
    ]

    private func edition(of files: [String: String]) throws -> String? {
        let folder = try ContentFolder(files)
        return try Curriculum.builtIn(hosts: folder.url).course.plan(RoundName("H2"))?.edition
    }

    /// Each block of JSON below a line that names its file.
    private static func files(on page: String) -> [String: String] {
        var files: [String: String] = [:]
        let parts = page.components(separatedBy: "\n```json\n")
        for (before, block) in zip(parts, parts.dropFirst()) {
            let lines = before.split(separator: "\n")
            guard let line = lines.last, line.hasPrefix("`"), line.hasSuffix("`:"),
                let text = block.components(separatedBy: "\n```").first
            else { continue }
            files[String(line.dropFirst().dropLast(2))] = text
        }
        return files
    }
}
