import Foundation

/// Text brought into the form in which it is compared: what a person types differs in case,
/// accents, digits and signs, and means the same.
enum PlainText {
    /// The longest text that is looked at, in characters; a place or a time is shorter.
    static let longest = 80

    /// A place's name: lower case, no accents, signs as single spaces. `/` stays.
    static func place(_ text: String) -> String {
        let spaced = folded(text).compactMap { character -> Character? in
            switch character {
            case ".", "'", "’": nil
            case "/": character
            // not our enum
            default: character.isLetter || character.isNumber ? character : " "
            }
        }
        return String(spaced).split(separator: " ").joined(separator: " ")
    }

    /// A time: lower case, no accents, digits of any script as 0–9, `p.m.` as `pm`.
    static func time(_ text: String) -> String {
        let digits = folded(text).map { character in
            character.wholeNumberValue.flatMap { (0...9).contains($0) ? Character("\($0)") : nil }
                ?? character
        }
        return String(digits)
            .replacingOccurrences(of: "a.m.", with: "am")
            .replacingOccurrences(of: "p.m.", with: "pm")
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func folded(_ text: String) -> String {
        var plain = ""
        let start = String(text.prefix(longest)).lowercased()
        for scalar in start.decomposedStringWithCanonicalMapping.unicodeScalars {
            if scalar.properties.generalCategory == .nonspacingMark { continue }
            plain += letters[scalar] ?? String(scalar)
        }
        return plain
    }

    /// Letters that are no plain letter with an accent, and yet are typed as one.
    private static let letters: [Unicode.Scalar: String] = [
        "ß": "ss", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe",
        "ı": "i",
    ]
}
