/// Who is who: one is round and dotted, the other has corners and slanted lines. Neither is
/// bigger, darker or first.
enum Mark {
    /// A mark around the origin, about so wide.
    static func shapes(_ whose: Whose, size: Double) -> [Shape] {
        let deep = Paper.deep(whose)
        let stroke = max(3, size / 14)
        switch whose {
        case .mine:
            let radius = size / 2
            return [
                .circle(Point(0, 0), radius, fill: Paper.pale(whose)),
                .circle(
                    Point(0, 0), radius, fill: Paper.pattern(whose), stroke: deep, width: stroke),
            ]
        case .theirs:
            let corner = size * 0.6
            let path =
                "M0 \((-corner).svg) L\(corner.svg) 0 L0 \(corner.svg) L\((-corner).svg) 0 Z"
            return [
                .path(path, fill: Paper.pale(whose)),
                .path(path, fill: Paper.pattern(whose), stroke: deep, width: stroke),
            ]
        }
    }

    static func shape(_ whose: Whose, at place: Point, size: Double) -> Shape {
        .group(shapes(whose, size: size), at: place)
    }
}

extension Drawing {
    /// The title, in the middle above everything. Returns where what follows may begin.
    mutating func addTitle(_ text: String, lines: Int = 2) -> Double {
        let style = TextStyle(size: 56, face: .book, isBold: true, alignment: .middle)
        let block = TextBlock.fitted(
            text.label, style, width: Paper.inner - 40, lines: lines, floor: 40)
        guard !block.lines.isEmpty else { return 84 }
        add(block, around: Paper.middle, top: 72)
        return 72 + block.height
    }

    /// The marks of those who are in the picture with what they are called, side by side. Returns
    /// where it ends.
    mutating func addLegend(_ people: [(whose: Whose, label: String)], at top: Double) -> Double {
        let size = 40.0
        return addKey(
            people.map { whose, label in
                KeyEntry(
                    mark: Mark.shapes(whose, size: size), label: label,
                    colour: Paper.deep(whose))
            }, size: size, at: top)
    }

    /// A mark around the origin, and what it stands for.
    struct KeyEntry {
        let mark: [Shape]
        let label: String
        var colour = Paper.ink
    }

    /// Marks of a size with what they stand for, side by side. Returns where it ends.
    mutating func addKey(_ entries: [KeyEntry], size mark: Double, at top: Double) -> Double {
        let gap = 18.0
        let part = min(500, Paper.inner / Double(max(1, entries.count)))
        var middle = Paper.middle - part * Double(entries.count - 1) / 2
        var bottom = top
        for entry in entries {
            let style = TextStyle(size: 38, isBold: true, colour: entry.colour)
            let block = TextBlock.fitted(
                entry.label.label, style, width: part - mark - gap - 40, lines: 1)
            let left = middle - (block.end - block.start + mark + gap) / 2
            add(.group(entry.mark, at: Point(left + mark / 2, top + block.height / 2)))
            add(block, at: Point(left + mark + gap, top))
            bottom = max(bottom, top + block.height)
            middle += part
        }
        return bottom
    }
}
