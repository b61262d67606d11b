/// What one side sent back after a reveal.
package struct ResponseView: Sendable, Equatable, Codable {
    package let words: Words
    /// True: a sentence of the reader's own that stays; false: said back in other words.
    package let isSentence: Bool
}

extension Couple {
    /// Looks at a round anew after one side's decision: if something may now be shown, a timer is
    /// set for their hour; if not, none is left. Nobody is told of either.
    ///
    /// - Parameter keepsHour: whether an earlier hour that stands already stays. Else whatever was
    ///   decided takes its time, so that nothing is shown minutes after a tap.
    mutating func settleReveal(
        of name: RoundName, keepsHour: Bool = false, in scene: Scene
    ) -> [Effect] {
        guard let plan = scene.course.plan(name) else { return [] }
        guard plan.kind != .note else {
            settleNote(plan, in: scene)
            return []
        }
        // With its leading round, or alone once that has been shown without it.
        let leading = plan.revealsWith.flatMap { line($0)?.revealed == nil ? $0 : nil } ?? name
        let standing =
            keepsHour ? timers.first { $0.purpose == .reveal(round: leading) }?.at : nil
        timers.removeAll { $0.purpose == .reveal(round: leading) }
        guard isJoined, hasReveal(of: leading, in: scene) else { return [] }
        let hour = likesRevealsAtOnce ? scene.bothAwake : scene.sharedHour
        let timer = Timer(
            at: standing.map { min($0, hour) } ?? hour, purpose: .reveal(round: leading))
        guard timer.at > scene.now else { return fireReveal(of: leading, in: scene) }
        timers.append(timer)
        return []
    }

    /// The timer rang: what was released is judged again, and only then is it owed, by one save.
    mutating func fireReveal(of name: RoundName, in scene: Scene) -> [Effect] {
        timers.removeAll { $0.purpose == .reveal(round: name) }
        guard isJoined, let plan = scene.course.plan(name), hasReveal(of: name, in: scene) else {
            return []
        }
        switch plan.kind {
        case .sealed, .request, .talk: return revealToBoth(plan, in: scene)
        case .note:
            return Side.allCases.flatMap { handOver(plan, by: $0, in: scene) }
        case .heardMeant: return revealPairs(plan, in: scene)
        case .thought, .joint, .turns, .reply, .repair, .match: return []
        }
    }

    /// Both are shown it, or neither.
    private mutating func revealToBoth(_ plan: RoundPlan, in scene: Scene) -> [Effect] {
        if let later = laterForBoth(in: scene) {
            timers.append(Timer(at: later, purpose: .reveal(round: plan.name)))
            return []
        }
        let views = Pair(
            view(of: plan, for: .first, in: scene), view(of: plan, for: .second, in: scene))
        // Nothing that both gave: then it stays as it lies, without a word.
        guard
            Side.allCases.allSatisfy({ side in
                views[side].items.contains { !$0.theirs.pieces.isEmpty }
            })
        else { return [] }
        for side in Side.allCases {
            // What is in the other's view is this side's.
            for item in views[side.other].items where !item.theirs.pieces.isEmpty {
                guard let index = rounds.firstIndex(where: { $0.name == item.round }) else {
                    continue
                }
                rounds[index].shown[side] = scene.now
            }
        }
        return Side.allCases.flatMap { side -> [Effect] in
            share(.reveal(view: views[side]), with: side, in: scene)
        }
    }

    /// When what is for both is looked at again, if it can't be shown to both now; nil if it can.
    ///
    /// Whoever is paused or can't be reached makes it wait, for both alike; and so does whose night
    /// it is, since a clock was changed or the program stood still.
    func laterForBoth(in scene: Scene) -> Moment? {
        guard Side.allCases.allSatisfy({ partners[$0].map(\.mayReceive) == true }) else {
            return scene.sharedHour
        }
        let awake = scene.bothAwake
        let tomorrow = scene.now + .days(1)
        // In a trial nobody is asleep; and two who never wake together aren't waited for.
        guard !scene.house.isTrial, awake > scene.now, awake < tomorrow else { return nil }
        return likesRevealsAtOnce || scene.sharedHour >= tomorrow ? awake : scene.sharedHour
    }

    private var likesRevealsAtOnce: Bool {
        Side.allCases.allSatisfy { partners[$0]?.likesRevealsAtOnce == true }
    }

    mutating func share(
        _ content: TrayItem.Content, with side: Side, in scene: Scene
    ) -> [Effect] {
        partners[side]?.lastShared = scene.now
        partners[side]?.restsSince = nil
        return arrive(content, to: side, in: scene)
    }

    /// The rounds that may be shown with this one, itself last.
    package func bundle(of name: RoundName, in course: Course) -> [RoundName] {
        var names = course.plans.filter { $0.revealsWith == name }.map(\.name)
        if let besides = course.plan(name)?.besides { names.append(besides) }
        return (names + [name]).filter { line($0) != nil }
    }

    /// Whether there is anything to show to either side.
    private func hasReveal(of name: RoundName, in scene: Scene) -> Bool {
        guard let plan = scene.course.plan(name), let line = line(name) else { return false }
        switch plan.kind {
        case .sealed, .request, .talk:
            return Side.allCases.allSatisfy { side in
                line.stages[side] == .released && line.shown[side] == nil
            }
        case .note:
            return Side.allCases.contains { side in
                line.stages[side] == .released && line.shown[side] == nil
            }
        case .heardMeant:
            return Side.allCases.contains { isPaired($0, line) }
        case .thought, .joint, .turns, .reply, .repair, .match:
            return false
        }
    }

    private func view(of plan: RoundPlan, for side: Side, in scene: Scene) -> RevealView {
        var items: [RevealView.Item] = []
        for with in scene.course.plans where with.revealsWith == plan.name {
            items += sealedItems(of: with, for: side, in: scene)
        }
        items += earlierItems(of: plan, for: side)
        items += sealedItems(of: plan, for: side, in: scene)
        return RevealView(round: plan.name, items: items, by: partners[side.other]?.id)
    }

    /// The questions of a sealed round, if both released it; those that stay with their author,
    /// and items that either kept, are left out without a gap.
    private func sealedItems(
        of plan: RoundPlan, for side: Side, in scene: Scene
    ) -> [RevealView.Item] {
        guard let line = line(plan.name), line.stages.first == .released,
            line.stages.second == .released
        else { return [] }
        let sheets = shelf[line.serial].sheets
        return plan.questions.indices.compactMap { question in
            guard !plan.questions[question].staysMine else {
                guard plan.questions[question].comesBack else { return nil }
                let mine = sheets[side].answer(question)
                return mine.pieces.isEmpty
                    ? nil
                    : .init(round: plan.name, question: question, mine: mine, theirs: Answer())
            }
            let mine = released(question, of: sheets[side], plan)
            let theirs = released(question, of: sheets[side.other], plan)
            guard !theirs.pieces.isEmpty else { return nil }
            // Half of an item that both give would show that the other kept theirs.
            if plan.releases == .each, mine.pieces.isEmpty, !plan.isOfParts(question) { return nil }
            return .init(round: plan.name, question: question, mine: mine, theirs: theirs)
        }
    }

    /// An earlier answer beside this one, each only by its author's choice.
    private func earlierItems(of plan: RoundPlan, for side: Side) -> [RevealView.Item] {
        guard let besides = plan.besides, let earlier = line(besides), let line = line(plan.name)
        else { return [] }
        let sheets = shelf[line.serial].sheets
        let before = shelf[earlier.serial].sheets
        // One that was changed since its author released it stays with them.
        let released = { (side: Side) in
            sheets[side].earlier == before[side].version ? before[side].answer(0) : Answer()
        }
        let mine = released(side)
        let theirs = released(side.other)
        guard !mine.pieces.isEmpty || !theirs.pieces.isEmpty else { return [] }
        return [.init(round: besides, question: 0, mine: mine, theirs: theirs)]
    }
}

extension Partner {
    /// Whether anything that isn't an answer to what they just said may be sent now.
    var mayReceive: Bool { pause == nil && isReachable && !unopened.isAsked }
}
