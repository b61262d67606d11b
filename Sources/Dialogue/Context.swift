/// What a question looks back at, shown above it: only what this side may see.
extension Couple {
    /// How many words of the week stand beside what gathers them.
    static let mostGathered = 24

    func context(of plan: RoundPlan, for side: Side) -> Line.Value? {
        switch plan.kind {
        case .reply: wish(above: plan, for: side)
        case .joint: halves(above: plan, for: side) ?? gathered(above: plan, for: side)
        case .sealed: tried(above: plan, for: side)
        case .thought, .note, .talk, .turns, .heardMeant, .request, .repair, .match: nil
        }
    }

    /// The other's wish, above its answer.
    private func wish(above plan: RoundPlan, for side: Side) -> Line.Value? {
        let wish = rounds.first { line in
            line.name.occurrence == plan.name.occurrence && line.shown[side.other] != nil
                && shelf.holds(line.serial) && line.name.base == plan.wishes
        }
        guard let wish, let partner = partners[side]?.calls else { return nil }
        let answer = shelf[wish.serial].sheets[side.other].answer(0)
        return .phrase(
            Line(
                .theirWish,
                [.partner: .words(partner), .theirs: .answer(answer, of: wish.name, question: 0)]))
    }

    /// Both halves, above what is made of them.
    private func halves(above plan: RoundPlan, for side: Side) -> Line.Value? {
        guard plan.picture == .loop, let name = plan.needs, let line = line(name),
            line.shown.first != nil, line.shown.second != nil, let partner = partners[side]?.calls
        else { return nil }
        let sheets = shelf[line.serial].sheets
        guard !sheets.first.isEmpty, !sheets.second.isEmpty else { return nil }
        func half(_ side: Side) -> Line.Value {
            .list(
                sheets[side].answers.enumerated().map { question, answer in
                    .answer(answer, of: name, question: question)
                })
        }
        return .phrase(
            Line(
                .bothHalves,
                [.mine: half(side), .theirs: half(side.other), .partner: .words(partner)]))
    }

    /// The words of the week that either gave, above the dictionary.
    private func gathered(above plan: RoundPlan, for side: Side) -> Line.Value? {
        guard let base = plan.gathers, let partner = partners[side]?.calls else { return nil }
        let entries = lately(of: base, Couple.mostGathered).compactMap { name -> [Line.Value]? in
            guard let line = line(name), shelf.holds(line.serial) else { return nil }
            return Side.allCases.compactMap { author in
                guard line.shown[author] != nil,
                    let words = shelf[line.serial].sheets[author].item
                else { return nil }
                return .phrase(
                    Line(
                        author == side ? .wordOfMine : .wordOfTheirs,
                        [.answer: .words(words), .partner: .words(partner)]))
            }
        }.flatMap { $0 }
        return entries.isEmpty ? nil : .phrase(Line(.wordsSoFar, [.list: .list(entries)]))
    }

    /// What was tried, above what became of it.
    private func tried(above plan: RoundPlan, for side: Side) -> Line.Value? {
        guard let needs = plan.needs?.occurring(plan.name.occurrence), let line = line(needs),
            let agreement = shelf[line.serial].joint.agreement, let answer = agreement.answers.first
        else { return nil }
        return .phrase(Line(.whatYouTried, [.answer: .answer(answer, of: needs, question: 0)]))
    }
}
