import Dialogue

/// What crosses by its author's tap alone: proposals, moments, turns, answers to wishes, offers.
extension Watch {
    mutating func lookAtCrossings(_ step: Town.Step) {
        for line in step.after.rounds
        where step.after.shelf.holds(line.serial) && step.before.shelf.holds(line.serial) {
            let old = step.before.shelf[line.serial]
            let new = step.after.shelf[line.serial]
            for side in Side.allCases {
                lookAtProposal(old, new, side, step)
                lookAtMoment(old, new, side, step)
                lookAtMeaning(old, new, line, side, step)
                lookAtTurn(old, new, side, step)
                lookAtReply(old, new, side, step)
                lookAtOffer(line, old, new, side, step)
            }
        }
    }

    /// Words crossed: only by a tap of their author's, and only as they were seen back.
    private mutating func cross(
        _ marks: Set<Mark>, by side: Side, _ acts: [Press.Act], _ what: String, _ step: Town.Step
    ) {
        guard let person = step.after.partners[side]?.id else { return }
        count(what)
        if step.event?.side != side || !Deed(step.event, in: step.before).isOne(of: acts) {
            fault("\(what) without a tap", step)
        }
        if !marks.isSubset(of: seenBack[person] ?? []) { fault("\(what) unseen", step) }
        permitted.formUnion(marks)
    }

    private mutating func lookAtProposal(
        _ old: Round, _ new: Round, _ side: Side, _ step: Town.Step
    ) {
        guard let proposal = new.joint.proposals[side], proposal != old.joint.proposals[side]
        else { return }
        let marks = proposal.answers.reduce(into: Set<Mark>()) { $0.formUnion($1.marks) }
        cross(marks, by: side, [.propose, .share], "a proposal", step)
    }

    private mutating func lookAtMoment(
        _ old: Round, _ new: Round, _ side: Side, _ step: Town.Step
    ) {
        guard step.course.plan(new.name)?.kind == .heardMeant,
            new.sheets[side].isSent == true, old.sheets[side].isSent != true
        else { return }
        cross(new.sheets[side].answer(0).marks, by: side, [.sendMoment, .share], "a moment", step)
    }

    /// What was heard and what was meant are shown together, and only if both were released.
    private mutating func lookAtMeaning(
        _ old: Round, _ new: Round, _ line: RoundLine, _ side: Side, _ step: Town.Step
    ) {
        guard let person = step.after.partners[side]?.id, let meaning = new.meanings[side] else {
            return
        }
        if meaning.state == .released, old.meanings[side]?.state != .released {
            if !Deed(step.event, in: step.before).isOne(of: [.sendMeaning]) {
                fault("a meaning released without a tap", step)
            }
            if !meaning.draft.answer.marks.isSubset(of: seenBack[person] ?? []) {
                fault("a meaning released unseen", step)
            }
            meant[person, default: []].insert(new.name)
        }
        if meaning.state != .released { meant[person]?.remove(new.name) }
        guard meaning.shown != nil, old.meanings[side]?.shown == nil else { return }
        count("a pair")
        guard meant[person]?.contains(new.name) == true,
            let other = step.after.partners[side.other]?.id, released[other]?[new.name] != nil
        else { return fault("a pair was shown that wasn't released by both", step) }
        permitted.formUnion(meaning.draft.answer.marks)
        permitted.formUnion(new.sheets[side.other].answer(1).marks)
    }

    private mutating func lookAtTurn(
        _ old: Round, _ new: Round, _ side: Side, _ step: Town.Step
    ) {
        guard let person = step.after.partners[side]?.id else { return }
        func words(_ round: Round) -> [Words] {
            let turns = round.turns
            return (turns.said + [turns.heard, turns.sense, turns.feeling].compactMap { $0 })
                .filter { $0.author == person }
        }
        let before = words(old)
        for words in words(new) where !before.contains(words) {
            cross(Mark.all(in: words.text), by: side, [.sendTurn], "a turn", step)
        }
    }

    private mutating func lookAtReply(
        _ old: Round, _ new: Round, _ side: Side, _ step: Town.Step
    ) {
        guard step.course.plan(new.name)?.kind == .reply, new.sheets[side].isSent == true,
            old.sheets[side].isSent != true
        else { return }
        cross(new.sheets[side].answer(1).marks, by: side, [.sendReply, .share], "a reply", step)
    }

    /// An offer is read only by whoever looks for it, and only if it was put there.
    private mutating func lookAtOffer(
        _ line: RoundLine, _ old: Round, _ new: Round, _ side: Side, _ step: Town.Step
    ) {
        guard step.course.plan(line.name)?.kind == .repair, new.repairs[side]?.wasRead == true,
            old.repairs[side]?.wasRead != true
        else { return }
        count("an offer read")
        guard let person = step.after.partners[side]?.id,
            let release = released[person]?[line.name],
            step.event?.side == side.other,
            Deed(step.event, in: step.before).isOne(of: [.lookFor])
        else { return fault("an offer was shown that nobody looked for", step) }
        permitted.formUnion(release.marks)
    }
}
