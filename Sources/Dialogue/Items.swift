/// A round whose items are released one by one: a line, an option, a place on a line.
extension Couple {
    /// What of a sheet is released on its own, in the order of the questions.
    func items(of sheet: Sheet, _ plan: RoundPlan) -> [Sheet.Item] {
        plan.questions.indices.flatMap { question -> [Sheet.Item] in
            let answer = sheet.answer(question)
            guard !plan.questions[question].staysMine, plan.sorting(question) == nil,
                !answer.pieces.isEmpty
            else { return [] }
            switch plan.questions[question].form {
            case .lines:
                return answer.lines.indices.map { .init(question: question, part: $0) }
            case .several, .sort:
                return answer.pieces.indices.map { .init(question: question, part: $0) }
            case .text, .choice, .scale, .carried:
                return [.init(question: question, part: nil)]
            }
        }
    }

    /// What an answer shows to the other: all that its author didn't keep.
    package func released(_ question: Int, of sheet: Sheet, _ plan: RoundPlan) -> Answer {
        let answer = sheet.answer(question)
        guard plan.sorting(question) == nil else { return Answer() }
        // Nothing but what stood in the list that was seen back.
        guard plan.releases == .each else { return answer }
        let withheld = sheet.withheld ?? []
        switch plan.questions[question].form {
        case .lines:
            return Answer(
                pieces: answer.lines.enumerated().compactMap { part, words in
                    withheld.contains(.init(question: question, part: part))
                        ? nil : Piece(message: nil, content: .words(words))
                })
        case .several, .sort:
            return Answer(
                pieces: answer.pieces.enumerated().compactMap { part, piece in
                    withheld.contains(.init(question: question, part: part)) ? nil : piece
                })
        case .text, .choice, .scale, .carried:
            return withheld.contains(.init(question: question, part: nil)) ? Answer() : answer
        }
    }

    /// Seen back as a list: each item says whether it would be shown.
    mutating func seeBackItems(
        of plan: RoundPlan, to side: Side, calling partner: Words
    ) -> Effect? {
        guard let line = line(plan.name) else { return nil }
        let sheet = shelf[line.serial].sheets[side]
        let items = items(of: sheet, plan)
        guard plan.releases == .each, items.count > 1 else { return nil }
        let entries = items.map { item -> Line.Value in
            let isKept = sheet.withheld?.contains(item) ?? false
            return .phrase(
                Line(isKept ? .itemKept : .itemShown, [.answer: value(of: item, in: sheet, plan)]))
        }
        let version = sheet.version
        let numbers = items.indices.map { Press(.toggle, plan.name, version * 100 + $0) }
        let others = own(of: sheet, plan)
        let key: Line.Key = others == .nothing ? .seenBackItems : .seenBackItemsAndOwn
        return tell(
            side,
            Line(
                key,
                [.list: .numbered(entries), .partner: .words(partner), .also: others]),
            rows(numbers) + [
                [Press(.share, plan.name, version)], [Press(.keep, plan.name, version)],
                [Press(.again, plan.name, version)],
            ], about: plan.name)
    }

    /// A number: that item is kept, or shown after all.
    mutating func toggle(_ press: Press, by side: Side, in scene: Scene) -> [Effect] {
        guard let (index, plan) = current(press.round, of: side, in: scene),
            let number = press.number, plan.releases == .each
        else { return stale(press, by: side, in: scene) }
        let serial = rounds[index].serial
        let sheet = shelf[serial].sheets[side]
        let items = items(of: sheet, plan)
        guard number / 100 == sheet.version, items.indices.contains(number % 100) else {
            return stale(press, by: side, in: scene)
        }
        let item = items[number % 100]
        var withheld = sheet.withheld ?? []
        if let place = withheld.firstIndex(of: item) {
            withheld.remove(at: place)
        } else {
            withheld.append(item)
        }
        shelf[serial].sheets[side].withheld = withheld
        shelf[serial].sheets[side].version += 1
        // What was released is decided about anew.
        let last = plan.questions.count - 1
        rounds[index].stages[side] = .reviewing(question: last)
        let effects = settleReveal(of: plan.name, in: scene)
        return effects + [seeBack(last, of: plan, to: side, in: scene)]
    }

    /// Buttons in rows of a few, for numbers.
    func rows(_ presses: [Press]) -> [[Press]] {
        stride(from: 0, to: presses.count, by: 4).map {
            Array(presses[$0..<min($0 + 4, presses.count)])
        }
    }

    /// One item as it is read.
    func value(of item: Sheet.Item, in sheet: Sheet, _ plan: RoundPlan) -> Line.Value {
        let answer = sheet.answer(item.question)
        guard let part = item.part else {
            return .phrase(
                Line(
                    .titled,
                    [
                        .question: .title(plan.name, item.question),
                        .answer: .answer(answer, of: plan.name, question: item.question),
                    ]))
        }
        switch plan.questions[item.question].form {
        case .lines:
            return .words(answer.lines[part])
        case .several, .sort, .text, .choice, .scale, .carried:
            return .answer(
                Answer(pieces: [answer.pieces[part]]), of: plan.name, question: item.question)
        }
    }

    /// What stays with its author, as they see it; nothing if there is none.
    private func own(of sheet: Sheet, _ plan: RoundPlan) -> Line.Value {
        let values = plan.questions.indices.compactMap { question -> Line.Value? in
            guard plan.questions[question].staysMine, !sheet.answer(question).pieces.isEmpty
            else { return nil }
            return value(of: .init(question: question, part: nil), in: sheet, plan)
        }
        // Many taps aren't spread out anew on a screen that others may see.
        guard values.count <= 3 else { return .phrase(Line(.ownTaps)) }
        return values.isEmpty ? .nothing : .list(values)
    }
}
