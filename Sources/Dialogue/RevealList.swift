/// What a reveal shows, worded.
extension Couple {
    /// Question by question: mine, then theirs.
    func list(_ view: RevealView, partner: Words) -> Line.Value {
        .lines(
            view.items.map { item in
                let question = Line.Value.title(item.round, item.question)
                let mine = Line.Value.answer(item.mine, of: item.round, question: item.question)
                let theirs = Line.Value.answer(
                    item.theirs, of: item.round, question: item.question)
                let slots: [Line.Slot: Line.Value] = [
                    .question: question, .mine: mine, .theirs: theirs, .partner: .words(partner),
                ]
                switch item.pairing {
                case .iHeard(let moment):
                    return .phrase(Line(.pairIHeard, slots.with(moment, item)))
                case .theyHeard(let moment):
                    return .phrase(Line(.pairTheyHeard, slots.with(moment, item)))
                case nil: break
                }
                switch (item.mine.pieces.isEmpty, item.theirs.pieces.isEmpty) {
                case (true, _): return .phrase(Line(.revealedTheirs, slots))
                case (false, true): return .phrase(Line(.revealedMine, slots))
                case (false, false): return .phrase(Line(.revealedBoth, slots))
                }
            })
    }
}

extension [Line.Slot: Line.Value] {
    fileprivate func with(_ moment: Answer, _ item: RevealView.Item) -> Self {
        merging([.card: .answer(moment, of: item.round, question: 0)]) { _, new in new }
    }
}
