/// Which language a text is in, by the small words that are in every sentence: a check against
/// lines that were forgotten.
package struct LanguageGuess {
    private static let words: [String: Set<String>] = [
        "en": [
            "the", "and", "you", "your", "of", "to", "is", "it", "that", "for", "with", "what",
            "this", "not", "when", "i", "are", "was", "there", "have", "from", "one", "if", "other",
            "here", "both", "which", "who", "nobody", "where", "how", "would", "they",
        ],
        "es": [
            "el", "la", "los", "las", "que", "de", "y", "en", "un", "una", "lo", "se", "no", "por",
            "con", "para", "tu", "te", "es", "si", "qué", "del", "al", "más", "como", "cuando",
            "ustedes", "esto", "esta", "ya", "algo", "hay", "o", "su", "tú",
        ],
        "de": [
            "der", "die", "das", "und", "du", "ist", "nicht", "ein", "eine", "zu", "mit", "auf",
            "es", "dir", "dich", "den", "wenn", "von", "was", "ich", "ihr", "für", "im", "dein",
            "deine", "euch", "hier", "noch", "oder", "wer", "wie", "etwas", "dem", "sich", "auch",
        ],
    ]

    /// How many of a language's small words are in it.
    private static func count(_ text: String, _ language: String) -> Int {
        let known = words[language] ?? []
        return text.lowercased().split { !$0.isLetter }.count { known.contains(String($0)) }
    }

    /// The languages that a text may be in: all of them if it has too few small words to tell.
    package static func languages(of text: String) -> Set<String> {
        let counts = words.keys.map { (language: $0, count: count(text, $0)) }
        let most = counts.map(\.count).max() ?? 0
        guard most >= 2 else { return Set(words.keys) }
        return Set(counts.filter { $0.count == most }.map(\.language))
    }
}
