/// How much of what each expects comes from where, side by side.
///
/// A source that only one of them released isn't in it at all: half a row would show that the
/// other kept theirs.
package struct SourceMap: Sendable, Equatable, Codable, Discreet {
    /// Where an expectation can come from.
    package enum Source: String, Sendable, Codable, CaseIterable {
        case caregivers
        case culture
        case religion
        case popCulture
        case society
    }

    /// How much of it: a position, never a digit.
    package enum Weight: Int, Sendable, Codable, CaseIterable {
        case hardly
        case lightly
        case clearly
        case strongly
    }

    /// How both weigh one source.
    package struct Row: Sendable, Equatable, Codable {
        package let source: Source
        package let mine: Weight
        package let theirs: Weight

        /// Whether the two weigh it much alike.
        package var isNear: Bool { abs(mine.rawValue - theirs.rawValue) <= 1 }
    }

    package let labels: Labels
    /// What both released: the near ones first, then the others, each in the order of `Source`, so
    /// that nothing is ranked.
    package let rows: [Row]

    package init(labels: Labels, mine: [Source: Weight], theirs: [Source: Weight]) {
        self.labels = labels
        let both = Source.allCases.compactMap { source -> Row? in
            guard let mine = mine[source], let theirs = theirs[source] else { return nil }
            return Row(source: source, mine: mine, theirs: theirs)
        }
        rows = both.filter(\.isNear) + both.filter { !$0.isNear }
    }
}

extension SourceMap {
    /// Every word that can stand in the picture.
    package struct Labels: Sendable, Equatable, Codable {
        package let title: String
        package let mine: String
        package let theirs: String
        /// Above the sources that weigh much alike, and above the others.
        package let near: String
        package let apart: String
        package let weights: Weights
        package let sources: Sources

        package init(
            title: String, mine: String, theirs: String, near: String, apart: String,
            weights: Weights, sources: Sources
        ) {
            self.title = title
            self.mine = mine
            self.theirs = theirs
            self.near = near
            self.apart = apart
            self.weights = weights
            self.sources = sources
        }
    }

    /// Words for the positions. The picture shows the outer two, the caption all.
    package struct Weights: Sendable, Equatable, Codable {
        package let hardly: String
        package let lightly: String
        package let clearly: String
        package let strongly: String

        package init(hardly: String, lightly: String, clearly: String, strongly: String) {
            self.hardly = hardly
            self.lightly = lightly
            self.clearly = clearly
            self.strongly = strongly
        }

        subscript(weight: Weight) -> String {
            switch weight {
            case .hardly: hardly
            case .lightly: lightly
            case .clearly: clearly
            case .strongly: strongly
            }
        }
    }

    /// What the sources are called.
    package struct Sources: Sendable, Equatable, Codable {
        package let caregivers: String
        package let culture: String
        package let religion: String
        package let popCulture: String
        package let society: String

        package init(
            caregivers: String, culture: String, religion: String, popCulture: String,
            society: String
        ) {
            self.caregivers = caregivers
            self.culture = culture
            self.religion = religion
            self.popCulture = popCulture
            self.society = society
        }

        subscript(source: Source) -> String {
            switch source {
            case .caregivers: caregivers
            case .culture: culture
            case .religion: religion
            case .popCulture: popCulture
            case .society: society
            }
        }
    }
}
