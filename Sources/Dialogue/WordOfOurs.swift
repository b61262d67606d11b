/// A line of the couple's own dictionary, for a card that quotes one.
extension Couple {
    /// The word of the week that a card of this side's would quote today. Which one changes from
    /// day to day; it is always one that the other was given, so that both know it.
    func sourceOfWord(for side: Side, in scene: Scene) -> (line: RoundLine, author: Side)? {
        let given = rounds.flatMap { line in
            Side.allCases.filter { author in
                line.shown[author] != nil && isWordOfTheWeek(line.name, in: scene.course)
            }.map { (line: line, author: $0) }
        }
        guard !given.isEmpty else { return nil }
        let day = scene.clocks[side].date.dayNumber
        return given[((day % given.count) + given.count) % given.count]
    }

    /// Nil if there is none, or if it was erased.
    func wordOfOurs(for side: Side, in scene: Scene) -> Words? {
        guard let source = sourceOfWord(for: side, in: scene), shelf.holds(source.line.serial)
        else { return nil }
        return shelf[source.line.serial].sheets[source.author].item
    }

    private func isWordOfTheWeek(_ name: RoundName, in course: Course) -> Bool {
        guard let plan = course.plan(name.base) else { return false }
        return plan.place == .weekly && plan.delivery == .nextEvening
    }
}
