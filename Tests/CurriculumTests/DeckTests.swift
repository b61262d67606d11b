import Curriculum
import Dialogue
import Testing

/// Which small card comes next.
@Suite struct DeckTests {
    private func draw(
        _ count: Int, _ change: (inout CardWish) -> Void = { _ in }
    ) throws -> [Card] {
        let deck = try Curriculum.builtIn().deck
        var seen: [CardName] = []
        var chance: UInt64 = 11
        var drawn: [Card] = []
        for _ in 0..<count {
            chance = chance &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            var wish = CardWish(seen: seen)
            change(&wish)
            guard let name = deck.next(wish, chance: chance >> 16) else { break }
            seen.append(name)
            drawn += deck.cards.filter { $0.id == name }
        }
        return drawn
    }

    @Test func `what it does for the day comes first`() throws {
        #expect(try draw(20) { $0.tags = ["thanks"] }.allSatisfy { $0.tag == "thanks" })
        let hands = try draw(20) { $0.tags = ["hands", "outdoors"] }
        #expect(hands.allSatisfy { ["hands", "outdoors"].contains($0.tag) })
    }

    @Test func `it goes closer in by and by`() throws {
        #expect(try draw(60).allSatisfy { $0.depth == 1 })
        let later = try draw(100) { $0.depth = 2 }.map(\.depth)
        #expect(later.contains(2) && !later.contains(3))
        #expect(try draw(100) { $0.depth = 3 }.map(\.depth).contains(3))
    }

    @Test func `it belongs where they are in the course`() throws {
        let growing = try draw(100) {
            $0.phase = "expanding"
            $0.depth = 3
        }
        #expect(growing.allSatisfy { $0.season == .any || $0.season == .growing })
        #expect(growing.contains { $0.season == .growing })
        #expect(try draw(30) { $0.phase = "arrive" }.contains { $0.season == .arriving })
    }

    @Test func `it leans to what they'd like more of, and others come too`() throws {
        let leaning = try draw(40) { $0.kinds = ["spiritual"] }
        let usual = try draw(40)
        func count(_ cards: [Card]) -> Int { cards.count { $0.kind == "spiritual" } }
        #expect(count(leaning) > count(usual))
        #expect(count(leaning) < leaning.count)
    }

    @Test func `one that quotes a word comes only where there is one`() throws {
        let deck = try Curriculum.builtIn().deck
        let quoting = deck.cards.filter { deck.quotesWord($0.id) }.count
        #expect(quoting >= 5)
        let all = try draw(400)
        #expect(all.count == deck.cards.count - quoting)
        #expect(!all.contains { deck.quotesWord($0.id) })
        #expect(try draw(12) { $0.hasWord = true }.contains { deck.quotesWord($0.id) })
    }

    @Test func `the same wish and the same lot draw the same card`() throws {
        #expect(try draw(50).map(\.id) == draw(50).map(\.id))
    }
}
