import Dialogue
import Foundation
import Testing

@testable import Rhythm

struct CardHourTests {
    private func card(_ name: String, _ hour: String) throws -> CardHour {
        CardHour(zone: try zone(name), hour: try hour.asTime)
    }

    @Test func `a card is due from its hour on, for six hours, once`() throws {
        let card = try card("Europe/Berlin", "19:30")
        let yesterday = try "2026-11-21".asDate
        let today = try "2026-11-22".asDate
        func due(_ given: LocalDate, _ date: String, _ time: String) throws -> LocalDate? {
            card.judge(lastGiven: given, now: try at(date, time)).due
        }
        #expect(try due(yesterday, "2026-11-22", "18:29") == nil)
        #expect(try due(yesterday, "2026-11-22", "18:30") == today)
        #expect(try due(yesterday, "2026-11-23", "00:29") == today)
        #expect(try due(yesterday, "2026-11-23", "00:30") == nil)
        #expect(try due(today, "2026-11-22", "18:31") == nil)
    }

    @Test func `a late card comes outside quiet hours, or not at all`() throws {
        let zone = try zone("Europe/Berlin")
        let date = LocalDate(year: 2026, month: 11, day: 24)
        func at(_ time: String) throws -> Moment { zone.instant(on: date, at: try time.asTime) }
        let cards = CardHour(zone: zone, hour: try "19:00".asTime, quiet: .usual)
        let yesterday = date.adding(days: -1)
        var judgement = cards.judge(lastGiven: yesterday, now: try at("21:29"))
        #expect(judgement.due == date)
        // Worth nothing once it is quiet.
        #expect(try judgement.until == at("21:30"))
        judgement = cards.judge(lastGiven: yesterday, now: try at("21:30"))
        #expect(judgement.due == nil && judgement.missed == date...date)
        #expect(judgement.nextDate == date.adding(days: 1))
        // In time it comes even where a change of clocks put its hour into the night.
        let late = CardHour(zone: zone, hour: try "22:00".asTime, quiet: .usual)
        #expect(late.judge(lastGiven: yesterday, now: try at("22:00")).due == date)
        #expect(late.judge(lastGiven: yesterday, now: try at("22:10")).due == nil)
        // A nap is slept out, if the card is still worth something after it.
        let nap = QuietHours(from: try "13:00".asTime, to: try "15:00".asTime)
        let noon = CardHour(zone: zone, hour: try "12:00".asTime, quiet: nap)
        judgement = noon.judge(lastGiven: yesterday, now: try at("14:00"))
        #expect(judgement.due == nil && judgement.missed == nil && judgement.nextDate == date)
        #expect(try judgement.next == at("15:00"))
        #expect(noon.judge(lastGiven: yesterday, now: try at("15:00")).due == date)
        judgement = noon.judge(lastGiven: yesterday, now: try at("18:00"))
        #expect(judgement.due == nil && judgement.missed == date...date)
    }

    @Test func `a card that was carried by another hour keeps the night as well`() throws {
        let zone = try zone("Europe/Berlin")
        let date = LocalDate(year: 2026, month: 11, day: 24)
        func at(_ time: String) throws -> Moment { zone.instant(on: date, at: try time.asTime) }
        let cards = try CardHour(zone: zone, hour: "22:00".asTime, quiet: .usual).changed(
            zone: zone, hour: "20:30".asTime, quiet: .usual, lastGiven: date.adding(days: -1),
            at: at("21:20"))
        func due(_ time: String) throws -> LocalDate? {
            cards.judge(lastGiven: date.adding(days: -1), now: try at(time)).due
        }
        #expect(try due("21:20") == date)
        // They set it just now, so they are awake.
        #expect(try due("21:29") == date)
        #expect(try due("22:30") == nil)
    }

    @Test func `it says what comes next and what was missed`() throws {
        let card = try card("Europe/Berlin", "19:30")
        let now = try at("2026-11-25", "02:00")
        let judged = card.judge(lastGiven: try "2026-11-21".asDate, now: now)
        #expect(judged.due == nil)
        #expect(try judged.missed == "2026-11-22".asDate...("2026-11-24".asDate))
        #expect(try judged.nextDate == "2026-11-25".asDate)
        #expect(try judged.next == at("2026-11-25", "18:30"))
        let fresh = card.judge(lastGiven: nil, now: now)
        #expect(fresh.missed == nil && fresh.nextDate == judged.nextDate)
    }

    @Test func `ten years later it is one card`() throws {
        let card = try card("Europe/Berlin", "19:30")
        let judged = card.judge(
            lastGiven: try "2026-11-21".asDate, now: try at("2036-11-22", "19:00"))
        #expect(try judged.due == "2036-11-22".asDate)
        #expect(try judged.missed?.lowerBound == "2026-11-22".asDate)
        #expect(try judged.missed?.upperBound == "2036-11-21".asDate)
    }

    @Test func `a clock set back gives nothing again`() throws {
        let card = try card("Europe/Berlin", "19:30")
        let given = try "2026-11-22".asDate
        for date in ["2026-11-22", "2026-11-21", "2026-11-20"] {
            let judged = card.judge(lastGiven: given, now: try at(date, "20:00"))
            #expect(judged.due == nil && judged.lastGiven == given)
            #expect(try judged.nextDate == "2026-11-23".asDate)
        }
    }

    @Test func `a clock that ran years ahead doesn't silence the cards`() throws {
        let card = try card("Europe/Berlin", "19:30")
        let ahead = try "2036-11-22".asDate
        let before = card.judge(lastGiven: ahead, now: try at("2026-11-22", "10:00"))
        #expect(try before.due == nil && before.next == at("2026-11-22", "18:30"))
        let after = card.judge(lastGiven: ahead, now: try at("2026-11-22", "18:40"))
        #expect(try after.due == nil && after.lastGiven == "2026-11-22".asDate)
        #expect(try after.next == at("2026-11-23", "18:30"))
    }

    @Test func `a change ten minutes before or after loses nothing and gives nothing twice`() throws
    {
        let old = try card("Europe/Berlin", "19:30")
        let yesterday = try "2026-11-21".asDate
        let today = try "2026-11-22".asDate
        for (name, hour) in [
            ("Europe/Berlin", "08:00"), ("Europe/Berlin", "19:10"), ("Europe/Berlin", "19:25"),
            ("Europe/Berlin", "23:00"), ("Pacific/Auckland", "19:30"), ("Asia/Tokyo", "08:00"),
            ("America/Los_Angeles", "08:00"), ("America/Los_Angeles", "19:30"),
        ] {
            let zone = try zone(name)
            let before = try at("2026-11-22", "18:20")
            let early = old.changed(
                zone: zone, hour: try hour.asTime, lastGiven: yesterday, at: before)
            let dates = given(by: early, after: yesterday, from: before, days: 3)
            #expect(dates.first.map { $0 == today || $0 == today.adding(days: 1) } ?? false)
            #expect(consecutive(dates), "\(name) \(hour)")
            // A date that is over where the person is now gives way to the one that isn't.
            if zone.localDate(at: before) == today { #expect(dates.first == today) }

            let after = try at("2026-11-22", "18:40")
            let late = old.changed(zone: zone, hour: try hour.asTime, lastGiven: today, at: after)
            let later = given(by: late, after: today, from: after, days: 3)
            #expect(later.first == today.adding(days: 1) && consecutive(later), "\(name) \(hour)")
        }
    }

    @Test func `a zone change back and forth gives one card a date`() throws {
        var card = try card("Pacific/Kiritimati", "08:00")
        let date = try "2026-11-22".asDate
        card = card.changed(
            zone: try zone("Pacific/Pago_Pago"), hour: card.hour, lastGiven: date,
            at: try at("2026-11-21", "19:00"))
        #expect(card.judge(lastGiven: date, now: try at("2026-11-21", "19:05")).due == nil)
        #expect(card.judge(lastGiven: date, now: try at("2026-11-22", "19:05")).due == nil)
        let judged = card.judge(lastGiven: date, now: try at("2026-11-23", "19:05"))
        #expect(try judged.due == "2026-11-23".asDate && judged.missed == nil)
    }

    @Test func `a date that never was has no card and stops nothing`() throws {
        let card = try card("Pacific/Apia", "19:30")
        let dates = given(
            by: card, after: try "2011-12-28".asDate, from: try at("2011-12-29", "00:00"), days: 5)
        #expect(
            dates.map(\.description) == ["2011-12-29", "2011-12-31", "2012-01-01", "2012-01-02"])
    }

    @Test func `it names the next date that there is`() throws {
        let card = try card("Pacific/Apia", "19:30")
        let judged = card.judge(
            lastGiven: try "2011-12-29".asDate, now: try at("2011-12-30", "06:00"))
        #expect(try judged.nextDate == "2011-12-31".asDate)
        #expect(try judged.next == at("2011-12-31", "05:30"))
    }

    @Test func `a midnight that came before the clocks went back across it is over`() throws {
        // At one past midnight it was one past eleven again, of the day before.
        let card = try card("America/St_Johns", "00:00")
        let judged = card.judge(
            lastGiven: try "2006-10-28".asDate, now: try at("2006-10-29", "03:00"))
        #expect(try judged.due == "2006-10-29".asDate)
    }

    @Test(arguments: [31, 32, 33] as [UInt64])
    func `in every zone each date has one card, whatever the clocks do`(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        for name in TimeZone.knownTimeZoneIdentifiers {
            let zone = try zone(name)
            var start = Moment(.random(in: 1_600_000_000...2_000_000_000, using: &dice))
            if let change = TimeZone(identifier: name)?.nextDaylightSavingTimeTransition(
                after: Date(timeIntervalSince1970: Double(start.seconds)))
            {
                start = Moment(Int64(change.timeIntervalSince1970)) - .days(2)
            }
            let card = CardHour(zone: zone, hour: dice.time())
            let yesterday = zone.localDate(at: start).adding(days: -1)
            let dates = given(by: card, after: yesterday, from: start, days: 5)
            #expect(consecutive(dates), "\(name) \(card.hour) seed \(seed)")
            #expect((4...6).contains(dates.count), "\(name) \(card.hour) seed \(seed)")
        }
    }

    @Test(arguments: [41, 42, 43] as [UInt64])
    func `under random changes and small clock steps no date comes twice`(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        let names = TimeZone.knownTimeZoneIdentifiers
        for _ in 0..<200 {
            var now = Moment(.random(in: 1_600_000_000...2_000_000_000, using: &dice))
            var card = CardHour(zone: .utc, hour: dice.time())
            var dates = [card.zone.localDate(at: now).adding(days: -1)]
            for _ in 0..<300 {
                now = now + .minutes(.random(in: -20...90, using: &dice))
                if Int.random(in: 0..<40, using: &dice) == 0 {
                    let zone = try zone(try #require(names.randomElement(using: &dice)))
                    card = card.changed(
                        zone: zone, hour: dice.time(), lastGiven: dates.last, at: now)
                }
                let judged = card.judge(lastGiven: dates.last, now: now)
                #expect(judged.next > now && judged.lastGiven == dates.last)
                if let due = judged.due {
                    #expect(try due > #require(dates.last), "seed \(seed)")
                    dates.append(due)
                }
            }
            // A week and a half, less what travelling over the date line takes.
            #expect(dates.count > 5, "seed \(seed)")
        }
    }

    /// Plays a daemon that looks at each `next` and whenever something is due.
    private func given(
        by card: CardHour, after: LocalDate, from: Moment, days: Int64
    ) -> [LocalDate] {
        var dates: [LocalDate] = []
        var now = from
        while now < from + .days(days) {
            let judged = card.judge(lastGiven: dates.last ?? after, now: now)
            if let due = judged.due { dates.append(due) }
            now = judged.next
        }
        return dates
    }

    private func consecutive(_ dates: [LocalDate]) -> Bool {
        zip(dates, dates.dropFirst()).allSatisfy { $0.adding(days: 1) == $1 }
    }
}
