import Dialogue
import Testing

@testable import Rhythm

struct QuietHoursTests {
    @Test(arguments: [
        ("21:29", false), ("21:30", true), ("23:59", true), ("00:00", true), ("07:59", true),
        ("08:00", false), ("12:00", false),
    ])
    func `the usual night is from half past nine to eight`(time: String, isQuiet: Bool) throws {
        #expect(QuietHours.usual.isQuiet(at: try time.asTime) == isQuiet)
    }

    @Test func `a nap is quiet, and equal ends never are`() throws {
        let nap = QuietHours(from: try "13:00".asTime, to: try "14:00".asTime)
        #expect(try nap.isQuiet(at: "13:59".asTime) && !nap.isQuiet(at: "14:00".asTime))
        let none = QuietHours(from: try "13:00".asTime, to: try "13:00".asTime)
        #expect(!(0..<1_440).contains { none.isQuiet(minute: $0) })
    }

    @Test func `the next waking moment is the end of the night`() throws {
        let berlin = try zone("Europe/Berlin")
        let night = try at("2026-11-22", "22:00")
        let morning = try at("2026-11-23", "07:00")
        #expect(QuietHours.usual.nextWaking(at: night, in: berlin) == morning)
        #expect(QuietHours.usual.nextWaking(at: morning, in: berlin) == morning)
    }

    @Test func `a night that ends in the hour that comes twice also ends the second time`() throws {
        let berlin = try zone("Europe/Berlin")
        let night = QuietHours(from: try "21:30".asTime, to: try "02:30".asTime)
        let first = try at("2026-10-25", "00:10")
        let second = try at("2026-10-25", "01:10")
        #expect(night.nextWaking(at: first, in: berlin) == first + .minutes(20))
        #expect(night.nextWaking(at: second, in: berlin) == second + .minutes(20))
        #expect(
            night.nextWaking(at: second + Span(seconds: 7), in: berlin) == second + .minutes(20))
    }

    @Test(arguments: [11, 12] as [UInt64])
    func `around clock changes it is what a scan finds`(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        let changes = [
            ("Europe/Berlin", "2026-10-25", "01:00"), ("Europe/Berlin", "2026-03-29", "01:00"),
            ("Australia/Lord_Howe", "2026-10-03", "15:30"), ("Africa/Cairo", "2026-04-23", "22:00"),
            ("Pacific/Apia", "2011-12-30", "10:00"), ("America/St_Johns", "2007-11-04", "02:31"),
        ]
        for (name, date, time) in changes {
            let zone = try zone(name)
            let change = try at(date, time)
            for _ in 0..<60 {
                let hours = QuietHours(from: dice.time(), to: dice.time())
                let start = change + .minutes(.random(in: -1_500...300, using: &dice))
                var scanned = start
                while hours.isQuiet(at: scanned, in: zone) { scanned = scanned + .minutes(1) }
                let found = hours.nextWaking(at: start, in: zone)
                #expect(found == scanned, "\(name) \(hours) \(start) seed \(seed)")
            }
        }
    }

    /// Whatever somebody chose, their card's hour is awake, and quiet hours never grow by it.
    @Test(arguments: [21] as [UInt64])
    func `they make room for the card, and for nothing else`(seed: UInt64) {
        var dice = Dice(seed: seed)
        for _ in 0..<20_000 {
            let chosen = QuietHours(from: dice.time(), to: dice.time())
            let hour = dice.time()
            let left = chosen.leaving(hour)
            #expect(!left.isQuiet(at: hour), "\(chosen) \(hour)")
            #expect(left.length <= chosen.length, "\(chosen) \(hour) \(left)")
        }
        // Somebody who sleeps by day, after a card in the morning.
        let day = QuietHours(from: time(9, 0), to: time(17, 0))
        #expect(day.leaving(time(8, 30)) == QuietHours(from: time(9, 30), to: time(17, 0)))
        #expect(
            QuietHours.usual.leaving(time(6, 30)) == QuietHours(from: time(21, 30), to: time(6, 30))
        )
        #expect(
            QuietHours.usual.leaving(time(22, 30)) == QuietHours(from: time(23, 30), to: time(8, 0))
        )
    }

    private func time(_ hour: Int, _ minute: Int) -> LocalTime {
        LocalTime(minutesAfterMidnight: hour * 60 + minute)
    }
}
