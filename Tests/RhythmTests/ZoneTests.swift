import Dialogue
import Foundation
import Testing

@testable import Rhythm

struct ZoneTests {
    @Test(arguments: [
        ("Europe/Berlin", "Europe/Berlin"), ("europe/berlin", "Europe/Berlin"),
        ("AMERICA/NEW_YORK", "America/New_York"), ("Asia/Calcutta", "Asia/Kolkata"),
        ("Europe/Kiev", "Europe/Kyiv"), ("US/Pacific", "America/Los_Angeles"),
        ("utc", "UTC"), ("Etc/UTC", "UTC"), ("GMT", "GMT"), ("Japan", "Asia/Tokyo"),
    ])
    func `a name in any case is the place's present name`(typed: String, name: String) {
        #expect(Zone(typed)?.name == name)
    }

    @Test(arguments: [
        "", "Z", "EST", "CET", "GMT+2", "GMT+02:00", "Etc/GMT+5", "+02:00", "Berlin", "Nope/Zone",
        "../etc/passwd", " Europe/Berlin", "EST5EDT", String(repeating: "a", count: 100_000),
    ])
    func `what names no place is refused`(typed: String) {
        #expect(Zone(typed) == nil)
    }

    @Test func `every known zone and every alias has rules`() {
        #expect(TimeZone.knownTimeZoneIdentifiers.count >= 440)
        for name in TimeZone.knownTimeZoneIdentifiers { #expect(Zone(name) != nil, "\(name)") }
        for name in ZoneNames.everySpelling {
            let zone = Zone(name)
            #expect(zone != nil && zone.flatMap { Zone($0.name) } == zone, "\(name)")
        }
        #expect(Zone.rulesArePresent)
        #expect(Zone.utc == Zone("UTC"))
    }

    @Test func `an alias keeps the time of its present name`() {
        let now = Date(timeIntervalSince1970: 1_790_000_000)
        for name in ZoneNames.everySpelling {
            guard
                let direct = TimeZone.knownTimeZoneIdentifiers.first(where: {
                    $0.lowercased() == name
                }).flatMap(TimeZone.init(identifier:)), let zone = Zone(name)
            else { continue }
            let offset = Int64(direct.secondsFromGMT(for: now))
            #expect(zone.offset(at: Moment(1_790_000_000)).seconds == offset, "\(name)")
        }
    }

    @Test func `it is saved as its name`() throws {
        let saved = try JSONEncoder().encode([try zone("Europe/Kiev")])
        #expect(String(decoding: saved, as: UTF8.self) == #"["Europe\/Kyiv"]"#)
        #expect(try JSONDecoder().decode([Zone].self, from: saved) == [try zone("Europe/Kyiv")])
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([Zone].self, from: Data(#"["EST"]"#.utf8))
        }
    }

    @Test(arguments: [
        // A usual day.
        ("Europe/Berlin", "2026-11-22", "19:30", "2026-11-22", "18:30"),
        ("Asia/Kathmandu", "2026-11-22", "19:30", "2026-11-22", "13:45"),
        // The skipped hour: the first moment after it.
        ("Europe/Berlin", "2026-03-29", "02:30", "2026-03-29", "01:00"),
        ("America/New_York", "2026-03-08", "02:30", "2026-03-08", "07:00"),
        ("Africa/Casablanca", "2026-03-22", "02:30", "2026-03-22", "02:00"),
        ("Australia/Lord_Howe", "2026-10-04", "02:15", "2026-10-03", "15:30"),
        // The hour that comes twice: its first.
        ("Europe/Berlin", "2026-10-25", "02:30", "2026-10-25", "00:30"),
        ("America/New_York", "2026-11-01", "01:30", "2026-11-01", "05:30"),
        ("Australia/Lord_Howe", "2026-04-05", "01:45", "2026-04-04", "14:45"),
        // Midnight itself is skipped.
        ("America/Santiago", "2026-09-06", "00:30", "2026-09-06", "04:00"),
        ("Africa/Cairo", "2026-04-24", "00:00", "2026-04-23", "22:00"),
        ("Asia/Beirut", "2026-03-29", "00:15", "2026-03-28", "22:00"),
        // The hour before midnight is skipped.
        ("America/Nuuk", "2026-03-28", "23:30", "2026-03-29", "01:00"),
        // A whole date is skipped, and its neighbours are not.
        ("Pacific/Apia", "2011-12-30", "12:00", "2011-12-30", "10:00"),
        ("Pacific/Apia", "2011-12-29", "12:00", "2011-12-29", "22:00"),
        ("Pacific/Apia", "2011-12-31", "12:00", "2011-12-30", "22:00"),
    ])
    func `a time on a date is one instant`(
        name: String, date: String, time: String, utcDate: String, utcTime: String
    ) throws {
        let instant = try zone(name).instant(on: try date.asDate, at: try time.asTime)
        let expected = try at(utcDate, utcTime)
        #expect(instant == expected)
    }

    @Test func `only a swallowed date does not exist`() throws {
        let apia = try zone("Pacific/Apia")
        #expect(try !apia.has("2011-12-30".asDate))
        #expect(try apia.has("2011-12-31".asDate))
        #expect(try zone("America/Santiago").has("2026-09-06".asDate))
    }

    @Test func `moments before 1970 and beyond all calendars have a date`() throws {
        let berlin = try zone("Europe/Berlin")
        #expect(try berlin.localDate(at: Moment(-1)) == "1970-01-01".asDate)
        #expect(try Zone.utc.localDate(at: Moment(-1)) == "1969-12-31".asDate)
        #expect(try Zone.utc.localTime(at: Moment(-1)) == "23:59".asTime)
        #expect(berlin.localDate(at: Moment(.max)).year == 9999)
        #expect(berlin.localDate(at: Moment(.min)).year == 1)
    }
}
