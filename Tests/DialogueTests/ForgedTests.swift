import Dialogue
import Testing

@testable import Townspeople

/// Buttons that somebody made up.
@Suite struct ForgedTests {
    @Test(arguments: ["u-/", "u-02", "u--1", "u-x", "x-1", "../x", ""])
    func `a name that is none begins nothing`(name: String) throws {
        var town = try pair()
        let before = town.couple(of: "Ada")?.rounds
        for act in Press.Act.allCases where !act.leads {
            try town.press(act, RoundName(name), 0, by: "Ada")
        }
        #expect(town.couple(of: "Ada")?.rounds == before)
    }

    @Test func `no button changes what two have in a round of another kind`() throws {
        var town = try pair()
        try town.press(.openRound, "x", by: "Ada")
        try town.say("Turnip.", by: "Ada")
        try town.type("/share", by: "Ada")
        try town.press(.approve, "x", 1, by: "Ben")
        let id = try #require(town.couple(of: "Ada")?.id)
        let line = try #require(town.couple(of: "Ada")?.line("x"))
        let agreed = try #require(town.bodies[id]?[line.serial]?.joint.agreement)
        for act in Press.Act.allCases where !act.leads && act != .dropIt {
            for number in [nil, 0, 1, 20] as [Int?] {
                try town.press(act, "x", number, by: "Ada")
                try town.press(act, "x", number, by: "Ben")
            }
        }
        #expect(town.bodies[id]?[line.serial]?.joint.agreement == agreed)
    }

    private func pair() throws -> Town {
        var town = Town(scenery: Scenery(course: .inventedTogether, host: .other(name: nil)))
        try town.admit("Ada")
        try town.joins("Ben", "Ada")
        return town
    }
}

extension Press.Act {
    /// Whether it ends their being here, or begins another round by itself.
    fileprivate var leads: Bool {
        [
            .leaveNow, .leaveAndTell, .forgetNow, .oneMore, .lighter, .anotherCard, .writeOffer,
            .erase,
        ].contains(self)
    }
}
