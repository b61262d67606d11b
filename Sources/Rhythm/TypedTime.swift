package import Dialogue
import Foundation

extension LocalTime {
    /// The time a person means by what they typed: `19:30`, `7pm`, `7:30 p.m.`, `19.30`, `19h`,
    /// `20 Uhr`, `8 in the evening`, `noon`.
    ///
    /// Nil if it is no time, and also for a bare hour up to twelve: `7` may mean either end of
    /// the day, and a wrong guess costs more than asking again.
    package init?(typed text: String) {
        let plain = PlainText.time(text)
        if let minutes = Self.named[plain] {
            self.init(minutesAfterMidnight: minutes)
            return
        }
        var rest = Substring(Self.withoutOpening(plain))
        let digits = rest.prefix(while: \.isASCIIDigit)
        rest = rest.dropFirst(digits.count)
        guard let typed = Self.hourAndMinute(digits, &rest) else { return nil }
        let ending = rest.trimmingCharacters(in: .whitespaces)
        self.init(typed, ending: ending)
    }

    /// Hour and minute as typed, `minute` nil if there was none.
    private typealias Typed = (hour: Int, minute: Int?)

    private init?(_ typed: Typed, ending: String) {
        let minute = typed.minute ?? 0
        switch Self.half(ending) {
        case .morning?:
            guard (1...12).contains(typed.hour) else { return nil }
            self.init(hour: typed.hour % 12, minute: minute)
        case .evening?:
            // "20:15 in the evening" is said, "20 pm" is not; both are clear.
            guard (1...23).contains(typed.hour) else { return nil }
            self.init(hour: typed.hour < 12 ? typed.hour + 12 : typed.hour, minute: minute)
        case .whole?:
            let isClear = typed.minute != nil || typed.hour > 12 || !ending.isEmpty
            guard isClear else { return nil }
            let isEndOfDay = typed.hour == 24 && minute == 0
            self.init(hour: isEndOfDay ? 0 : typed.hour, minute: minute)
        case nil:
            return nil
        }
    }

    private enum Half { case morning, evening, whole }

    private static func half(_ ending: String) -> Half? {
        switch ending {
        case "am", "a", "in the morning": .morning
        case "pm", "p", "in the evening", "in the afternoon", "tonight": .evening
        case "", "h", "hs", "hrs", "uhr", "hours", "heures": .whole
        // not our enum
        default: nil
        }
    }

    /// Reads the minutes behind the hour, or both from four digits in a row.
    private static func hourAndMinute(_ digits: Substring, _ rest: inout Substring) -> Typed? {
        if digits.count == 4, let hour = Int(digits.prefix(2)), let minute = Int(digits.suffix(2)) {
            return (hour, minute)
        }
        guard (1...2).contains(digits.count), let hour = Int(digits) else { return nil }
        guard let mark = rest.first, ":.,h".contains(mark) else { return (hour, nil) }
        let minutes = rest.dropFirst().prefix(while: \.isASCIIDigit)
        if minutes.count == 2, let minute = Int(minutes) {
            rest = rest.dropFirst(3)
            return (hour, minute)
        }
        return minutes.isEmpty && mark == "h" ? (hour, nil) : nil
    }

    private static func withoutOpening(_ text: String) -> String {
        for opening in ["at ", "um ", "gegen ", "a las ", "as ", "a ", "kl ", "kl. ", "alle "]
        where text.hasPrefix(opening) {
            return String(text.dropFirst(opening.count))
        }
        return text
    }

    private static let named: [String: Int] = [
        "noon": 720, "at noon": 720, "midday": 720, "mittag": 720, "mittags": 720, "midi": 720,
        "mediodia": 720, "meio-dia": 720, "mezzogiorno": 720,
        "midnight": 0, "at midnight": 0, "mitternacht": 0, "minuit": 0, "medianoche": 0,
        "meia-noite": 0, "mezzanotte": 0,
    ]
}

extension QuietHours {
    /// Two times, from and to, as a person typed them: `22:00 7:00`, `22:00-7:00`, `from 10 pm to
    /// 7 am`, `22 Uhr bis 7 Uhr`. Nil for anything else.
    package init?(typed text: String) {
        var words = PlainText.time(text).replacing(/[–—-]/, with: " - ")
            .split(separator: " ").map(String.init)
        if let first = words.first, ["from", "von", "de", "desde", "dalle"].contains(first) {
            words.removeFirst()
        }
        let signs: Set = ["-", "to", "till", "until", "and", "bis", "hasta", "ate", "alle"]
        for split in words.indices.dropFirst() {
            let rest = words[split...].drop { signs.contains($0) }
            guard
                let from = LocalTime(typed: words[..<split].joined(separator: " ")),
                let to = LocalTime(typed: rest.joined(separator: " "))
            else { continue }
            self.init(from: from, to: to)
            return
        }
        return nil
    }
}

extension Character {
    /// A digit of those that `Int` reads.
    var isASCIIDigit: Bool { isASCII && isNumber }
}
