import Dialogue

/// Marks in what people say, so that every word of theirs can be recognised wherever it turns up:
/// `⟦Ada1·12⟧` is the twelfth thing said by the person `Ada1`.
struct Mark: Hashable, CustomStringConvertible {
    let author: PersonID
    let number: Int

    var description: String { "⟦\(author.text)·\(number)⟧" }

    /// All marks in a text.
    static func all(in text: String) -> Set<Mark> {
        guard text.contains("⟦") else { return [] }
        let found = text.split(separator: "⟦").compactMap { part -> Mark? in
            let fields = part.prefix { $0 != "⟧" }.split(separator: "·")
            guard fields.count == 2, let number = Int(fields[1]) else { return nil }
            return Mark(author: PersonID(String(fields[0])), number: number)
        }
        return Set(found)
    }
}

extension Telling {
    var marks: Set<Mark> {
        voices.reduce(line.marks) { $0.union(Mark.all(in: $1.text)) }
    }
}

extension Line {
    var marks: Set<Mark> { slots.values.reduce([]) { $0.union($1.marks) } }
}

extension Line.Value {
    var marks: Set<Mark> {
        switch self {
        case .plain(let text), .link(let text), .zone(let text): Mark.all(in: text)
        case .words(let words), .cardQuoting(_, let words): Mark.all(in: words.text)
        case .answer(let answer, of: _, question: _): answer.marks
        case .phrase(let line): line.marks
        case .lines(let values), .list(let values), .numbered(let values):
            values.reduce([]) { $0.union($1.marks) }
        case .question, .title, .theirTitle, .option, .phase, .instant, .date, .card, .idea,
            .ideaOfCard, .weekdays, .nothing:
            []
        }
    }
}

extension Answer {
    var marks: Set<Mark> {
        pieces.reduce([]) { marks, piece in
            switch piece.content {
            case .words(let words), .sorted(let words, _):
                marks.union(Mark.all(in: words.text))
            case .voice(let reference, _): marks.union(Mark.all(in: reference.text))
            case .choice, .scale: marks
            }
        }
    }
}

extension Sheet {
    var marks: Set<Mark> { answers.reduce([]) { $0.union($1.marks) } }
}

extension TrayItem.Content {
    /// Marks in it that came from the other side.
    var theirMarks: Set<Mark> {
        switch self {
        case .card, .round, .earlier, .joined, .resting, .roads, .optIn, .revisit, .graduation,
            .proposal, .agreed, .part, .ended, .moment, .turn, .heard, .talkNamed, .talkTime,
            .match, .told, .book:
            []
        case .reply(let view): view.counter.marks
        case .reveal(let view):
            view.items.reduce([]) { $0.union($1.theirs.marks) }
        case .response(let view): Mark.all(in: view.words.text)
        case .knock(let name): Mark.all(in: name.text)
        }
    }
}

extension Effect {
    /// Marks in anything that isn't said in a chat.
    var marksBesideTellings: Set<Mark> {
        switch self {
        case .openInvitation(let invitation): Mark.all(in: invitation.knock?.text ?? "")
        case .tell, .unsay, .closeInvitation, .answerKnock, .scrub, .withdrawClaim,
            .withdrawReminder, .openMove, .part,
            .forget, .export, .book:
            []
        }
    }
}
