import Rehearsal
import Testing

/// After a reveal: a sentence that stays, said back, or let lie.
@Suite struct ResponseTests {
    @Test func `just keep it, and let it lie`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.pairing, on: stage)
        try await rehearse(Scenes.letLie.script, on: stage)
    }
}
