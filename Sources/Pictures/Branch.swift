/// The parts of the plant in the map of sources.
extension Drawing {
    /// How far out each weight lies; a branch rises on its way there.
    private static func distance(_ weight: SourceMap.Weight) -> Double {
        104 + Double(weight.rawValue) * 106
    }

    private static func rise(_ distance: Double) -> Double {
        26 - 0.2 * distance + 0.000_18 * distance * distance
    }

    /// A branch to one side, with a faint dot for each place where its leaf could be.
    mutating func addBranch(_ whose: Whose, weight: SourceMap.Weight, at y: Double) {
        let side =
            switch whose {
            case .mine: -1.0
            case .theirs: 1.0
            }
        func place(_ distance: Double) -> Point {
            Point(Paper.middle + side * distance, y + Self.rise(distance))
        }
        let length = Self.distance(weight)
        let bend = Point(Paper.middle + side * length / 2, y + 26 - 0.1 * length)
        for other in SourceMap.Weight.allCases where other.rawValue > weight.rawValue {
            add(.circle(place(Self.distance(other)), 8, fill: Paper.trace))
        }
        add(
            .path(
                "M\(place(0).svg) Q\(bend.svg) \(place(length).svg)", stroke: Paper.moss,
                width: 8))
        for other in SourceMap.Weight.allCases where other.rawValue < weight.rawValue {
            for turn in [36.0, 124] {
                add(Self.leaflet(at: place(Self.distance(other)), turn: side * turn, length: 36))
            }
        }
        add(Mark.shape(whose, at: place(length), size: 64))
    }

    /// A small leaf that grows from a place upward, then turned.
    static func leaflet(at place: Point, turn: Double, length: Double) -> Shape {
        let half = length / 2
        let leaf = Shape.path(
            "M0 0 Q\((-half * 0.9).svg) \((-half).svg) 0 \((-length).svg)"
                + " Q\((half * 0.9).svg) \((-half).svg) 0 0 Z", fill: Paper.moss)
        return .group([leaf], at: place, turned: turn)
    }

    /// Words on a patch of ground, so that the stem doesn't run through them. Returns the height.
    mutating func addPill(_ block: TextBlock, at y: Double, below gap: Double = 0) -> Double {
        guard !block.lines.isEmpty else { return 0 }
        let width = block.end - block.start + 44
        let patch = Box(
            x: Paper.middle - width / 2, y: y - 2, width: width, height: block.height + 6 + gap)
        add(.box(patch, radius: 24, fill: Paper.ground))
        add(block, around: Paper.middle, top: y)
        return block.height
    }

    /// A quiet line above things that belong together. Returns where they may begin.
    mutating func addHeading(_ text: String, lines: Int, at y: Double) -> Double {
        let style = TextStyle(
            size: 36, face: .book, alignment: .middle, colour: Paper.quietInk)
        let block = TextBlock.fitted(text.label, style, width: Paper.inner, lines: lines)
        return y + addPill(block, at: y, below: 24) + 14
    }

    /// Between which words the leaves lie: the same at both ends. Returns where it ends.
    mutating func addScale(_ weights: SourceMap.Weights, at ground: Double) -> Double {
        let style = TextStyle(size: 32, alignment: .middle, colour: Paper.quietInk)
        let width = 280.0
        var bottom = ground
        for (text, x) in [
            (weights.strongly, Paper.margin + width / 2), (weights.hardly, Paper.middle),
            (weights.strongly, Paper.width - Paper.margin - width / 2),
        ] {
            let block = TextBlock.fitted(text.label, style, width: width, lines: 2)
            add(block, around: x, top: ground + 18)
            bottom = max(bottom, ground + 18 + block.height)
        }
        return bottom
    }
}
