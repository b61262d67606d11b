/// How near it felt to one of the two over time, by their own taps and for them alone: no dates,
/// no digits, nobody else, and no word on which way it went.
package struct Growth: Sendable, Equatable, Codable, Discreet {
    /// A place on a line with so many of them: a position, never a digit.
    package struct Place: Sendable, Equatable, Codable, Discreet {
        /// 0-based.
        let position: Int
        let steps: Int

        /// Nil for what is on no line.
        package init?(_ position: Int, of steps: Int) {
            guard (2...9).contains(steps), (0..<steps).contains(position) else { return nil }
            self.position = position
            self.steps = steps
        }

        /// How far it is to the high end, up to one.
        var height: Double { Double(position) / Double(max(1, steps - 1)) }

        /// As places are shown elsewhere.
        var dots: String { (0..<steps).map { $0 == position ? "●" : "○" }.joined() }
    }

    /// One time they were asked: how near it had felt a month before, and that day.
    package struct Time: Sendable, Equatable, Codable, Discreet {
        package let before: Place
        package let now: Place

        package init(before: Place, now: Place) {
            self.before = before
            self.now = now
        }
    }

    /// More don't fit: the oldest are left out.
    package static let mostTimes = 12

    package let labels: Labels
    package let times: [Time]

    package init(labels: Labels, times: [Time]) {
        self.labels = labels
        self.times = times
    }

    /// What can be drawn of them.
    var shown: [Time] { times.suffix(Self.mostTimes) }
}

extension Growth {
    /// Every word of ours in the picture, and what only the text below it says.
    package struct Labels: Sendable, Equatable, Codable {
        package let title: String
        package let before: String
        package let now: String
        /// Both ends of the line, as the round calls them.
        package let low: String
        package let high: String
        /// Who sees it: said, not drawn.
        package let aside: String

        package init(
            title: String, before: String, now: String, low: String, high: String, aside: String
        ) {
            self.title = title
            self.before = before
            self.now = now
            self.low = low
            self.high = high
            self.aside = aside
        }
    }
}
