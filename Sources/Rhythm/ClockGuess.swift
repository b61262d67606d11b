import Dialogue
import Foundation

/// Guesses a zone from what a person's clock shows, or from an offset they typed.
enum ClockGuess {
    /// Names of zones whose clocks show now what was typed, the likeliest first; empty if the
    /// text holds neither a time nor an offset.
    static func zones(for text: String, now: Moment, preferred: Zone) -> [String] {
        let candidates = [preferred.name] + likely
        var found: [String] = []
        for offset in offsets(in: text, now: now) {
            found += candidates.filter { name in
                Zone(name).map { $0.offset(at: now).seconds == offset } ?? false
            }
        }
        // The preferred zone leads even if it fits only the second reading of the clock.
        return found.filter { $0 == preferred.name } + found
    }

    /// Offsets from UTC in seconds that the text may mean.
    private static func offsets(in text: String, now: Moment) -> [Int64] {
        let plain = PlainText.time(text)
        if let offset = written(plain) { return [offset] }
        return readings(of: plain).flatMap { offsets(showing: $0, now: now) }
    }

    /// Clocks agree modulo a day, so some times fit an offset in the far west and one in the far
    /// east. All offsets are multiples of a quarter hour; people's clocks and typing are not.
    private static func offsets(showing time: LocalTime, now: Moment) -> [Int64] {
        let utc = Zone.utc.localTime(at: now).minutesAfterMidnight
        let behind = time.minutesAfterMidnight - utc
        let rounded = Int((Double(behind) / 15).rounded()) * 15
        return [rounded, rounded - 1_440, rounded + 1_440]
            .filter { (-12 * 60...14 * 60).contains($0) }
            .sorted { (abs($0), $0) < (abs($1), $1) }
            .map { Int64($0) * 60 }
    }

    /// The times the text may mean: the first few words in it that are one. `8:15` without am
    /// or pm may also be said in the evening.
    private static func readings(of text: String) -> [LocalTime] {
        let words = text.split(separator: " ").prefix(12)
        for width in [3, 2, 1] {
            for start in words.indices where start + width <= words.count {
                let phrase = words[start..<(start + width)].joined(separator: " ")
                let trimmed = phrase.trimmingCharacters(in: CharacterSet(charactersIn: "!?,;()"))
                guard trimmed.contains(where: \.isNumber), let time = LocalTime(typed: trimmed)
                else { continue }
                let saysHalf = phrase.contains { "amp".contains($0) }
                guard (1...12).contains(time.hour), !saysHalf else { return [time] }
                return [time, LocalTime(minutesAfterMidnight: time.minutesAfterMidnight + 720)]
            }
        }
        return []
    }

    /// Reads `UTC+2`, `GMT-3:30`, `+05:45`; nil for anything else.
    private static func written(_ text: String) -> Int64? {
        var rest = Substring(text.filter { $0 != " " })
        if rest.hasPrefix("utc") || rest.hasPrefix("gmt") { rest = rest.dropFirst(3) }
        guard let sign = rest.first, "+-−".contains(sign) else { return nil }
        rest = rest.dropFirst()
        let fields = rest.split(separator: ":", omittingEmptySubsequences: false)
        guard (1...2).contains(fields.count), let first = fields.first,
            (1...2).contains(first.count), first.allSatisfy(\.isASCIIDigit),
            let hours = Int64(first), hours <= 14,
            let minutes = fields.count == 1 ? 0 : Int64(fields[1]), (0..<60).contains(minutes)
        else { return nil }
        let seconds = hours * 3_600 + minutes * 60
        return sign == "+" ? seconds : -seconds
    }

    /// Zones that many people live in, roughly by how many of them may meet this program.
    private static let likely = [
        "Europe/Berlin", "Europe/London", "America/New_York", "America/Los_Angeles",
        "America/Chicago", "Europe/Paris", "Europe/Madrid", "Europe/Rome", "America/Denver",
        "America/Sao_Paulo", "Asia/Kolkata", "Asia/Shanghai", "Asia/Tokyo", "Australia/Sydney",
        "Europe/Kyiv", "Europe/Moscow", "Europe/Istanbul", "Europe/Athens", "Europe/Lisbon",
        "America/Toronto", "America/Mexico_City", "America/Bogota", "America/Halifax",
        "America/Argentina/Buenos_Aires", "America/Caracas", "America/Santiago", "Africa/Lagos",
        "Africa/Cairo", "Africa/Johannesburg", "Africa/Nairobi", "Asia/Jerusalem", "Asia/Dubai",
        "Asia/Riyadh", "Asia/Tehran", "Asia/Karachi", "Asia/Almaty", "Asia/Tashkent",
        "Asia/Dhaka", "Asia/Kabul", "Asia/Kathmandu", "Asia/Colombo", "Asia/Yangon",
        "Asia/Bangkok", "Asia/Jakarta", "Asia/Ho_Chi_Minh", "Asia/Singapore", "Asia/Manila",
        "Asia/Seoul", "Australia/Perth", "Australia/Adelaide", "Australia/Darwin",
        "Australia/Brisbane", "Pacific/Auckland", "Pacific/Honolulu", "America/Anchorage",
        "America/Phoenix", "America/St_Johns", "Africa/Casablanca", "Africa/Accra",
        "Atlantic/Reykjavik", "Atlantic/Azores", "Atlantic/Cape_Verde", "America/Noronha",
        "America/Nuuk", "Asia/Yekaterinburg", "Asia/Novosibirsk", "Asia/Vladivostok",
        "Asia/Kamchatka", "Australia/Eucla", "Australia/Lord_Howe", "Pacific/Guadalcanal",
        "Pacific/Fiji", "Pacific/Chatham", "Pacific/Tongatapu", "Pacific/Kiritimati",
        "Pacific/Marquesas", "Pacific/Pago_Pago",
    ]
}
