import Dialogue
import Foundation
import Testing

@testable import Curriculum

/// What is told about writing rounds is true.
@Suite struct DocumentTests {
    private let page: String

    init() throws {
        page = try String(
            contentsOf: EditedContent.root.appending(path: "docs/rounds.md"), encoding: .utf8)
    }

    @Test func `the example can be asked`() throws {
        let blocks = page.components(separatedBy: "```json\n").dropFirst()
            .compactMap { $0.components(separatedBy: "\n```").first }
        try #require(blocks.count == 2)
        let folder = try ContentFolder([
            "rounds/H1.json": blocks[0], "texts/en/rounds/H1.json": blocks[1],
        ])
        let curriculum = try Curriculum.builtIn(hosts: folder.url)
        #expect(curriculum.course.plan(RoundName("H1"))?.questions.count == 2)
        #expect(page.contains(#"{"order": ["H1", "H2"]}"#))
    }

    @Test func `every key, kind and form is told of`() {
        for shape in [Shape.round, .roundTexts] {
            for name in names(in: shape) {
                #expect(page.contains("`\(name)`"), "\(name)")
            }
        }
    }

    /// Keys, and the names that may stand below them.
    private func names(in shape: Shape) -> [String] {
        switch shape {
        case .object(let keys): keys.flatMap { [$0.name] + names(in: $0.shape) }
        case .list(let shape), .map(let shape): names(in: shape)
        case .oneOf(let names): names
        case .text, .truth, .number: []
        }
    }
}
