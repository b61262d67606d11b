/// How one of the two walks the course: nothing here depends on the other.
package struct Walk: Sendable, Equatable, Codable {
    /// The first day of their weeks: that on which their first card came.
    package var firstDay: LocalDate?
    /// Whether they'd like to be asked about that; nil: not asked yet.
    package var caregivers: Bool?
    package var religion: Bool?
    /// When they were last asked about the two roads, and before which round.
    package var askedRoads: Moment?
    package var askedGate: RoundName?
    /// The last day on which something close in was asked of them.
    package var lastDeep: LocalDate?
    /// Which one that was: it may be gone on with on its own day.
    var lastDeepRound: RoundName?
    /// The last day on which they wrote or read an offer after a hurt.
    package var lastRepair: LocalDate?
    /// The last day of a week of rest.
    package var restsUntil: LocalDate?
    /// The last day on which an old answer was shown to them.
    package var lastRevisit: LocalDate?
    /// Whether they were shown something close in already.
    package var hasSeenDeep: Bool?
    /// How often something comes once the course is walked; nil: it isn't.
    package var after: After?
    /// A country whose lines they'd rather see than those of their zone's.
    package var country: String?
    /// The last day on which a card came, once the course is walked.
    package var lastMonthly: LocalDate?

    /// The kinds of closeness they'd like more of, by their own marks: for light cards alone.
    package var leanings: [String]?
    /// The last day on which a small card came beside a word of the week, or a kindness.
    package var lastBeside: LocalDate?

    package init() {}

    /// What comes after the course.
    package enum After: String, Sendable, Codable {
        /// It is walked; they haven't said yet what they'd like.
        case asked
        case monthly
        case nothing
    }

    package func optedIn(_ topic: RoundPlan.Topic) -> Bool? {
        switch topic {
        case .caregivers: caregivers
        case .religion: religion
        }
    }

    package mutating func opt(_ topic: RoundPlan.Topic, _ isIn: Bool) {
        switch topic {
        case .caregivers: caregivers = isIn
        case .religion: religion = isIn
        }
    }
}
