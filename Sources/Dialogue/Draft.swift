/// Words that are to cross by their author's tap: several messages are one, seen back whole, and
/// a button of an older version sends nothing.
package struct Draft: Sendable, Equatable, Codable {
    package var answer = Answer()
    package var version = 0
    /// At which version its author was offered other words for it, once.
    package var advised: Int?

    package init() {}

    /// Takes a message in. Returns whether there was room.
    mutating func add(_ message: Event.Message) -> Bool {
        guard case .text(let words) = message.content else { return false }
        let longer = Answer(
            pieces: answer.pieces + [Piece(message: message.name, content: .words(words))])
        guard longer.length <= Couple.longestAnswer, longer.pieces.count <= Couple.mostPieces
        else { return false }
        answer = longer
        version += 1
        return true
    }

    /// Puts an edited message in its place. Nil if it isn't part of this; else whether it fitted.
    mutating func correct(_ message: MessageName, to words: Words) -> Bool? {
        guard let place = answer.pieces.firstIndex(where: { $0.message == message }) else {
            return nil
        }
        var changed = answer
        changed.pieces[place].content = .words(words)
        guard changed.length <= Couple.longestAnswer else { return false }
        answer = changed
        version += 1
        return true
    }

    mutating func clear() {
        answer = Answer()
        version += 1
    }

    var isEmpty: Bool { answer.pieces.isEmpty }
}

extension Answer {
    /// All its words, joined by line ends; nil if there are none.
    func joined(by author: PersonID) -> Words? {
        let texts = words.map(\.text)
        return texts.isEmpty ? nil : Words(by: author, texts.joined(separator: "\n"))
    }

    /// The words in it, piece by piece.
    package var words: [Words] {
        pieces.compactMap { piece in
            switch piece.content {
            case .words(let words), .sorted(let words, _): words
            case .voice, .choice, .scale: nil
            }
        }
    }

    /// Each line in it, without the empty ones: the first twenty, as nobody picks from more, and
    /// a chat takes no more buttons than some dozens.
    var lines: [Words] {
        let all = words.flatMap { words in
            words.text.split(whereSeparator: \.isNewline)
                .filter { !$0.allSatisfy(\.isWhitespace) }
                .map { Words(by: words.author, String($0)) }
        }
        return Array(all.prefix(20))
    }

    /// The options in it.
    var options: [String] {
        pieces.compactMap { piece in
            switch piece.content {
            case .choice(let option), .sorted(_, let option): option
            case .words, .voice, .scale: nil
            }
        }
    }
}
