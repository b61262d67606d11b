/// Which small card would suit somebody now. All of it is their own side's: nothing the other has
/// marked, written or decided makes a difference, but words that both were shown.
package struct CardWish: Sendable, Equatable {
    /// Those that came since the deck began anew.
    package var seen: [CardName]
    /// What it is to do for the day, if there is such a card; any.
    package var tags: [String] = []
    /// The part of the course they are in.
    package var phase = ""
    /// How close in it may go: 1 in the first weeks, 3 at most.
    package var depth = 1
    /// The kinds of closeness that they'd like more of, by their own marks.
    package var kinds: [String] = []
    /// Whether there is a line of the dictionary that a card can quote.
    package var hasWord = false

    package init(seen: [CardName]) { self.seen = seen }
}

extension Couple {
    /// Weeks of cards of one depth, before the next may come.
    private static let weeksOfDepth = 3

    func cardWish(of side: Side, tags: [String], in scene: Scene) -> CardWish {
        guard let partner = partners[side] else { return CardWish(seen: []) }
        var wish = CardWish(seen: partner.seenCards)
        wish.tags = tags
        wish.phase = phase(of: side, in: scene)
        let today = scene.clocks[side].date
        let days = max(0, today.dayNumber - (partner.walk.firstDay ?? today).dayNumber)
        let isRound = partner.roundRoad.map { $0 > scene.now } ?? false
        wish.depth = min(isRound ? 2 : 3, 1 + days / 7 / Couple.weeksOfDepth)
        wish.kinds = partner.walk.leanings ?? []
        wish.hasWord = wordOfOurs(for: side, in: scene) != nil
        return wish
    }

    /// After the word of the week, or a kindness, a small card for the day: a week has each kind
    /// of them. Once a day.
    mutating func beside(_ plan: RoundPlan, _ side: Side, in scene: Scene) -> [Effect] {
        let today = scene.clocks[side].date
        guard plan.place == .weekly, let partner = partners[side],
            partner.walk.lastBeside != today
        else { return [] }
        let tag = plan.delivery == .someDay ? "thanks" : "play"
        guard let card = takeCard(for: side, tags: [tag], in: scene) else { return [] }
        partners[side]?.walk.lastBeside = today
        let recent = partners[side]?.recent
        let shown = show(card: card, to: side, in: scene)
        // What was just written can still be decided about.
        partners[side]?.recent = recent
        return shown
    }

    /// What they marked about kinds of closeness steers their own light cards, and nothing else.
    mutating func noteLeanings(of plan: RoundPlan, _ side: Side) {
        let wanted = plan.questions.indices.filter { plan.questions[$0].id.hasPrefix("want-") }
        guard !wanted.isEmpty, let line = line(plan.name) else { return }
        let sheet = shelf[line.serial].sheets[side]
        func mark(_ id: String) -> Int? {
            plan.questions.firstIndex { $0.id == id }.flatMap { question in
                sheet.answer(question).pieces.lazy.compactMap { piece in
                    if case .scale(let position, _) = piece.content { position } else { nil }
                }.first
            }
        }
        let kinds = wanted.compactMap { question -> (kind: String, gap: Int, wish: Int)? in
            let id = plan.questions[question].id
            let kind = String(id.dropFirst(5))
            guard let wish = mark(id), wish > 0 else { return nil }
            return (kind, wish - (mark("have-" + kind) ?? wish), wish)
        }
        let nearest = kinds.sorted { ($0.gap, $0.wish, $1.kind) > ($1.gap, $1.wish, $0.kind) }
        let leanings = nearest.prefix(3).map(\.kind)
        partners[side]?.walk.leanings = leanings.isEmpty ? nil : leanings
    }
}
