import Dialogue
import Testing

@testable import Rhythm

/// Ten years of cards, by a clock that jumps from one to the next, in zones whose clocks do what
/// clocks rarely do.
@Suite struct TenYearsTests {
    /// Gaps at midnight and of thirty minutes, changes of rule and of offset, Ramadan, a date that
    /// was left out, quarters of an hour, and some of the usual ones.
    static let zones = [
        "Africa/Cairo", "Africa/Casablanca", "Africa/El_Aaiun", "Africa/Juba", "Africa/Khartoum",
        "Africa/Tripoli", "Africa/Windhoek", "America/Asuncion", "America/Campo_Grande",
        "America/Caracas", "America/Havana", "America/Metlakatla", "America/New_York",
        "America/Nuuk", "America/Port-au-Prince", "America/Santiago", "America/Sao_Paulo",
        "America/Scoresbysund", "America/St_Johns", "Antarctica/Casey", "Antarctica/Troll",
        "Asia/Amman", "Asia/Baku", "Asia/Beirut", "Asia/Damascus", "Asia/Gaza", "Asia/Hebron",
        "Asia/Kathmandu", "Asia/Pyongyang", "Asia/Sakhalin", "Asia/Tehran", "Atlantic/Azores",
        "Australia/Adelaide", "Australia/Eucla", "Australia/Lord_Howe", "Europe/Berlin",
        "Europe/Chisinau", "Europe/Dublin", "Europe/Istanbul", "Europe/London", "Europe/Moscow",
        "Europe/Volgograd", "Pacific/Apia", "Pacific/Bougainville", "Pacific/Chatham",
        "Pacific/Easter", "Pacific/Fakaofo", "Pacific/Fiji", "Pacific/Norfolk",
        "Pacific/Tongatapu",
    ]

    @Test(arguments: [(2007, 0), (2010, 135), (2020, 30), (2024, 19 * 60)])
    func `one card a day, at its hour`(year: Int, minutes: Int) throws {
        let hour = LocalTime(minutesAfterMidnight: minutes)
        var exceptions = 0
        for name in Self.zones {
            let zone = try #require(Zone(name), "\(name)")
            exceptions += try Decade(zone: zone, hour: hour, first: year).play()
        }
        // Else it wasn't the zones that were to be seen.
        #expect(minutes == 19 * 60 ? exceptions < 20 : exceptions > 20, "\(exceptions)")
    }
}

private struct Decade {
    let zone: Zone
    let hour: LocalTime
    let first: Int

    /// Returns on how many days the hour didn't come, or came twice.
    func play() throws -> Int {
        let quiet = QuietHours.usual.leaving(hour)
        let cards = CardHour(zone: zone, hour: hour, quiet: quiet)
        let begin = LocalDate(year: first, month: 1, day: 1)
        let end = zone.instant(on: LocalDate(year: first + 10, month: 1, day: 1), at: hour)
        var now = zone.instant(on: begin.adding(days: -1), at: hour) + .hours(1)
        var last: LocalDate? = begin.adding(days: -1)
        var expected = begin
        var exceptions = 0
        while now < end {
            let judgement = cards.judge(lastGiven: last, now: now)
            guard let date = judgement.due else {
                try #require(judgement.next > now, "\(zone.name) stands still at \(now.seconds)")
                now = judgement.next
                continue
            }
            while !exists(expected) { expected = expected.adding(days: 1) }
            #expect(date == expected, "\(zone.name): \(date), not \(expected)")
            exceptions += check(date, at: now)
            last = date
            expected = date.adding(days: 1)
        }
        #expect(expected >= LocalDate(year: first + 9, month: 12, day: 31))
        return exceptions
    }

    /// At its hour for the first time on that date; or, if that hour didn't come, at the first
    /// moment after it. Looked for without any of the reckoning that is to be tested.
    private func check(_ date: LocalDate, at now: Moment) -> Int {
        let isExact = zone.localTime(at: now) == hour && zone.localDate(at: now) == date
        let before = moments(until: now)
        let isFirst = !before.contains {
            zone.localDate(at: $0) == date && zone.localTime(at: $0) == hour
        }
        guard !isExact || !isFirst || isDoubled(now) else { return 0 }
        if isExact {
            #expect(isFirst, "\(zone.name): the second \(hour) on \(date)")
            return 1
        }
        // A minute ago it was earlier than its hour, now it is later.
        let then = zone.local(now - .minutes(1))
        let passed = (zone.localDate(at: now), zone.localTime(at: now)) >= (date, hour)
        #expect((then.date, then.time) < (date, hour) && passed, "\(zone.name) on \(date)")
        return 1
    }

    /// The hours before a moment at which clocks may have shown the same: every half hour of four.
    private func moments(until now: Moment) -> [Moment] {
        (1...8).map { now - .minutes(Int64($0) * 30) }
    }

    private func isDoubled(_ now: Moment) -> Bool {
        (1...8).contains { zone.localTime(at: now + .minutes(Int64($0) * 30)) == hour }
    }

    /// Whether any of its noons and evenings is on that date.
    private func exists(_ date: LocalDate) -> Bool {
        let noon = Moment(Int64(date.dayNumber) * 86_400 + 43_200)
        return (-14...14).contains { zone.localDate(at: noon + .hours($0)) == date }
    }
}
