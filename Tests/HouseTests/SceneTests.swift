import Rehearsal
import Testing

/// The desk's own conversations, played on the whole house.
@Suite(.timeLimit(.minutes(40))) struct SceneTests {
    @Test func `two come in and are joined`() async throws {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.pairing, on: stage)
        }
    }

    @Test(arguments: [Scenes.letLie, Scenes.settings, Scenes.joiningLate, Scenes.byVoice])
    func `after it`(scene: Scenes.Scene) async throws {
        try await HouseStage.play { stage in
            try await rehearse(scene.beginning, on: stage)
            try await rehearse(scene.script, on: stage)
        }
    }

    @Test func `the power goes after every other line`() async throws {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.pairing.withPowerCuts, on: stage)
            try await rehearse(Scenes.letLie.script.withPowerCuts, on: stage)
        }
    }

    @Test func `everything comes twice`() async throws {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.pairing.withRedeliveries, on: stage)
        }
    }

    @Test func `the network goes and comes`() async throws {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.pairing, on: stage)
            try await rehearse(
                """
                — network down
                Ada: You laughed.
                Ben: /status
                — network up
                bot → Ada: That's what you wrote: You laughed.… [Share it then] [Keep to myself] [Write it again]
                bot → Ben: You are Ben, joined with Ada.…
                — network down
                — next day 19:00
                — power cut
                — network up
                bot → both: A card for today. [Open]
                """, on: stage)
        }
    }
}

extension String {
    fileprivate var withPowerCuts: String { inserting("— power cut") }
    fileprivate var withRedeliveries: String { inserting("— redelivery") }

    /// After what the bot said, before the next deed; every other time.
    private func inserting(_ step: String) -> String {
        var result: [Substring] = []
        var deeds = 0
        for line in split(separator: "\n") {
            if !line.hasPrefix("bot → ") {
                deeds += 1
                if deeds.isMultiple(of: 2) { result.append(Substring(step)) }
            }
            result.append(line)
        }
        return result.joined(separator: "\n")
    }
}
