extension KindsMap {
    /// The kinds of one part below one another, set and measured.
    struct Stack {
        static let gap = 36.0
        static let disc = 132.0
        static let below = 14.0

        let middle: Double
        /// Nil for what is each one's own: the legend says whose it is.
        let heading: TextBlock?
        let cells: [(kind: Kind, name: TextBlock)]

        init(_ part: Part, heading: String, _ names: Kinds) {
            let width = part.width - 68
            middle = part.left + part.width / 2
            cells = part.kinds.map { kind in
                let style = TextStyle(size: 36, isBold: true, alignment: .middle)
                return (kind, .fitted(names[kind].label, style, width: width, lines: 3))
            }
            let quiet = TextStyle(
                size: 36, face: .book, alignment: .middle, colour: Paper.quietInk)
            self.heading =
                heading.isEmpty || cells.isEmpty
                ? nil : TextBlock.fitted(heading, quiet, width: width, lines: 2)
        }

        var height: Double {
            let discs = cells.map { Self.disc + Self.below + $0.name.height }.reduce(0, +)
            let gaps = Self.gap * Double(max(0, cells.count - 1))
            return (heading.map { $0.height + Self.gap / 2 } ?? 0) + discs + gaps
        }
    }
}

extension Drawing {
    mutating func add(_ stack: KindsMap.Stack, at top: Double) {
        var y = top
        if let heading = stack.heading {
            add(heading, around: stack.middle, top: y)
            y += heading.height + KindsMap.Stack.gap / 2
        }
        let radius = KindsMap.Stack.disc / 2
        for cell in stack.cells {
            let centre = Point(stack.middle, y + radius)
            add(.circle(centre, radius, fill: Paper.ground))
            add(.group(KindIcon.shapes(cell.kind), at: centre))
            y += KindsMap.Stack.disc + KindsMap.Stack.below
            add(cell.name, around: stack.middle, top: y)
            y += cell.name.height + KindsMap.Stack.gap
        }
    }
}
