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
    private var outWent: Pair<[RoundName]>?
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
        case outWent
    }

    /// What whoever has left had taken out of the book before.
    package var goneLeftOut: Pair<[RoundName]> {
        get { outWent ?? Pair([], []) }
        set { outWent = newValue == Pair([], []) ? nil : newValue }
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
