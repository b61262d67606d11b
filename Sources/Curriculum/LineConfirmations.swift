package import Dialogue

/// The days on which the host looked up which line. Kept outside of the program's own files, so
/// that a new version doesn't lose them.
///
/// Saved as an object: ``HelpLine/confirmationKey`` → `2026-11-23`.
package struct LineConfirmations: Sendable, Equatable, Codable {
    private var dates: [String: LocalDate] = [:]

    package init() {}

    package init(from decoder: any Decoder) throws {
        dates = try decoder.singleValueContainer().decode([String: LocalDate].self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(dates)
    }

    /// When a line was confirmed as it is now, with this very number.
    package func date(of line: HelpLine) -> LocalDate? { dates[line.confirmationKey] }

    package mutating func confirm(_ line: HelpLine, on date: LocalDate) {
        dates[line.confirmationKey] = date
    }

    /// Takes a confirmation back.
    package mutating func withdraw(_ line: HelpLine) { dates[line.confirmationKey] = nil }
}
