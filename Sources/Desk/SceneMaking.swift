import Curriculum
import Dialogue
import Rhythm

/// Makes the scenes that events are judged by: content, clocks, chance.
struct SceneMaker: Sendable {
    let house: House
    let chance: Chance
    /// Whether it is sure what time it is.
    let isTimeSure: @Sendable () -> Bool
    /// Which lines the host has looked up, read when they are told.
    let confirmations: @Sendable () -> LineConfirmations

    /// - Parameter curriculum: the content for this couple.
    func scene(for couple: Couple, at now: Moment, of curriculum: Curriculum) -> Scene {
        let both = Pair(
            habits(of: couple.habits(of: .first)), habits(of: couple.habits(of: .second)))
        let house = house
        let deck = curriculum.deck
        var scene = Scene(
            now: now, course: curriculum.course, house: house,
            clocks: Pair(
                SceneMaker.clock(both.first, now), SceneMaker.clock(both.second, now)),
            sharedHour: sharedHour(both, now, isJoined: couple.isJoined),
            bothAwake: bothAwake(both, now), chance: chance.bits(), code: chance.code(),
            nextCard: { deck.next($0, chance: $1) },
            findZones: { text in
                ZoneSearch.find(text, now: now, preferred: Zone(house.zone) ?? .utc).map(\.name)
            },
            readTime: { LocalTime(typed: $0) },
            clock: { SceneMaker.clock((Zone($0) ?? .utc, .usual), now) })
        scene.quotesWord = { deck.quotesWord($0) }
        scene.isTimeSure = isTimeSure()
        scene.talkHours = { SceneMaker.talkHours(both, $0) }
        scene.readDays = { curriculum.days(in: $0, language: $1) }
        scene.languages = curriculum.languages
        scene.findLanguage = { curriculum.language(named: $0) }
        scene.readQuietHours = { QuietHours(typed: $0) }
        scene.reminder = { SceneMaker.reminder(for: $0, now) }
        let confirmations = confirmations
        scene.hearing = { curriculum.heard(in: $0, language: $1) }
        scene.helpLines = {
            curriculum.helpEntries(country: $0, zone: $1, confirmations: confirmations())
        }
        scene.findCountry = { curriculum.country(named: $0) }
        return scene
    }

    /// Where somebody's clock is, and when they sleep.
    typealias Habits = (zone: Zone, quiet: QuietHours)

    /// An hour by day and one in the evening at which both are awake; at least one, if the day of
    /// two zones has any such hour.
    static func talkHours(_ both: Pair<Habits>, _ day: Moment) -> [Int] {
        let midnight = day.seconds
        func evening(_ zone: Zone, _ minutes: Int) -> Int {
            zone.local(Moment(midnight + Int64(minutes) * 60)).time.minutesAfterMidnight
        }
        let awake = stride(from: 0, to: 1_440, by: 30).filter { minutes in
            let moment = Moment(midnight + Int64(minutes) * 60)
            return [both.first, both.second].allSatisfy {
                !$0.quiet.isQuiet(at: moment, in: $0.zone)
            }
        }
        // By the average of both clocks: nearest to eleven in the morning and eight at night.
        func nearest(to wanted: Int) -> Int? {
            awake.min { one, other in
                func distance(_ minutes: Int) -> Int {
                    abs(evening(both.first.zone, minutes) - wanted)
                        + abs(evening(both.second.zone, minutes) - wanted)
                }
                return distance(one) < distance(other)
            }
        }
        let hours = [nearest(to: 11 * 60), nearest(to: 20 * 60)].compactMap { $0 }
        return hours.isEmpty ? [18 * 60] : Array(Set(hours)).sorted()
    }

    private static func reminder(for partner: Partner, _ now: Moment) -> Moment? {
        let zone = Zone(partner.zone) ?? .utc
        let next = CardHour(zone: zone, hour: partner.hour)
            .judge(lastGiven: zone.localDate(at: now), now: now).next
        return Rhythm.reminder(
            of: now, lastHeard: partner.lastHeard, next: next, zone: zone,
            quiet: partner.quietHours)
    }

    private func habits(of one: Dialogue.Habits?) -> Habits {
        (one.flatMap { Zone($0.zone) } ?? Zone(house.zone) ?? .utc, one?.quiet ?? .usual)
    }

    private static func clock(_ habits: Habits, _ now: Moment) -> Scene.WallClock {
        let local = habits.zone.local(now)
        return Scene.WallClock(
            date: local.date, time: local.time,
            awakeAt: habits.quiet.nextWaking(at: now, in: habits.zone))
    }

    /// Where no hour finds both awake, what is shared is told to each in their own waking hours.
    private func sharedHour(_ both: Pair<Habits>, _ now: Moment, isJoined: Bool) -> Moment {
        // Only two have an hour.
        guard isJoined else { return now + .hours(1) }
        return Rhythm.sharedHour(after: now, first: both.first, second: both.second)
            ?? now + .days(1)
    }

    private func bothAwake(_ both: Pair<Habits>, _ now: Moment) -> Moment {
        var moment = now
        // Each step ends one's night; with the usual quiet hours a few are enough.
        for _ in 0..<6 {
            let first = both.first.quiet.nextWaking(at: moment, in: both.first.zone)
            let second = both.second.quiet.nextWaking(at: first, in: both.second.zone)
            guard second > moment else { return moment }
            moment = second
        }
        // They never are.
        return now + .days(1)
    }
}
