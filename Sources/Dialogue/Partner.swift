/// One of the two, as the dialogue knows them. Where they can be reached is the desk's affair.
package struct Partner: Sendable, Equatable, Codable {
    package let id: PersonID
    /// What they call themselves.
    package var name: Words
    /// What they'd like to be called, seen back and not yet said yes to.
    package var proposedName: Words?
    /// What the one they are joined with is called here. Theirs to keep, whatever the other does.
    package var calls: Words?
    /// A language tag for which there is a phrasebook.
    package var language: String
    /// An IANA zone name.
    package var zone: String
    /// When their card comes, on their own clock.
    package var hour: LocalTime
    /// On which days it comes; nil: every day.
    private var days: CardDays?
    /// The hours in which nothing comes, if they chose some.
    package var chosenQuiet: QuietHours?
    package let consent: Consent
    package var arrival: Arrival
    /// When they last wrote or tapped anything.
    package var lastHeard: Moment
    package var pause: Pause?
    /// False while the platform says that they can't be written to.
    package var isReachable = true
    /// Whether they'd rather see a reveal as soon as both are done.
    package var likesRevealsAtOnce = false
    /// The road of lighter cards, until then; nothing else of a road is stored.
    package var roundRoad: Moment?
    /// What the next free text means.
    package var floor: Floor = .nothing
    /// The buttons below what was last said, so that a typed number is as good as a tap.
    package var offered: [Press] = []
    /// The round last shown, for `/share`, `/keep`, `/again` and the like.
    package var recent: RoundName?
    /// What has arrived and wasn't opened yet.
    package var tray: [TrayItem] = []
    package var trayCount = 0
    /// Whether something arrived while nothing could be sent: said with the next card.
    package var owesNotice = false
    /// Whether the invitation they came by came to nothing, and they couldn't be told.
    var owesClaimEnded: Bool?
    /// The last local date for which a card was given or dropped: never two on one date.
    package var lastCardDate: LocalDate?
    /// The last local date on which a round was offered.
    package var lastRoundDate: LocalDate?
    /// The small card shown last.
    package var card: CardName?
    /// Small cards already given since the deck began anew.
    package var seenCards: [CardName] = []
    /// The reveal being responded to.
    package var response: Response?
    /// What they had begun to say back to earlier ones.
    private var begun: [Response]?
    /// When something last came from both or from the other: joining, a reveal, a response.
    package var lastShared: Moment?
    /// Whether it was said since then that the shared part rests.
    package var restsSince: Moment?
    /// When they asked for the book.
    var bookAsked: Moment?
    /// Rounds of which nothing of theirs goes into it.
    var bookLeftOut: [RoundName]?
    private var walked: Walk?
    private var lull: Lull?

    /// How they walk the course.
    package var walk: Walk {
        get { walked ?? Walk() }
        set { walked = newValue == Walk() ? nil : newValue }
    }

    package var cardDays: CardDays {
        get { days ?? .everyDay }
        set { days = newValue.isEveryDay ? nil : newValue }
    }

    /// The hours in which nothing comes but an answer. Never that of their card.
    package var quietHours: QuietHours { (chosenQuiet ?? .usual).leaving(hour) }

    /// What they had begun to say back to earlier reveals, oldest first.
    var begunResponses: [Response] {
        get { begun ?? [] }
        set { begun = newValue.isEmpty ? nil : newValue }
    }

    /// How their cards lie.
    var unopened: Lull {
        get { lull ?? Lull() }
        set { lull = newValue == Lull() ? nil : newValue }
    }

    package init(
        id: PersonID, name: Words, language: String, zone: String, hour: LocalTime,
        consent: Consent
    ) {
        self.id = id
        self.name = name
        self.language = language
        self.zone = zone
        self.hour = hour
        self.consent = consent
        arrival = .firstRound
        lastHeard = consent.at
    }
}

/// That someone said they are 18 or older and read what this is.
package struct Consent: Sendable, Equatable, Codable {
    /// The version of the text they agreed to.
    package let version: Int
    package let at: Moment

    package init(version: Int, at: Moment) {
        self.version = version
        self.at = at
    }
}

/// How far someone has come in.
package enum Arrival: String, Sendable, Equatable, Codable {
    /// Answering the first question.
    case firstRound
    /// Being asked about the clock.
    case clock
    case settled
}

/// Nothing comes until then; nil: until they say so.
package struct Pause: Sendable, Equatable, Codable {
    package var until: Moment?
    package init(until: Moment?) { self.until = until }
}

/// What free text means now: always exactly one thing.
package enum Floor: Sendable, Equatable, Codable {
    case nothing
    /// It answers, or adds to, this round.
    case answer(round: RoundName)
    /// It is what they say back after a reveal.
    case response
    case name
    case hour
    /// On which days of the week a card may come.
    case days
    /// In which hours nothing may.
    case quiet
    /// A place or what the clock says there.
    case place(candidates: [String])
    /// A country, for its lines to call.
    case country
    /// Words of their own about a note, for the other.
    case summary(round: RoundName)
    /// What they meant in a moment of the other's.
    case meaning(round: RoundName)
    /// Their part of a talk in turns.
    case turn(round: RoundName)
}
