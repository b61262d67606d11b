/// Stepping stones through a garden: in each bend one plant, and the words beside it.
extension Softer {
    var drawing: Drawing {
        let moments = shown
        let settings = GardenText.settings
        let best = settings.firstGood(
            { drawing(of: moments, $0) }, { $0.height <= Paper.tallest })
        return best ?? drawing(of: moments, settings[0])
    }

    /// Those who said something: who didn't isn't there.
    private func people(in moments: [Moment]) -> [(whose: Whose, label: String)] {
        Whose.allCases.filter { whose in moments.contains { $0.whose == whose } }
            .map { ($0, label(of: $0)) }
    }

    private func drawing(of moments: [Moment], _ setting: GardenText) -> Drawing {
        var drawing = Drawing(readAs: labels.title)
        var y = drawing.addTitle(labels.title, lines: setting.linesOfTitle) + 26
        y = drawing.addLegend(people(in: moments), at: y) + 76
        let style = TextStyle(size: setting.size)
        var stops: [Point] = []
        for (index, moment) in moments.enumerated() {
            let block = TextBlock(moment.text, style, width: Garden.room).cut(to: setting.lines)
            let height = max(Garden.plantHeight, block.height)
            let middle = y + height / 2
            let isLeft = index.isMultiple(of: 2)
            stops.append(Point(Garden.middle + (isLeft ? -Garden.sway : Garden.sway), middle))
            drawing.add(Garden.plant(moment.whose, at: stops[index], leansLeft: isLeft))
            drawing.add(block, at: Point(Garden.right, middle - block.height / 2))
            y += height + setting.gap
        }
        drawing.height = y - setting.gap + 84
        drawing.addBelow(Garden.stones(between: stops))
        return drawing
    }
}

/// How large the words are, in how many lines at most, and what is between two.
private struct GardenText {
    let size: Double
    let lines: Int
    let gap: Double
    var linesOfTitle = 2

    /// From the roomiest to the tightest, which fits whatever is said.
    static let settings =
        [46.0, 44, 42, 40, 38, 36, 34, 32, 30].map {
            GardenText(size: $0, lines: 20, gap: 44)
        }
        + [24.0, 12].map { GardenText(size: Paper.smallestText, lines: 20, gap: $0) }
        + [4, 3].map { GardenText(size: Paper.smallestText, lines: $0, gap: 12) }
        + [GardenText(size: Paper.smallestText, lines: 3, gap: 12, linesOfTitle: 1)]
}
