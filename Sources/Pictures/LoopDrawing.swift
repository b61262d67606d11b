/// A ring of two halves, side by side: nobody is above the other, and it begins nowhere.
extension Loop {
    var drawing: Drawing {
        let settings = LoopText.settings
        return settings.firstGood(drawing) { $0.height <= Paper.tallest } ?? drawing(settings[0])
    }

    private func drawing(_ style: LoopText) -> Drawing {
        var drawing = Drawing(readAs: labels.title)
        let top = addHead(to: &drawing, style)
        let columns = Whose.allCases.map { whose in
            Column(whose, label(of: whose).label, sentences(of: whose), style)
        }
        let tallest = columns.map(\.height).max() ?? 0
        let ring = Box(
            x: 40, y: top, width: Paper.width - 80, height: tallest + 2 * style.padding)
        drawing.add(Ring.shapes(ring, radius: style.radius))
        for column in columns {
            drawing.add(column, at: top + style.padding)
        }
        drawing.height = drawing.add(signs, style, below: ring.bottom + style.gap + 16) + 50
        return drawing
    }

    /// What the picture is about, and the loop's name. Returns where the ring may begin.
    private func addHead(to drawing: inout Drawing, _ setting: LoopText) -> Double {
        var y = setting.isLeadAbove ? 60.0 : 38
        for (text, style, lines) in [
            (
                labels.title.label,
                TextStyle(size: 36, face: .book, alignment: .middle, colour: Paper.quietInk), 1
            ),
            (
                name.label,
                TextStyle(
                    size: setting.isLeadAbove ? 58 : 46, face: .book, isBold: true,
                    alignment: .middle), 2
            ),
        ] {
            let block = TextBlock.fitted(
                text, style, width: Paper.inner - 40, lines: lines, floor: min(style.size, 38))
            drawing.add(block, around: Paper.middle, top: y)
            y += block.height
        }
        return y + (setting.isLeadAbove ? 40 : 30)
    }
}

/// How the sentences of a loop are set: in large letters while there is room.
struct LoopText {
    let size: Double
    /// Whether a lead has a line of its own.
    let isLeadAbove: Bool
    let mostLines: Int
    let gap: Double
    /// Between the ring and the words.
    let padding: Double
    let columnWidth: Double
    let betweenColumns: Double
    let radius: Double

    /// From the roomiest to the tightest, which fits whatever is said.
    static let settings: [LoopText] =
        [42.0, 40, 38, 36, 34, 32, 30].map { size in
            LoopText(
                size: size, isLeadAbove: true, mostLines: 40, gap: size * 0.62, padding: 86,
                columnWidth: 396, betweenColumns: 44, radius: 140)
        }
        + [40, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2].map { lines in
            LoopText(
                size: Paper.smallestText, isLeadAbove: false, mostLines: lines, gap: 12,
                padding: 54, columnWidth: 424, betweenColumns: 28, radius: 96)
        }

    /// A sentence, set: one block, or the lead and below it the words.
    func blocks(_ sentence: Loop.Sentence, width: Double, colour: String) -> [TextBlock] {
        let words = TextStyle(size: size, isTight: !isLeadAbove)
        guard isLeadAbove else {
            let block = TextBlock(
                sentence.words, boldBytes: sentence.lead.utf8.count, words, width: width)
            return [block.cut(to: mostLines)]
        }
        let lead = TextStyle(
            size: max(Paper.smallestText, size * 0.84), isBold: true, colour: colour)
        return [
            TextBlock.fitted(sentence.lead, lead, width: width, lines: 2),
            TextBlock(sentence.text, words, width: width),
        ].filter { !$0.lines.isEmpty }
    }
}
