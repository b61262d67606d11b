import Curriculum
import Dialogue
import Rhythm

/// Makes the scenes that events are judged by: content, clocks, chance.
struct SceneMaker: Sendable {
    let house: House
    let chance: Chance
    /// Which lines the host has looked up, read when they are told.
    let confirmations: @Sendable () -> LineConfirmations

    /// - Parameter curriculum: the content for this couple.
    func scene(for couple: Couple, at now: Moment, of curriculum: Curriculum) -> Scene {
        let zones = Pair(zone(of: couple.partners.first), zone(of: couple.partners.second))
        let house = house
        let deck = curriculum.deck
        var scene = Scene(
            now: now, course: curriculum.course, house: house,
            clocks: Pair(
                SceneMaker.clock(zones.first, now), SceneMaker.clock(zones.second, now)),
            sharedHour: sharedHour(zones, now, isJoined: couple.isJoined),
            bothAwake: bothAwake(zones, now), chance: chance.bits(), code: chance.code(),
            nextCard: { seen, tags, chance in
                deck.next(seen: seen, tags: tags, chance: chance)
            },
            findZones: { text in
                ZoneSearch.find(text, now: now, preferred: Zone(house.zone) ?? .utc).map(\.name)
            },
            readTime: { LocalTime(typed: $0) },
            clock: { SceneMaker.clock(Zone($0) ?? .utc, now) })
        scene.talkHours = SceneMaker.talkHours(zones, now)
        let confirmations = confirmations
        scene.hearing = { curriculum.heard(in: $0, language: $1) }
        scene.helpLines = {
            curriculum.helpEntries(country: $0, zone: $1, confirmations: confirmations())
        }
        scene.findCountry = { curriculum.country(named: $0) }
        return scene
    }

    /// An hour by day and one in the evening at which both are awake; at least one, if the day of
    /// two zones has any such hour.
    private static func talkHours(_ zones: Pair<Zone>, _ now: Moment) -> [Int] {
        let midnight = now.seconds / 86_400 * 86_400
        func evening(_ zone: Zone, _ minutes: Int) -> Int {
            zone.local(Moment(midnight + Int64(minutes) * 60)).time.minutesAfterMidnight
        }
        let awake = stride(from: 0, to: 1_440, by: 30).filter { minutes in
            let moment = Moment(midnight + Int64(minutes) * 60)
            return QuietHours.usual.nextWaking(at: moment, in: zones.first) == moment
                && QuietHours.usual.nextWaking(at: moment, in: zones.second) == moment
        }
        // By the average of both clocks: nearest to eleven in the morning and eight at night.
        func nearest(to wanted: Int) -> Int? {
            awake.min { one, other in
                func distance(_ minutes: Int) -> Int {
                    abs(evening(zones.first, minutes) - wanted)
                        + abs(evening(zones.second, minutes) - wanted)
                }
                return distance(one) < distance(other)
            }
        }
        let both = [nearest(to: 11 * 60), nearest(to: 20 * 60)].compactMap { $0 }
        return both.isEmpty ? [18 * 60] : Array(Set(both)).sorted()
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
