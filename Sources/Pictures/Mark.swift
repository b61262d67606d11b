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
        let mark = 40.0
        let gap = 18.0
        let part = min(500, Paper.inner / Double(max(1, people.count)))
        var middle = Paper.middle - part * Double(people.count - 1) / 2
        var bottom = top
        for (whose, label) in people {
            let style = TextStyle(size: 38, isBold: true, colour: Paper.deep(whose))
            let block = TextBlock.fitted(
                label.label, style, width: part - mark - gap - 40, lines: 1)
            let left = middle - (block.end - block.start + mark + gap) / 2
            add(Mark.shape(whose, at: Point(left + mark / 2, top + block.height / 2), size: mark))
            add(block, at: Point(left + mark + gap, top))
            bottom = max(bottom, top + block.height)
            middle += part
        }
        return bottom
    }
}
