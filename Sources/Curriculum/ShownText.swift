/// What somebody wrote, as it is shown among the bot's own words: all of it, but nothing in it
/// turns, covers or pushes away what stands around it.
enum ShownText {
    /// More marks than any script stacks upon one letter.
    private static let mostMarks = 8
    /// Lines left empty in a row.
    private static let mostEmptyLines = 3

    /// Without the characters that turn the direction of what follows, without towers of accents,
    /// and without long stretches of empty lines.
    static func settled(_ text: String) -> String {
        // Nearly all that is written has none of it.
        guard text.unicodeScalars.contains(where: { $0.value > 0x02FF || $0.isLineEnd }) else {
            return text
        }
        var kept = String.UnicodeScalarView()
        var marks = 0
        var lineEnds = 0
        for scalar in text.unicodeScalars where !scalar.turnsDirection {
            if scalar.isMark {
                marks += 1
                guard marks <= mostMarks else { continue }
            } else {
                marks = 0
            }
            if scalar.isLineEnd {
                lineEnds += 1
                guard lineEnds <= mostEmptyLines + 1 else { continue }
            } else if !scalar.isUnseen {
                lineEnds = 0
            }
            kept.append(scalar)
        }
        return String(kept)
    }

    /// A line that reads from right to left, as it stands amid another language: what comes after
    /// it stays in its place.
    static func isolated(_ line: Substring) -> Substring {
        line.unicodeScalars.contains(where: \.readsFromRight) ? "\u{2068}\(line)\u{2069}" : line
    }
}

extension [Wording.Part] {
    /// People's words that share a line with others set apart from them.
    func withLinesApart() -> [Wording.Part] {
        indices.map { index in
            var part = self[index]
            guard part.author != nil, part.text.unicodeScalars.contains(where: \.readsFromRight)
            else { return part }
            var lines = part.text.split(separator: "\n", omittingEmptySubsequences: false)
            let before = self[..<index].last { !$0.text.isEmpty }?.text.hasSuffix("\n")
            let after = self[(index + 1)...].first { !$0.text.isEmpty }?.text.hasPrefix("\n")
            if before == false || (lines.count == 1 && after == false) {
                lines[0] = ShownText.isolated(lines[0])
            }
            if lines.count > 1, after == false {
                lines[lines.count - 1] = ShownText.isolated(lines[lines.count - 1])
            }
            part.text = lines.joined(separator: "\n")
            return part
        }
    }
}

extension Unicode.Scalar {
    /// Embeddings, overrides and isolates: they hold on beyond the text that they are in.
    fileprivate var turnsDirection: Bool {
        (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
    }

    fileprivate var isMark: Bool {
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark: true
        // not our enum
        default: false
        }
    }

    fileprivate var isLineEnd: Bool {
        value == 0x0A || value == 0x0B || value == 0x0C || value == 0x0D || value == 0x85
            || value == 0x2028 || value == 0x2029
    }

    /// Leaves a line empty to the eye.
    fileprivate var isUnseen: Bool {
        properties.isWhitespace || properties.generalCategory == .format
            || value == 0x2800 || value == 0x3164
    }

    /// Letters of the scripts that run from right to left.
    fileprivate var readsFromRight: Bool {
        (0x0590...0x08FF).contains(value) || (0xFB1D...0xFDFF).contains(value)
            || (0xFE70...0xFEFE).contains(value) || (0x10800...0x10FFF).contains(value)
            || (0x1E800...0x1EFFF).contains(value)
    }
}
