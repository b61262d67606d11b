import Rehearsal
import Testing

/// Each is spoken to in their own language; what they write stays as it is written.
@Suite struct LanguageTests {
    @Test func `two languages, one talk`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        stage.languages = ["Ben": "de-AT"]
        try await rehearse(Scenes.solo, on: stage)
        try await rehearse(
            """
            Ben: /start {link}
            bot → Ben: Ada möchte das hier mit dir ausprobieren:… [Erst mal ansehen] [Nur leichte Karten] [Verbinden] [Sein lassen]
            Ben: 3
            bot → Ben: …Ich bin ein Programm, keine Therapie.…
            Ben: 1
            bot → Ben: Danke. Ada…
            bot → Ben: …Intimität. [Überspringen] [Später] [Etwas Leichteres]…
            bot → Ada: Something for you, whenever you like. [Open]
            """, on: stage)
    }
}
