import Dialogue
import Foundation
import Testing

@testable import Curriculum

/// Rounds in a folder of the host's.
@Suite struct HostsFolderTests {
    private let own: ContentFolder

    private static let round = """
        {"schema": 1, "name": "H1", "kind": "sealed", "idea": "liking-aloud", "phase": "arrive",
         "depth": 1, "place": "side", "questions": [{"id": "tea", "form": "text"}]}
        """
    private static let texts = """
        {"schema": 1, "why": "Small habits say a lot.",
         "questions": {"tea": {"title": "The first cup", "text": "Who made the first cup?"}}}
        """

    init() throws {
        own = try ContentFolder([
            "rounds/H1.json": Self.round, "texts/en/rounds/H1.json": Self.texts,
        ])
    }

    @Test func `they come after the program's, as the host's, and in English at least`() throws {
        for (name, place) in [("H10", "side"), ("H2", "side")] {
            try write(
                Self.round.replacing("H1", with: name).replacing("side", with: place),
                to: "rounds/\(name).json")
            try write(Self.texts, to: "texts/en/rounds/\(name).json")
        }
        let plain = try Curriculum.builtIn()
        let more = try Curriculum.builtIn(hosts: own.url)
        #expect(more.course.plans.dropLast(3) == plain.course.plans[...])
        #expect(more.course.plans.suffix(3).map(\.name.text) == ["H1", "H2", "H10"])
        #expect(more.course.plans.suffix(3).allSatisfy { $0.isHosts })
        #expect(!plain.course.plans.contains { $0.isHosts })
        let book = try #require(more.phrasebook("en"))
        #expect(book.text(of: .question(RoundName("H2"), 0)) == "Who made the first cup?")
        #expect(more.untranslated(in: "tlh").map(\.text) == ["H1", "H2", "H10"])
        #expect(more.untranslated(in: "en").isEmpty)
    }

    @Test func `another language has its own texts, or the English ones`() throws {
        let content = try EditedContent()
        for file in ["phrases", "cards", "hearing", "pictures"] {
            try FileManager.default.createDirectory(
                at: content.folder.appending(path: "texts/tlh"), withIntermediateDirectories: true)
            try FileManager.default.copyItem(
                at: content.folder.appending(path: "texts/en/\(file).json"),
                to: content.folder.appending(path: "texts/tlh/\(file).json"))
        }
        try content.edit("texts/tlh/phrases.json") { $0["language"] = "tlh" }
        try FileManager.default.copyItem(
            at: content.folder.appending(path: "texts/en/rounds"),
            to: content.folder.appending(path: "texts/tlh/rounds"))
        func asked() throws -> String? {
            try Curriculum.load(from: content.folder, hosts: own.url).phrasebook("tlh")?
                .text(of: .question(RoundName("H1"), 0))
        }
        #expect(try asked() == "Who made the first cup?")
        try write(
            Self.texts.replacing("Who made the first cup?", with: "qay?"),
            to: "texts/tlh/rounds/H1.json")
        #expect(try asked() == "qay?")
        try FileManager.default.removeItem(
            at: content.folder.appending(path: "texts/tlh/rounds/5.json"))
        let found = #expect(throws: CurriculumFaults.self) { try asked() }
        #expect(try #require(found).description.hasPrefix("texts/tlh/rounds/5.json: can't be read"))
    }

    @Test func `an order of the host's own`() throws {
        try write(Self.round.replacing("H1", with: "H2"), to: "rounds/H2.json")
        try write(Self.texts, to: "texts/en/rounds/H2.json")
        try write(#"{"order": ["H2", "H1"]}"#, to: "course.json")
        let plans = try Curriculum.builtIn(hosts: own.url).course.plans
        #expect(plans.suffix(2).map(\.name.text) == ["H2", "H1"])
        try write(#"{"order": ["H2", "H2", "H3"], "gates": []}"#, to: "course.json")
        try expect(["course.json: gates: there is no such key"])
        try write(#"{"order": ["H2", "H2", "H3"]}"#, to: "course.json")
        try expect([
            "course.json: order: doesn't name H1; add it, or take rounds/H1.json away",
            "course.json: order: names the round H2 twice",
            "rounds/H3.json: can't be read",
        ])
    }

    @Test func `all that is wrong is said at once, with the folder's path`() throws {
        try write(
            Self.round.replacing("H1", with: "5").replacing("side", with: "main")
                .replacing("arrive", with: "arive"), to: "rounds/5.json")
        try write(Self.texts, to: "texts/en/rounds/5.json")
        try write(Self.round.replacing("liking-aloud", with: "liking"), to: "rounds/H2.json")
        try write(Self.texts, to: "texts/tlh/rounds/H1.json")
        try write("{\n\n}}", to: "rounds/H4.json")
        try write(Self.texts, to: "texts/en/rounds/H9.json")
        try expect([
            "rounds/5.json: name: the program has a round 5 already; give yours another name",
            "rounds/5.json: place: is main, and only the program's own rounds come by themselves",
            "did you mean arrive?", "rounds/H2.json: name: is H1, and the file is called H2.json",
            "rounds/H2.json: idea: there is no such idea", "docs/ideas.md lists all",
            "texts/en/rounds/H2.json: can't be read",
            "texts/tlh: the bot doesn't speak that; it speaks: de, en, es",
            "rounds/H4.json: line 3: something follows after the last brace",
            "texts/en/rounds/H9.json: there is no rounds/H9.json that this belongs to",
        ])
    }

    @Test func `a folder that isn't there`() throws {
        let nowhere = own.url.appending(path: "nowhere")
        let found = #expect(throws: CurriculumFaults.self) {
            try Curriculum.builtIn(hosts: nowhere)
        }
        #expect(
            try #require(found).description
                == "\(nowhere.path)/rounds: there is no such folder; put each round there, as its"
                + " name and .json")
    }

    private func expect(_ parts: [String]) throws {
        let found = #expect(throws: CurriculumFaults.self) {
            try Curriculum.builtIn(hosts: own.url)
        }
        let said = try #require(found).description
        for part in parts { #expect(said.contains(part), "\(part) in:\n\(said)") }
        for line in said.split(separator: "\n") {
            #expect(line.hasPrefix("\(own.url.path)/"), "\(line)")
        }
    }

    private func write(_ text: String, to path: String) throws {
        let file = own.url.appending(path: path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }
}
