/// Something that becomes due.
package struct Timer: Sendable, Hashable, Codable {
    package let at: Moment
    package let purpose: Purpose

    package init(at: Moment, purpose: Purpose) {
        self.at = at
        self.purpose = purpose
    }

    package enum Purpose: Sendable, Hashable, Codable {
        /// Both are shown a round, if that still holds when it rings.
        case reveal(round: RoundName)
        /// Both get the book, if both still want it.
        case book
        /// The invitation ends.
        case invitationEnds
        /// Somebody is told that the invitation they came by has run out.
        case claimEnds(side: Side)
        /// Messages of `/safe` delete themselves.
        case vanish(side: Side, messages: [MessageName])
        /// What one handed over arrives, at the hour chosen for it.
        case handOver(round: RoundName, side: Side)
        /// A proposal that nobody answered fades.
        case fade(round: RoundName, side: Side, number: Int)
        /// What was agreed on is reminded of, and ends.
        case midway(round: RoundName)
        case lastDay(round: RoundName)
        /// A time that suits both is named, and comes.
        case nameTalk(round: RoundName)
        case talk(round: RoundName)
        /// A time-out ends.
        case comeBack(round: RoundName)
        /// One of what both marked is drawn.
        case draw(round: RoundName)
        /// A card that lies unopened is spoken of once more.
        case remind(side: Side, item: Int)

        /// Whether somebody counts on the minute: it doesn't wait for a wave of cards to pass.
        package var isPrompt: Bool {
            switch self {
            case .vanish, .comeBack, .talk, .invitationEnds, .claimEnds: true
            case .reveal, .handOver, .fade, .midway, .lastDay, .nameTalk, .draw, .remind, .book:
                false
            }
        }

        /// The round it is about.
        package var round: RoundName? {
            switch self {
            case .reveal(let name), .handOver(let name, _), .fade(let name, _, _),
                .midway(let name), .lastDay(let name), .nameTalk(let name), .talk(let name),
                .comeBack(let name), .draw(let name):
                name
            case .invitationEnds, .claimEnds, .vanish, .remind, .book: nil
            }
        }
    }
}

/// The round bodies at hand, and which of them have changed.
package struct Shelf: Sendable, Equatable {
    private var bodies: [Int: Round] = [:]
    /// Serials of changed bodies, each once, in the order of their first change.
    package private(set) var changed: [Int] = []

    package init() {}

    package func holds(_ serial: Int) -> Bool { bodies[serial] != nil }

    /// The body of a round. The desk loads every body that ``Couple/reads(_:in:)`` names; one
    /// that is missing all the same is our own mistake.
    package subscript(serial: Int) -> Round {
        get {
            guard let body = bodies[serial] else {
                preconditionFailure("a round's body was not loaded")
            }
            return body
        }
        set {
            bodies[serial] = newValue
            if !changed.contains(serial) { changed.append(serial) }
        }
    }

    /// Lays a body from its file on the shelf.
    package mutating func load(_ round: Round) { bodies[round.serial] = round }

    /// Forgets which bodies changed, once they are saved.
    package mutating func settle() { changed = [] }

    /// Takes a body away, with its changes.
    package mutating func drop(_ serial: Int) {
        bodies[serial] = nil
        changed.removeAll { $0 == serial }
    }
}
