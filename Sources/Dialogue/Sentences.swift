extension Words {
    private static let ends = ".!?…।؟"
    /// Of scripts that put no space behind them.
    private static let fullWidthEnds = "。！？"
    private static let closing = "'’”\"»)]"

    /// Cut after full stops, question and exclamation marks (also those of other scripts) and at
    /// line ends. Good enough to tap; nothing is lost, nothing changed.
    var inSentences: [Words] {
        var found: [String] = []
        var sentence = ""
        var hasEnded = false
        for character in text {
            if character.isNewline {
                found.append(sentence)
                (sentence, hasEnded) = ("", false)
                continue
            }
            if hasEnded, !Words.closing.contains(character), !Words.ends.contains(character) {
                // What closes behind a mark belongs to it; letters right behind it go on.
                if character.isWhitespace {
                    found.append(sentence)
                    sentence = ""
                }
                hasEnded = false
            }
            sentence.append(character)
            if Words.ends.contains(character) { hasEnded = true }
            if Words.fullWidthEnds.contains(character) {
                found.append(sentence)
                (sentence, hasEnded) = ("", false)
            }
        }
        found.append(sentence)
        return found.compactMap { raw in
            let trimmed = raw.drop { $0.isWhitespace }
            guard trimmed.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
            return Words(by: author, String(trimmed))
        }
    }
}
