/// A word as it sounds, whatever its case, its apostrophes, and how long somebody held a letter.
struct HeardWord: Sendable, Hashable {
    /// Its letters, each once where it stands several times in a row.
    private(set) var sound = ""
    /// How often each stands there; three is as good as thirty.
    private(set) var holds: [UInt8] = []

    private var last: Character?
    /// What follows the first forty letters can't make a known word of it any more.
    private static let longest = 40
    private static let held: UInt8 = 3

    /// Whether this is that word, perhaps with a letter held: "sooo" is "so" and "alll" is "all".
    func sounds(like other: HeardWord) -> Bool {
        sound == other.sound && isHeld(like: other.holds[...])
    }

    /// Whether it begins like that word: "suicidal" begins like "suicid".
    func begins(like other: HeardWord) -> Bool {
        guard let end = other.holds.indices.last, holds.count > end else { return false }
        return sound.hasPrefix(other.sound) && holds[end] >= other.holds[end]
            && isHeld(like: other.holds[..<end])
    }

    /// What it begins with.
    var first: Character? { sound.first }

    private func isHeld(like others: ArraySlice<UInt8>) -> Bool {
        zip(holds, others).allSatisfy { $0 == $1 || $0 >= Self.held }
    }

    private mutating func append(_ letter: Character) {
        if last == letter {
            holds[holds.count - 1] = min(holds[holds.count - 1] + 1, Self.held)
        } else if holds.count < Self.longest {
            sound.append(letter)
            holds.append(1)
            last = letter
        }
    }
}

extension HeardWord {
    /// The words of a text, in stretches that no phrase reaches across: a full stop, a comma, a
    /// dash or an empty line ends one. A single line end, a quotation mark or a hyphen doesn't.
    ///
    /// Total, and linear in the text's length.
    static func stretches(of text: String) -> [[HeardWord]] {
        var found: [[HeardWord]] = []
        var stretch: [HeardWord] = []
        var word = HeardWord()
        var lineEnds = 0
        func endWord() {
            guard !word.holds.isEmpty else { return }
            stretch.append(word)
            word = HeardWord()
        }
        func endStretch() {
            endWord()
            guard !stretch.isEmpty else { return }
            found.append(stretch)
            stretch = []
        }
        for character in visible(text) {
            let mark = Mark(character)
            if mark != .space, mark != .lineEnd { lineEnds = 0 }
            switch mark {
            case .smallLetter: word.append(character)
            case .letter: for letter in character.lowercased() { word.append(letter) }
            case .apostrophe: break
            case .space, .sign: endWord()
            case .end: endStretch()
            case .lineEnd:
                lineEnds += 1
                if lineEnds > 1 { endStretch() } else { endWord() }
            }
        }
        endStretch()
        return found
    }

    /// Joiners, soft hyphens and marks of direction can't be seen, so they part no words.
    private static func visible(_ text: String) -> String {
        guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
        return String(
            String.UnicodeScalarView(
                text.unicodeScalars.lazy.filter { $0.properties.generalCategory != .format }))
    }

    /// What a character does between words.
    private enum Mark {
        case letter
        /// One that is known to be small already.
        case smallLetter
        case apostrophe
        case space
        case lineEnd
        /// Ends a stretch.
        case end
        /// A quotation mark, a hyphen, an emoji.
        case sign

        init(_ character: Character) {
            if let byte = character.asciiValue {
                self.init(ascii: byte)
            } else if character.isLetter || character.isNumber {
                self = .letter
            } else if character.isNewline {
                self = .lineEnd
            } else if character.isWhitespace {
                self = .space
            } else if Self.apostrophes.contains(character) {
                self = .apostrophe
            } else {
                self = Self.ends.contains(character) ? .end : .sign
            }
        }

        /// Most of what is written; the tables of Unicode take ten times as long.
        private init(ascii byte: UInt8) {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                self = .smallLetter
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): self = .letter
            case UInt8(ascii: " "), UInt8(ascii: "\t"): self = .space
            case 0x0A...0x0D: self = .lineEnd
            case UInt8(ascii: "'"), UInt8(ascii: "`"): self = .apostrophe
            case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ","),
                UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: ")"),
                UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"):
                self = .end
            // not our enum
            default: self = .sign
            }
        }

        private static let apostrophes: Set<Character> = [
            "\u{2019}", "\u{2018}", "\u{201B}", "\u{2BC}", "\u{2B9}", "\u{2032}", "\u{FF07}",
            "\u{B4}",
        ]

        private static let ends: Set<Character> = [
            "…", "–", "—", "―", "¡", "¿", "。", "！", "？", "、", "，", "；", "：", "।", "؟", "؛", "،",
        ]
    }
}
