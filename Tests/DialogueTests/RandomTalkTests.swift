import Curriculum
import Dialogue
import Testing

@testable import Townspeople

/// Three people who do anything at all, for a long time.
@Suite struct RandomTalkTests {
    static let seeds: [UInt64] = Array(1...24)

    /// Long talks, each watched; played once for all tests that ask about them.
    static let watches: [UInt64: Result<Watch?, any Error>] = Dictionary(
        uniqueKeysWithValues: seeds.map { seed in
            (seed, Result { try played(seed, steps: 800).watch })
        })

    /// Long talks of two who take what is offered.
    static let gentle: [UInt64: Result<Watch?, any Error>] = Dictionary(
        uniqueKeysWithValues: Array(101...108).map { seed in
            (seed, Result { try playedGently(seed).watch })
        })

    @Test(arguments: Array(101...108) as [UInt64])
    func nobodyHearsBeforeATapAlsoWhereTwoDoThingsTogether(seed: UInt64) throws {
        let watch = try #require(try Self.gentle[seed]?.get())
        #expect(watch.faults.prefix(5) == [])
    }

    @Test(arguments: seeds)
    func nobodyHearsBeforeBothReleased(seed: UInt64) throws {
        let watch = try #require(try Self.watches[seed]?.get())
        #expect(watch.faults.prefix(5) == [])
    }

    @Test func theTalksReachEverything() throws {
        var tally: [String: Int] = [:]
        for seed in Self.seeds {
            let watch = try #require(try Self.watches[seed]?.get())
            tally.merge(watch.tally) { $0 + $1 }
        }
        for watch in Self.gentle.values {
            tally.merge(try #require(try watch.get()).tally) { $0 + $1 }
        }
        let missing = [
            "release", "releaseOfBoth", "reveal", "revealOfSeveral", "response",
            "hereAreBoth", "theirWords", "theirSentence", "itemSeenBack", "askBesideEarlier",
            "fromBefore", "notKeptThought", "changedSince", "resting", "erased",
            "a proposal", "agreed", "a moment", "a pair", "a turn", "a reply", "an offer read",
            "talkNamed", "dropped", "twoRoads",
            "seenBackItems", "askSort", "willComeTomorrow", "whichSummary", "heavy",
            "askCaregivers", "timeOutUntil", "yourPart", "revisit", "graduation",
        ].filter { tally[$0, default: 0] == 0 }
        #expect(missing == [], "\(tally.sorted { $0.key < $1.key })")
    }

    @Test(arguments: seeds.prefix(4))
    func twoRunsOfASeedAreEqual(seed: UInt64) throws {
        let one = try Self.played(seed, steps: 400)
        let two = try Self.played(seed, steps: 400)
        #expect(one.heard == two.heard)
        #expect(one.couples == two.couples)
        #expect(one.bodies == two.bodies)
    }

    @Test(arguments: seeds.prefix(6))
    func savingAndLoadingChangesNothing(seed: UInt64) throws {
        let calm = try Self.played(seed, steps: 400)
        let saved = try Self.played(seed, steps: 400, isSaving: true)
        #expect(calm.heard == saved.heard)
        #expect(calm.couples == saved.couples)
        #expect(calm.bodies == saved.bodies)
    }

    @Test(arguments: seeds.prefix(8))
    func aSlashLeadsBackToRest(seed: UInt64) throws {
        var town = try Self.town(seed)
        var gambler = Gambler(seed: seed)
        for step in 0..<400 {
            try gambler.play(in: &town, people: Self.people)
            guard step % 9 == 0 else { continue }
            for person in Self.people {
                for first in [Command.skip, .keep, .today] {
                    let floor = try Self.rest(of: person, after: first, in: town)
                    #expect(floor == nil || floor == .nothing, "step \(step), \(first)")
                }
            }
        }
    }

    /// The first two act most.
    static let people = ["Ada", "Ben", "Ada", "Ben", "Ada", "Ben", "Cleo"]

    /// Every other seed on the built-in course; some on a host of neither.
    static func town(_ seed: UInt64) throws -> Town {
        let course = try Course.forTests(seed)
        let host: House.Host = seed % 3 == 0 ? .other(name: nil) : .partner(name: nil)
        var town = Town(scenery: Scenery(course: course, host: host))
        town.watch = Watch()
        try town.admit("Ada")
        // Some have written a good deal before they are two.
        var alone = Gambler(seed: seed &+ 1_000)
        for _ in 0..<(seed % 3 == 0 ? 80 : 0) { try alone.play(in: &town, people: ["Ada"]) }
        try town.joins("Ben", "Ada")
        return town
    }

    private static func played(_ seed: UInt64, steps: Int, isSaving: Bool = false) throws -> Town {
        var town = try town(seed)
        town.isSaving = isSaving
        var gambler = Gambler(seed: seed)
        for _ in 0..<steps { try gambler.play(in: &town, people: people) }
        return town
    }

    private static func playedGently(_ seed: UInt64) throws -> Town {
        var town = Town(
            scenery: Scenery(course: .inventedTogether, host: .other(name: nil)))
        town.watch = Watch()
        try town.admit("Ada")
        try town.joins("Ben", "Ada")
        var gambler = Gambler(seed: seed, isGentle: true)
        for _ in 0..<2_000 { try gambler.play(in: &town, people: ["Ada", "Ben"]) }
        return town
    }

    /// What someone's words would mean after a command and two skips.
    private static func rest(
        of person: String, after first: Command, in town: Town
    ) throws -> Floor? {
        guard let place = town.places[person] else { return nil }
        var town = town
        // Only where it leads matters here.
        town.watch = nil
        for command in [first, .skip, .skip] {
            try town.run(.typed("/\(command)", place.side), in: place.couple)
        }
        return town.partner(person)?.floor
    }
}
