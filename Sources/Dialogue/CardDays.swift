/// A day of the week, numbered as by ISO 8601: Monday is 1.
package enum DayOfWeek: Int, Sendable, Codable, CaseIterable {
    case monday = 1
    case tuesday, wednesday, thursday, friday, saturday, sunday
}

extension LocalDate {
    package var dayOfWeek: DayOfWeek {
        // 1970-01-01 was a Thursday.
        let ahead = (dayNumber + 3) % 7
        return DayOfWeek.allCases[ahead < 0 ? ahead + 7 : ahead]
    }
}

/// The days of the week on which somebody's card comes; at least one. Saved as their numbers.
package struct CardDays: Sendable, Hashable {
    /// In the order of the week.
    package let days: [DayOfWeek]

    /// Nil for none.
    package init?(_ days: some Sequence<DayOfWeek>) {
        let days = Set(days)
        guard !days.isEmpty else { return nil }
        self.days = DayOfWeek.allCases.filter(days.contains)
    }

    private init(all days: [DayOfWeek]) { self.days = days }

    package static let everyDay = CardDays(all: DayOfWeek.allCases)
    package static let threeAWeek = CardDays(all: [.tuesday, .thursday, .sunday])
    package static let onceAWeek = CardDays(all: [.sunday])

    package var isEveryDay: Bool { days.count == DayOfWeek.allCases.count }

    package func holds(_ date: LocalDate) -> Bool { days.contains(date.dayOfWeek) }

    /// How many of these days lie from one date up to, but not on, another at most a week later.
    func count(from first: LocalDate, to end: LocalDate) -> Int {
        (0..<max(0, end.dayNumber - first.dayNumber)).count { holds(first.adding(days: $0)) }
    }
}

extension CardDays: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let days = CardDays(try container.decode([DayOfWeek].self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no day")
        }
        self = days
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(days)
    }
}
