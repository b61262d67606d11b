/// A text of both: one proposes a wording, the other approves the same words or proposes anew.
/// It is kept only when both approved the same.
package struct Joint: Sendable, Equatable, Codable {
    /// What each proposed last and nobody has answered.
    package var proposals: Pair<Proposal?> = Pair(nil, nil)
    package var agreement: Agreement?
    /// How many were made.
    package var count = 0

    package init() {}

    /// Nothing is left of it but how many there were: a button below an old one means no new one.
    mutating func clear() {
        let count = count
        self = Joint()
        self.count = count
    }

    package struct Proposal: Sendable, Equatable, Codable {
        package let number: Int
        package let answers: [Answer]
    }

    package struct Agreement: Sendable, Equatable, Codable {
        package let answers: [Answer]
        /// Who proposed it.
        package let by: Side
        package let at: Moment
    }
}

extension Round {
    package var joint: Joint {
        get { if case .joint(let joint) = matter { joint } else { Joint() } }
        set { matter = .joint(of: newValue) }
    }
}

extension Couple {
    /// How long a proposal lies before it fades.
    static let patience = Span.days(7)

    /// Sent: it crosses by this tap of its author's, and arrives as one neutral line.
    mutating func propose(
        _ index: Int, _ plan: RoundPlan, by side: Side, in scene: Scene
    ) -> [Effect] {
        let serial = rounds[index].serial
        takeBackProposal(index, by: side)
        var joint = shelf[serial].joint
        joint.count += 1
        let number = joint.count
        joint.proposals[side] = .init(number: number, answers: shelf[serial].sheets[side].answers)
        shelf[serial].joint = joint
        rounds[index].stages[side] = .released
        timers.append(
            Timer(
                at: scene.now + Couple.patience,
                purpose: .fade(round: plan.name, side: side, number: number)))
        let said = decided(
            plan, Line(.proposed, calling(side)), [[Press(.takeBack, plan.name, number)]], side,
            scene)
        return said
            + arrive(.proposal(round: plan.name, number: number), to: side.other, in: scene)
    }

    /// What lies in the other's tray of it, and its timer, go without a word.
    mutating func takeBackProposal(_ index: Int, by side: Side) {
        let line = rounds[index]
        guard case .joint(var joint) = shelf[line.serial].matter,
            let open = joint.proposals[side]
        else { return }
        joint.proposals[side] = nil
        shelf[line.serial].joint = joint
        forget(proposal: open.number, of: line.name, by: side)
    }

    private mutating func forget(proposal number: Int, of name: RoundName, by side: Side) {
        timers.removeAll { $0.purpose == .fade(round: name, side: side, number: number) }
        partners[side.other]?.tray.removeAll {
            $0.content == .proposal(round: name, number: number)
        }
    }

    /// [Take it back].
    mutating func takeBack(_ press: Press, by side: Side, in scene: Scene) -> [Effect] {
        guard let name = press.round, let index = rounds.firstIndex(where: { $0.name == name }),
            let open = shelf[rounds[index].serial].joint.proposals[side],
            open.number == press.number
        else { return [tell(side, Line(.passed))] }
        takeBackProposal(index, by: side)
        rounds[index].stages[side] = .kept
        return [tell(side, Line(.putAway))]
    }

    /// Seven days are over: it fades, without a word to either.
    mutating func fade(_ name: RoundName, _ side: Side, _ number: Int) -> [Effect] {
        guard let index = rounds.firstIndex(where: { $0.name == name }),
            shelf[rounds[index].serial].joint.proposals[side]?.number == number
        else { return [] }
        takeBackProposal(index, by: side)
        if rounds[index].stages[side] == .released { rounds[index].stages[side] = .kept }
        return []
    }

    /// Opened: the other's words, and what may be said to them. It lies there until it is
    /// answered or fades.
    mutating func openProposal(
        _ item: TrayItem, _ name: RoundName, _ number: Int, to side: Side, in scene: Scene
    ) -> [Effect] {
        guard let plan = scene.course.plan(name), let line = line(name),
            let partner = partners[side]?.calls,
            let open = shelf[line.serial].joint.proposals[side.other], open.number == number
        else { return [tell(side, Line(.passed))] }
        putBack(item, for: side)
        partners[side]?.floor = .nothing
        partners[side]?.recent = nil
        var telling = Telling(
            Line(
                .proposal,
                [
                    .partner: .words(partner),
                    .list: listed(open.answers, of: plan, toReader: true),
                ]),
            [
                [Press(.approve, name, number)], [Press(.rephrase, name, number)],
                [Press(.letLie, name, number)],
            ])
        telling.isProtected = true
        partners[side]?.offered = telling.choices.flatMap { $0 }
        return [.tell(side, telling)]
    }

    /// [Yes, like this]: the same words, by both.
    mutating func approve(_ press: Press, by side: Side, in scene: Scene) -> [Effect] {
        guard let name = press.round, let plan = scene.course.plan(name),
            let index = rounds.firstIndex(where: { $0.name == name }),
            let open = shelf[rounds[index].serial].joint.proposals[side.other],
            open.number == press.number
        else { return [tell(side, Line(.passed))] }
        let serial = rounds[index].serial
        for side in Side.allCases { takeBackProposal(index, by: side) }
        var joint = shelf[serial].joint
        joint.agreement = Joint.Agreement(answers: open.answers, by: side.other, at: scene.now)
            .owned(by: .both(of: id))
        shelf[serial].joint = joint
        for side in Side.allCases {
            rounds[index].stages[side] = .agreed
            partners[side]?.lastShared = scene.now
            partners[side]?.restsSince = nil
            if partners[side]?.floor == .answer(round: name) { partners[side]?.floor = .nothing }
        }
        if let days = plan.lasts {
            timers += [
                Timer(at: scene.sharedHour + .days(Int64(days / 2)), purpose: .midway(round: name)),
                Timer(at: scene.sharedHour + .days(Int64(days)), purpose: .lastDay(round: name)),
            ]
        }
        return [showAgreed(name, to: side, in: scene)]
            + arrive(.agreed(round: name), to: side.other, in: scene)
    }

    /// [Another wording]: their own, from the first question on.
    mutating func rephrase(_ press: Press, by side: Side, in scene: Scene) -> [Effect] {
        guard let name = press.round, let line = line(name), line.stages[side] != .agreed,
            shelf[line.serial].joint.proposals[side.other]?.number == press.number
        else { return [tell(side, Line(.passed))] }
        if !line.stages[side].isWritten, let index = rounds.firstIndex(where: { $0.name == name }) {
            rounds[index].stages[side] = .asked(question: 0)
        }
        return askAgain(name, of: side, in: scene)
    }

    /// What both approved, as this side reads it, and what it comes with.
    mutating func showAgreed(_ name: RoundName, to side: Side, in scene: Scene) -> Effect {
        guard let plan = scene.course.plan(name), let line = line(name),
            let agreement = shelf[line.serial].joint.agreement
        else { return tell(side, Line(.passed)) }
        partners[side]?.floor = .nothing
        partners[side]?.recent = nil
        let list = listed(agreement.answers, of: plan, toReader: agreement.by != side)
        var telling = Telling(Line(.agreed, [.list: list]), [[Press(.dropIt, name)]])
        telling.isProtected = true
        if plan.picture == .loop {
            telling.picture = loopPicture(agreement, halves: plan.needs, for: side)
        }
        partners[side]?.offered = telling.choices.flatMap { $0 }
        return .tell(side, telling)
    }

    /// [Let it go]: by one of them, without a reason. It is gone for both.
    mutating func drop(_ press: Press, by side: Side, in scene: Scene) -> [Effect] {
        guard let name = press.round, let index = rounds.firstIndex(where: { $0.name == name }),
            shelf[rounds[index].serial].joint.agreement != nil
        else { return [tell(side, Line(.passed))] }
        dropAgreement(index)
        return [tell(side, Line(.dropped))]
    }

    mutating func dropAgreement(_ index: Int) {
        let name = rounds[index].name
        shelf[rounds[index].serial].joint.clear()
        for side in Side.allCases where rounds[index].stages[side] == .agreed {
            rounds[index].stages[side] =
                shelf[rounds[index].serial].sheets[side].isEmpty ? .skipped : .kept
            partners[side]?.tray.removeAll { $0.content.isAboutAgreement(name) }
        }
        timers.removeAll {
            $0.purpose == .midway(round: name) || $0.purpose == .lastDay(round: name)
        }
    }

    /// Question under question; a reader's titles, where theirs differ from the writer's.
    func listed(_ answers: [Answer], of plan: RoundPlan, toReader: Bool) -> Line.Value {
        let values = plan.questions.indices.compactMap { question -> Line.Value? in
            guard answers.indices.contains(question), !answers[question].pieces.isEmpty,
                plan.sorting(question) == nil
            else { return nil }
            let title: Line.Value =
                toReader ? .theirTitle(plan.name, question) : .title(plan.name, question)
            return .phrase(
                Line(
                    .titled,
                    [
                        .question: title,
                        .answer: .answer(answers[question], of: plan.name, question: question),
                    ]))
        }
        return .lines(values)
    }

    /// [Let it lie]: a proposal, or a wish. Nobody is told; it fades by itself.
    mutating func leaveLying(_ press: Press, by side: Side) -> [Effect] {
        partners[side]?.tray.removeAll { item in
            guard let name = press.round, let number = press.number else { return false }
            return item.content == .proposal(round: name, number: number)
        }
        return [tell(side, Line(.leftLying))]
    }
}

extension TrayItem.Content {
    fileprivate func isAboutAgreement(_ name: RoundName) -> Bool {
        self == .agreed(round: name) || self == .part(round: name) || self == .ended(round: name)
    }
}
