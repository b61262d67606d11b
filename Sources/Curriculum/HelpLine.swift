package import Dialogue

/// A telephone line with people to talk to.
package struct HelpLine: Sendable, Equatable, Decodable {
    /// What its people know about.
    package enum Topic: String, Sendable, Equatable, Decodable {
        /// Violence or fear at home.
        case violence
        /// Thoughts of suicide, and any other hour that is too much.
        case crisis
    }

    /// As in ISO 3166, for instance `DE`.
    package let country: String
    /// Names it within its country, for instance `hilfetelefon`.
    package let key: String
    /// As it calls itself.
    package let name: String
    /// As it is dialled in that country.
    package let number: String
    package let about: [Topic]
    /// `24/7`, or from when to when each day: `11:00–23:00`. Nil if we don't know, or if it
    /// differs from day to day.
    package let hours: String?
    /// Language tags.
    package let languages: [String]
    /// When the host last looked it up; nil as it comes with the program.
    package internal(set) var verifiedOn: LocalDate?
    /// The host of its own page, or of whoever runs it.
    package let source: String

    /// What a confirmation is kept under. The number is in it, so that one that changes with a
    /// new version of the program isn't confirmed any more.
    package var confirmationKey: String { "\(country)/\(key)/\(number.filter { $0 != " " })" }
}
