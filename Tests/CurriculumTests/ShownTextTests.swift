import Dialogue
import Testing

@testable import Curriculum

/// One person's text turns, covers and pushes away nothing of what stands around it.
@Suite struct ShownTextTests {
    @Test(arguments: [
        "Your hands.", "caf\u{E9}, cafe\u{301}", "👩‍👩‍👧‍👦 👍🏽 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ❤️", "שָׁל֥וֹם", "नमस्ते", "བཀྲ་ཤིས",
        "one\n\ntwo\n\n\nthree",
        "\u{200F}שלום\u{200E}", "",
    ])
    func `what people write stays as it is`(text: String) {
        #expect(ShownText.settled(text) == text)
    }

    @Test func `what turns the rest of a sentence is left out`() {
        let turning = "\u{202A}\u{202B}\u{202C}\u{202D}\u{202E}\u{2066}\u{2067}\u{2068}\u{2069}"
        #expect(ShownText.settled("a\(turning)b") == "ab")
    }

    @Test func `towers of accents end`() {
        let tower = ShownText.settled("a" + String(repeating: "\u{335}", count: 5_000) + "b")
        #expect(tower.unicodeScalars.count == 10)
    }

    @Test(arguments: ["\n", " \n", "\u{2028}", "\u{200B}\n", "\r"])
    func `empty lines end`(line: String) {
        let text = ShownText.settled("a" + String(repeating: line, count: 900) + "b")
        #expect(text.split(separator: "a").last?.count { $0.isNewline } == 4)
    }

    @Test func `only what shares a line is set apart`() {
        let author = PersonID("a")
        func parts(_ texts: String...) -> [String] {
            texts.enumerated().map { index, text in
                Wording.Part(text, author: index % 2 == 1 ? author : nil)
            }.withLinesApart().map(\.text)
        }
        #expect(parts("From ", "שלום", ":") == ["From ", "\u{2068}שלום\u{2069}", ":"])
        #expect(parts("From\n", "שלום", "\nit") == ["From\n", "שלום", "\nit"])
        #expect(parts("From ", "Ben", ":") == ["From ", "Ben", ":"])
        #expect(
            parts("1. ", "שלום\nעולם", " – x")
                == ["1. ", "\u{2068}שלום\u{2069}\n\u{2068}עולם\u{2069}", " – x"])
        #expect(parts("", "שלום", " – x") == ["", "\u{2068}שלום\u{2069}", " – x"])
        #expect(parts("", "שלום") == ["", "שלום"])
    }
}
