/// Where closeness is most at home for each: what is shared, then what is each one's own.
package struct KindsMap: Sendable, Equatable, Codable, Discreet {
    /// A kind of closeness.
    package enum Kind: String, Sendable, Codable, CaseIterable {
        case affection
        case sexual
        case emotional
        case intellectual
        case play
        case spiritual
        case social
    }

    /// No one chooses more.
    package static let mostKinds = 3

    package let labels: Labels
    /// What both chose.
    package let shared: [Kind]
    /// What only the reader chose.
    package let mine: [Kind]
    /// What only the other chose.
    package let theirs: [Kind]

    /// What each released. The order of the choosing is dropped: nothing is ranked.
    package init(labels: Labels, mine: [Kind], theirs: [Kind]) {
        self.labels = labels
        let mine = mine.prefix(Self.mostKinds)
        let theirs = theirs.prefix(Self.mostKinds)
        shared = Kind.allCases.filter { mine.contains($0) && theirs.contains($0) }
        self.mine = Kind.allCases.filter { mine.contains($0) && !theirs.contains($0) }
        self.theirs = Kind.allCases.filter { theirs.contains($0) && !mine.contains($0) }
    }

    /// Whether someone released anything.
    func has(_ whose: Whose) -> Bool {
        switch whose {
        case .mine: !shared.isEmpty || !mine.isEmpty
        case .theirs: !shared.isEmpty || !theirs.isEmpty
        }
    }
}

extension KindsMap {
    /// Every word that can stand in the picture.
    package struct Labels: Sendable, Equatable, Codable {
        package let title: String
        package let mine: String
        package let theirs: String
        /// Of what both chose.
        package let shared: String
        package let kinds: Kinds

        package init(title: String, mine: String, theirs: String, shared: String, kinds: Kinds) {
            self.title = title
            self.mine = mine
            self.theirs = theirs
            self.shared = shared
            self.kinds = kinds
        }
    }

    /// What the kinds are called.
    package struct Kinds: Sendable, Equatable, Codable {
        package let affection: String
        package let sexual: String
        package let emotional: String
        package let intellectual: String
        package let play: String
        package let spiritual: String
        package let social: String

        package init(
            affection: String, sexual: String, emotional: String, intellectual: String,
            play: String, spiritual: String, social: String
        ) {
            self.affection = affection
            self.sexual = sexual
            self.emotional = emotional
            self.intellectual = intellectual
            self.play = play
            self.spiritual = spiritual
            self.social = social
        }

        subscript(kind: Kind) -> String {
            switch kind {
            case .affection: affection
            case .sexual: sexual
            case .emotional: emotional
            case .intellectual: intellectual
            case .play: play
            case .spiritual: spiritual
            case .social: social
            }
        }
    }
}
