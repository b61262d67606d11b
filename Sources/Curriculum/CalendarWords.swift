import Dialogue
import Foundation

/// Dates, times and lengths of time, as a language writes them.
struct CalendarWords: Sendable {
    let locale: Locale
    let minutes: Template<Line.Slot>
    let hour: Template<Line.Slot>
    let hours: Template<Line.Slot>

    /// A weekday, a day and a time in a zone, for instance `Thu, 3 Dec, 19:30`.
    func text(of moment: Moment, in zone: String) -> String {
        var style = Date.FormatStyle(
            locale: locale, calendar: Calendar(identifier: .gregorian),
            timeZone: TimeZone(identifier: zone) ?? .gmt)
        style = style.weekday(.abbreviated).day().month(.abbreviated).hour().minute()
        return Date(timeIntervalSince1970: TimeInterval(moment.seconds)).formatted(style)
    }

    /// A day, for instance `3 Dec 2026`.
    func text(of date: LocalDate) -> String {
        let seconds = (date.dayNumber - LocalDate(year: 1970, month: 1, day: 1).dayNumber) * 86_400
        let style = Date.FormatStyle(
            locale: locale, calendar: Calendar(identifier: .gregorian), timeZone: .gmt
        ).day().month(.abbreviated).year()
        return Date(timeIntervalSince1970: TimeInterval(seconds)).formatted(style)
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
