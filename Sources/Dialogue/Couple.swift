/// Two people, or one who hasn't been joined yet, and everything the bot knows of their talk.
///
/// A value: it performs nothing. ``handle(_:in:)`` moves it.
package struct Couple: Sendable, Equatable, Codable {
    package let id: String
    /// Empty on a side: nobody there, or somebody who left or was forgotten. The one who remains
    /// is never told which.
    package var partners: Pair<Partner?>
    package var bond: Bond
    /// Of someone who came by an invitation and waits for its maker's word.
    package var claim: Claim?
    /// One line a round, in the order of the course: that in which they began would tell one how
    /// far the other has come.
    package var rounds: [RoundLine] = []
    package var timers: [Timer] = []
    private var twoRoads: Roads?
    /// Where the clock of somebody who went is, and when they sleep: what is reckoned for two is
    /// reckoned on, so that nothing shows it.
    private var awayHabits: Pair<Habits?>?
    private var talkTimes: Talk?
    /// Pages that each left before: what they shared may lie there unopened.
    private var left: Pair<[String]>?
    /// The same, as it was kept before it was told apart whose they are.
    private var former: [String]?
    /// Who left each side and may be forgotten still: what they had shown stays with the other, and
    /// is theirs.
    private var went: Pair<PersonID?>?
    /// Bodies of rounds, loaded for the event at hand. Saved in files of their own.
    package var shelf = Shelf()

    package enum Bond: Sendable, Equatable, Codable {
        case alone(invitation: Invitation?)
        case joined(since: Moment)
    }

    package init(id: String, first: Partner) {
        self.id = id
        partners = Pair(first, nil)
        bond = .alone(invitation: nil)
    }

    package enum CodingKeys: String, CodingKey {
        case id
        case partners
        case bond
        case claim
        case rounds
        case timers
        case twoRoads = "roads"
        case awayHabits
        case talkTimes
        case left
        case former
        case went
    }

    package var gone: Pair<PersonID?> {
        get { went ?? Pair(nil, nil) }
        set { went = newValue == Pair(nil, nil) ? nil : newValue }
    }

    /// Pages that each left before.
    package var leftPages: Pair<[String]> {
        get { left ?? Pair(former ?? [], former ?? []) }
        set {
            left = newValue == Pair([], []) ? nil : newValue
            former = nil
        }
    }

    /// Which times suit each for a talk, whichever they come to next.
    package var talk: Talk {
        get { talkTimes ?? Talk() }
        set { talkTimes = newValue == Talk() ? nil : newValue }
    }

    package var lastHabits: Pair<Habits?> {
        get { awayHabits ?? Pair(nil, nil) }
        set { awayHabits = newValue == Pair(nil, nil) ? nil : newValue }
    }

    /// Those of whoever is on a side, or was last.
    package func habits(of side: Side) -> Habits? {
        partners[side].map { Habits(zone: $0.zone, quiet: $0.quietHours) } ?? lastHabits[side]
    }

    package var roads: Roads {
        get { twoRoads ?? Roads() }
        set { twoRoads = newValue == Roads() ? nil : newValue }
    }

    package var isJoined: Bool {
        switch bond {
        case .alone: false
        case .joined: true
        }
    }

    /// The side on which somebody is, while only one is here.
    package var onlySide: Side? {
        switch (partners.first, partners.second) {
        case (.some, nil): .first
        case (nil, .some): .second
        case (.some, .some), (nil, nil): nil
        }
    }

    package func line(_ name: RoundName) -> RoundLine? { rounds.first { $0.name == name } }

    /// A round's line, if this side has begun it: whether the other has must make no difference.
    func line(_ name: RoundName, begunBy side: Side) -> RoundLine? {
        line(name).flatMap { $0.stages[side] == .untouched ? nil : $0 }
    }

    package func stage(_ name: RoundName, of side: Side) -> Stage {
        line(name)?.stages[side] ?? .untouched
    }
}

/// Where somebody's clock is, and when they sleep.
package struct Habits: Sendable, Hashable, Codable {
    package let zone: String
    package let quiet: QuietHours
}

/// An invitation that its maker holds.
package struct Invitation: Sendable, Equatable, Codable {
    /// The code itself, so that its maker can be shown it again.
    package let code: String
    package let expires: Moment
    /// Set once someone came and waits for the maker's word.
    package var knock: Words?
    /// Which arrival that was: a word about an earlier one says nothing about this.
    package var arrival: Int?

    package init(code: String, expires: Moment) {
        self.code = code
        self.expires = expires
    }
}

/// That someone came by an invitation. What its maker is called is theirs to know from then on.
package struct Claim: Sendable, Equatable, Codable {
    package let code: String
    package let maker: Words

    package init(code: String, maker: Words) {
        self.code = code
        self.maker = maker
    }
}

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
