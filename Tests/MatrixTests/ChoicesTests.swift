import Messenger
import Testing

@testable import Matrix

/// Buttons where there are none.
@Suite struct ChoicesTests {
    private let choices = Choices([
        [.init(label: "Share it then", data: "s.1")],
        [.init(label: "Keep to myself", data: "k.1"), .init(label: "Skip", data: "x")],
    ])

    @Test func `lines with numbers`() throws {
        #expect(try #require(choices).text == "1 – Share it then\n2 – Keep to myself\n3 – Skip")
        #expect(Choices([[]]) == nil)
    }

    @Test func `numbers stand for themselves`() throws {
        let scale = try #require(
            Choices([(0...4).map { Outgoing.Button(label: "\($0)", data: "n\($0)") }]))
        #expect(scale.text == "0 · 1 · 2 · 3 · 4")
        #expect(scale.chosen(by: "1")?.data == "n1")
        #expect(scale.chosen(by: "5") == nil)
        #expect(scale.chosen(byReaction: "4️⃣")?.data == "n4")
    }

    @Test(arguments: [
        ("1", "s.1"), (" 2 ", "k.1"), ("2.", "k.1"), ("3)", "x"), ("skip", "x"), ("SKIP", "x"),
        ("share it then", "s.1"), ("0", nil), ("4", nil), ("-1", nil), ("+1", nil), ("1 2", nil),
        ("I'd rather skip", nil), ("", nil), ("١", nil), ("99999999999999999999", nil),
    ])
    func `chosen by words`(words: String, data: String?) throws {
        #expect(try #require(choices).chosen(by: words)?.data == data)
    }

    /// M20.
    @Test(arguments: [
        ("1️⃣", "s.1"), ("1\u{20E3}", "s.1"), ("2️⃣", "k.1"), ("4️⃣", nil), ("👍", nil),
        ("👍\u{FE0F}", nil), ("Skip", "x"), ("❤️", nil), ("🔟", nil),
    ])
    func `M20: chosen by a reaction, however it is drawn`(key: String, data: String?) throws {
        #expect(try #require(choices).chosen(byReaction: key)?.data == data)
    }
}
