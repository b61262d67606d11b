import Dialogue

/// Releasing, revealing, and what follows a reveal.
extension Watch {
    /// A release needs a tap of its author's on the version seen back; a change ends it.
    mutating func lookAtStage(of line: RoundLine, _ side: Side, _ step: Town.Step) {
        guard let person = step.after.partners[side]?.id else { return }
        let before = step.before.stage(line.name, of: side)
        lookAtSheet(of: line, side, step)
        guard line.stages[side] == .released else {
            released[person]?[line.name] = nil
            return
        }
        let isHeld = step.after.shelf.holds(line.serial)
        let deed = Deed(step.event, in: step.before)
        guard step.event?.side == side, isHeld else {
            if before != .released { fault("\(line.name.text) released by nobody", step) }
            return
        }
        let sheet = step.after.shelf[line.serial].sheets[side]
        guard deed.shares(version: sheet.version) else {
            if before != .released { fault("\(line.name.text) released without a tap", step) }
            return
        }
        // Another round's tap re-releases nothing.
        guard
            before != .released || step.before.partners[side]?.recent == line.name
                || step.event.map({ names(line.name, $0) }) == true
        else { return }
        note(sheet, of: line, person, side, step)
    }

    private mutating func note(
        _ sheet: Sheet, of line: RoundLine, _ person: PersonID, _ side: Side, _ step: Town.Step
    ) {
        let plan = step.course.plan(line.name)
        var shown = sheet.marks
        if plan?.kind == .note { shown = sheet.item.map { Mark.all(in: $0.text) } ?? [] }
        var earlier: Set<Mark> = []
        if sheet.earlier != nil, let besides = plan?.besides, let other = step.after.line(besides),
            step.after.shelf.holds(other.serial)
        {
            earlier = step.after.shelf[other.serial].sheets[side].marks
        }
        if !shown.union(earlier).isSubset(of: seenBack[person] ?? []) {
            fault("\(line.name.text) released unseen", step)
        }
        released[person, default: [:]][line.name] = Release(marks: shown, earlier: earlier)
        count("release")
        if sheet.earlier != nil { count("releaseOfBoth") }
    }

    private func names(_ name: RoundName, _ event: Event) -> Bool {
        if case .pressed(_, let press) = event { return press.round == name }
        return false
    }

    /// Neither a released answer nor a revealed one changes; erasing alone leaves a blank.
    private mutating func lookAtSheet(of line: RoundLine, _ side: Side, _ step: Town.Step) {
        guard step.event != nil, step.before.shelf.holds(line.serial),
            let old = step.before.line(line.name)
        else { return }
        let before = step.before.shelf[line.serial].sheets[side]
        let after = step.after.shelf[line.serial].sheets[side]
        guard before.answers != after.answers || before.item != after.item else { return }
        if step.event?.side != side { fault("\(line.name.text) changed by the other", step) }
        if old.stages[side] == .released, line.stages[side] == .released {
            fault("\(line.name.text) changed while released", step)
        }
        if old.shown[side] != nil, !Deed(step.event, in: step.before).erases || !after.isEmpty {
            fault("\(line.name.text) changed after it was shown", step)
        }
    }

    /// Sealed rounds go to both at once, and only with both releases; what is in them is what
    /// was released.
    mutating func lookAtReveals(_ step: Town.Step) {
        for line in step.after.rounds {
            for side in Side.allCases
            where line.shown[side] != nil && step.before.line(line.name)?.shown[side] == nil {
                permit(line.name, of: side, step)
            }
        }
        let views = Pair(newViews(.first, step), newViews(.second, step))
        for side in Side.allCases {
            for view in views[side] {
                count("reveal")
                if view.items.allSatisfy({ $0.theirs.pieces.isEmpty && $0.mine.pieces.isEmpty }) {
                    fault("an empty reveal of \(view.round.text)", step)
                }
                if view.items.count > 1 { count("revealOfSeveral") }
                guard isForBoth(step.course.plan(view.round)?.kind) else { continue }
                if !views[side.other].contains(where: { $0.round == view.round }) {
                    fault("\(view.round.text) is owed to one side only", step)
                }
                if !isTold(side, step) { fault("\(view.round.text) came without a word", step) }
            }
        }
    }

    private func isForBoth(_ kind: RoundPlan.Kind?) -> Bool {
        switch kind {
        case .sealed, .request, .talk, .heardMeant: true
        case .thought, .note, .joint, .turns, .reply, .repair, .match, nil: false
        }
    }

    /// Whether one neutral line says that something is there.
    private func isTold(_ side: Side, _ step: Town.Step) -> Bool {
        step.effects.contains { effect in
            guard case .tell(side, let telling) = effect else { return false }
            return telling.line == Line(.somethingForYou)
        }
    }

    private mutating func permit(_ name: RoundName, of side: Side, _ step: Town.Step) {
        guard let person = step.after.partners[side]?.id, let release = released[person]?[name]
        else { return }
        switch step.course.plan(name)?.kind {
        case .sealed, .request, .talk:
            guard let other = step.after.partners[side.other]?.id, released[other]?[name] != nil
            else { return }
            permitted.formUnion(mayBeShown(release, of: name, side, step))
            permitted.formUnion(release.earlier)
        case .note:
            permitted.formUnion(release.marks)
        case .thought, .joint, .turns, .heardMeant, .reply, .repair, .match, nil:
            // What crosses in these is looked at where it crosses.
            break
        }
    }

    /// Without the answers that stay with their author.
    private func mayBeShown(
        _ release: Release, of name: RoundName, _ side: Side, _ step: Town.Step
    ) -> Set<Mark> {
        guard let plan = step.course.plan(name), let line = step.after.line(name) else { return [] }
        let sheet = step.after.shelf[line.serial].sheets[side]
        let staying = plan.questions.indices.filter { plan.questions[$0].staysMine }
            .reduce(into: Set<Mark>()) { $0.formUnion(sheet.answer($1).marks) }
        return release.marks.subtracting(staying).subtracting(withheld(sheet, plan))
    }

    /// Marks in what an author kept of a round whose items are released one by one.
    private func withheld(_ sheet: Sheet, _ plan: RoundPlan) -> Set<Mark> {
        (sheet.withheld ?? []).reduce(into: []) { marks, item in
            let answer = sheet.answer(item.question)
            guard let part = item.part else { return marks.formUnion(answer.marks) }
            guard case .lines = plan.questions[item.question].form else {
                return marks.formUnion(Answer(pieces: [answer.pieces[part]]).marks)
            }
            let lines = answer.pieces.flatMap { piece -> [Substring] in
                guard case .words(let words) = piece.content else { return [] }
                return words.text.split(whereSeparator: \.isNewline)
                    .filter { !$0.allSatisfy(\.isWhitespace) }
            }
            marks.formUnion(Mark.all(in: String(lines[part])))
        }
    }

    private func newItems(_ side: Side, _ step: Town.Step) -> [TrayItem.Content] {
        let before = step.before.partners[side]?.trayCount ?? 0
        return (step.after.partners[side]?.tray ?? []).filter { $0.id > before }.map(\.content)
    }

    private func newViews(_ side: Side, _ step: Town.Step) -> [RevealView] {
        newItems(side, step).compactMap { content in
            if case .reveal(let view) = content { view } else { nil }
        }
    }

    /// A response crosses by its author's tap, as it was last seen back.
    mutating func lookAtResponses(_ step: Town.Step) {
        guard let side = step.event?.side, let response = step.before.partners[side]?.response,
            let person = step.before.partners[side]?.id
        else { return }
        for content in newItems(side.other, step) {
            guard case .response(let view) = content else { continue }
            count("response")
            let own = Mark.all(in: view.words.text).filter { $0.author == person }
            if !Deed(step.event, in: step.before).sendsBack(version: response.version) {
                fault("a response went without a tap", step)
            }
            if own != lastDraft[person] ?? [] { fault("a response went unseen", step) }
            permitted.formUnion(own)
        }
    }

    /// Nothing waits in a tray that its owner may not read.
    mutating func lookAtTrays(_ step: Town.Step) {
        for side in Side.allCases {
            guard let id = step.after.partners[side]?.id, step.event != nil else { continue }
            for content in newItems(side, step) {
                for mark in content.theirMarks
                where mark.author != id && !permitted.contains(mark) {
                    fault("\(mark) in the tray of \(id.text)", step)
                }
            }
        }
    }
}
