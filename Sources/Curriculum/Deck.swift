package import Dialogue

/// The small cards, for the days between rounds.
package struct Deck: Sendable {
    package let cards: [Card]

    /// One of the cards that weren't seen yet, by lot, with one of these tags if there is such a
    /// one; nil when all were seen.
    package func next(seen: [CardName], tags: [String] = [], chance: UInt64) -> CardName? {
        let unseen = cards.filter { !seen.contains($0.id) }
        let fitting = unseen.filter { tags.contains($0.tag) }
        let left = fitting.isEmpty ? unseen : fitting
        guard !left.isEmpty else { return nil }
        return left[Int(chance % UInt64(left.count))].id
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
    package let depth: Int
    package let season: String
}
