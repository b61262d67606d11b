import Curriculum
import Dialogue

/// Notes that a line was looked up, or takes that back.
struct LineConfirming {
    let lines: HelpLines
    let file: ConfirmationsFile
    /// By Greenwich.
    let today: LocalDate

    /// Changes the confirmation of one line.
    ///
    /// - Parameter date: nil takes it back.
    /// - Returns: what was done, for the terminal.
    /// - Throws: what a person must fix, as a ``Stop``; nothing was changed then.
    func change(_ country: String, _ key: String, to date: LocalDate?) throws -> String {
        let found = lines.lines(for: country)
        guard let line = found.first(where: { $0.key == key }) else {
            let country = country.uppercased()
            let keys = found.map(\.key).joined(separator: ", ")
            throw Stop(
                found.isEmpty
                    ? "There are no lines for \(country); the directory is \(lines.directory)."
                    : "\(country) has no line with this key. It has: \(keys).")
        }
        // It may be tomorrow already where somebody looked it up.
        if let date, date > today.adding(days: 1) {
            throw Stop("That day is yet to come: give the day on which you looked the line up.")
        }
        try file.change { confirmations in
            if let date {
                confirmations.confirm(line, on: date)
            } else {
                confirmations.withdraw(line)
            }
        }
        let done = date.map { "confirmed on \($0)" } ?? "not checked"
        return
            "\(line.name), \(line.number): \(done). A running bot reads this when it next starts."
    }
}
