import Dialogue
import Messenger

/// What is remembered of people who haven't said that they are 18 or older: the buttons last
/// shown to them and how many codes they have tried. In memory only, bounded, gone at a restart:
/// their buttons carry all that matters.
struct Lobby: Sendable {
    private var offered: [Address: [Press]] = [:]
    private var languages: [Address: String] = [:]
    private var guesses: [Address: [Moment]] = [:]

    /// Wrong codes that one person may try within a day. There is no such number for all together:
    /// a code has 118 random bits, so that none is ever found by trying; and whoever came with
    /// many names would shut everybody else out.
    static let mostGuesses = 5
    private static let mostVisitors = 1_000

    func offered(to visitor: Address) -> [Press] { offered[visitor] ?? [] }

    mutating func offer(_ choices: [Press], to visitor: Address) {
        if offered.count >= Lobby.mostVisitors { offered = [:] }
        offered[visitor] = choices
    }

    func language(of visitor: Address) -> String? { languages[visitor] }

    mutating func speak(_ language: String, to visitor: Address) {
        if languages.count >= Lobby.mostVisitors { languages = [:] }
        languages[visitor] = language
    }

    mutating func forget(_ visitor: Address) {
        offered[visitor] = nil
        languages[visitor] = nil
    }

    /// Whether this person has tried too many codes for today.
    mutating func isLocked(_ visitor: Address, at now: Moment) -> Bool {
        let since = now - .days(1)
        guesses[visitor]?.removeAll { $0 < since }
        return guesses[visitor]?.count ?? 0 >= Lobby.mostGuesses
    }

    mutating func guessedWrong(_ visitor: Address, at now: Moment) {
        if guesses.count >= Lobby.mostVisitors { guesses = [:] }
        guesses[visitor, default: []].append(now)
    }
}
