import Rehearsal
import Testing

/// What each sets for themselves.
@Suite struct SettingTests {
    @Test func `name, hour, zone, pause`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.pairing, on: stage)
        try await rehearse(Scenes.settings.script, on: stage)
    }

    @Test func `reveals at once`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.pairing, on: stage)
        try await rehearse(
            """
            Ada: /time
            bot → Ada: Your card comes at 19:00. Type another time to change it, for… [When both are done]
            Ada taps When both are done
            bot → Ada: If the other chose that too, what you both share comes as soon as you are both done.
            Ben: /time
            bot → Ben: Your card comes at 19:00. Type another time to change it, for… [When both are done]
            Ben: 1
            bot → Ben: If the other chose that too, what you both share comes as soon as you are both done.
            Ada: /today
            bot → Ada: One small thing the other did lately that you liked. [Skip] [Later] [Something lighter] [Why this one?]
            Ada: You sang.
            bot → Ada: That's what you wrote: You sang. If you share it, it's shown only beside Ben's.… [Share it then] [Keep to myself] [Write it again]
            Ada: /share
            bot → Ada: Put away. Until it goes out you can change your mind, also under /answers. [Keep to myself]
            Ben: /today
            bot → Ben: One small thing the other did lately that you liked. [Skip] [Later] [Something lighter] [Why this one?]
            Ben: Your list.
            bot → Ben: That's what you wrote: Your list. If you share it, it's shown only beside… [Share it then] [Keep to myself] [Write it again]
            Ben: /share
            bot → Ben: Put away. Until it goes out you can change your mind, also under /answers. [Keep to myself]
            bot → Ben: My clock says 09:00 (Berlin). Is that yours too? A card can come at 19:00. [That's right] [I'm elsewhere] [Another hour]
            bot → Ada: Something for you, whenever you like. [Open]
            bot → Ben: Something for you, whenever you like. [Open]
            """, on: stage)
    }
}
