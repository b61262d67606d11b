extension Couple {
    /// The bodies that ``handle(_:in:)`` may look at for this event, by serial: the desk loads
    /// them first. A handful, so that the cost of a message doesn't grow with a couple's history.
    package func reads(_ event: Event, in scene: Scene) -> [Int] {
        let course = scene.course
        var names: [RoundName] = []
        switch event {
        case .said(let side, let message):
            if let name = message.repliesTo { names.append(name) }
            // A typed number is a button.
            names += (partners[side]?.offered ?? []).flatMap {
                sought(by: $0, of: side, in: course)
            }
        case .pressed(let side, let press):
            if let name = press.round { names.append(name) }
            names += sought(by: press, of: side, in: course)
        case .rang(let timer):
            if let name = timer.purpose.round { names.append(name) }
        case .edited(let side, _, _), .tookBack(let side, _):
            // Which answer the message belongs to is known by its body only.
            names += rounds.filter { $0.shown[side] == nil || $0.isTogether(in: course) }
                .map(\.name)
        case .commanded(let side, let call, _):
            names += sought(by: call.command, of: side, in: course)
        case .sentOther, .reachable, .struck, .admitted, .knocked, .claimEnded:
            break
        }
        if let side = event.side {
            names += atHand(of: side, in: course)
            if case .round(let next) = coming(for: side, in: scene) { names.append(next) }
        }
        names += timers.compactMap(\.purpose.round)
        // A small card may quote a word of theirs.
        if let side = event.side, let source = sourceOfWord(for: side, in: scene) {
            names.append(source.line.name)
        }
        // [Lighter] may ask the twin in the same breath.
        names += names.compactMap { course.plan($0)?.lighterTwin }
        let related = names + names.flatMap { relatives(of: $0, in: course) }
        return rounds.filter { related.contains($0.name) }.map(\.serial)
    }

    /// What a button may come to that doesn't name it.
    private func sought(by press: Press, of side: Side, in course: Course) -> [RoundName] {
        guard press.act == .lookFor || press.act == .writeOffer else { return [] }
        let repairs = rounds.filter { line in
            course.plan(line.name)?.kind == .repair
                && (line.stages[side.other] == .released || line.stages[side].isUnfinished)
        }.map(\.name)
        return repairs + course.plans.filter { $0.kind == .repair }.map(\.name)
    }

    private func sought(
        by command: Command?, of side: Side, in course: Course
    ) -> [RoundName] {
        switch command {
        case .repair: course.plans.filter { $0.kind == .repair }.map(\.name)
        case .talk:
            course.plans.filter { $0.kind == .talk }.flatMap { lately(of: $0.name, 2) }
        case .growth: readForGrowth(side, in: course)
        case .start, .help, .invite, .today, .skip, .later, .lighter, .share, .keep, .again,
            .next, .answers, .erase, .status, .rounds, .why, .pause, .resume, .name, .time,
            .timezone, .pace, .quiet, .language, .safe, .export, .book, .move, .leave, .forget, nil:
            []
        }
    }

    /// The rounds that one side may come to by their next word or tap.
    private func atHand(of side: Side, in course: Course) -> [RoundName] {
        guard let partner = partners[side] else { return [] }
        var names: [RoundName] = []
        switch partner.floor {
        case .answer(let name), .summary(let name), .meaning(let name), .turn(let name):
            names.append(name)
        case .nothing, .response, .name, .hour, .days, .quiet, .place, .country: break
        }
        if let recent = partner.recent { names.append(recent) }
        if let shown = partner.response?.view.round { names.append(shown) }
        names += partner.offered.compactMap(\.round)
        names += partner.tray.compactMap(\.content.round)
        for item in partner.tray {
            if case .reveal(let view) = item.content { names.append(view.round) }
        }
        if let first = course.afterPairing { names.append(first) }
        names += rounds.filter { $0.stages[side].isUnfinished }.map(\.name)
        return names
    }

    private func relatives(of name: RoundName, in course: Course) -> [RoundName] {
        guard let plan = course.plan(name) else { return [] }
        let leading = plan.revealsWith ?? plan.decidedIn ?? name
        var names = [leading, plan.besides, plan.needs?.occurring(name.occurrence)]
            .compactMap { $0 }
        // A later answer beside which it may stand.
        names += rounds.filter { course.plan($0.name)?.besides == name }.map(\.name)
        // What follows from something that was tried.
        names += course.plans.filter { $0.needs == name.base }
            .map { $0.name.occurring(name.occurrence) }
        if plan.kind == .request {
            names += lately(of: name.base, 8)
            names += course.plans.filter { $0.kind == .reply }
                .map { $0.name.occurring(name.occurrence) }
        }
        if plan.kind == .reply, let wish = wishRound(of: plan) { names.append(wish) }
        if plan.picture == .softer { names += lately(of: name.base, 8) }
        if let gathered = plan.gathers { names += lately(of: gathered, Couple.mostGathered) }
        return names + bundle(of: leading, in: course) + plan.questions.compactMap(\.recalls)
    }

    /// The last times of a round that is walked again and again.
    func lately(of base: RoundName, _ count: Int) -> [RoundName] {
        rounds.filter { $0.name.base == base }.suffix(count).map(\.name)
    }
}

extension RoundLine {
    /// Whether something of one side's may be open in it although its paper was shown.
    fileprivate func isTogether(in course: Course) -> Bool {
        switch course.plan(name)?.kind {
        case .heardMeant, .turns: true
        case .thought, .note, .sealed, .joint, .talk, .request, .reply, .repair, .match, nil: false
        }
    }
}
