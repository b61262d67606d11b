import Dialogue
import Foundation
import Testing

@testable import Rhythm

struct SharedHourTests {
    private func shared(
        _ first: String, _ second: String, after date: String, _ time: String,
        quiet: QuietHours = .usual
    ) throws -> Moment? {
        sharedHour(
            after: try at(date, time), first: (try zone(first), quiet),
            second: (try zone(second), quiet))
    }

    @Test(arguments: [
        ("Europe/Berlin", "Europe/Berlin", "2026-11-22", "17:30", "2026-11-22", "18:30"),
        ("Europe/Berlin", "Europe/Berlin", "2026-11-22", "17:31", "2026-11-23", "18:30"),
        ("Europe/Berlin", "Europe/London", "2026-11-22", "12:00", "2026-11-22", "19:00"),
        // Six hours apart: the fair middle is night in Berlin, so it is the last quarter before.
        ("Europe/Berlin", "America/New_York", "2026-11-22", "12:00", "2026-11-22", "20:15"),
    ])
    func `it is the next evening hour of both`(
        first: String, second: String, date: String, time: String, dueDate: String, dueTime: String
    ) throws {
        let expected = try at(dueDate, dueTime)
        #expect(try shared(first, second, after: date, time) == expected)
        #expect(try shared(second, first, after: date, time) == expected)
    }

    @Test func `twelve hours apart there is one, the same one every day`() throws {
        let bangkok = "Asia/Bangkok"
        let first = try #require(try shared(bangkok, "America/Lima", after: "2026-11-22", "12:00"))
        let lima = try zone("America/Lima").localTime(at: first)
        let there = try zone(bangkok).localTime(at: first)
        #expect(lima.hour == there.hour + 12 || there.hour == lima.hour + 12)
        let next = sharedHour(
            after: first, first: (try zone(bangkok), .usual),
            second: (try zone("America/Lima"), .usual)
        )
        #expect(next == first + .days(1))
    }

    @Test func `custom nights can leave no hour at all`() throws {
        let shift = QuietHours(from: try "06:00".asTime, to: try "21:45".asTime)
        let berlin = try zone("Europe/Berlin")
        let now = try at("2026-11-22", "12:00")
        #expect(sharedHour(after: now, first: (berlin, .usual), second: (berlin, shift)) == nil)
    }

    @Test(arguments: [21, 22] as [UInt64])
    func `for any two zones both are awake, none is better, and none comes sooner`(
        seed: UInt64
    ) throws {
        var dice = Dice(seed: seed)
        let names = TimeZone.knownTimeZoneIdentifiers
        for _ in 0..<400 {
            let here = try zone(try #require(names.randomElement(using: &dice)))
            let there = try zone(try #require(names.randomElement(using: &dice)))
            let now = Moment(.random(in: 1_700_000_000...2_000_000_000, using: &dice))
            let found = try #require(
                sharedHour(after: now, first: (here, .usual), second: (there, .usual)))
            let swapped = sharedHour(after: now, first: (there, .usual), second: (here, .usual))
            #expect(found == swapped, "\(here.name) \(there.name) \(now) seed \(seed)")
            #expect(found >= now + .hours(1) && found < now + .hours(51))
            #expect(found.seconds % 900 == 0)
            for zone in [here, there] {
                #expect(!QuietHours.usual.isQuiet(at: found, in: zone), "\(zone.name) \(now)")
            }
            let calendar = here.name <= there.name ? here : there
            let date = calendar.localDate(at: found)
            for minutes in stride(from: -1_440, through: 1_440, by: 15) {
                let other = found + .minutes(Int64(minutes))
                guard calendar.localDate(at: other) == date,
                    !QuietHours.usual.isQuiet(at: other, in: here),
                    !QuietHours.usual.isQuiet(at: other, in: there)
                else { continue }
                #expect(cost(found, here, there) <= cost(other, here, there), "\(now) \(seed)")
            }
        }
    }

    private func cost(_ moment: Moment, _ here: Zone, _ there: Zone) -> [Int64] {
        let distances = [here, there].map { zone in
            let apart = abs(zone.localTime(at: moment).minutesAfterMidnight - 1_170)
            return min(apart, 1_440 - apart)
        }
        let sum = distances.reduce(0, +)
        return [Int64(max(distances[0], distances[1])), Int64(sum), moment.seconds]
    }
}

extension [Int64] {
    fileprivate static func <= (a: [Int64], b: [Int64]) -> Bool {
        a == b || a.lexicographicallyPrecedes(b)
    }
}
