import Foundation
import Rehearsal
import Testing

/// The whole course with two people who are spoken to in two languages, beside the one that is
/// written down: the same is said to each, in their own.
@Suite struct TwoLanguagesCourseTests {
    private static let languages = ["Ada": "es-MX", "Ben": "de"]

    @Test(arguments: ["whole-course.md", "lighter-road.md"])
    func `everything each is sent is in their language`(name: String) async throws {
        let stage = try TwoTongues(
            start: .scriptStart, seed: CourseTests.seed, languages: Self.languages)
        try await rehearse(try CourseTests.script(name), on: stage)
        #expect(stage.differences.isEmpty, "\(stage.differences.first ?? "")")
        #expect(stage.transcript.count > 500)
        var told = 0
        for heard in stage.transcript {
            let language = heard.by == "Ada" ? "es" : "de"
            let guesses = LanguageGuess.languages(of: stage.ours(in: heard.text))
            if guesses.count == 1 { told += 1 }
            #expect(guesses.contains(language), "\(language): \(heard.text)")
        }
        // The guess must be one that can tell.
        #expect(told * 10 > stage.transcript.count * 6)
    }
}
