/// A path that winds through all times, from the first to the last: of each, an open ring for the
/// month before and a dotted round for that day, with a stem between them.
extension Growth {
    /// Where the two marks of one time lie.
    struct Spots {
        let before: Point
        let now: Point
    }

    var drawing: Drawing {
        var drawing = Drawing(readAs: labels.title)
        let mark = 40.0
        var y = drawing.addTitle(labels.title) + 26
        y =
            drawing.addKey(
                [
                    .init(mark: Self.ring(size: mark), label: labels.before),
                    .init(mark: Mark.shapes(.mine, size: mark), label: labels.now),
                ], size: mark, at: y) + 44
        y = drawing.addEnd(labels.high, at: y) + 52
        let field = Box(x: 120, y: y, width: Paper.width - 240, height: 520)
        let spots = spots(in: field)
        let size = size(in: field)
        drawing.add(path(through: spots.flatMap { [$0.before, $0.now] }, width: size * 0.46))
        for spot in spots { drawing.add(stem(spot)) }
        for spot in spots {
            drawing.add(.group(Self.ring(size: size), at: spot.before))
            drawing.add(Mark.shape(.mine, at: spot.now, size: size))
        }
        drawing.height = drawing.addEnd(labels.low, at: field.bottom + 52) + 64
        return drawing
    }

    /// Later lies further along, nearer lies higher up; what is between two times isn't told.
    func spots(in field: Box) -> [Spots] {
        let part = field.width / Double(max(1, shown.count))
        return shown.enumerated().map { index, time in
            let middle = field.x + part * (Double(index) + 0.5)
            let half = reach(in: field)
            return Spots(
                before: Point(middle - half, field.bottom - time.before.height * field.height),
                now: Point(middle + half, field.bottom - time.now.height * field.height))
        }
    }

    /// How far the marks of one time lie from its middle.
    private func reach(in field: Box) -> Double {
        min(110, field.width / Double(4 * max(1, shown.count)))
    }

    /// Small enough that no two touch.
    private func size(in field: Box) -> Double { min(56, 1.6 * reach(in: field)) }

    private static func ring(size: Double) -> [Shape] {
        [
            .circle(
                Point(0, 0), size * 0.4, fill: Paper.ground, stroke: Paper.deep(.mine),
                width: max(4, size / 9))
        ]
    }

    private func path(through points: [Point], width: Double) -> Shape {
        let bends = zip(points, points.dropFirst()).map(Self.bend).joined()
        return .path(
            "M\((points.first ?? Point(0, 0)).svg)" + bends, stroke: Paper.sand, width: width)
    }

    private func stem(_ spot: Spots) -> Shape {
        .path(
            "M\(spot.before.svg)" + Self.bend(spot.before, spot.now), stroke: Paper.moss, width: 7)
    }

    /// From one point to the next, level where it leaves and where it comes.
    private static func bend(_ from: Point, _ to: Point) -> String {
        let middle = (from.x + to.x) / 2
        return " C\(Point(middle, from.y).svg) \(Point(middle, to.y).svg) \(to.svg)"
    }
}

extension Drawing {
    /// What one end of the line is called. Returns where it ends.
    fileprivate mutating func addEnd(_ text: String, at top: Double) -> Double {
        let style = TextStyle(size: 34, colour: Paper.quietInk)
        let block = TextBlock.fitted(text.label, style, width: Paper.inner, lines: 2)
        add(block, at: Point(Paper.margin, top))
        return top + block.height
    }
}
