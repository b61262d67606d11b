/// What can be typed with a slash. Every button has one, or a number.
package enum Command: String, Sendable, CaseIterable, Codable {
    case start
    case help
    case invite
    case today
    case skip
    case later
    case lighter
    case share
    case keep
    case again
    case next
    case answers
    case erase
    case status
    case growth
    case rounds
    case talk
    case repair
    case why
    case pause
    case resume
    case name
    case time
    case timezone
    case pace
    case quiet
    case language
    case safe
    case export
    case book
    case move
    case leave
    case forget

    /// A command and what follows it. `/Share`, `/share@bot` and `/share` are one.
    package struct Call: Sendable, Equatable {
        /// Nil for a command we don't have.
        package let command: Command?
        package let rest: String
    }

    /// Reads a text that begins with a slash; nil for any other.
    package static func call(in text: String) -> Call? {
        guard text.first == "/" else { return nil }
        let head = text.dropFirst().prefix { !$0.isWhitespace }
        guard !head.isEmpty else { return nil }
        let name = head.prefix { $0 != "@" }.lowercased()
        let rest = text.dropFirst(1 + head.count).drop { $0.isWhitespace }
        return Call(command: Command(rawValue: name), rest: String(rest))
    }
}
