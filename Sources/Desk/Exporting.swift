import Curriculum
import Dialogue
import Foundation
import Store

extension Session {
    /// Hands out what someone released themselves, as JSON and as a text; what they kept only
    /// when that was asked for apart. Never roads, skips, keeps or hours, never the other's words.
    mutating func export(_ side: Side, withKept: Bool, on id: String) throws(StoreFault) {
        guard var page = try page(id), let partner = page.couple.partners[side],
            let book = scenes.curriculum.phrasebook(partner.language)
        else { return }
        try loadAll(into: &page)
        keep(page, id)
        let answers = handedOut(page.couple, side, withKept: withKept, book)
        guard !answers.isEmpty else {
            let telling = Telling(Line(.exportNothing), [[Press(.exportKept)]])
            return try tell(telling, to: side, on: id)
        }
        let title = book.export[withKept ? "titleKept" : "title"] ?? ""
        let name = book.export["fileName"] ?? "answers"
        let handout = Handout(schema: 1, title: title, answers: answers)
        let more = withKept ? [] : [[Press(.exportKept)]]
        try tell(Telling(Line(withKept ? .exportedKept : .exported), more), to: side, on: id)
        guard var page = try self.page(id) else { return }
        page.owe(
            .document(
                name: "\(name).json", type: "application/json",
                text: Words(by: partner.id, handout.json)), to: side)
        page.owe(
            .document(
                name: "\(name).txt", type: "text/plain; charset=utf-8",
                text: Words(by: partner.id, handout.readable)), to: side)
        keep(page, id)
    }

    private func handedOut(
        _ couple: Couple, _ side: Side, withKept: Bool, _ book: Phrasebook
    ) -> [Handout.Entry] {
        couple.rounds.flatMap { line -> [Handout.Entry] in
            guard let plan = course.plan(line.name),
                withKept || line.stages[side] == .released
            else { return [] }
            let sheet = couple.shelf[line.serial].sheets[side]
            return plan.questions.indices.compactMap { question -> Handout.Entry? in
                let isReleased =
                    line.stages[side] == .released
                    && !plan.questions[question].staysMine
                guard withKept || isReleased else { return nil }
                if plan.kind == .note, !withKept {
                    guard let item = sheet.item else { return nil }
                    return entry(
                        Answer(pieces: [Piece(message: nil, content: .words(item))]),
                        line, question, book)
                }
                return entry(sheet.answer(question), line, question, book)
            }
        }
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

/// What is handed out to somebody about themselves.
private struct Handout: Encodable {
    let schema: Int
    let title: String
    let answers: [Entry]

    struct Entry: Encodable {
        let question: String
        let answer: String
    }

    var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // Strings in arrays always encode; an empty document would only ever mean our bug.
        let data = (try? encoder.encode(self)) ?? Data()
        return String(decoding: data, as: UTF8.self) + "\n"
    }

    var readable: String {
        ([title] + answers.map { "\($0.question)\n\($0.answer)" }).joined(separator: "\n\n") + "\n"
    }
}
