/// The hours of a person's night, in which nothing comes but the answer to what they just said.
package struct QuietHours: Hashable, Sendable, Codable {
    /// When quiet begins.
    package let from: LocalTime
    /// When it ends; this minute itself is awake. Equal to `from`: never quiet.
    package let to: LocalTime

    package init(from: LocalTime, to: LocalTime) {
        self.from = from
        self.to = to
    }

    /// From 21:30 to 8:00.
    package static let usual = QuietHours(
        from: LocalTime(minutesAfterMidnight: 21 * 60 + 30),
        to: LocalTime(minutesAfterMidnight: 8 * 60))

    /// At least six hours a day are left in which something may come.
    package static let most = 18 * 60

    /// Minutes a day, 0–1,439.
    package var length: Int {
        let length = to.minutesAfterMidnight - from.minutesAfterMidnight
        return length < 0 ? length + 1_440 : length
    }

    /// Whether this time of day is quiet.
    package func isQuiet(at time: LocalTime) -> Bool {
        isQuiet(minute: time.minutesAfterMidnight)
    }

    /// Minutes after midnight, 0–1,439.
    package func isQuiet(minute: Int) -> Bool {
        let start = from.minutesAfterMidnight
        let end = to.minutesAfterMidnight
        return start <= end ? (start..<end).contains(minute) : minute >= start || minute < end
    }

    /// The same night, but with this hour awake: who wants a card late goes to bed an hour after
    /// it, and who wants one early is up by then.
    package func leaving(_ hour: LocalTime) -> QuietHours {
        let ahead = (from.minutesAfterMidnight - hour.minutesAfterMidnight + 1_440) % 1_440
        guard length > 0, isQuiet(at: hour) || ahead < 60 else { return self }
        let isMorning = (5 * 60..<12 * 60).contains(hour.minutesAfterMidnight)
        if isMorning, isQuiet(at: hour) { return QuietHours(from: from, to: hour) }
        // Minutes from the card to the end of the night.
        let rest =
            isQuiet(at: hour)
            ? (to.minutesAfterMidnight - hour.minutesAfterMidnight + 1_440) % 1_440
            : ahead + length
        guard rest > 60 else { return QuietHours(from: to, to: to) }
        let later = (hour.minutesAfterMidnight + 60) % 1_440
        return QuietHours(from: LocalTime(minutesAfterMidnight: later), to: to)
    }
}
