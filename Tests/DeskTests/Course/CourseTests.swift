import Foundation
import Rehearsal
import Testing

/// The whole course, and the road of lighter cards, as they are written in `docs`: played.
@Suite struct CourseTests {
    /// With this seed both gates open without weeks of lighter cards before them.
    static let seed: UInt64 = 99

    @Test(arguments: ["whole-course.md", "lighter-road.md"])
    func `a written course plays`(name: String) async throws {
        let script = try Self.script(name)
        #expect(script.split(separator: "\n").count > 500)
        try await rehearse(script, on: try DeskStage(start: .scriptStart, seed: Self.seed))
    }

    static func script(_ name: String) throws -> String {
        let docs = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../docs/\(name)").standardizedFileURL
        let text = try String(contentsOf: docs, encoding: .utf8)
        return text.components(separatedBy: "```conversation\n").dropFirst()
            .compactMap { $0.components(separatedBy: "\n```").first }.joined(separator: "\n")
    }
}
