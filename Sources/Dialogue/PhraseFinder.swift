/// Finds any of some phrases in a text, unless each time it is a part of an exception: "you are
/// so" is found, but not in "you are so kind".
///
/// Total for any text, and its time grows with the text's length only.
struct PhraseFinder: Sendable {
    let phrases: [String]
    let exceptions: [String]
    private let sought: Index
    private let excepted: Index

    init(_ phrases: [String], except exceptions: [String]) {
        self.phrases = phrases
        self.exceptions = exceptions
        sought = Index(phrases)
        excepted = Index(exceptions)
    }

    /// The phrases and exceptions that can't be read as a ``Phrase``, and so are never found.
    var unreadable: [String] { sought.unreadable + excepted.unreadable }

    func finds(in text: String) -> Bool {
        HeardWord.stretches(of: text).contains(where: finds)
    }

    private func finds(in words: [HeardWord]) -> Bool {
        // How far the exceptions reach that begin here or earlier.
        var exceptedUntil = 0
        for start in words.indices {
            for exception in excepted.phrases(at: words[start]) {
                if let end = exception.ends(in: words, from: start) {
                    exceptedUntil = max(exceptedUntil, end.farthest)
                }
            }
            for phrase in sought.phrases(at: words[start]) {
                if let end = phrase.ends(in: words, from: start), end.nearest > exceptedUntil {
                    return true
                }
            }
        }
        return false
    }

    /// Phrases by the letters they may begin with, so that few are tried at a word.
    private struct Index: Sendable {
        private var byLetter: [Character: [Phrase]] = [:]
        private(set) var unreadable: [String] = []

        init(_ texts: [String]) {
            for text in texts {
                guard let phrase = Phrase(text) else {
                    unreadable.append(text)
                    continue
                }
                for letter in phrase.firstLetters { byLetter[letter, default: []].append(phrase) }
            }
        }

        func phrases(at word: HeardWord) -> [Phrase] {
            word.first.flatMap { byLetter[$0] } ?? []
        }
    }
}

extension PhraseFinder: Equatable, Codable {
    private enum CodingKeys: String, CodingKey { case phrases, except }

    static func == (a: PhraseFinder, b: PhraseFinder) -> Bool {
        a.phrases == b.phrases && a.exceptions == b.exceptions
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            try container.decode([String].self, forKey: .phrases),
            except: try container.decode([String].self, forKey: .except))
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(phrases, forKey: .phrases)
        try container.encode(exceptions, forKey: .except)
    }
}
