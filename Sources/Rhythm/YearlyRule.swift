import Dialogue

/// What a zone's clocks do every year, as POSIX writes it: `CET-1CEST,M3.5.0,M10.5.0/3`
/// (RFC 9636, section 3.3; POSIX.1-2024, section 8.3).
struct YearlyRule: Sendable, Equatable {
    /// Seconds ahead of UTC.
    private let standard: Int64
    private let summer: Summer?

    fileprivate struct Summer: Equatable {
        let offset: Int64
        let from: Change
        let to: Change
    }

    /// A day of each year, and seconds after its midnight on the clock that is about to change.
    fileprivate struct Change: Equatable {
        enum Day: Equatable {
            /// The given weekday (0: Sunday) of the given week of a month; week 5 is the last.
            case weekday(Int, week: Int, month: Int)
            /// 1–365; 29 February is never counted.
            case withoutLeapDay(Int)
            /// 0–365; 29 February is counted.
            case withLeapDay(Int)
        }

        let day: Day
        let seconds: Int64
    }

    /// Nil for what isn't such a text.
    init?(_ text: String) {
        var reader = RuleReader(text)
        guard reader.name(), let west = reader.time() else { return nil }
        standard = -west
        guard !reader.isAtEnd else {
            summer = nil
            return
        }
        guard reader.name() else { return nil }
        var offset = standard + 3_600
        if !reader.isNext(",") {
            guard let west = reader.time() else { return nil }
            offset = -west
        }
        guard reader.take(","), let from = YearlyRule.change(&reader), reader.take(","),
            let to = YearlyRule.change(&reader), reader.isAtEnd
        else { return nil }
        summer = Summer(offset: offset, from: from, to: to)
    }

    /// Seconds ahead of UTC at a moment, in seconds since 1970.
    func offset(at moment: Int64) -> Int64 {
        guard let summer else { return standard }
        let day = (moment + standard).flooredDivision(by: 86_400)
        let year = LocalDate(dayNumber: Int(day)).year
        let from = summer.from.moment(in: year) - standard
        let to = summer.to.moment(in: year) - summer.offset
        let isSummer =
            from < to ? from <= moment && moment < to : moment < to || from <= moment
        return isSummer ? summer.offset : standard
    }

    private static func change(_ reader: inout RuleReader) -> Change? {
        guard let day = day(&reader) else { return nil }
        guard reader.take("/") else { return Change(day: day, seconds: 7_200) }
        return reader.time().map { Change(day: day, seconds: $0) }
    }

    private static func day(_ reader: inout RuleReader) -> Change.Day? {
        if reader.take("M") {
            guard let month = reader.number(1...12), reader.take("."),
                let week = reader.number(1...5), reader.take("."), let day = reader.number(0...6)
            else { return nil }
            return .weekday(day, week: week, month: month)
        }
        if reader.take("J") { return reader.number(1...365).map { .withoutLeapDay($0) } }
        return reader.number(0...365).map { .withLeapDay($0) }
    }
}

extension YearlyRule.Change {
    /// In seconds since 1970, as if the local clock were UTC.
    fileprivate func moment(in year: Int) -> Int64 { Int64(date(in: year)) * 86_400 + seconds }

    /// As a day number.
    private func date(in year: Int) -> Int {
        let first = LocalDate(year: year, month: 1, day: 1).dayNumber
        switch day {
        case .withLeapDay(let day): return first + day
        case .withoutLeapDay(let day):
            let march = LocalDate(year: year, month: 3, day: 1).dayNumber
            return day < 60 ? first + day - 1 : march + day - 60
        case .weekday(let weekday, let week, let month):
            let begin = LocalDate(year: year, month: month, day: 1).dayNumber
            let end = LocalDate(
                year: month == 12 ? year + 1 : year, month: month % 12 + 1, day: 1
            ).dayNumber
            // 1970-01-01 was a Thursday.
            let ahead = (weekday - (begin + 4)).remainderOfWeek
            let date = begin + ahead + (week - 1) * 7
            return date < end ? date : date - 7
        }
    }
}

/// Reads such a text from its beginning.
private struct RuleReader {
    private var rest: Substring.UTF8View

    init(_ text: String) { rest = Substring(text).utf8 }

    var isAtEnd: Bool { rest.isEmpty }

    func isNext(_ mark: Character) -> Bool { rest.first == mark.asciiValue }

    mutating func take(_ mark: Character) -> Bool {
        guard isNext(mark) else { return false }
        rest.removeFirst()
        return true
    }

    /// Three letters or more, or anything between `<` and `>`.
    mutating func name() -> Bool {
        if take("<") {
            guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return false }
            rest = rest[rest.index(after: end)...]
            return true
        }
        let letters = rest.prefix { (65...90).contains($0) || (97...122).contains($0) }
        rest = rest[letters.endIndex...]
        return letters.count >= 3
    }

    /// `-3:30`, in seconds. Hours may go beyond a day.
    mutating func time() -> Int64? {
        let sign: Int64 = take("-") ? -1 : 1
        if sign == 1 { _ = take("+") }
        guard let hours = number(0...167) else { return nil }
        var seconds = Int64(hours) * 3_600
        for unit in [60, 1] as [Int64] {
            guard take(":") else { break }
            guard let count = number(0...59) else { return nil }
            seconds += Int64(count) * unit
        }
        return sign * seconds
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int? {
        let digits = rest.prefix { (48...57).contains($0) }
        guard (1...3).contains(digits.count), let number = Int(Substring(digits)),
            range.contains(number)
        else { return nil }
        rest = rest[digits.endIndex...]
        return number
    }
}

extension Int {
    /// Days ahead, 0–6.
    fileprivate var remainderOfWeek: Int { ((self % 7) + 7) % 7 }
}

extension Int64 {
    /// Rounded down, also before 1970.
    fileprivate func flooredDivision(by divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
