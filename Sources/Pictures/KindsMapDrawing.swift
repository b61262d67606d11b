/// Two clearings that overlap: in the middle what both chose, at either side what is each one's
/// own. A part with nothing in it takes no room.
extension KindsMap {
    var drawing: Drawing {
        var drawing = Drawing(readAs: labels.title)
        let parts = parts
        var y = drawing.addTitle(labels.title) + 30
        y = drawing.addLegend(people, at: y)
        let top = y + 28
        let stacks = [parts.mine, parts.shared, parts.theirs].map { part in
            Stack(part, heading: part.isShared ? labels.shared.label : "", labels.kinds)
        }
        let tallest = stacks.map(\.height).max() ?? 0
        let bottom = top + tallest + 140
        for stack in stacks {
            drawing.add(stack, at: (top + bottom - stack.height) / 2)
        }
        drawing.addBelow(Clearing.shapes(parts, of: people.map(\.whose), from: top, to: bottom))
        drawing.height = bottom + 72
        return drawing
    }

    /// Those who chose something: one who kept all to themselves isn't there.
    private var people: [(whose: Whose, label: String)] {
        let mine = (Whose.mine, labels.mine)
        let theirs = (Whose.theirs, labels.theirs)
        return (has(.mine) ? [mine] : []) + (has(.theirs) ? [theirs] : [])
    }

    /// From left to right what is mine alone, shared, theirs alone.
    struct Parts {
        let mine: Part
        let shared: Part
        let theirs: Part
    }

    struct Part {
        let kinds: [Kind]
        var isShared = false
        let left: Double
        let width: Double

        var right: Double { left + width }
    }

    private var parts: Parts {
        // Without a second person there is nothing to overlap with.
        let rim = has(.mine) && has(.theirs) ? 54.0 : 0
        let full = [mine, shared, theirs].count { !$0.isEmpty }
        let column = min(400, (Paper.inner - rim * Double(3 - full)) / Double(max(1, full)))
        let widths = [mine, shared, theirs].map { $0.isEmpty ? rim : column }
        let left = Paper.middle - widths.reduce(0, +) / 2
        return Parts(
            mine: Part(kinds: mine, left: left, width: widths[0]),
            shared: Part(kinds: shared, isShared: true, left: left + widths[0], width: widths[1]),
            theirs: Part(kinds: theirs, left: left + widths[0] + widths[1], width: widths[2]))
    }
}
