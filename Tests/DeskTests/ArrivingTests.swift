import Dialogue
import Rehearsal
import Testing

/// Coming in: alone, by an invitation, or not at all.
@Suite struct ArrivingTests {
    @Test func `two come in and are joined`() async throws {
        try await rehearse(Scenes.pairing, on: DeskStage(start: .scriptStart))
    }
}
