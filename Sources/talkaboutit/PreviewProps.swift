import Curriculum
import Dialogue

/// What a preview needs besides the round: two invented people, their clock, and what they would
/// have written before.
struct PreviewProps {
    let course: Course
    let language: String

    /// Ten in the morning of some day.
    static let start = Moment(20_776 * 86_400 + 10 * 3_600)

    static func date(of moment: Moment) -> LocalDate {
        LocalDate(dayNumber: Int(moment.seconds / 86_400))
    }

    /// Both joined, with everything open to them, and this round laid before each.
    func couple(for plan: RoundPlan) -> Couple {
        var couple = Couple(id: "preview", first: partner("Ada", calling: "Ben"))
        couple.partners.second = partner("Ben", calling: "Ada")
        couple.bond = .joined(since: Self.start)
        couple.roads.closer = Pair(Self.start + .days(3_650), Self.start + .days(3_650))
        couple.roads.opens = Self.start
        let earlier = [plan.needs, plan.wishes, plan.besides] + plan.questions.map(\.recalls)
        for name in earlier.compactMap({ $0 }) where couple.line(name) == nil {
            guard let before = course.plan(name) else { continue }
            lay(before, .released, before: &couple)
        }
        lay(plan, .offered, before: &couple)
        return couple
    }

    /// The facts of this moment. Nobody is asleep.
    func scene(at now: Moment, _ curriculum: Curriculum) -> Scene {
        let hour = LocalTime(minutesAfterMidnight: 19 * 60)
        let clock = Scene.WallClock(
            date: Self.date(of: now), time: LocalTime(minutesAfterMidnight: 10 * 60), awakeAt: now)
        var scene = Scene(
            now: now, course: course,
            house: House(
                host: .other(name: nil), platform: "the chat", consentVersion: 1, zone: "UTC",
                hour: hour),
            clocks: Pair(clock, clock), sharedHour: now + .hours(9), bothAwake: now, chance: 7,
            code: "preview",
            nextCard: { curriculum.deck.next($0, chance: $1) },
            findZones: { _ in [] }, readTime: { LocalTime($0) }, clock: { _ in clock })
        scene.languages = curriculum.languages
        scene.hearing = { curriculum.heard(in: $0, language: $1) }
        return scene
    }

    private func partner(_ name: String, calling other: String) -> Partner {
        let id = PersonID(name)
        var partner = Partner(
            id: id, name: Words(by: id, name), language: language, zone: "UTC",
            hour: LocalTime(minutesAfterMidnight: 19 * 60),
            consent: Consent(version: 1, at: Self.start))
        partner.calls = Words(by: id, other)
        partner.arrival = .settled
        for topic in RoundPlan.Topic.allCases { partner.walk.opt(topic, true) }
        return partner
    }

    private func lay(_ plan: RoundPlan, _ stage: Stage, before couple: inout Couple) {
        let serial = couple.rounds.count + 1
        var line = RoundLine(
            serial: serial, name: plan.name, stages: Pair(stage, stage), edition: plan.edition)
        var round = Round(serial: serial, name: plan.name)
        if stage == .released {
            line.shown = Pair(Self.start, Self.start)
            for side in Side.allCases {
                guard let id = couple.partners[side]?.id else { continue }
                for question in plan.questions.indices {
                    round.sheets[side].change(question) {
                        $0 = invented(plan.questions[question].form, by: id)
                    }
                }
            }
        }
        couple.rounds.append(line)
        couple.shelf[serial] = round
    }

    /// Stands for what somebody would have answered before.
    private func invented(_ form: RoundPlan.Form, by author: PersonID) -> Answer {
        let words = Words(by: author, "(what \(author.text) wrote then)")
        let content: Piece.Content? =
            switch form {
            case .carried: nil
            case .text, .lines: .words(words)
            case .choice(let options), .several(let options, _):
                options.first.map { .choice(option: $0) }
            case .scale(let steps): .scale(position: steps / 2, steps: steps)
            case .sort(let options, _): options.first.map { .sorted(words: words, option: $0) }
            }
        return Answer(pieces: content.map { [Piece(message: nil, content: $0)] } ?? [])
    }
}
