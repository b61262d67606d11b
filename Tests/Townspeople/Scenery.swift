import Dialogue
import Rhythm

/// Makes scenes for tests: a course, a small deck, three places, and chance that depends on
/// nothing but the moment, so that what one does never changes what the other is dealt.
struct Scenery {
    let course: Course
    let house: House
    let cards: [CardName] = ["c1", "c2", "c3", "c4", "c5"].map { CardName($0) }
    private var nights = Nights()

    static let places = ["Europe/Berlin", "America/New_York", "Pacific/Auckland"]

    init(course: Course, host: House.Host = .partner(name: nil)) {
        self.course = course
        house = House(
            host: host, platform: "the chat", consentVersion: 1, zone: Scenery.places[0],
            hour: LocalTime(minutesAfterMidnight: 8 * 60))
    }

    func local(_ zone: String, _ now: Moment) -> (date: LocalDate, time: LocalTime) {
        nights.local(zone, now)
    }

    mutating func scene(for couple: Couple, at now: Moment) -> Scene {
        let first = couple.habits(of: .first)?.zone ?? house.zone
        let second = couple.habits(of: .second)?.zone ?? house.zone
        let clock = nights.clock
        let cards = cards
        var dice = Dice(seed: UInt64(bitPattern: now.seconds))
        return Scene(
            now: now, course: course, house: house,
            clocks: Pair(clock(first, now), clock(second, now)),
            sharedHour: nights.sharedHour(first, second, now),
            bothAwake: nights.bothAwake(first, second, now), chance: dice.next(),
            code: "code" + String(dice.next(), radix: 36),
            nextCard: { wish, chance in
                let left = cards.filter { !wish.seen.contains($0) }
                return left.isEmpty ? nil : left[Int(chance % UInt64(left.count))]
            },
            findZones: { text in
                switch text.count % 4 {
                case 0: []
                case 1: [Scenery.places[1]]
                case _: Scenery.places
                }
            },
            readTime: { LocalTime($0) }, clock: { clock($0, now) })
    }
}

/// Clocks of the three places, with what is dear to reckon kept.
private struct Nights {
    private let zones: [String: Zone]
    private var known: [String: (from: Moment, hour: Moment)] = [:]

    init() {
        zones = Dictionary(
            Scenery.places.compactMap { name in Zone(name).map { (name, $0) } },
            uniquingKeysWith: { first, _ in first })
    }

    var clock: @Sendable (String, Moment) -> Scene.WallClock {
        let zones = zones
        return { name, now in
            let zone = zones[name] ?? .utc
            let local = zone.local(now)
            return Scene.WallClock(
                date: local.date, time: local.time,
                awakeAt: QuietHours.usual.nextWaking(at: now, in: zone))
        }
    }

    func local(_ zone: String, _ now: Moment) -> (date: LocalDate, time: LocalTime) {
        (zones[zone] ?? .utc).local(now)
    }

    mutating func sharedHour(_ first: String, _ second: String, _ now: Moment) -> Moment {
        if let known = known[first + second], known.from <= now, now + .hours(1) <= known.hour {
            return known.hour
        }
        let hour =
            Rhythm.sharedHour(
                after: now, first: (zones[first] ?? .utc, .usual),
                second: (zones[second] ?? .utc, .usual)) ?? now + .days(1)
        known[first + second] = (now, hour)
        return hour
    }

    func bothAwake(_ first: String, _ second: String, _ now: Moment) -> Moment {
        var moment = now
        for _ in 0..<6 {
            let here = QuietHours.usual.nextWaking(at: moment, in: zones[first] ?? .utc)
            let both = QuietHours.usual.nextWaking(at: here, in: zones[second] ?? .utc)
            guard both > moment else { return moment }
            moment = both
        }
        return moment
    }
}
