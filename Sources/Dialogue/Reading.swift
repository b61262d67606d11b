extension Couple {
    /// The bodies that ``handle(_:in:)`` may look at for this event, by serial: the desk loads
    /// them first. A handful, so that the cost of a message doesn't grow with a couple's history.
    package func reads(_ event: Event, in course: Course) -> [Int] {
        var names: [RoundName] = []
        switch event {
        case .said(_, let message):
            if let name = message.repliesTo { names.append(name) }
        case .pressed(_, let press):
            if let name = press.round { names.append(name) }
        case .rang(let timer):
            if case .reveal(let round) = timer.purpose { names.append(round) }
        case .edited(let side, _, _):
            // Which answer the message belongs to is known by its body only.
            names += rounds.filter { $0.shown[side] == nil }.map(\.name)
        case .commanded, .sentOther, .reachable, .struck, .admitted, .knocked, .claimEnded:
            break
        }
        if let side = event.side { names += atHand(of: side, in: course) }
        for timer in timers {
            if case .reveal(let round) = timer.purpose { names.append(round) }
        }
        // [Lighter] may ask the twin in the same breath.
        names += names.compactMap { course.plan($0)?.lighterTwin }
        let related = names + names.flatMap { relatives(of: $0, in: course) }
        return rounds.filter { related.contains($0.name) }.map(\.serial)
    }

    /// The rounds that one side may come to by their next word or tap.
    private func atHand(of side: Side, in course: Course) -> [RoundName] {
        guard let partner = partners[side] else { return [] }
        var names: [RoundName] = []
        if case .answer(let name) = partner.floor { names.append(name) }
        if let recent = partner.recent { names.append(recent) }
        names += partner.offered.compactMap(\.round)
        for item in partner.tray {
            switch item.content {
            case .round(let name), .earlier(let name): names.append(name)
            case .card, .reveal, .response, .knock, .joined, .resting: break
            }
        }
        if let next = nextRound(for: side, in: course) { names.append(next) }
        if let first = course.afterPairing { names.append(first) }
        if let name = unfinished(side) { names.append(name) }
        return names
    }

    private func relatives(of name: RoundName, in course: Course) -> [RoundName] {
        guard let plan = course.plan(name) else { return [] }
        let leading = plan.revealsWith ?? plan.decidedIn ?? name
        let others = [leading, plan.besides].compactMap { $0 }
        return others + bundle(of: leading, in: course)
            + plan.questions.compactMap(\.recalls)
    }
}
