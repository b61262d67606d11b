/// The two grounds of the map of kinds, each with its rim sewn in someone's pattern.
enum Clearing {
    private static let seam = 13.0

    static func shapes(
        _ parts: KindsMap.Parts, of people: [Whose], from top: Double, to bottom: Double
    ) -> [Shape] {
        let clearings = people.map { whose in
            layers(of: outline(whose, parts, from: top, to: bottom), whose)
        }
        // All grounds lie below all rims, so that neither hides the other.
        return clearings.map(\.ground) + clearings.map(\.seam) + clearings.map(\.rim)
    }

    private static func layers(
        of outline: (outer: String, inner: String), _ whose: Whose
    ) -> (ground: Shape, seam: Shape, rim: Shape) {
        (
            .path(outline.outer, fill: Paper.pale(whose), opacity: 0.72),
            .path(outline.inner, stroke: Paper.pattern(whose), width: 2 * seam),
            .path(outline.outer, stroke: Paper.deep(whose), width: 5)
        )
    }

    private static func outline(
        _ whose: Whose, _ parts: KindsMap.Parts, from top: Double, to bottom: Double
    ) -> (outer: String, inner: String) {
        func box(_ left: Double, _ right: Double) -> Box {
            Box(x: left, y: top, width: right - left, height: bottom - top)
        }
        switch whose {
        case .mine:
            let box = box(parts.mine.left, parts.shared.right)
            return (round(box), round(box.inset(by: seam)))
        case .theirs:
            let box = box(parts.shared.left, parts.theirs.right)
            return (cornered(box), cornered(box.inset(by: seam)))
        }
    }

    private static func round(_ box: Box) -> String {
        let radius = min(130, box.width / 2, box.height / 2)
        let curve = "A\(radius.svg) \(radius.svg) 0 0 1"
        return "M\(Point(box.x + radius, box.y).svg)"
            + " L\(Point(box.right - radius, box.y).svg)"
            + " \(curve) \(Point(box.right, box.y + radius).svg)"
            + " L\(Point(box.right, box.bottom - radius).svg)"
            + " \(curve) \(Point(box.right - radius, box.bottom).svg)"
            + " L\(Point(box.x + radius, box.bottom).svg)"
            + " \(curve) \(Point(box.x, box.bottom - radius).svg)"
            + " L\(Point(box.x, box.y + radius).svg)"
            + " \(curve) \(Point(box.x + radius, box.y).svg) Z"
    }

    private static func cornered(_ box: Box) -> String {
        let cut = min(72, box.width / 2, box.height / 2)
        let corners = [
            Point(box.x + cut, box.y), Point(box.right - cut, box.y),
            Point(box.right, box.y + cut), Point(box.right, box.bottom - cut),
            Point(box.right - cut, box.bottom), Point(box.x + cut, box.bottom),
            Point(box.x, box.bottom - cut), Point(box.x, box.y + cut),
        ]
        return "M" + corners.map(\.svg).joined(separator: " L") + " Z"
    }
}
