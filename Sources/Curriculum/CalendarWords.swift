import Dialogue
import Foundation
import Rhythm

/// Dates, times and lengths of time, as a language writes them.
struct CalendarWords: Sendable {
    let locale: Locale
    let minutes: Template<Line.Slot>
    let hour: Template<Line.Slot>
    let hours: Template<Line.Slot>
    /// What may be typed for how often a card comes.
    let paces: [(words: [String], days: CardDays)]

    /// A weekday, a day and a time in a zone, for instance `Thu, 3 Dec, 19:30`.
    func text(of moment: Moment, in zone: String) -> String {
        var style = Date.FormatStyle(
            locale: locale, calendar: Calendar(identifier: .gregorian),
            timeZone: CalendarWords.zone(zone, at: moment))
        style = style.weekday(.abbreviated).day().month(.abbreviated).hour().minute()
        return Date(timeIntervalSince1970: TimeInterval(moment.seconds)).formatted(style)
    }

    /// By the same rules as everything else that goes by the clock.
    private static func zone(_ name: String, at moment: Moment) -> TimeZone {
        let offset = Zone(name)?.offset(at: moment).seconds ?? 0
        return TimeZone(secondsFromGMT: Int(offset)) ?? .gmt
    }

    /// What the language calls the city that a zone is named for; nil where it has no name of its
    /// own for it.
    func place(_ zone: String) -> String? {
        guard locale.language.languageCode != .english, zone.contains("/"),
            let known = TimeZone(identifier: zone)
        else { return nil }
        let formatter = DateFormatter()
        formatter.locale = locale
        formatter.dateFormat = "VVV"
        formatter.timeZone = .gmt
        let unknown = formatter.string(from: .distantPast)
        formatter.timeZone = known
        let name = formatter.string(from: .distantPast)
        return name == unknown || name.isEmpty ? nil : name
    }

    /// A day, for instance `3 Dec 2026`.
    func text(of date: LocalDate) -> String {
        let seconds = (date.dayNumber - LocalDate(year: 1970, month: 1, day: 1).dayNumber) * 86_400
        let style = Date.FormatStyle(
            locale: locale, calendar: Calendar(identifier: .gregorian), timeZone: .gmt
        ).day().month(.abbreviated).year()
        return Date(timeIntervalSince1970: TimeInterval(seconds)).formatted(style)
    }

    /// `Monday`.
    func name(of day: DayOfWeek) -> String {
        // 5 January 1970 was a Monday.
        let moment = Date(timeIntervalSince1970: TimeInterval((day.rawValue + 3) * 86_400))
        return moment.formatted(
            Date.FormatStyle(
                locale: locale, calendar: Calendar(identifier: .gregorian), timeZone: .gmt
            ).weekday(.wide))
    }

    /// The days of the week that are meant by how often, or by their names or the beginnings of them, apart from
    /// one another by blanks or commas; nil if anything else stands there.
    func days(in text: String) -> CardDays? {
        let whole = plain(text.trimmingCharacters(in: .whitespacesAndNewlines))
        let paced = paces.first { $0.words.contains { plain($0) == whole } }
        if let paced { return paced.days }
        let words = text.split { !$0.isLetter && $0 != "." }.map { word in
            plain(String(word.prefix { $0 != "." }))
        }.filter { !$0.isEmpty && !CalendarWords.joiners.contains($0) }
        let names = DayOfWeek.allCases.map { (day: $0, name: plain(name(of: $0))) }
        var days: [DayOfWeek] = []
        for word in words {
            let meant = names.filter { word.count >= 2 && $0.name.hasPrefix(word) }
            guard meant.count == 1, let day = meant.first?.day else { return nil }
            days.append(day)
        }
        return CardDays(days)
    }

    /// "and", in the languages that are spoken here; no weekday begins so and ends there.
    private static let joiners: Set = ["and", "y", "e", "und"]

    private func plain(_ word: String) -> String {
        word.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: locale)
    }

    /// For a button: `20 minutes`, `An hour`, `3 hours`.
    func span(minutes count: Int) -> String {
        if count < 60 { return minutes.filled([.count: String(count)]) }
        if count < 120 { return hour.filled([:]) }
        return hours.filled([.count: String(count / 60)])
    }
}

extension Template<Line.Slot> {
    /// The phrase with these texts in its places.
    func filled(_ slots: [Line.Slot: String]) -> String {
        tokens.map { token in
            switch token {
            case .text(let text): text
            case .slot(let slot): slots[slot] ?? ""
            case .strong: ""
            }
        }.joined()
    }
}
