/// The facts an event is judged by. Time, chance and content arrive here as values.
package struct Scene: Sendable {
    package let now: Moment
    package let course: Course
    package let house: House
    /// Each side's own clock.
    package let clocks: Pair<WallClock>
    /// The couple's next shared hour, an hour or more from now, in both waking hours.
    package let sharedHour: Moment
    /// The first moment from now on in which both are awake.
    package let bothAwake: Moment
    /// 64 bits of chance.
    package let chance: UInt64
    /// A fresh invitation code.
    package let code: String
    /// The small card to give next to someone who wishes for such a one; nil if they have seen all.
    package let nextCard: @Sendable (_ wish: CardWish, _ chance: UInt64) -> CardName?
    /// Whether a small card quotes a line of the couple's own dictionary.
    package var quotesWord: @Sendable (CardName) -> Bool = { _ in false }
    /// When a card that came just now may be spoken of once more; nil if there is no good moment.
    package var reminder: @Sendable (Partner) -> Moment? = { _ in nil }
    /// Days of the week as someone typed them, in a language.
    package var readDays: @Sendable (_ text: String, _ language: String) -> CardDays? = { _, _ in
        nil
    }
    /// Quiet hours as someone typed them.
    package var readQuietHours: @Sendable (String) -> QuietHours? = { _ in nil }
    /// Whether it is sure what time it is: else nothing is done by it that can't be undone.
    package var isTimeSure = true
    /// Hours at which both are awake on a day that begins then by UTC, one by day and one in the
    /// evening, in minutes.
    package var talkHours: @Sendable (_ midnight: Moment) -> [Int] = { _ in [10 * 60, 18 * 60] }
    /// What is heard in a text, in a language.
    package var hearing: @Sendable (_ text: String, _ language: String) -> Finding = { _, _ in
        Finding(blame: false, crisis: false)
    }
    /// The tags of the languages that are spoken here, sorted.
    package var languages: [String] = ["en"]
    /// A language by what somebody typed; nil if it isn't spoken here.
    package var findLanguage: @Sendable (String) -> String? = { _ in nil }
    /// Lines to call: in a country, or else where that zone is.
    package var helpLines: @Sendable (_ country: String?, _ zone: String) -> [HelpEntry] = { _, _ in
        []
    }
    /// A country by what somebody typed; nil if it isn't known.
    package var findCountry: @Sendable (String) -> String? = { _ in nil }
    /// Zones for what someone typed, best first.
    package let findZones: @Sendable (String) -> [String]
    /// A time of day as someone typed it.
    package let readTime: @Sendable (String) -> LocalTime?
    /// What the clock shows in a zone.
    package let clock: @Sendable (_ zone: String) -> WallClock

    package struct WallClock: Sendable, Equatable {
        package let date: LocalDate
        package let time: LocalTime
        /// Now, or the end of this side's quiet hours.
        package let awakeAt: Moment

        package init(date: LocalDate, time: LocalTime, awakeAt: Moment) {
            self.date = date
            self.time = time
            self.awakeAt = awakeAt
        }
    }

    package init(
        now: Moment, course: Course, house: House, clocks: Pair<WallClock>, sharedHour: Moment,
        bothAwake: Moment, chance: UInt64, code: String,
        nextCard: @escaping @Sendable (CardWish, UInt64) -> CardName?,
        findZones: @escaping @Sendable (String) -> [String],
        readTime: @escaping @Sendable (String) -> LocalTime?,
        clock: @escaping @Sendable (String) -> WallClock
    ) {
        self.now = now
        self.course = course
        self.house = house
        self.clocks = clocks
        self.sharedHour = sharedHour
        self.bothAwake = bothAwake
        self.chance = chance
        self.code = code
        self.nextCard = nextCard
        self.findZones = findZones
        self.readTime = readTime
        self.clock = clock
    }
}

/// What is true of this installation and is told to everyone at the start.
package struct House: Sendable, Equatable {
    package let host: Host
    /// How the platform is called in a sentence, for instance `Telegram`.
    package private(set) var platform: String
    /// The same of each platform, by its short name, where there are several.
    package var names: [String: String] = [:]
    /// Accounts to which the code of an invitation can be written, where there are no links.
    package var accounts: [String] = []
    /// Whether an invitation has an address.
    package var hasLinks = true
    package let consentVersion: Int
    /// Where a newcomer's clock is guessed to be.
    package let zone: String
    package let hour: LocalTime
    /// In which language somebody is spoken to of whom nothing else is known.
    package var language = "en"

    package init(
        host: Host, platform: String, consentVersion: Int, zone: String, hour: LocalTime
    ) {
        self.host = host
        self.platform = platform
        self.consentVersion = consentVersion
        self.zone = zone
        self.hour = hour
    }

    package enum Host: Sendable, Equatable {
        /// Runs on the computer of one of the two. The name, if the host gave one.
        case partner(name: String?)
        /// Somebody else's computer, for instance a practice.
        case other(name: String?)
        /// Both chats lie open on one page, for trying it out.
        case trial
    }

    package var isTrial: Bool { host == .trial }

    /// As it is for whoever talks on this platform.
    package func seen(on platform: String) -> House {
        var house = self
        house.platform = names[platform] ?? self.platform
        return house
    }

    /// Whether what is stored could be read by one of the two.
    package var hostMayBePartner: Bool {
        switch host {
        case .partner, .trial: true
        case .other: false
        }
    }
}

/// What is heard in a text, by rules. It decides only what is offered to its author.
package struct Finding: Sendable, Equatable {
    package let blame: Bool
    package let crisis: Bool

    package init(blame: Bool, crisis: Bool) {
        self.blame = blame
        self.crisis = crisis
    }
}

/// A line to call, as it is told.
package struct HelpEntry: Sendable, Hashable {
    package let name: String
    package let number: String
    /// For instance `24/7`; nil if it isn't known, or differs from day to day.
    package let hours: String?
    /// When the host looked it up; nil: nobody here did.
    package let checked: LocalDate?

    package init(name: String, number: String, hours: String?, checked: LocalDate?) {
        self.name = name
        self.number = number
        self.hours = hours
        self.checked = checked
    }
}

extension Scene {
    func hearsBlame(_ text: String, _ partner: Partner?) -> Bool {
        hearing(text, partner?.language ?? "en").blame
    }

    func hearsCrisis(_ text: String, _ partner: Partner?) -> Bool {
        hearing(text, partner?.language ?? "en").crisis
    }
}
