package import Messenger

extension Outgoing {
    /// This message cut into what a platform takes at once. Buttons stay with the last piece; a
    /// text too long for a caption goes before its attachment, but after a photo.
    ///
    /// Nothing is lost but white space at the cuts. A message without any text and attachment
    /// comes back as it is: never empty.
    ///
    /// - Parameters:
    ///   - text, caption: the longest text of its own, and the longest beside an attachment, in
    ///     UTF-16 units.
    package func pieces(text: Int, caption: Int) -> [Outgoing] {
        let whole = StyledText(parts, widest: text)
        if whole.isBlank { return [self] }
        let limit = attachment == nil ? text : caption
        if whole.width <= limit { return [self] }
        let texts = whole.cut(limit: text).map { piece($0.parts) }
        switch attachment {
        case nil: return texts.dropLast() + texts.suffix(1).map(withButtons)
        case .photo:
            return [piece([], attachment)] + texts.dropLast() + texts.suffix(1).map(withButtons)
        case .voice, .recording, .document: return texts + [withButtons(piece([], attachment))]
        }
    }

    private func piece(_ parts: [Part], _ attachment: Attachment? = nil) -> Outgoing {
        Outgoing(
            parts: parts, isProtected: isProtected, isSilent: isSilent, attachment: attachment)
    }

    private func withButtons(_ piece: Outgoing) -> Outgoing {
        var piece = piece
        piece.buttons = buttons
        return piece
    }
}

extension StyledText {
    /// Cuts into texts of at most `limit` UTF-16 units, none of them blank: after a paragraph,
    /// else a line, else a word, if one ends in the last part of the piece; else between
    /// characters.
    package func cut(limit: Int) -> [StyledText] {
        var pieces: [StyledText] = []
        var start = 0
        while start < atoms.count {
            let end = cutEnd(from: start, limit: limit)
            let piece = slice(
                start..<end, trimmingStart: start > 0, trimmingEnd: end < atoms.count)
            if !piece.isBlank { pieces.append(piece) }
            start = end
        }
        return pieces
    }

    /// Where the piece that begins at `start` ends: past it, white space belongs to no piece, so
    /// that a piece may end right before it.
    private func cutEnd(from start: Int, limit: Int) -> Int {
        var width = 0
        var fitting = start
        while fitting < atoms.count, width + atoms[fitting].width <= limit {
            width += atoms[fitting].width
            fitting += 1
        }
        // An atom is never wider than a piece, so a piece has at least one.
        if fitting == atoms.count { return fitting }
        return breakBefore(fitting, from: start, limit: limit) ?? max(fitting, start + 1)
    }

    /// The best place to cut at or before `fitting`, not before half of the piece is used.
    private func breakBefore(_ fitting: Int, from start: Int, limit: Int) -> Int? {
        var line: Int?
        var word: Int?
        var candidate = fitting
        var used = atoms[start..<fitting].reduce(0) { $0 + $1.width }
        while candidate > start, used > limit / 2 {
            // A cut at `candidate` is good if white space is on either side of it.
            let last = atoms[candidate - 1]
            if last.isLineEnd || atoms[candidate].isLineEnd {
                if isParagraphEnd(candidate) { return candidate }
                line = line ?? candidate
            } else if last.isWhite || atoms[candidate].isWhite {
                word = word ?? candidate
            }
            used -= last.width
            candidate -= 1
        }
        return line ?? word
    }

    /// Whether an empty line is at this place.
    private func isParagraphEnd(_ place: Int) -> Bool {
        let around = atoms[max(place - 2, 0)..<min(place + 2, atoms.count)]
        let ends = around.map(\.isLineEnd)
        return zip(ends, ends.dropFirst()).contains { $0 && $1 }
    }
}
