extension Loop {
    /// One half, set: whose it is, and what they say.
    struct Column {
        let whose: Whose
        let label: TextBlock
        let sentences: [[TextBlock]]
        let gap: Double
        let left: Double

        init(_ whose: Whose, _ label: String, _ sentences: [Sentence], _ style: LoopText) {
            self.whose = whose
            gap = style.gap
            switch whose {
            case .mine: left = Paper.middle - style.betweenColumns / 2 - style.columnWidth
            case .theirs: left = Paper.middle + style.betweenColumns / 2
            }
            let deep = Paper.deep(whose)
            self.label = TextBlock.fitted(
                label, TextStyle(size: 38, isBold: true, colour: deep),
                width: style.columnWidth - 60,
                lines: 2)
            self.sentences = sentences.map {
                style.blocks($0, width: style.columnWidth, colour: Paper.quietInk)
            }
        }

        var height: Double {
            guard !sentences.isEmpty else { return label.height }
            let words = sentences.flatMap { $0 }.map(\.height).reduce(0, +)
            return label.height + words + gap * Double(sentences.count)
        }
    }
}

extension Drawing {
    mutating func add(_ column: Loop.Column, at top: Double) {
        let mark = 40.0
        add(
            Mark.shape(
                column.whose, at: Point(column.left + mark / 2, top + column.label.height / 2),
                size: mark))
        add(column.label, at: Point(column.left + mark + 18, top))
        var y = top + column.label.height
        for sentence in column.sentences {
            y += column.gap
            for block in sentence {
                add(block, at: Point(column.left, y))
                y += block.height
            }
        }
    }

    /// What tells the loop early, and the word that pauses it. Returns where they end.
    mutating func add(_ signs: [Loop.Sign], _ style: LoopText, below top: Double) -> Double {
        var y = top
        let left = 156.0
        for sign in signs {
            let blocks = style.blocks(
                sign.sentence, width: Paper.width - left - Paper.margin, colour: Paper.quietInk)
            let height = blocks.map(\.height).reduce(0, +)
            add(.group(Ring.icon(of: sign.kind), at: Point(104, y + height / 2)))
            for block in blocks {
                add(block, at: Point(left, y))
                y += block.height
            }
            y += style.gap
        }
        return y - (signs.isEmpty ? 0 : style.gap)
    }
}
