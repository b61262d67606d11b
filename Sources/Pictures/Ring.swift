/// The way round: a ribbon, each half in someone's pattern, with an arrow wherever it turns.
enum Ring {
    private static let ribbon = 30.0

    static func shapes(_ outer: Box, radius: Double) -> [Shape] {
        let box = outer.inset(by: ribbon / 2 + 3)
        let radius = min(radius, box.height / 2)
        var shapes = Whose.allCases.flatMap { whose in
            let path = half(whose, of: box, radius: radius)
            return [
                Shape.path(path, stroke: Paper.deep(whose), width: ribbon + 6),
                .path(path, stroke: Paper.pale(whose), width: ribbon - 2),
                .path(path, stroke: Paper.pattern(whose), width: ribbon - 2),
            ]
        }
        for (place, turn) in [
            (Point(box.middle.x, box.y), 0.0), (Point(box.right, box.middle.y), 90),
            (Point(box.middle.x, box.bottom), 180), (Point(box.x, box.middle.y), 270),
        ] {
            shapes.append(.group(arrow, at: place, turned: turn))
        }
        return shapes
    }

    /// From the middle of one end around a side to the middle of the other.
    private static func half(_ whose: Whose, of box: Box, radius: Double) -> String {
        let (side, inward, sweep) =
            switch whose {
            case .mine: (box.x, 1.0, 0)
            case .theirs: (box.right, -1.0, 1)
            }
        let curve = "A\(radius.svg) \(radius.svg) 0 0 \(sweep)"
        return "M\(Point(box.middle.x, box.y).svg) L\(Point(side + inward * radius, box.y).svg)"
            + " \(curve) \(Point(side, box.y + radius).svg)"
            + " L\(Point(side, box.bottom - radius).svg)"
            + " \(curve) \(Point(side + inward * radius, box.bottom).svg)"
            + " L\(Point(box.middle.x, box.bottom).svg)"
    }

    private static let arrow: [Shape] = [
        .circle(Point(0, 0), 27, fill: Paper.ground, stroke: Paper.ink, width: 4),
        .path("M-11 0 L11 0 M2 -9 L11 0 L2 9", stroke: Paper.ink, width: 5),
    ]

    static func icon(of sign: Loop.Sign.Kind) -> [Shape] {
        let disc = Shape.circle(Point(0, 0), 30, fill: Paper.paleMoss)
        return switch sign {
        case .early:
            [
                disc, .path("M0 20 L0 -2", stroke: Paper.ink, width: 5),
                .path("M0 2 C-16 2 -18 -12 -17 -16 C-6 -16 0 -10 0 2 Z", fill: Paper.ink),
                .path("M0 -2 C2 -14 10 -18 17 -18 C17 -8 12 -2 0 -2 Z", fill: Paper.ink),
            ]
        case .pause:
            [
                disc, .path("M-8 -12 L-8 12", stroke: Paper.ink, width: 8),
                .path("M8 -12 L8 12", stroke: Paper.ink, width: 8),
            ]
        }
    }
}
