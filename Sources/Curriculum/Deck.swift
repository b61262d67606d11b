package import Dialogue

/// The small cards, for the days between rounds.
package struct Deck: Sendable {
    package let cards: [Card]

    /// One of the cards that weren't seen yet, by lot; nil when all were.
    package func next(seen: [CardName], chance: UInt64) -> CardName? {
        let left = cards.filter { !seen.contains($0.id) }
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
