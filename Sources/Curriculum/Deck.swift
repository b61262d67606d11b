package import Dialogue

/// The small cards, for the days between rounds.
package struct Deck: Sendable {
    package let cards: [Card]
    private let quoting: Set<CardName>

    init(cards: [Card]) {
        self.cards = cards
        quoting = Set(cards.filter(\.quotesWord).map(\.id))
    }

    /// Whether a card quotes a line of the couple's own dictionary.
    package func quotesWord(_ card: CardName) -> Bool { quoting.contains(card) }

    /// One of the cards that weren't seen yet, by lot; nil when all were seen that there are words
    /// for. What it does for the day comes first, then how close in it goes and where in the course
    /// it belongs; of those left, what they lean to by their own marks is the likelier.
    package func next(_ wish: CardWish, chance: UInt64) -> CardName? {
        let unseen = cards.filter { card in
            !wish.seen.contains(card.id) && (wish.hasWord || !card.quotesWord)
        }
        let fitting = unseen.filter { wish.tags.contains($0.tag) }
        let wanted = fitting.isEmpty ? unseen : fitting
        let pools = [
            wanted.filter { $0.depth <= wish.depth && $0.suits(wish.phase) },
            wanted.filter { $0.depth <= wish.depth },
            wanted.filter { $0.suits(wish.phase) },
            wanted,
        ]
        guard let pool = pools.first(where: { !$0.isEmpty }) else { return nil }
        let leaning = pool.filter { wish.kinds.contains($0.kind) || $0.quotesWord }
        // Every other time, so that what they don't lean to comes as well.
        let left = chance % 2 == 0 && !leaning.isEmpty ? leaning : pool
        return left[Int(chance / 2 % UInt64(left.count))].id
    }
}

/// A small card: what it is about. Its text is a phrasebook's.
package struct Card: Sendable, Decodable {
    package let id: CardName
    /// What it does for a day: `thanks`, `play`, `hands`, `outdoors`, `curiosity`, `memory`, `ease`.
    package let tag: String
    /// The type of intimacy it lives in.
    package let kind: String
    /// The source in the article it comes from, if one.
    package let source: String?
    /// How close in it goes: 1 light, 3 close in.
    package let depth: Int
    /// The part of the course it is at home in.
    package let season: Season
    /// What must be there for it.
    private let needs: Need?

    package enum Season: String, Sendable, Decodable {
        case any
        case arriving
        /// While it is about where closeness was learned.
        case lookingBack = "looking-back"
        /// While it is about signals, loops and needs.
        case misreading
        case growing
    }

    private enum Need: String, Decodable {
        /// A line of the dictionary that both were shown, in the place of `{word}`.
        case word
    }

    var quotesWord: Bool { needs == .word }

    /// Whether it is at home in this part of the course.
    fileprivate func suits(_ phase: String) -> Bool {
        season == .any || season == Season(phase: phase)
    }
}

extension Card.Season {
    /// The season in which a part of the course lies; nil for one that isn't the program's.
    fileprivate init?(phase: String) {
        switch phase {
        case "arrive": self = .arriving
        case "pop-culture", "culture", "caregivers", "society", "religion": self = .lookingBack
        case "definitions", "unspoken", "rejection": self = .misreading
        case "understanding", "negotiating", "expanding", "growing": self = .growing
        // not our enum
        default: return nil
        }
    }
}
