/// Moments that softened something, in the words of the two: no dates, no order of worth.
package struct Softer: Sendable, Equatable, Codable, Discreet {
    /// What one of them wrote about one moment.
    package struct Moment: Sendable, Equatable, Codable, Discreet {
        package let whose: Whose
        package let text: String

        package init(_ whose: Whose, _ text: String) {
            self.whose = whose
            self.text = text
        }
    }

    /// More don't fit and are left out.
    package static let mostMoments = 8

    package let labels: Labels
    package let moments: [Moment]

    package init(labels: Labels, moments: [Moment]) {
        self.labels = labels
        self.moments = moments
    }

    /// What can be drawn of them.
    var shown: [Moment] {
        Array(
            moments.lazy.map { Moment($0.whose, $0.text.said) }.filter { !$0.text.isEmpty }
                .prefix(Self.mostMoments))
    }
}

extension Softer {
    /// Every word of ours in the picture.
    package struct Labels: Sendable, Equatable, Codable {
        package let title: String
        package let mine: String
        package let theirs: String

        package init(title: String, mine: String, theirs: String) {
            self.title = title
            self.mine = mine
            self.theirs = theirs
        }
    }
}
