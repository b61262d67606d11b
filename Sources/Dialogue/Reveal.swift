/// What one side is shown at a reveal: their own answer and the other's, frozen when it fell due.
package struct RevealView: Sendable, Equatable, Codable {
    package let round: RoundName
    /// In order; each is shown under the question it answers.
    package let items: [Item]

    package struct Item: Sendable, Equatable, Codable {
        package let round: RoundName
        package let question: Int
        /// Empty where only the other's is shown (an item of a note).
        package let mine: Answer
        package let theirs: Answer
    }

    /// All recordings of the other's.
    package var voices: [Words] {
        items.flatMap { item in
            item.theirs.pieces.compactMap { piece in
                switch piece.content {
                case .voice(let reference, _): reference
                case .words, .choice, .scale: nil
                }
            }
        }
    }
}

/// What one side sent back after a reveal.
package struct ResponseView: Sendable, Equatable, Codable {
    package let words: Words
    /// True: a sentence of the reader's own that stays; false: said back in other words.
    package let isSentence: Bool
}

extension Couple {
    /// Looks at a round anew after one side's decision: if both may now be shown it, a timer is
    /// set for their hour; if not, none is left. Nobody is told of either.
    mutating func settleReveal(of name: RoundName, in scene: Scene) -> [Effect] {
        guard let plan = scene.course.plan(name) else { return [] }
        // With its leading round, or alone once that has been shown without it.
        let leading = plan.revealsWith.flatMap { line($0)?.revealed == nil ? $0 : nil } ?? name
        timers.removeAll { $0.purpose == .reveal(round: leading) }
        guard isJoined, line(leading)?.revealed == nil, hasReveal(of: leading, in: scene)
        else { return [] }
        let both =
            partners.first?.likesRevealsAtOnce == true
            && partners.second?.likesRevealsAtOnce == true
        let timer = Timer(
            at: both ? scene.bothAwake : scene.sharedHour, purpose: .reveal(round: leading))
        guard timer.at > scene.now else { return fireReveal(of: leading, in: scene) }
        timers.append(timer)
        return []
    }

    /// The timer rang: release, pause and reachability are judged again, and only then do both
    /// have it, by one save.
    mutating func fireReveal(of name: RoundName, in scene: Scene) -> [Effect] {
        timers.removeAll { $0.purpose == .reveal(round: name) }
        guard isJoined, hasReveal(of: name, in: scene),
            line(name)?.revealed == nil
        else { return [] }
        // Whoever is paused or can't be reached makes it wait, for both alike: looked at again
        // at the next shared hour.
        guard Side.allCases.allSatisfy({ partners[$0].map { $0.mayReceive } == true }) else {
            timers.append(Timer(at: scene.sharedHour, purpose: .reveal(round: name)))
            return []
        }
        var effects: [Effect] = []
        let views = Pair(
            view(of: name, for: .first, in: scene), view(of: name, for: .second, in: scene))
        for side in Side.allCases {
            guard let view = views[side] else { continue }
            partners[side]?.lastShared = scene.now
            partners[side]?.restsSince = nil
            effects += arrive(.reveal(view: view), to: side, in: scene)
        }
        let shown = Side.allCases.flatMap { views[$0]?.items.map(\.round) ?? [] }
        for index in rounds.indices where shown.contains(rounds[index].name) {
            rounds[index].revealed = scene.now
        }
        return effects
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
        case .sealed:
            return line.stages.first == .released && line.stages.second == .released
        case .note:
            // The other may not have begun: an item waits until they are done with theirs.
            return line.stages.first.isDone && line.stages.second.isDone
                && (line.stages.first == .released || line.stages.second == .released)
        case .thought, .talk:
            return false
        }
    }

    private func view(of name: RoundName, for side: Side, in scene: Scene) -> RevealView? {
        guard let plan = scene.course.plan(name), let line = line(name) else { return nil }
        var items: [RevealView.Item] = []
        switch plan.kind {
        case .sealed:
            for with in scene.course.plans where with.revealsWith == name {
                items += sealedItems(of: with, for: side, in: scene)
            }
            items += earlierItems(of: plan, for: side)
            items += sealedItems(of: plan, for: side, in: scene)
        case .note:
            guard line.stages[side.other] == .released,
                let item = shelf[line.serial].sheets[side.other].item
            else { return nil }
            let theirs = Answer(pieces: [Piece(message: nil, content: .words(item))])
            let question = plan.questions.count - 1
            items = [.init(round: name, question: question, mine: Answer(), theirs: theirs)]
        case .thought, .talk:
            return nil
        }
        return items.isEmpty ? nil : RevealView(round: name, items: items)
    }

    /// The questions of a sealed round, if both released it; those that stay with their author
    /// are left out without a gap.
    private func sealedItems(
        of plan: RoundPlan, for side: Side, in scene: Scene
    ) -> [RevealView.Item] {
        guard let line = line(plan.name), line.stages.first == .released,
            line.stages.second == .released
        else { return [] }
        let sheets = shelf[line.serial].sheets
        return plan.questions.indices.compactMap { question in
            let mine = sheets[side].answer(question)
            let theirs = sheets[side.other].answer(question)
            guard !plan.questions[question].staysMine, !theirs.pieces.isEmpty else { return nil }
            return .init(round: plan.name, question: question, mine: mine, theirs: theirs)
        }
    }

    /// An earlier answer beside this one, each only by its author's choice.
    private func earlierItems(of plan: RoundPlan, for side: Side) -> [RevealView.Item] {
        guard let besides = plan.besides, let earlier = line(besides), let line = line(plan.name)
        else { return [] }
        let sheets = shelf[line.serial].sheets
        let before = shelf[earlier.serial].sheets
        let mine = sheets[side].showsEarlier ? before[side].answer(0) : Answer()
        let theirs = sheets[side.other].showsEarlier ? before[side.other].answer(0) : Answer()
        guard !mine.pieces.isEmpty || !theirs.pieces.isEmpty else { return [] }
        return [.init(round: besides, question: 0, mine: mine, theirs: theirs)]
    }
}

extension Partner {
    /// Whether anything that isn't an answer to what they just said may be sent now.
    var mayReceive: Bool { pause == nil && isReachable }
}
