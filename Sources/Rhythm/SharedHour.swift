package import Dialogue

/// The hour of the day that suits a couple best: both awake, and as near as can be to the hour
/// they prefer, on both their clocks.
///
/// Each day has one. It is the quarter hour whose worse distance from `preferred` is smallest; of
/// equals the one with the smaller sum, then the earlier. Swapping the two changes nothing.
///
/// - Returns: today's if at least an hour lies between `after` and it, else the next day's; nil
///   if the two are never awake together.
package func sharedHour(
    after: Moment, first: (zone: Zone, quiet: QuietHours), second: (zone: Zone, quiet: QuietHours),
    preferred: LocalTime = LocalTime(minutesAfterMidnight: 19 * 60 + 30)
) -> Moment? {
    // Far apart, two different hours may be equally good. Whose midnight parts the days decides
    // between them, so it must always be the same partner's.
    let calendar = first.zone.name <= second.zone.name ? first.zone : second.zone
    let earliest = after + .hours(1)
    let today = calendar.localDate(at: after)
    // A date that the date line swallowed has no hours: hence a third day.
    for days in 0...3 {
        let evening = Evening(
            from: midnight(today.adding(days: days), in: calendar),
            to: midnight(today.adding(days: days + 1), in: calendar))
        if let best = evening.best(first, second, preferred), best >= earliest { return best }
    }
    return nil
}

private func midnight(_ date: LocalDate, in zone: Zone) -> Moment {
    zone.instant(on: date, at: LocalTime(minutesAfterMidnight: 0))
}

/// One day of the couple's, in which the best quarter hour is looked for.
private struct Evening {
    let from: Moment
    let to: Moment

    typealias Partner = (zone: Zone, quiet: QuietHours)

    func best(_ first: Partner, _ second: Partner, _ preferred: LocalTime) -> Moment? {
        let firstClock = Clock(first.zone, from: from, to: to)
        let secondClock = Clock(second.zone, from: from, to: to)
        var best: (moment: Moment, worse: Int, sum: Int)?
        var quarter = Moment((from.seconds + 899).flooredToQuarter)
        while quarter < to {
            defer { quarter = quarter + .minutes(15) }
            let here = firstClock.minute(at: quarter)
            let there = secondClock.minute(at: quarter)
            if first.quiet.isQuiet(minute: here) || second.quiet.isQuiet(minute: there) { continue }
            let near = distance(here, preferred)
            let far = distance(there, preferred)
            let candidate = (moment: quarter, worse: max(near, far), sum: near + far)
            if let known = best, (known.worse, known.sum) <= (candidate.worse, candidate.sum) {
                continue
            }
            best = candidate
        }
        return best?.moment
    }

    /// Minutes between two times of day, the short way round the clock.
    private func distance(_ minute: Int, _ preferred: LocalTime) -> Int {
        let apart = abs(minute - preferred.minutesAfterMidnight)
        return min(apart, 1_440 - apart)
    }
}

/// A zone's wall clock during one day. Where clocks don't change it asks the rules only twice.
private struct Clock {
    private let zone: Zone
    private let steady: Int64?

    init(_ zone: Zone, from: Moment, to: Moment) {
        self.zone = zone
        let offset = zone.offset(at: from).seconds
        steady = offset == zone.offset(at: to).seconds ? offset : nil
    }

    /// Minutes after midnight, 0–1,439.
    func minute(at moment: Moment) -> Int {
        let wall = moment.seconds + (steady ?? zone.offset(at: moment).seconds)
        let second = wall % 86_400
        return Int(second < 0 ? second + 86_400 : second) / 60
    }
}

extension Int64 {
    /// The last full quarter hour at or before it. Zones differ by quarters, so that it is one on
    /// every wall clock.
    fileprivate var flooredToQuarter: Int64 { self - ((self % 900) + 900) % 900 }
}
