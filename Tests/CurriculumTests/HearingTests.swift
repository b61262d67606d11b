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
