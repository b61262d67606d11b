/// What grows in the picture of softer moments.
enum Garden {
    static let plantHeight = 136.0
    /// The path's middle, and how far to either side of it plants and stones lie.
    static let middle = 204.0
    static let sway = 62.0
    /// Where the words begin, and their width.
    static let right = 356.0
    static let room = Paper.width - right - 84

    /// A flower of someone's form, its middle at a place. All are of one size.
    static func plant(_ whose: Whose, at place: Point, leansLeft: Bool) -> [Shape] {
        let lean = leansLeft ? -1.0 : 1.0
        let head = Point(place.x + lean * 8, place.y - 34)
        let foot = Point(place.x, place.y + 64)
        let bend = Point(place.x - lean * 10, place.y + 20)
        return [
            .path("M\(foot.svg) Q\(bend.svg) \(head.svg)", stroke: Paper.moss, width: 7),
            Drawing.leaflet(
                at: Point(place.x - lean, place.y + 44), turn: 62, length: 48),
            Drawing.leaflet(
                at: Point(place.x - lean, place.y + 44), turn: -62, length: 48),
            Mark.shape(whose, at: head, size: 62),
            .circle(head, 9, fill: Paper.gold),
        ]
    }

    /// Stones that wind around every plant, from before the first to behind the last.
    static func stones(between plants: [Point]) -> [Shape] {
        guard let first = plants.first, let last = plants.last else { return [] }
        var bends = [Point(middle, first.y - 84)]
        bends += plants.map { Point(2 * middle - $0.x, $0.y + 14) }
        bends.append(Point(middle, last.y + 110))
        var stones: [Shape] = []
        var number = 0
        for (from, to) in zip(bends, bends.dropFirst()) {
            let steps = max(1, Int(((to.y - from.y) / 58).rounded()))
            for step in 0..<steps {
                let way = Double(step) / Double(steps)
                // Slow where it bends, so that the way is round.
                let eased = way * way * (3 - 2 * way)
                let place = Point(
                    from.x + (to.x - from.x) * eased, from.y + (to.y - from.y) * way)
                let wide = 30.0 + Double(number * 7 % 3) * 3
                stones.append(.ellipse(place, wide, 17, fill: Paper.sand))
                number += 1
            }
        }
        return stones
    }
}
