/// What one of them meant in a moment of the other's.
package struct Meaning: Sendable, Equatable, Codable {
    package var draft = Draft()
    package var state = State.asked
    /// When the pair was shown to both.
    package var shown: Moment?

    package init() {}

    package enum State: String, Sendable, Codable {
        case asked
        /// Shown beside what was heard, if its author releases that too.
        case released
        /// Kept, not remembered, seen otherwise, not this one: all the same from outside.
        case passed
    }
}

extension Round {
    /// What each meant in the other's moment.
    package var meanings: Pair<Meaning?> {
        get { if case .meanings(let pair) = matter { pair } else { Pair(nil, nil) } }
        set { matter = .meanings(of: newValue) }
    }
}
