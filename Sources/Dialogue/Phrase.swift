/// A few words to listen for, as data: `you just? always|never`.
///
/// A space parts the words and `|` their alternatives. `?` at a word's end says that it may be
/// missing, `*` at an alternative's end that any ending will do, and `*` alone is any one word.
struct Phrase: Sendable {
    fileprivate enum Sound: Sendable {
        case word(HeardWord)
        case beginning(HeardWord)
        case anything
    }

    fileprivate struct Slot: Sendable {
        let sounds: [Sound]
        let mayBeMissing: Bool
    }

    private let slots: [Slot]
    /// The letters it may begin with.
    let firstLetters: [Character]

    static let mostWords = 16

    /// Nil if it can't be read: it is empty, has more than 16 words, begins with a word that may
    /// be missing or be any, or an alternative isn't exactly one word.
    init?(_ text: String) {
        let parts = text.split(whereSeparator: \.isWhitespace)
        let slots = parts.compactMap(Self.slot)
        guard let first = slots.first, slots.count == parts.count, slots.count <= Self.mostWords,
            !first.mayBeMissing
        else { return nil }
        let letters = first.sounds.compactMap(\.firstLetter)
        guard letters.count == first.sounds.count else { return nil }
        self.slots = slots
        firstLetters = letters.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// Where it ends if it begins at a word: after the fewest words, and after the most. Nil if
    /// it isn't said there.
    func ends(in words: [HeardWord], from start: Int) -> (nearest: Int, farthest: Int)? {
        // One bit for each number of words that may have been used up so far.
        var reached: UInt32 = 1
        for slot in slots {
            var next: UInt32 = slot.mayBeMissing ? reached : 0
            var left = reached
            while left != 0 {
                let used = left.trailingZeroBitCount
                left &= left - 1
                if start + used < words.count, slot.takes(words[start + used]) {
                    next |= 1 << (used + 1)
                }
            }
            guard next != 0 else { return nil }
            reached = next
        }
        return (start + reached.trailingZeroBitCount, start + 31 - reached.leadingZeroBitCount)
    }

    private static func slot(_ part: Substring) -> Slot? {
        let mayBeMissing = part.last == "?"
        let names = (mayBeMissing ? part.dropLast() : part)
            .split(separator: "|", omittingEmptySubsequences: false)
        let sounds = names.compactMap(sound)
        guard sounds.count == names.count else { return nil }
        return Slot(sounds: sounds, mayBeMissing: mayBeMissing)
    }

    private static func sound(_ name: Substring) -> Sound? {
        if name == "*" { return .anything }
        let isBeginning = name.last == "*"
        let stretches = HeardWord.stretches(of: String(isBeginning ? name.dropLast() : name))
        guard stretches.count == 1, stretches[0].count == 1 else { return nil }
        return isBeginning ? .beginning(stretches[0][0]) : .word(stretches[0][0])
    }
}

extension Phrase.Slot {
    fileprivate func takes(_ word: HeardWord) -> Bool {
        sounds.contains { sound in
            switch sound {
            case .word(let known): word.sounds(like: known)
            case .beginning(let known): word.begins(like: known)
            case .anything: true
            }
        }
    }
}

extension Phrase.Sound {
    fileprivate var firstLetter: Character? {
        switch self {
        case .word(let word), .beginning(let word): word.first
        case .anything: nil
        }
    }
}
