extension String {
    /// As a label: a few words.
    var label: String { printable(upTo: 120) }

    /// As something a person wrote: some sentences at most.
    var said: String { printable(upTo: 240) }

    /// The text as it can be drawn and be put into XML: one line, white space made single, nothing
    /// that only commands (control characters, embeddings that turn what follows), and no letter
    /// with so many marks that they would cover its neighbours. Cut with an ellipsis.
    func printable(upTo limit: Int) -> String {
        var result = ""
        var length = 0
        var isSpaceDue = false
        for character in self {
            if character.isWhitespace {
                isSpaceDue = length > 0
                continue
            }
            let drawn = character.drawable
            guard !drawn.isEmpty else { continue }
            guard length < limit else { return result + "…" }
            if isSpaceDue { result.append(" ") }
            isSpaceDue = false
            result.append(contentsOf: drawn)
            length += 1
        }
        let isVisible = result.unicodeScalars.contains { $0.properties.generalCategory != .format }
        return isVisible ? result : ""
    }
}

extension String {
    /// Whether its first letter is of a script that is written from right to left.
    var runsLeft: Bool {
        guard let letter = unicodeScalars.first(where: { $0.properties.isAlphabetic }) else {
            return false
        }
        return rightToLeft.contains { $0.contains(letter.value) }
    }
}

private let rightToLeft: [ClosedRange<UInt32>] = [
    0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF,
]

/// A family of four with skin tones has eleven; a flag of a region seven.
private let mostScalars = 14
/// Vietnamese needs two, pointed Hebrew and vowelled Arabic up to four.
private let mostMarks = 4

extension Character {
    fileprivate var drawable: String {
        var scalars = String.UnicodeScalarView()
        var marks = 0
        for scalar in unicodeScalars.prefix(200) where scalar.isDrawable {
            if scalar.isMark { marks += 1 }
            guard marks <= mostMarks || !scalar.isMark else { continue }
            scalars.append(scalar)
            if scalars.count == mostScalars { break }
        }
        return String(scalars)
    }
}

extension Unicode.Scalar {
    fileprivate var isMark: Bool {
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark: !properties.isVariationSelector
        default: false  // not our enum
        }
    }

    fileprivate var isDrawable: Bool {
        switch properties.generalCategory {
        case .control, .surrogate, .unassigned, .privateUse: false
        case .lineSeparator, .paragraphSeparator: false
        case .format: isJoinerOrDirection || isTag
        default: true  // not our enum
        }
    }

    /// Joiners, marks of direction and the soft hyphen: they change nothing beyond their word.
    private var isJoinerOrDirection: Bool {
        [0x00AD, 0x061C, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060].contains(value)
    }

    /// They spell the flags of regions.
    private var isTag: Bool { (0xE0020...0xE007F).contains(value) }
}
