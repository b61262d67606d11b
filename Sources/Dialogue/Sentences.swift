extension Words {
    /// Cut after full stops, question and exclamation marks (also those of other scripts) and at
    /// line ends. Good enough to tap; nothing is lost, nothing changed.
    var inSentences: [Words] {
        var found: [String] = []
        var sentence = ""
        for character in text {
            if character.isNewline {
                found.append(sentence)
                sentence = ""
                continue
            }
            sentence.append(character)
            if ".!?…。！？।؟".contains(character) {
                found.append(sentence)
                sentence = ""
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
