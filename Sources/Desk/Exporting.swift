import Curriculum
import Dialogue
import Store

extension Session {
    /// Hands out what someone released themselves, as JSON and as a page to read; what they
    /// kept only when that was asked for apart. Never roads, skips, keeps or hours, never the other's words.
    mutating func export(_ side: Side, withKept: Bool, on id: String) throws(StoreFault) {
        guard var page = try page(id), let partner = page.couple.partners[side],
            let book = try content(of: page.couple).phrasebook(partner.language)
        else { return }
        try loadAll(into: &page)
        keep(page, id)
        let course = try content(of: page.couple).course
        let answers = handedOut(page.couple, side, withKept: withKept, course, book)
        guard !answers.isEmpty else {
            let telling = Telling(Line(.exportNothing), [[Press(.exportKept)]])
            return try tell(telling, to: side, on: id)
        }
        let title = book.export[withKept ? "titleKept" : "title"] ?? ""
        let name = book.export["fileName"] ?? "answers"
        let handout = Handout(title: title, answers: answers)
        let more = withKept ? [] : [[Press(.exportKept)]]
        try tell(Telling(Line(withKept ? .exportedKept : .exported), more), to: side, on: id)
        guard var page = try self.page(id) else { return }
        // One that wasn't sent yet gives way, so that what is owed doesn't grow with each wish.
        let address = page.addresses[side]
        page.outbox.removeAll { letter in
            // An appointment is a file, too, and is none of this.
            guard case .document(_, let type, _) = letter.content else { return false }
            return letter.to == address && type != Appointment.type
        }
        page.owe(
            .document(
                name: "\(name).json", type: "application/json",
                text: Words(by: partner.id, handout.json)), to: side)
        page.owe(
            .document(
                name: "\(name).html", type: "text/html; charset=utf-8",
                text: Words(by: partner.id, handout.page(language: book.language))), to: side)
        keep(page, id)
    }

    private func handedOut(
        _ couple: Couple, _ side: Side, withKept: Bool, _ course: Course, _ book: Phrasebook
    ) -> [Handout.Entry] {
        couple.rounds.flatMap { line -> [Handout.Entry] in
            guard let plan = course.plan(line.name) else { return [] }
            if line.stages[side] == .agreed { return agreed(couple, line, plan, book) }
            guard withKept || line.stages[side] == .released else { return [] }
            let sheet = couple.shelf[line.serial].sheets[side]
            if !withKept, plan.kind == .note {
                return [sheet.item].compactMap { $0 }.compactMap {
                    entry(
                        Answer(pieces: [Piece(message: nil, content: .words($0))]), line,
                        plan.questions.count - 1, book)
                }
            }
            return plan.questions.indices.compactMap { question -> Handout.Entry? in
                guard !withKept else {
                    let answer = sheet.answer(question)
                    return plan.sorting(question) == nil
                        ? entry(answer, line, question, book) : nil
                }
                guard !plan.questions[question].staysMine else { return nil }
                return entry(
                    couple.released(question, of: sheet, plan), line, question, book)
            } + meant(couple, line, side, withKept: withKept, book)
        }
    }

    /// What both approved is both's.
    private func agreed(
        _ couple: Couple, _ line: RoundLine, _ plan: RoundPlan, _ book: Phrasebook
    ) -> [Handout.Entry] {
        let answers = couple.shelf[line.serial].joint.agreement?.answers ?? []
        return answers.indices.compactMap { entry(answers[$0], line, $0, book) }
    }

    /// What they meant in a moment of the other's.
    private func meant(
        _ couple: Couple, _ line: RoundLine, _ side: Side, withKept: Bool, _ book: Phrasebook
    ) -> [Handout.Entry] {
        guard let meaning = couple.shelf[line.serial].meanings[side],
            withKept || meaning.state == .released
        else { return [] }
        return [entry(meaning.draft.answer, line, 2, book)].compactMap { $0 }
    }

    private func entry(
        _ answer: Answer, _ line: RoundLine, _ question: Int, _ book: Phrasebook
    ) -> Handout.Entry? {
        guard !answer.pieces.isEmpty else { return nil }
        return Handout.Entry(
            question: book.text(of: .title(line.name, question)),
            answer: book.text(of: .answer(answer, of: line.name, question: question)))
    }
}
