import Foundation
import Testing

/// Sentences in quotes that name no test of this tree.
private func untested(in text: String, tests: [SourceText]) -> [String] {
    text.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 1 }.map { String($0.element) }
        .filter { sentence in
            !tests.contains { file in
                file.lines.contains {
                    $0.contains("`\(sentence)`") || $0.contains("\"\(sentence)\"")
                }
            }
        }
}

/// The table of faults names tests that are there.
@Suite("The table of faults")
struct FaultTableTests {
    @Test("every test that it names is there")
    func tree() {
        let text = Tree.text(of: "docs/faults.md")
        let tests = Tree.swift.filter { $0.path.hasPrefix("Tests/") }
        #expect(text.split(separator: "\"").count > 50)
        #expect(untested(in: text, tests: tests) == [])
    }

    @Test("the rule is awake")
    func awake() {
        let tests = [SourceText(path: "Tests/A.swift", text: "@Test func `it holds`() {}")]
        #expect(
            untested(in: "shown by \"it holds\" and \"it flies\"", tests: tests) == ["it flies"])
    }
}
