package import Curriculum
import Dialogue
import Testing

extension Curriculum {
    /// The built-in course without gates, so that a script comes to any round at once.
    package static func withoutGates() throws -> Curriculum {
        let builtIn = try Curriculum.shared()
        let plans = builtIn.course.plans.map { plan in
            var plan = plan
            plan.isGated = false
            return plan
        }
        return builtIn.on(Course(plans: plans, afterPairing: builtIn.course.afterPairing))
    }
}

extension DeskStage {
    /// Ada and Ben, joined, on a course without gates, at nine on a Monday morning.
    package static func paired(seed: UInt64 = 1) async throws -> DeskStage {
        let stage = try DeskStage(
            start: .scriptStart, curriculum: try .withoutGates(), seed: seed)
        try await rehearse(Scenes.pairing, on: stage)
        try await rehearse(
            """
            Ada: /skip
            bot → Ada: All right, past it.
            Ben: /skip
            bot → Ben: All right, past it.
            bot → Ben: My clock says…
            Ben taps That's right
            bot → Ben: All set. /today shows what is next.
            """, on: stage)
        return stage
    }
}
