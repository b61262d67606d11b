/// A plant: what both draw on, a branch to either side of one stem. The further out the leaf, the
/// more comes from there.
extension SourceMap {
    /// Rows that belong together, below their heading.
    var groups: [(heading: String, rows: [Row])] {
        [(labels.near, rows.filter(\.isNear)), (labels.apart, rows.filter { !$0.isNear })]
            .filter { !$0.rows.isEmpty }
    }

    var drawing: Drawing {
        // At most two attempts: what has one line always fits.
        let roomy = drawing(lines: 2)
        return roomy.height <= Paper.tallest ? roomy : drawing(lines: 1)
    }

    private func drawing(lines: Int) -> Drawing {
        var drawing = Drawing(readAs: labels.title)
        var y = drawing.addTitle(labels.title, lines: lines) + 26
        y =
            drawing.addLegend(
                [(.mine, labels.mine), (.theirs, labels.theirs)], at: y) + 30
        // Hidden by the first heading and the first name.
        let top = y + 20
        var branches: [(row: Row, y: Double)] = []
        for group in groups {
            y = drawing.addHeading(group.heading, lines: lines, at: y)
            for row in group.rows {
                let style = TextStyle(size: 38, isBold: true, alignment: .middle)
                let name = TextBlock.fitted(
                    labels.sources[row.source].label, style, width: 560, lines: lines)
                y += drawing.addPill(name, at: y)
                branches.append((row, y + 80))
                y += 136
            }
            y += 8
        }
        let ground = y + 4
        drawing.addBelow(stem(from: top, to: ground))
        for branch in branches {
            for whose in Whose.allCases {
                drawing.addBranch(whose, weight: weight(of: whose, in: branch.row), at: branch.y)
            }
        }
        drawing.height = drawing.addScale(labels.weights, at: ground) + 60
        return drawing
    }

    private func weight(of whose: Whose, in row: Row) -> Weight {
        switch whose {
        case .mine: row.mine
        case .theirs: row.theirs
        }
    }

    private func stem(from top: Double, to ground: Double) -> [Shape] {
        let x = Paper.middle
        return [
            .path(
                "M\(Point(x - 190, ground).svg) Q\(Point(x, ground - 70).svg)"
                    + " \(Point(x + 190, ground).svg) Z", fill: Paper.sand),
            .path(
                "M\(Point(x, ground - 20).svg) L\(Point(x, top).svg)", stroke: Paper.moss,
                width: 10),
        ]
    }
}
