import Dialogue
import Testing

@testable import Desk

/// What is due, apart for each set of platforms.
@Suite struct AgendasTests {
    @Test func `one platform that has much in hand keeps only its own waiting`() {
        var agendas = Agendas()
        agendas.set("a", on: ["telegram"], to: Moment(10))
        agendas.set("b", on: ["matrix"], to: Moment(5))
        agendas.set("c", on: ["matrix", "telegram"], to: Moment(7))
        #expect(agendas.next == Moment(5))
        #expect(agendas.take(until: Moment(10), limit: 9, but: ["matrix"]) == ["a"])
        #expect(agendas.take(until: Moment(10), limit: 9, but: ["matrix"]) == [])
        #expect(agendas.take(until: Moment(10), limit: 1, but: []) == ["b"])
        #expect(agendas.take(until: Moment(10), limit: 9, but: []) == ["c"])
        #expect(agendas.next == nil)
    }

    @Test func `whoever moves to another platform is due there alone`() {
        var agendas = Agendas()
        agendas.set("a", on: ["telegram"], to: Moment(10))
        agendas.set("a", on: ["matrix"], to: Moment(12))
        #expect(agendas.take(until: Moment(11), limit: 9, but: []) == [])
        #expect(agendas.take(until: Moment(12), limit: 9, but: []) == ["a"])
        agendas.putBack(["a"], at: Moment(12))
        #expect(agendas.take(until: Moment(12), limit: 9, but: ["matrix"]) == [])
        #expect(agendas.take(until: Moment(12), limit: 9, but: ["telegram"]) == ["a"])
        agendas.putBack(["a"], at: Moment(12))
        agendas.remove("a")
        #expect(agendas.take(until: Moment(12), limit: 9, but: []) == [])
    }
}
