/// A small picture for each kind of closeness, drawn with one pen.
enum KindIcon {
    /// Around the origin, some 80 pixels wide.
    static func shapes(_ kind: KindsMap.Kind) -> [Shape] {
        switch kind {
        case .affection: heart
        case .sexual: flames
        case .emotional: waves
        case .intellectual: lamp
        case .play: kite
        case .spiritual: sun
        case .social: people
        }
    }

    private static func line(_ d: String) -> Shape { .path(d, stroke: Paper.ink, width: 5) }

    private static func filled(_ d: String) -> Shape {
        .path(d, fill: Paper.paleMoss, stroke: Paper.ink, width: 5)
    }

    private static var heart: [Shape] {
        [
            filled(
                "M0 34 C-52 2 -38 -34 -16 -34 C-6 -34 0 -26 0 -20 C0 -26 6 -34 16 -34 C38 -34 52 2 0 34 Z"
            )
        ]
    }

    private static var flames: [Shape] {
        [
            filled(
                "M0 38 C-34 38 -36 6 -18 -10 C-10 -18 -8 -28 -6 -40 C16 -28 34 -4 28 16 C26 30 14 38 0 38 Z"
            ),
            line("M2 36 C-12 34 -12 16 2 4 C14 16 16 32 2 36 Z"),
        ]
    }

    private static var waves: [Shape] {
        [
            filled(
                "M0 -40 C16 -18 28 -4 28 12 C28 28 16 38 0 38 C-16 38 -28 28 -28 12 C-28 -4 -16 -18 0 -40 Z"
            ),
            line("M-15 12 C-14 22 -8 26 -1 27"),
        ]
    }

    private static var lamp: [Shape] {
        [
            filled(
                "M-12 20 C-12 8 -28 4 -28 -14 C-28 -30 -16 -40 0 -40 C16 -40 28 -30 28 -14 C28 4 12 8 12 20 Z"
            ),
            line("M-11 30 L11 30"), line("M-6 40 L6 40"),
        ]
    }

    private static var kite: [Shape] {
        [
            filled("M8 -42 L36 -12 L4 20 L-16 -20 Z"), line("M8 -42 L4 20"),
            line("M-16 -20 L36 -12"), line("M4 20 C-2 34 -18 22 -22 34 C-24 40 -32 42 -38 38"),
        ]
    }

    private static var sun: [Shape] {
        [
            filled("M-24 18 A24 24 0 0 1 24 18 Z"), line("M-42 18 L42 18"), line("M-22 32 L22 32"),
            line("M0 -20 L0 -34"), line("M-26 -10 L-35 -20"), line("M26 -10 L35 -20"),
        ]
    }

    private static var people: [Shape] {
        [
            filled("M-44 30 C-44 8 -36 2 -26 2 C-16 2 -8 8 -8 30 Z"),
            filled("M44 30 C44 8 36 2 26 2 C16 2 8 8 8 30 Z"),
            .circle(Point(-26, -14), 11, fill: Paper.paleMoss, stroke: Paper.ink, width: 5),
            .circle(Point(26, -14), 11, fill: Paper.paleMoss, stroke: Paper.ink, width: 5),
            filled("M-22 38 C-22 10 -12 4 0 4 C12 4 22 10 22 38 Z"),
            .circle(Point(0, -16), 13, fill: Paper.paleMoss, stroke: Paper.ink, width: 5),
        ]
    }
}
