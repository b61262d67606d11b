package import Dialogue

/// When a person's quiet hours begin and end on the clocks of a zone.
extension QuietHours {
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

    /// The first moment after `moment` at which quiet begins in `zone`; nil if it never does.
    package func nextQuiet(after moment: Moment, in zone: Zone) -> Moment? {
        guard length > 0 else { return nil }
        let today = zone.localDate(at: moment)
        for days in 0...2 {
            let start = zone.instant(on: today.adding(days: days), at: from)
            if start > moment { return start }
        }
        return nil
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
