import Testing

@testable import Curl

@Suite("Which connections are trusted after a break")
struct FreshnessTests {
    private let start = ContinuousClock.now

    private func rule(_ elapsed: Duration) -> Freshness.Rule {
        var freshness = Freshness()
        freshness.noteBreak(at: start)
        return freshness.rule(at: start + elapsed)
    }

    @Test("Without a break, any")
    func calm() {
        #expect(Freshness().rule(at: start) == .any)
    }

    @Test("Soon after it only new ones, later those made since, at last any")
    func afterBreak() {
        #expect(rule(.zero) == .new)
        #expect(rule(.milliseconds(1999)) == .new)
        #expect(rule(.seconds(2)) == .youngerThan(seconds: 1))
        #expect(rule(.milliseconds(59_900)) == .youngerThan(seconds: 58))
        #expect(rule(.seconds(599)) == .youngerThan(seconds: 598))
        #expect(rule(.seconds(600)) == .any)
    }

    @Test("The last break counts")
    func twice() {
        var freshness = Freshness()
        freshness.noteBreak(at: start)
        freshness.noteBreak(at: start + .seconds(100))
        #expect(freshness.rule(at: start + .seconds(101)) == .new)
    }
}
