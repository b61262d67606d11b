import Rehearsal
import Testing

/// The road alone is complete; releases begin with joining.
@Suite struct SoloTests {
    @Test func `the road alone, then joined`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.solo, on: stage)
        try await rehearse(Scenes.joiningLate.script, on: stage)
    }
}
