import Dialogue
import Foundation
import Testing

@testable import Rhythm

/// Holds `Zone.instant` against a scan that looks at the clock every minute.
struct InstantPropertyTests {
    /// The first minute of two days at which the wall clock shows this time or more.
    private func scanned(_ rules: TimeZone, _ date: LocalDate, _ time: LocalTime) -> Moment {
        let wall = Int64(date.dayNumber) * 86_400 + Int64(time.minutesAfterMidnight) * 60
        for seconds in stride(from: wall - 86_400, through: wall + 86_400, by: 60) {
            let offset = rules.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
            if seconds + Int64(offset) >= wall { return Moment(seconds) }
        }
        return Moment(.max)
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `on random dates in every zone it is what a scan finds`(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        // Since 1975 no clock has been off UTC by less than a minute, so minutes are enough.
        let days = try "1975-01-01".asDate.dayNumber...(try "2040-12-31".asDate.dayNumber)
        for name in TimeZone.knownTimeZoneIdentifiers {
            guard let rules = TimeZone(identifier: name) else { continue }
            let date = LocalDate(dayNumber: Int.random(in: days, using: &dice))
            let time = dice.time()
            let found = try zone(name).instant(on: date, at: time)
            #expect(found == scanned(rules, date, time), "\(name) \(date) \(time) seed \(seed)")
        }
    }

    @Test(arguments: [4, 5, 6] as [UInt64])
    func `around every kind of clock change it is what a scan finds`(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        for name in TimeZone.knownTimeZoneIdentifiers {
            guard let rules = TimeZone(identifier: name) else { continue }
            let from = Date(timeIntervalSince1970: .random(in: 2e8...1.9e9, using: &dice))
            guard let change = rules.nextDaylightSavingTimeTransition(after: from) else { continue }
            let zone = try zone(name)
            let moment = Moment(Int64(change.timeIntervalSince1970))
            let (date, _) = zone.local(moment + .minutes(.random(in: -90...90, using: &dice)))
            let near = zone.localTime(at: moment).minutesAfterMidnight
            let minute = near + Int.random(in: -100...100, using: &dice)
            let time = LocalTime(minutesAfterMidnight: minute)
            let found = zone.instant(on: date, at: time)
            #expect(found == scanned(rules, date, time), "\(name) \(date) \(time) seed \(seed)")
        }
    }

    @Test func `in every zone the instants of one hour follow each other date by date`() throws {
        var dice = Dice(seed: 7)
        for name in TimeZone.knownTimeZoneIdentifiers {
            let zone = try zone(name)
            let start = LocalDate(dayNumber: Int.random(in: 10_000...25_000, using: &dice))
            let time = dice.time()
            var last = zone.instant(on: start, at: time)
            for days in 1...400 {
                let date = start.adding(days: days)
                let next = zone.instant(on: date, at: time)
                #expect(next >= last, "\(name) \(date) \(time)")
                let shown = zone.local(next)
                #expect(shown.date >= date, "\(name) \(date) \(time)")
                last = next
            }
        }
    }
}
