/// The picture that goes with what is shown, made of nothing but what is shown.
extension Couple {
    func picture(
        of view: RevealView, _ plan: RoundPlan, for side: Side, in course: Course
    ) -> PictureView? {
        switch plan.picture {
        case .sources: sources(of: view, plan)
        case .kinds: kinds(of: view)
        case .softer: softer(for: side, plan, in: course)
        case .loop, .growth, nil: nil
        }
    }

    private func sources(of view: RevealView, _ plan: RoundPlan) -> PictureView? {
        var mine: [PictureView.Weight] = []
        var theirs: [PictureView.Weight] = []
        for item in view.items where plan.questions.indices.contains(item.question) {
            let source = plan.questions[item.question].id
            guard case .scale(let own, _)? = item.mine.pieces.first?.content,
                case .scale(let other, _)? = item.theirs.pieces.first?.content
            else { continue }
            mine.append(.init(source: source, position: own))
            theirs.append(.init(source: source, position: other))
        }
        return mine.isEmpty ? nil : .sources(mine: mine, theirs: theirs)
    }

    private func kinds(of view: RevealView) -> PictureView? {
        guard let item = view.items.first(where: { !$0.theirs.pieces.isEmpty }) else { return nil }
        return .kinds(mine: item.mine.options, theirs: item.theirs.options)
    }

    /// All moments that either gave, the oldest first.
    private func softer(for side: Side, _ plan: RoundPlan, in course: Course) -> PictureView? {
        let lines = rounds.filter {
            $0.name.base == plan.name.base && shelf.holds($0.serial)
        }
        let moments = softened(lines, for: side) { _, _ in true }
        return moments.isEmpty ? nil : .softer(moments: moments)
    }

    /// The moments shown in these rounds, the oldest first.
    ///
    /// - Parameter isMeant: whether one author's of a round is among them.
    func softened(
        _ lines: [RoundLine], for side: Side, where isMeant: (RoundLine, Side) -> Bool
    ) -> [PictureView.Softened] {
        lines.flatMap { line in
            Side.allCases.compactMap { author -> (Moment, PictureView.Softened)? in
                guard let shown = line.shown[author], isMeant(line, author),
                    let words = shelf[line.serial].sheets[author].item
                else { return nil }
                return (shown, .init(isMine: author == side, words: words))
            }
        }.sorted { $0.0 < $1.0 }.map(\.1)
    }

    /// The two halves and what was agreed on, if both halves were shown.
    func loopPicture(_ agreement: Joint.Agreement, halves name: RoundName?, for side: Side)
        -> PictureView?
    {
        guard let name, let line = line(name), line.shown.first != nil, line.shown.second != nil
        else { return nil }
        let sheets = shelf[line.serial].sheets
        func half(_ side: Side) -> [Words] {
            (0..<4).map { question in
                let words = sheets[side].answer(question).words
                let author = words.first?.author ?? PersonID("")
                return Words(by: author, words.map(\.text).joined(separator: " "))
            }
        }
        func agreed(_ question: Int) -> [Words] {
            agreement.answers.indices.contains(question) ? agreement.answers[question].words : []
        }
        return .loop(
            .init(
                name: agreed(0), earlySign: agreed(1), pauseWord: agreed(2), mine: half(side),
                theirs: half(side.other)))
    }
}
