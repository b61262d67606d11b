/// Looking back, and what comes once the course is walked.
extension Couple {
    /// Once in four weeks an old answer of their own, for nobody else.
    mutating func revisit(
        _ side: Side, on date: LocalDate, in scene: Scene
    ) -> TrayItem.Content? {
        guard let walk = partners[side]?.walk, let first = walk.firstDay,
            first.adding(days: 28) <= date,
            walk.lastRevisit.map({ $0.adding(days: 28) <= date }) ?? true
        else { return nil }
        let old = rounds.filter { line in
            guard let plan = scene.course.plan(line.name), plan.place == .main else { return false }
            switch line.stages[side] {
            case .kept, .released, .alone: return plan.kind == .sealed || plan.kind == .note
            case .untouched, .offered, .asked, .reviewing, .carrying, .picking, .skipped, .later,
                .done, .agreed:
                return false
            }
        }
        // From the first half: what lies longer back.
        let early = old.prefix((old.count + 1) / 2)
        guard !early.isEmpty else { return nil }
        partners[side]?.walk.lastRevisit = date
        return .revisit(
            name: early[lot(UInt64(early.count), of: "revisit \(date.dayNumber)")].name)
    }

    mutating func show(revisit name: RoundName, to side: Side, in scene: Scene) -> [Effect] {
        guard let plan = scene.course.plan(name), let line = line(name) else {
            return [tell(side, Line(.passed))]
        }
        let sheet = shelf[line.serial].sheets[side]
        guard !sheet.isEmpty else { return smallCard(for: side, in: scene) }
        partners[side]?.floor = .nothing
        partners[side]?.recent = nil
        partners[side]?.card = nil
        return [
            tell(
                side,
                Line(.revisit, [.answer: listed(sheet.answers, of: plan, toReader: false)]),
                [[Press(.done)]])
        ]
    }

    mutating func graduate(_ side: Side, in scene: Scene) -> [Effect] {
        partners[side]?.walk.after = .asked
        partners[side]?.walk.lastMonthly = scene.clocks[side].date
        partners[side]?.floor = .nothing
        partners[side]?.recent = nil
        return [tell(side, Line(.graduation), [[Press(.monthly)], [Press(.goodbye)]])]
    }

    mutating func choose(after: Walk.After, _ side: Side) -> [Effect] {
        guard partners[side]?.walk.after != nil else { return [tell(side, Line(.passed))] }
        partners[side]?.walk.after = after
        return [tell(side, Line(after == .monthly ? .monthlyKept : .goodbye))]
    }

    /// Once a month, or no more.
    mutating func monthly(
        _ after: Walk.After, _ side: Side, on date: LocalDate, _ scene: Scene
    ) -> TrayItem.Content? {
        guard after != .nothing,
            partners[side]?.walk.lastMonthly.map({ $0.adding(days: 30) <= date }) ?? true
        else { return nil }
        partners[side]?.walk.lastMonthly = date
        return takeCard(for: side, tags: [], in: scene).map { .card(name: $0) }
    }

    mutating func ask(optIn topic: RoundPlan.Topic, of side: Side) -> [Effect] {
        partners[side]?.floor = .nothing
        partners[side]?.recent = nil
        partners[side]?.card = nil
        let key: Line.Key = topic == .caregivers ? .askCaregivers : .askReligion
        let subject = RoundName(topic.rawValue)
        return [tell(side, Line(key), [[Press(.optIn, subject)], [Press(.optOut, subject)]])]
    }

    mutating func opt(_ press: Press, by side: Side) -> [Effect] {
        guard let topic = press.round.flatMap({ RoundPlan.Topic(rawValue: $0.text) }) else {
            return [tell(side, Line(.passed))]
        }
        partners[side]?.walk.opt(topic, press.act == .optIn)
        return [tell(side, Line(.optNoted))]
    }

    /// What was tried: one's own part of it, halfway; and that it is over.
    mutating func remind(_ name: RoundName, in scene: Scene, isOver: Bool) -> [Effect] {
        guard let line = line(name), shelf[line.serial].joint.agreement != nil else { return [] }
        let content: TrayItem.Content = isOver ? .ended(round: name) : .part(round: name)
        return Side.allCases.flatMap { arrive(content, to: $0, in: scene) }
    }

    mutating func show(part name: RoundName, to side: Side) -> [Effect] {
        guard let line = line(name), let agreement = shelf[line.serial].joint.agreement else {
            return [tell(side, Line(.passed))]
        }
        // The second question is its writer's part, the third the other's.
        let question = agreement.by == side ? 1 : 2
        guard agreement.answers.indices.contains(question) else {
            return [tell(side, Line(.passed))]
        }
        partners[side]?.recent = nil
        let answer = Line.Value.answer(agreement.answers[question], of: name, question: question)
        return [
            tell(
                side, Line(.yourPart, [.answer: answer]), [[Press(.dropIt, name)]])
        ]
    }

    /// The days are over: what becomes of it, each alone.
    mutating func show(ended name: RoundName, to side: Side, in scene: Scene) -> [Effect] {
        guard
            let follow = scene.course.plans.first(where: { $0.needs == name.base })
        else { return [tell(side, Line(.passed))] }
        return ask(follow.name.occurring(name.occurrence), of: side, in: scene)
    }
}
