/// A date on somebody's wall calendar, in the proleptic Gregorian calendar. Saved as
/// `2026-11-22`.
package struct LocalDate: Hashable, Comparable, Sendable {
    package let year: Int
    /// 1–12.
    package let month: Int
    /// 1–31.
    package let day: Int

    package init(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// Days since 1970-01-01; negative before it.
    package var dayNumber: Int {
        // Years begin in March here, so that the leap day is the last of its year
        // (the usual civil-calendar arithmetic).
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let monthFromMarch = (month + 9) % 12
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    package init(dayNumber: Int) {
        let shifted = dayNumber + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    package func adding(days: Int) -> LocalDate { LocalDate(dayNumber: dayNumber + days) }

    package static func < (a: LocalDate, b: LocalDate) -> Bool {
        (a.year, a.month, a.day) < (b.year, b.month, b.day)
    }
}

extension LocalDate: Codable, CustomStringConvertible {
    package var description: String { "\(padded(year, to: 4))-\(padded(month))-\(padded(day))" }

    /// Reads `2026-11-22`; nil for anything else, also for a day that no calendar has.
    package init?(_ text: String) {
        let fields = text.split(separator: "-", omittingEmptySubsequences: false)
        guard fields.count == 3, fields[0].count == 4, fields[1].count == 2, fields[2].count == 2,
            let year = Int(fields[0]), let month = Int(fields[1]), let day = Int(fields[2]),
            (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        self.init(year: year, month: month, day: day)
        guard LocalDate(dayNumber: dayNumber) == self else { return nil }
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let date = LocalDate(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no date")
        }
        self = date
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// A time on somebody's wall clock, to the minute. Saved as `19:30`.
package struct LocalTime: Hashable, Comparable, Sendable {
    /// 0–1,439.
    package let minutesAfterMidnight: Int

    /// Nil unless `0 ≤ hour < 24` and `0 ≤ minute < 60`.
    package init?(hour: Int, minute: Int) {
        guard (0..<24).contains(hour), (0..<60).contains(minute) else { return nil }
        minutesAfterMidnight = hour * 60 + minute
    }

    /// Any number of minutes, wrapped into one day.
    package init(minutesAfterMidnight: Int) {
        self.minutesAfterMidnight = ((minutesAfterMidnight % 1_440) + 1_440) % 1_440
    }

    package var hour: Int { minutesAfterMidnight / 60 }
    package var minute: Int { minutesAfterMidnight % 60 }

    package static func < (a: LocalTime, b: LocalTime) -> Bool {
        a.minutesAfterMidnight < b.minutesAfterMidnight
    }
}

extension LocalTime: Codable, CustomStringConvertible {
    package var description: String { "\(padded(hour)):\(padded(minute))" }

    /// Reads `19:30`, `7:05` or `19.30`; nil for anything else.
    package init?(_ text: String) {
        let fields = text.split(
            omittingEmptySubsequences: false, whereSeparator: { $0 == ":" || $0 == "." })
        guard fields.count == 2, (1...2).contains(fields[0].count), fields[1].count == 2,
            let hour = Int(fields[0]), let minute = Int(fields[1])
        else { return nil }
        self.init(hour: hour, minute: minute)
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let time = LocalTime(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no time")
        }
        self = time
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

private func padded(_ number: Int, to width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
