/// The rounds in the order they are walked: structure only, no prose.
package struct Course: Sendable, Equatable {
    package let plans: [RoundPlan]

    /// The light round that two begin with once they are joined.
    package let afterPairing: RoundName?

    package init(plans: [RoundPlan], afterPairing: RoundName?) {
        self.plans = plans
        self.afterPairing = afterPairing
    }

    package func plan(_ name: RoundName) -> RoundPlan? { plans.first { $0.name == name } }
}

/// The name of a round in the curriculum, for instance `1`, `0a` or `T0`.
package struct RoundName: Hashable, Sendable, Codable {
    package let text: String

    package init(_ text: String) { self.text = text }

    package init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// The structure of one round.
package struct RoundPlan: Sendable, Equatable, Codable {
    package let name: RoundName
    package let kind: Kind
    /// The key of the idea in the article that this round comes from.
    package let idea: String
    /// 1 (light) to 3 (close in).
    package let depth: Int
    /// Whether it is offered by itself, in the order of the course. Twins and the card after
    /// pairing are not.
    package let isOnTheRoad: Bool
    package let questions: [Question]
    /// A round of its own that carries the same idea more lightly.
    package let lighterTwin: RoundName?
    /// Revealed together with that round, never alone.
    package let revealsWith: RoundName?
    /// Decided about (share or keep) only in that round.
    package let decidedIn: RoundName?
    /// An earlier round whose answer may stand beside this one, by its author's choice.
    package let besides: RoundName?

    package init(
        name: RoundName, kind: Kind, idea: String, depth: Int, isOnTheRoad: Bool,
        questions: [Question], lighterTwin: RoundName? = nil, revealsWith: RoundName? = nil,
        decidedIn: RoundName? = nil, besides: RoundName? = nil
    ) {
        self.name = name
        self.kind = kind
        self.idea = idea
        self.depth = depth
        self.isOnTheRoad = isOnTheRoad
        self.questions = questions
        self.lighterTwin = lighterTwin
        self.revealsWith = revealsWith
        self.decidedIn = decidedIn
        self.besides = besides
    }

    /// The first question that is answered at all.
    package var firstWritten: Int {
        questions.firstIndex { $0.form != .carried } ?? 0
    }

    /// Who sees what; see the curriculum.
    package enum Kind: String, Sendable, Codable {
        /// P0: thought, not typed.
        case thought
        /// P1: stored for its author, who may release one item of it.
        case note
        /// S: revealed when both are done and each released this answer.
        case sealed
        /// T: a card for a talk in person.
        case talk
    }

    package struct Question: Sendable, Equatable, Codable {
        /// Names its text.
        package let id: String
        package let form: Form
        /// Stays with its author even when the round is revealed.
        package let staysMine: Bool
        /// An earlier round whose own answer is shown to its author beside the question.
        package let recalls: RoundName?

        package init(
            id: String, form: Form, staysMine: Bool = false, recalls: RoundName? = nil
        ) {
            self.id = id
            self.form = form
            self.staysMine = staysMine
            self.recalls = recalls
        }
    }

    /// How a question is answered.
    package enum Form: Sendable, Equatable, Codable {
        /// Not at all today: the question is carried until the next day's card.
        case carried
        /// In words or by voice; several messages are one answer.
        case text
        /// By one of these options; each names its text.
        case choice(options: [String])
        /// By a place on a line of this many steps, shown as a position, never as a digit.
        case scale(steps: Int)
    }
}
