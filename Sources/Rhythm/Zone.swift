package import Dialogue
import Foundation

/// A person's time zone: a name of the IANA database, with its rules.
///
/// Saved as its name. Everything here is arithmetic on the zone's offset at an instant:
/// `Calendar` would lose a whole day in Lord Howe's gap of thirty minutes.
package struct Zone: Sendable {
    /// The name as it is written today, for instance `Europe/Kyiv`.
    package let name: String
    private let rules: TimeZone
    /// The machine's rules, if they are newer.
    private let machineRules: ZoneFile?

    /// Nil unless it is the name, present or former, of a place whose rules this program has.
    /// Case does not matter. Abbreviations (`EST`) and bare offsets (`GMT+2`, `Etc/GMT+5`) are
    /// refused: they name no place, so nothing says when their clocks change.
    package init?(_ name: String) {
        guard let canonical = ZoneNames.canonical(name), let rules = TimeZone(identifier: canonical)
        else { return nil }
        self.name = canonical
        self.rules = rules
        machineRules = ZoneRules.machineRules(of: canonical)
    }

    /// The zone of the machine this runs on; UTC if it has none that is a place.
    package static var host: Zone { Zone(TimeZone.current.identifier) ?? .utc }

    /// Greenwich without summer time. Foundation builds it without looking up any rules.
    package static let utc = Zone(name: "UTC", rules: .gmt)

    /// Whether the zone rules came with this build. A statically linked program can lose them
    /// silently; a daemon asserts this at start-up.
    package static var rulesArePresent: Bool {
        guard let berlin = Zone("Europe/Berlin") else { return false }
        // Winter and summer of 2026.
        return berlin.offset(at: Moment(1_767_225_600)).seconds == 3_600
            && berlin.offset(at: Moment(1_782_864_000)).seconds == 7_200
    }

    private init(name: String, rules: TimeZone) {
        self.name = name
        self.rules = rules
        machineRules = nil
    }

    /// How far local clocks are ahead of UTC; negative in the west.
    package func offset(at moment: Moment) -> Span { Span(seconds: offset(moment.seconds)) }

    /// The date on a wall calendar there.
    package func localDate(at moment: Moment) -> LocalDate { local(moment).date }

    /// The time on a wall clock there, seconds cut off.
    package func localTime(at moment: Moment) -> LocalTime { local(moment).time }

    /// Date and time there.
    package func local(_ moment: Moment) -> (date: LocalDate, time: LocalTime) {
        let utc = Self.clamped(moment.seconds)
        let wall = utc + offset(utc)
        let day = wall.flooredQuotient(86_400)
        let minute = (wall - day * 86_400) / 60
        return (
            LocalDate(dayNumber: Int(day)), LocalTime(minutesAfterMidnight: Int(minute))
        )
    }

    /// The one instant at which this time is reached on this date.
    ///
    /// Of a time that comes twice it is the first; for one that is skipped it is the first moment
    /// after the gap, which for a whole skipped date lies on the date after.
    package func instant(on date: LocalDate, at time: LocalTime) -> Moment {
        let wall = Int64(date.dayNumber) * 86_400 + Int64(time.minutesAfterMidnight) * 60
        // No clock is a day away from UTC, so the answer lies between these two.
        let low = wall - 86_400
        let high = wall + 86_400
        let before = offset(low)
        let after = offset(high)
        let early = wall - max(before, after)
        if offset(early) == max(before, after) { return Moment(early) }
        let late = wall - min(before, after)
        if offset(late) == min(before, after) { return Moment(late) }
        return Moment(transition(after: low, until: high, wall: wall))
    }

    /// Whether the zone ever had this date: the date line has swallowed some.
    package func has(_ date: LocalDate) -> Bool {
        localDate(at: instant(on: date, at: LocalTime(minutesAfterMidnight: 0))) == date
    }

    /// The first second at which the wall clock shows `wall` or more. Halving is right because
    /// the clock passes `wall` only once between the two, by jumping over it.
    private func transition(after low: Int64, until high: Int64, wall: Int64) -> Int64 {
        var low = low
        var high = high
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if middle + offset(middle) >= wall { high = middle } else { low = middle }
        }
        return high
    }

    private func offset(_ seconds: Int64) -> Int64 {
        if let machineRules { return machineRules.offset(at: Self.clamped(seconds)) }
        let date = Date(timeIntervalSince1970: Double(Self.clamped(seconds)))
        return Int64(rules.secondsFromGMT(for: date))
    }

    /// Keeps a broken clock within the years 1 to 9999, which every date format can write.
    private static func clamped(_ seconds: Int64) -> Int64 {
        min(max(seconds, -62_135_500_000), 253_402_200_000)
    }
}

extension Zone: Hashable, Codable {
    package static func == (a: Zone, b: Zone) -> Bool { a.name == b.name }
    package func hash(into hasher: inout Hasher) { hasher.combine(name) }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let zone = Zone(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no zone")
        }
        self = zone
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(name)
    }
}

extension Int64 {
    /// Division that rounds down, so that moments before 1970 fall on the right day.
    fileprivate func flooredQuotient(_ divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
