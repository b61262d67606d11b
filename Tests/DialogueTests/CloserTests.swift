import Testing

@testable import Dialogue
@testable import Townspeople

/// What goes close in: how often, and when the way there is open.
@Suite struct CloserTests {
    private let now = Moment(1_790_064_000)

    private func couple() -> Couple {
        func partner(_ name: String) -> Partner {
            Partner(
                id: PersonID(name), name: Words(by: PersonID(name), name), language: "en",
                zone: "Europe/Berlin", hour: LocalTime(minutesAfterMidnight: 19 * 60),
                consent: Consent(version: 1, at: now))
        }
        var couple = Couple(id: "couple", first: partner("Ada"))
        couple.partners.second = partner("Ben")
        couple.bond = .joined(since: now)
        return couple
    }

    private func plan(_ name: RoundName, depth: Int = 3, isGated: Bool = false) -> RoundPlan {
        var plan = RoundPlan(
            name: name, kind: .sealed, idea: "i", depth: depth,
            questions: [.init(id: "a", form: .text)])
        plan.isGated = isGated
        return plan
    }

    @Test(arguments: [(0, false), (1, false), (2, false), (3, true)])
    func `two days lie between two that go close in`(days: Int, mayGo: Bool) throws {
        let deep = plan("deep")
        var scenery = Scenery(course: Course(plans: [deep], afterPairing: nil))
        var couple = couple()
        let today = scenery.scene(for: couple, at: now).clocks.first.date
        couple.partners.first?.walk.lastDeep = today
        couple.partners.first?.walk.lastDeepRound = "another"
        let scene = scenery.scene(for: couple, at: now + .days(Int64(days)))
        #expect(couple.mayGoDeep(deep, .first, in: scene) == mayGo)
        #expect(couple.mayGoDeep(plan("small", depth: 1), .first, in: scene))
        // The same one may be gone on with on its own day.
        couple.partners.first?.walk.lastDeepRound = "deep"
        #expect(couple.mayGoDeep(deep, .first, in: scene) == (mayGo || days == 0))
    }

    /// Both have passed the first gate; one comes to the second.
    @Test func `a yes at a later gate closes nothing that is open`() throws {
        let course = Course(
            plans: [plan("g", isGated: true), plan("h", isGated: true)], afterPairing: nil,
            gates: ["g", "h"])
        var scenery = Scenery(course: course)
        var couple = couple()
        couple.roads.closer = Pair(now + .days(20), now + .days(20))
        couple.roads.opens = now - .days(10)
        couple.roads.drawn = ["g"]
        couple.partners.first?.walk.askedGate = "h"
        let first = try #require(course.plan("g"))
        let second = try #require(course.plan("h"))
        #expect(couple.isOpen(first, to: .second, in: scenery.scene(for: couple, at: now)))
        _ = couple.handle(
            .pressed(.first, Press(.closer, "h")), in: scenery.scene(for: couple, at: now))
        let scene = scenery.scene(for: couple, at: now + .minutes(1))
        for side in Side.allCases { #expect(couple.isOpen(first, to: side, in: scene)) }
        // Only whoever said it waits; to the other everything is as it was.
        #expect(!couple.isOpen(second, to: .first, in: scene))
        #expect(couple.isOpen(second, to: .second, in: scene))
        let later = scenery.scene(for: couple, at: now + .days(15))
        #expect(couple.isOpen(second, to: .first, in: later))
    }
}
