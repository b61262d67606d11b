/// `/growth`: how near it felt to somebody over time, for them alone, and the moments that the two
/// have shown each other. Read from their papers each time, so that what is erased is gone; nothing
/// of it is kept, and nothing the other does shows in one's own.
extension Couple {
    /// The newest: no picture has room for more, and no message may cost a whole history.
    private static let mostTimes = 12
    private static let mostMoments = 8

    mutating func growth(_ side: Side, in scene: Scene) -> [Effect] {
        let own = ownGrowth(side, in: scene.course)
        guard let moments = momentsOfBoth(side, in: scene.course) else { return [own] }
        var ours = Telling(Line(.growthOfBoth))
        ours.isProtected = true
        ours.picture = .softer(moments: moments)
        return [own, .tell(side, ours)]
    }

    private mutating func ownGrowth(_ side: Side, in course: Course) -> Effect {
        let times = timesOfGrowth(side, in: course).compactMap { time(in: $0, of: side, course) }
        guard !times.isEmpty else {
            let title = course.plan(drawnAs: .growth).map { Line.Value.title($0.name, 0) }
            return tell(side, Line(.growthNothing, [.question: title ?? .nothing]))
        }
        partners[side]?.offered = []
        var telling = Telling(Line(.growth))
        telling.isProtected = true
        // Taps name no author: what is made of them does.
        telling.from = partners[side]?.id
        telling.picture = .growth(times: times)
        return .tell(side, telling)
    }

    /// The rounds whose bodies this looks at.
    func readForGrowth(_ side: Side, in course: Course) -> [RoundName] {
        (timesOfGrowth(side, in: course) + timesOfMoments(in: course)).map(\.name)
    }

    /// The times at which this side answered: how often the other did makes no difference.
    private func timesOfGrowth(_ side: Side, in course: Course) -> [RoundLine] {
        guard let plan = course.plan(drawnAs: .growth) else { return [] }
        return rounds.filter { $0.name.base == plan.name && $0.stages[side].isWritten }
            .suffix(Couple.mostTimes)
    }

    private func timesOfMoments(in course: Course) -> [RoundLine] {
        guard let plan = course.plan(drawnAs: .softer) else { return [] }
        return rounds.filter { $0.name.base == plan.name && $0.revealed != nil }
            .suffix(Couple.mostMoments)
    }

    /// Where somebody put a month before and that day; nil unless both are there.
    private func time(in line: RoundLine, of side: Side, _ course: Course) -> PictureView.Time? {
        guard let plan = course.plan(line.name) else { return nil }
        let sheet = shelf[line.serial].sheets[side]
        func place(_ id: String) -> PictureView.Place? {
            guard let question = plan.questions.firstIndex(where: { $0.id == id }),
                case .scale(let position, let steps)? = sheet.answer(question).pieces.first?.content
            else { return nil }
            return .init(position: position, steps: steps)
        }
        guard let before = place("before"), let now = place("now") else { return nil }
        return .init(before: before, now: now)
    }

    /// What the two have shown each other, the oldest first, if each has shown something. What
    /// lies unopened isn't shown by another way.
    private func momentsOfBoth(_ side: Side, in course: Course) -> [PictureView.Softened]? {
        let unopened = partners[side]?.tray.compactMap { item -> RoundName? in
            guard case .reveal(let view) = item.content else { return nil }
            return view.round
        }
        let moments = softened(timesOfMoments(in: course), for: side) { line, author in
            author == side || unopened?.contains(line.name) != true
        }
        guard moments.contains(where: \.isMine), moments.contains(where: { !$0.isMine }) else {
            return nil
        }
        return moments.suffix(Couple.mostMoments)
    }
}
