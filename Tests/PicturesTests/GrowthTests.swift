import Testing

@testable import Pictures

@Suite("Pictures: how near it felt over time")
struct GrowthTests {
    private static let field = Box(x: 100, y: 200, width: 880, height: 600)

    private func growth(_ times: [(Int, Int)]) throws -> Growth {
        guard case .growth(let growth) = Sample.grown(times) else {
            throw PictureFault.nothingToShow
        }
        return growth
    }

    @Test("later lies further along, nearer higher up, and both ends are reached")
    func places() throws {
        let spots = try growth([(0, 6), (3, 3), (5, 1)]).spots(in: Self.field)
        let points = spots.flatMap { [$0.before, $0.now] }
        #expect(zip(points, points.dropFirst()).allSatisfy { $0.x < $1.x })
        #expect(points.map { $0.y.rounded() } == [800, 200, 500, 500, 300, 700])
        #expect(points.allSatisfy { (100...980).contains($0.x) })
    }

    @Test("marks never touch, however many there are", arguments: 1...20)
    func apart(count: Int) throws {
        let growth = try growth(Array(repeating: (2, 2), count: count))
        let points = growth.spots(in: Self.field).flatMap { [$0.before, $0.now] }
        #expect(points.count == 2 * min(count, Growth.mostTimes))
        let gaps = zip(points, points.dropFirst()).map { $1.x - $0.x }
        #expect(gaps.allSatisfy { $0 > 1.6 * 17 })
        #expect(try Sample.grown(Array(repeating: (2, 2), count: count)).drawn().height < 1300)
    }

    @Test("up and down look alike: no mark or colour tells which is better")
    func noVerdict() {
        func colours(_ picture: Picture) -> Set<String> {
            let svg = Press.alone { picture.drawing.svg(withTexts: true) }
            return Set(svg.matches(of: /#[0-9a-f]{6}/).map { String($0.0) })
        }
        #expect(colours(Sample.grown([(0, 6)])) == colours(Sample.grown([(6, 0)])))
        #expect(
            Sample.grown([(0, 6)]).caption.lines.map(\.key)
                == Sample.grown([(6, 0)]).caption.lines.map(\.key))
    }

    @Test("the newest are drawn and said, as dots")
    func newest() throws {
        let picture = Sample.grown([(0, 0)] + Array(repeating: (1, 2), count: 11) + [(3, 6)])
        let times = picture.caption.lines.filter { $0.key == .time }
        #expect(times.count == Growth.mostTimes)
        #expect(times.first?.slots[.beforeDots] == "○●○○○○○")
        #expect(times.last?.slots[.nowDots] == "○○○○○○●")
        #expect(picture.caption.lines.last?.slots[.text] == "Shown to you alone.")
    }

    @Test("what lies on no line is no place")
    func noPlace() {
        for (position, steps) in [(-1, 7), (7, 7), (0, 0), (0, 1), (0, -3), (3, 99)] {
            #expect(Growth.Place(position, of: steps) == nil)
        }
    }
}
