import Curriculum
import Dialogue
import Rhythm

/// Makes the scenes that events are judged by: content, clocks, chance.
struct SceneMaker: Sendable {
    let curriculum: Curriculum
    let house: House
    let chance: Chance

    func scene(for couple: Couple, at now: Moment) -> Scene {
        let zones = Pair(zone(of: couple.partners.first), zone(of: couple.partners.second))
        let house = house
        let deck = curriculum.deck
        return Scene(
            now: now, course: curriculum.course, house: house,
            clocks: Pair(
                SceneMaker.clock(zones.first, now), SceneMaker.clock(zones.second, now)),
            sharedHour: sharedHour(zones, now, isJoined: couple.isJoined),
            bothAwake: bothAwake(zones, now), chance: chance.bits(), code: chance.code(),
            nextCard: { seen, chance in deck.next(seen: seen, chance: chance) },
            findZones: { text in
                ZoneSearch.find(text, now: now, preferred: Zone(house.zone) ?? .utc).map(\.name)
            },
            readTime: { LocalTime(typed: $0) },
            clock: { SceneMaker.clock(Zone($0) ?? .utc, now) })
    }

    private func zone(of partner: Partner?) -> Zone {
        partner.flatMap { Zone($0.zone) } ?? Zone(house.zone) ?? .utc
    }

    private static func clock(_ zone: Zone, _ now: Moment) -> Scene.WallClock {
        let local = zone.local(now)
        return Scene.WallClock(
            date: local.date, time: local.time,
            awakeAt: QuietHours.usual.nextWaking(at: now, in: zone))
    }

    private func sharedHour(_ zones: Pair<Zone>, _ now: Moment, isJoined: Bool) -> Moment {
        // Only two have an hour; the usual quiet hours always leave one.
        guard isJoined else { return now + .hours(1) }
        return Rhythm.sharedHour(
            after: now, first: (zones.first, .usual), second: (zones.second, .usual))
            ?? now + .days(1)
    }

    private func bothAwake(_ zones: Pair<Zone>, _ now: Moment) -> Moment {
        var moment = now
        // Each step ends one's night; with the usual quiet hours a few are enough.
        for _ in 0..<6 {
            let first = QuietHours.usual.nextWaking(at: moment, in: zones.first)
            let second = QuietHours.usual.nextWaking(at: first, in: zones.second)
            guard second > moment else { return moment }
            moment = second
        }
        return moment
    }
}
