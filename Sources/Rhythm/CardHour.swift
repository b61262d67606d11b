package import Dialogue

/// When a person's daily card comes: at one hour of their day, once for each date.
///
/// The date of the last card given is the key that keeps it to once: no step of the clock and no
/// change of zone or hour gives a second card for the same date.
package struct CardHour: Hashable, Sendable, Codable {
    /// Where the person's clock is.
    package let zone: Zone
    /// When the card comes, on that clock.
    package let hour: LocalTime
    /// When none may come, late or not; nil: it may at any time.
    package let quiet: QuietHours?
    /// A date whose card a change of zone or hour would have lost; nil if the change lost none.
    package let carried: Carried?

    /// Cards at this hour from the start; for a change see ``changed(zone:hour:quiet:lastGiven:at:)``.
    package init(zone: Zone, hour: LocalTime, quiet: QuietHours? = nil) {
        self.init(zone: zone, hour: hour, quiet: quiet, carried: nil)
    }

    /// The card of `date` may be given from `since` on.
    package struct Carried: Hashable, Sendable, Codable {
        package let date: LocalDate
        package let since: Moment
    }

    /// What the clock says about a person's cards.
    package struct Judgement: Hashable, Sendable {
        /// The date whose card is to be given now; nil for none.
        package let due: LocalDate?
        /// Until when that card is worth bringing. Without one it is now.
        package let until: Moment
        /// Dates that had no card and get none any more. Some of them may never have existed.
        package let missed: ClosedRange<LocalDate>?
        /// The date of the next card after this moment, and of `due`.
        package let nextDate: LocalDate
        /// When that is. Always later than now.
        package let next: Moment
        /// The key to keep. It is the given one but after the clock had run years ahead and was
        /// set right: then that key would have silenced the cards for years.
        package let lastGiven: LocalDate?
    }

    /// How long after its instant a card is still given, for instance after a restart.
    package static let grace = Span.hours(6)

    /// What is due, missed and next at `now`. The cost doesn't grow with the time since.
    ///
    /// - Parameter lastGiven: the date of the last card given; nil before the first,
    ///   and then a card whose hour was less than six hours ago is due.
    package func judge(lastGiven: LocalDate?, now: Moment) -> Judgement {
        let latest = latestDate(until: now)
        let key = keyToKeep(lastGiven, latest: latest, now: now)
        let isGiven = key.map { latest <= $0 } ?? false
        let end = start(of: latest) + Self.grace
        let waking = wakes(at: now, on: latest)
        let isOpen = !isGiven && waking < end
        let due = isOpen && waking <= now ? latest : nil
        let isWaiting = isOpen && waking > now
        let nextDate =
            isWaiting ? latest : existing(from: max(latest, key ?? latest).adding(days: 1))
        let last = isOpen ? latest.adding(days: -1) : latest
        let missed = key.flatMap { given in
            given < last ? given.adding(days: 1)...last : nil
        }
        return Judgement(
            due: due, until: due == nil ? now : min(end, sleeps(after: now)), missed: missed,
            nextDate: nextDate,
            next: isWaiting ? waking : zone.instant(on: nextDate, at: hour), lastGiven: key)
    }

    /// The first moment from `now` on that isn't quiet. A card that is due by a change of clocks
    /// just made comes at once: whoever made it is awake. So does one that comes in time: where
    /// its hour is skipped, the moment after the gap may be quiet.
    private func wakes(at now: Moment, on date: LocalDate) -> Moment {
        guard let quiet, now >= start(of: date) + .minutes(10) else {
            return now
        }
        return quiet.nextWaking(at: now, in: zone)
    }

    /// When quiet begins next; a day later at the most.
    private func sleeps(after now: Moment) -> Moment {
        let end = now + .days(1)
        guard let quiet, !quiet.isQuiet(at: now, in: zone) else { return end }
        return quiet.nextQuiet(after: now, in: zone) ?? end
    }

    /// The same person's cards in another zone or at another hour from `now` on. A card that was
    /// still to come, and whose time has already passed on the new clock, is due at once.
    package func changed(
        zone: Zone, hour: LocalTime, quiet: QuietHours? = nil, lastGiven: LocalDate?,
        at now: Moment
    ) -> CardHour {
        let before = judge(lastGiven: lastGiven, now: now)
        let open = before.due ?? before.nextDate
        let after = CardHour(zone: zone, hour: hour, quiet: quiet)
        let latest = after.latestDate(until: now)
        guard latest >= open else { return after }
        return CardHour(
            zone: zone, hour: hour, quiet: quiet,
            carried: Carried(date: latest, since: now))
    }

    /// As it was kept, with what ``changed(zone:hour:quiet:lastGiven:at:)`` carried over.
    package init(zone: Zone, hour: LocalTime, quiet: QuietHours? = nil, carried: Carried?) {
        self.zone = zone
        self.hour = hour
        self.quiet = quiet
        self.carried = carried
    }

    /// From when on this date's card may be given.
    private func start(of date: LocalDate) -> Moment {
        let instant = zone.instant(on: date, at: hour)
        guard let carried, carried.date == date else { return instant }
        return max(instant, carried.since)
    }

    /// The last date whose instant is not after `now`.
    private func latestDate(until now: Moment) -> LocalDate {
        let today = zone.localDate(at: now)
        // Tomorrow's can be over already: where clocks go back across midnight, it came before.
        // The day before yesterday's can be the last where a date was skipped.
        for days in [1, 0, -1] {
            let date = today.adding(days: days)
            if zone.instant(on: date, at: hour) <= now, zone.has(date) { return date }
        }
        return today.adding(days: -2)
    }

    private func existing(from date: LocalDate) -> LocalDate {
        zone.has(date) ? date : date.adding(days: 1)
    }

    /// Moving between zones puts the key at most two dates ahead. Further than that only a wrong
    /// clock put it; today's card counts as given if its time is past, for it may have been.
    private func keyToKeep(_ key: LocalDate?, latest: LocalDate, now: Moment) -> LocalDate? {
        guard let key, key > zone.localDate(at: now).adding(days: 2) else { return key }
        return latest
    }
}
