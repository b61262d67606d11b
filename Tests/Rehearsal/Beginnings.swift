package import Dialogue

extension House {
    /// As scripts assume it: somebody else's computer, in Berlin, cards at seven in the evening.
    package static let rehearsal = House(
        host: .other(name: nil), platform: "Telegram", consentVersion: 1,
        zone: "Europe/Berlin", hour: LocalTime(minutesAfterMidnight: 19 * 60))
}

extension House {
    /// The same on the computer of one of the two.
    package static let rehearsedByPartner = House(
        host: .partner(name: "Ada"), platform: "Telegram", consentVersion: 1,
        zone: "Europe/Berlin", hour: LocalTime(minutesAfterMidnight: 19 * 60))
}

extension Moment {
    /// Monday, 2 March 2026, nine in the morning in Berlin: where scripts begin.
    package static let scriptStart = Moment(1_772_438_400)
}
