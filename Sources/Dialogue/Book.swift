/// What two have shown one another, gathered for both to keep. It is made once both have asked for
/// it, at their shared hour; nobody is told that the other has, or hasn't.
extension Couple {
    /// So long an asking holds.
    static let bookPatience = Span.days(30)
    /// So many of one's own pages are listed at a time.
    static let ownPagesListed = 20

    /// `/book`: what it is, and asking for it.
    mutating func book(_ side: Side, in scene: Scene) -> [Effect] {
        guard isJoined else { return [tell(side, Line(.notJoined))] }
        let pages = [Press(.bookPages)]
        guard hasAskedForBook(side, at: scene.now) else {
            return [tell(side, Line(.book), [[Press(.askForBook)], pages, [Press(.stay)]])]
        }
        return [tell(side, Line(.bookAsked), [pages, [Press(.noBook)]])]
    }

    mutating func pressBook(_ press: Press, by side: Side, in scene: Scene) -> [Effect] {
        guard let act = BookAct(rawValue: press.act.rawValue) else { return [] }
        switch act {
        case .askForBook: return askForBook(side, in: scene)
        case .bookPages: return listBookPages(side, in: scene)
        case .bookPage: return toggleBookPage(press, by: side, in: scene)
        case .bookEarlier:
            return listBookPages(side, passing: press.number ?? 0, in: scene)
        case .noBook: return takeBackBook(side)
        }
    }

    private mutating func askForBook(_ side: Side, in scene: Scene) -> [Effect] {
        guard isJoined else { return [tell(side, Line(.notJoined))] }
        if !hasAskedForBook(side, at: scene.now) { partners[side]?.bookAsked = scene.now }
        if isBookDue(at: scene.now), !timers.contains(where: { $0.purpose == .book }) {
            timers.append(Timer(at: scene.sharedHour, purpose: .book))
        }
        // The same words whatever the other has done.
        return [tell(side, Line(.bookAsked), [[Press(.bookPages)], [Press(.noBook)]])]
    }

    private mutating func takeBackBook(_ side: Side) -> [Effect] {
        partners[side]?.bookAsked = nil
        timers.removeAll { $0.purpose == .book }
        return [tell(side, Line(.unchangedBook))]
    }

    private func hasAskedForBook(_ side: Side, at now: Moment) -> Bool {
        partners[side]?.bookAsked.map { now - $0 < Couple.bookPatience } ?? false
    }

    private func isBookDue(at now: Moment) -> Bool {
        isJoined && Side.allCases.allSatisfy { hasAskedForBook($0, at: now) }
    }

    /// The hour came. Both get it, or neither.
    mutating func fireBook(in scene: Scene) -> [Effect] {
        guard isBookDue(at: scene.now) else { return [] }
        if let later = laterForBoth(in: scene) {
            timers.append(Timer(at: later, purpose: .book))
            return []
        }
        for side in Side.allCases { partners[side]?.bookAsked = nil }
        return Side.allCases.flatMap { share(.book, with: $0, in: scene) }
    }

    // One's own pages.

    /// What of theirs would be in it, newest last; each may be taken out, or put in again.
    ///
    /// - Parameter newest: how many of the newest pages are passed over.
    private mutating func listBookPages(
        _ side: Side, passing newest: Int = 0, in scene: Scene
    ) -> [Effect] {
        guard isJoined else { return [tell(side, Line(.notJoined))] }
        let all = ownPages(side, in: scene.course)
        let own = Array(all.dropLast(max(0, newest)).suffix(Couple.ownPagesListed))
        guard !own.isEmpty else { return [tell(side, Line(.noBookPages))] }
        let passed = max(0, newest) + own.count
        let earlier = passed < all.count ? [[Press(.bookEarlier, nil, passed)]] : []
        let out = partners[side]?.bookLeftOut ?? []
        let list = own.map { name in
            Line.Value.phrase(
                Line(
                    out.contains(name) ? .pageLeftOut : .pageIn,
                    [.question: title(of: name, in: scene)]))
        }
        return [
            tell(
                side, Line(.bookPages, [.list: .numbered(list)]),
                rows(own.map { Press(.bookPage, $0) }) + earlier)
        ]
    }

    private mutating func toggleBookPage(_ press: Press, by side: Side, in scene: Scene) -> [Effect]
    {
        let own = ownPages(side, in: scene.course)
        guard let name = press.round, own.contains(name) else {
            return [tell(side, Line(.passed))]
        }
        var out = partners[side]?.bookLeftOut ?? []
        if let place = out.firstIndex(of: name) { out.remove(at: place) } else { out.append(name) }
        partners[side]?.bookLeftOut = out.isEmpty ? nil : out
        let behind = own.count - 1 - (own.firstIndex(of: name) ?? 0)
        let listed = Couple.ownPagesListed
        return listBookPages(side, passing: behind / listed * listed, in: scene)
    }

    /// Rounds of which something of theirs was shown.
    private func ownPages(_ side: Side, in course: Course) -> [RoundName] {
        rounds.filter { line in
            guard let plan = course.plan(line.name), plan.isForBook else { return false }
            return line.shown[side] != nil
        }.map(\.name)
    }

    // What stands in it.

    /// The pages for one reader, in the order in which things were shown: the dictionary first, the
    /// page of moments last. Nothing that wasn't shown to both, or agreed on, is in it.
    ///
    /// The shelf holds every round.
    package func bookPages(for side: Side, in course: Course) -> [BookPage] {
        let ordered = rounds.sorted { one, other in
            (one.shownAt, one.serial) < (other.shownAt, other.serial)
        }
        let pages = ordered.compactMap { line -> BookPage? in
            guard shelf.holds(line.serial), let plan = course.plan(line.name), plan.isForBook
            else { return nil }
            return page(of: line, plan, for: side, in: course)
        }
        return [.dictionary, .shared, .memory].flatMap { place in
            pages.filter { $0.place == place }
        }
    }

    private func page(
        of line: RoundLine, _ plan: RoundPlan, for side: Side, in course: Course
    ) -> BookPage? {
        var page = BookPage(round: line.name, phase: plan.phase, place: place(of: plan, in: course))
        if line.stages[side] == .agreed {
            guard let agreement = shelf[line.serial].joint.agreement else { return nil }
            page.isTheirs = agreement.by == side.other
            page.entries = agreement.answers.indices.compactMap { question in
                let answer = agreement.answers[question]
                return answer.pieces.isEmpty
                    ? nil
                    : .init(question: question, mine: Answer(), theirs: Answer(), both: answer)
            }
            let isWhole = plan.needs.map { needs in
                Side.allCases.allSatisfy { !leftOut(of: $0).contains(needs) }
            }
            if plan.picture == .loop, isWhole == true {
                page.picture = loopPicture(agreement, halves: plan.needs, for: side)
            }
        } else {
            let mine = shownAnswers(line, plan, of: side)
            let theirs = shownAnswers(line, plan, of: side.other)
            page.entries = plan.questions.indices.compactMap { question in
                let entry = BookPage.Entry(
                    question: question, mine: mine[question] ?? Answer(),
                    theirs: theirs[question] ?? Answer(), both: Answer())
                return entry.mine.pieces.isEmpty && entry.theirs.pieces.isEmpty ? nil : entry
            }
            page.picture = picture(of: page, plan, for: side, in: course)
        }
        return page.entries.isEmpty ? nil : page
    }

    /// What of somebody's paper the other was shown, by question, unless they took it out.
    private func shownAnswers(_ line: RoundLine, _ plan: RoundPlan, of side: Side) -> [Int: Answer]
    {
        guard line.shown[side] != nil, !leftOut(of: side).contains(line.name) else { return [:] }
        let sheets = shelf[line.serial].sheets
        guard plan.kind != .note else {
            guard let item = sheets[side].item else { return [:] }
            let place =
                plan.questions.indices.first { sheets[side].answer($0).lines.contains(item) }
                ?? plan.questions.count - 1
            return [place: Answer(pieces: [Piece(message: nil, content: .words(item))])]
        }
        return plan.questions.indices.reduce(into: [:]) { answers, question in
            guard !plan.questions[question].staysMine else { return }
            let own = released(question, of: sheets[side], plan)
            let others = released(question, of: sheets[side.other], plan)
            // Half of an item that both must give was never shown.
            let isHalf =
                plan.releases == .each && others.pieces.isEmpty && !plan.isOfParts(question)
            if !own.pieces.isEmpty, !isHalf { answers[question] = own }
        }
    }

    /// What somebody took out, also if they have left since.
    private func leftOut(of side: Side) -> [RoundName] {
        guard let partner = partners[side] else { return goneLeftOut[side] }
        return partner.bookLeftOut ?? []
    }

    private func place(of plan: RoundPlan, in course: Course) -> BookPage.Place {
        if plan.place == .weekly && plan.delivery == .nextEvening { return .dictionary }
        if plan.gathers != nil { return .dictionary }
        let last = course.plans.last { $0.kind == .joint && $0.place == .main }
        return plan.name.base == last?.name.base ? .memory : .shared
    }

    private func picture(
        of page: BookPage, _ plan: RoundPlan, for side: Side, in course: Course
    ) -> PictureView? {
        // All moments stand in one picture: with the last of them.
        guard plan.picture != .softer else { return nil }
        let items = page.entries.map {
            RevealView.Item(
                round: page.round, question: $0.question, mine: $0.mine, theirs: $0.theirs)
        }
        let isOfBoth = items.allSatisfy { !$0.mine.pieces.isEmpty && !$0.theirs.pieces.isEmpty }
        guard isOfBoth else { return nil }
        return picture(
            of: RevealView(round: page.round, items: items, by: partners[side.other]?.id), plan,
            for: side, in: course)
    }
}

extension RoundPlan {
    /// Kinds of which something is shown to both for good: no answer to a wish, no offer after a
    /// hurt, nothing that was heard in a quarrel.
    fileprivate var isForBook: Bool {
        switch kind {
        case .sealed, .note, .joint, .request, .talk: true
        case .thought, .turns, .heardMeant, .reply, .repair, .match: false
        }
    }
}

extension RoundLine {
    fileprivate var shownAt: Moment {
        [shown.first, shown.second].compactMap { $0 }.min() ?? Moment(.max)
    }
}
