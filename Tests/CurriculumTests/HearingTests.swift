import Curriculum
import Dialogue
import Foundation
import Testing

@Suite struct HearingTests {
    @Test func `what comes with the program can be listened for`() throws {
        let hearing = try Hearing.builtIn()
        #expect(hearing.blame.unreadable.isEmpty && hearing.crisis.unreadable.isEmpty)
        #expect(hearing.blame.findsBlame(in: "You never listen."))
        #expect(!hearing.blame.findsBlame(in: "He hits me."))
        #expect(hearing.crisis.findsCrisis(in: "He hits me."))
        #expect(!hearing.crisis.findsCrisis(in: "You never listen."))
    }

    private struct Sentences: Decodable {
        let blame: [String]
        let kind: [String]
        let crisis: [String]
        let calm: [String]
    }

    @Test(arguments: ["es", "de"])
    func `what people write in another language is heard as it is meant`(language: String) throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Sentences/\(language).json")
        let sentences = try JSONDecoder().decode(Sentences.self, from: Data(contentsOf: file))
        let hearing = try Hearing.builtIn(language: language)
        for list in [sentences.blame, sentences.kind, sentences.crisis, sentences.calm] {
            #expect(list.count >= 100)
        }
        #expect(sentences.blame.filter { !hearing.blame.findsBlame(in: $0) } == [])
        #expect(sentences.kind.filter { hearing.blame.findsBlame(in: $0) } == [])
        #expect(sentences.crisis.filter { !hearing.crisis.findsCrisis(in: $0) } == [])
        #expect(sentences.calm.filter { hearing.crisis.findsCrisis(in: $0) } == [])
    }

    @Test func `a phrase that can't be listened for is said, with its file`() throws {
        let folder = try ContentFolder([
            "texts/xx/hearing.json": #"""
            {"schema": 1, "blame": ["tu ne? jamais", "? x"], "blameExcept": ["* y"],
             "crisis": ["a||b"], "crisisExcept": []}
            """#
        ])
        let found = #expect(throws: CurriculumFaults.self) {
            try Hearing.load("xx", from: folder.url)
        }
        let faults = try #require(found).faults
        #expect(faults.map(\.file) == Array(repeating: "texts/xx/hearing.json", count: 3))
        for phrase in ["\"? x\"", "\"* y\"", "\"a||b\""] {
            #expect(faults.contains { $0.what.hasPrefix(phrase) }, "\(phrase)")
        }
    }

    @Test func `a language without the file is said`() throws {
        #expect(throws: CurriculumFaults.self) { try Hearing.builtIn(language: "xx") }
    }
}
