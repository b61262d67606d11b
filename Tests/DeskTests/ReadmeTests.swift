import Foundation
import Rehearsal
import Testing

@Suite struct ReadmeTests {
    @Test func `the conversation in the README is true`() async throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
        let pieces = text.components(separatedBy: "```conversation\n")
        try #require(pieces.count == 2)
        let conversation = try #require(pieces[1].components(separatedBy: "```").first)
        #expect(conversation.contains("bot → both:"))
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.pairing, on: stage)
        try await rehearse(Scenes.bensClock, on: stage)
        try await rehearse(conversation, on: stage)
    }
}
