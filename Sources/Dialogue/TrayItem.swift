/// Something that arrived: one neutral line until it is opened.
package struct TrayItem: Sendable, Equatable, Codable {
    package let id: Int
    package let content: Content
    /// Whether it was opened already, and lies there until it is answered.
    var wasOpened: Bool?

    package init(id: Int, content: Content) {
        self.id = id
        self.content = content
    }

    package enum Content: Sendable, Equatable, Codable {
        case card(name: CardName)
        case round(name: RoundName)
        /// A round answered before the other joined: share it now?
        case earlier(name: RoundName)
        case reveal(view: RevealView)
        case response(view: ResponseView)
        /// Someone came by the invitation.
        case knock(name: Words)
        case joined
        case resting
        /// Which road would they like?
        case roads(gate: RoundName)
        /// Would they like to be asked about this?
        case optIn(topic: RoundPlan.Topic)
        /// An answer of their own from some time ago.
        case revisit(name: RoundName)
        /// The course is walked: what now?
        case graduation
        /// The other proposed these words.
        case proposal(round: RoundName, number: Int)
        /// Both approved the same words.
        case agreed(round: RoundName)
        /// Their own part of what is being tried.
        case part(round: RoundName)
        /// What was tried is over.
        case ended(round: RoundName)
        /// A moment of the other's.
        case moment(round: RoundName)
        /// Something came in a talk in turns.
        case turn(round: RoundName)
        case reply(view: ReplyView)
        /// What was heard of an offer.
        case heard(round: RoundName, isUnderstood: Bool)
        /// A time that suits both.
        case talkNamed(round: RoundName)
        /// That time has come.
        case talkTime(round: RoundName)
        case match(round: RoundName, option: String)
        /// The other left and wished it to be said.
        case told
        /// The book that both asked for.
        case book

        /// The card of a day: the next one takes its place.
        package var isCardOfTheDay: Bool {
            switch self {
            case .card, .round, .earlier, .roads, .optIn, .revisit, .graduation: true
            case .reveal, .response, .knock, .joined, .resting, .proposal, .agreed, .part, .ended,
                .moment, .turn, .reply, .heard, .talkNamed, .talkTime, .match, .told, .book:
                false
            }
        }

        /// The round whose body is looked at when it is opened.
        var round: RoundName? {
            switch self {
            case .round(let name), .earlier(let name), .revisit(let name), .proposal(let name, _),
                .agreed(let name), .part(let name), .ended(let name), .moment(let name),
                .turn(let name), .heard(let name, _), .talkNamed(let name), .talkTime(let name),
                .match(let name, _):
                name
            case .reply(let view): view.round
            case .card, .reveal, .response, .knock, .joined, .resting, .roads, .optIn, .graduation,
                .told, .book:
                nil
            }
        }
    }
}

/// The name of a small card, for instance `c001`.
package struct CardName: Hashable, Sendable, Codable {
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
