package import Dialogue

/// The hours of a person's night, in which nothing that can wait arrives.
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

    /// Whether this time of day is quiet.
    package func isQuiet(at time: LocalTime) -> Bool {
        isQuiet(minute: time.minutesAfterMidnight)
    }

    /// Whether this moment is quiet for somebody in `zone`.
    package func isQuiet(at moment: Moment, in zone: Zone) -> Bool {
        isQuiet(at: zone.localTime(at: moment))
    }

    /// The first moment at or after `moment` that is not quiet in `zone`.
    package func nextWaking(at moment: Moment, in zone: Zone) -> Moment {
        var moment = moment
        // Once is enough but on days when clocks change; those need twice, rarely three times.
        for _ in 0..<4 where isQuiet(at: moment, in: zone) {
            moment = endOfQuiet(after: moment, in: zone)
        }
        return moment
    }

    /// Minutes after midnight, 0–1,439.
    func isQuiet(minute: Int) -> Bool {
        let start = from.minutesAfterMidnight
        let end = to.minutesAfterMidnight
        return start <= end ? (start..<end).contains(minute) : minute >= start || minute < end
    }

    private func endOfQuiet(after moment: Moment, in zone: Zone) -> Moment {
        let (date, time) = zone.local(moment)
        let end = zone.instant(on: time < to ? date : date.adding(days: 1), at: to)
        if end > moment { return end }
        // Clocks went back and this hour comes a second time: from here they run on evenly.
        let wall = moment.seconds + zone.offset(at: moment).seconds
        let left = Int64(to.minutesAfterMidnight - time.minutesAfterMidnight) * 60 - wall.second
        return moment + Span(seconds: left)
    }
}

extension Int64 {
    /// The second within its minute.
    fileprivate var second: Int64 { ((self % 60) + 60) % 60 }
}
