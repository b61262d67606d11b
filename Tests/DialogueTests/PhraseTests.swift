import Curriculum
import Foundation
import Testing

@testable import Dialogue
@testable import Townspeople

@Suite struct PhraseTests {
    private func finds(
        _ text: String, _ phrases: [String], except exceptions: [String] = []
    ) -> Bool {
        PhraseFinder(phrases, except: exceptions).finds(in: text)
    }

    @Test func `case, apostrophes, quotation marks and line ends make no difference`() {
        for text in [
            "you don't", "YOU DON\u{2019}T", "you dont", "“you” ‘don‘t’", "you\ndon't",
            "you\r\ndon't", "you\t don`t", "*you* don't", "y\u{AD}ou d\u{200B}on't", "you-don't",
        ] {
            #expect(finds(text, ["you don't"]), "\(text.debugDescription)")
        }
    }

    @Test func `a word is whole`() {
        #expect(!finds("youth always", ["you always"]))
        #expect(!finds("thank you alwaysish", ["you always"]))
        #expect(!finds("skill myself", ["kill myself"]))
    }

    @Test func `a held letter is heard, and a doubled one isn't mistaken`() {
        #expect(finds("youuuu sooooo", ["you so"]))
        #expect(finds("allllll", ["all"]))
        #expect(finds("\(String(repeating: "a", count: 10_000))ll", ["all"]))
        #expect(!finds("too", ["to"]))
        #expect(!finds("to", ["too"]))
        #expect(!finds("hoping", ["hopping"]))
    }

    @Test func `a sentence's end parts words, and so does an empty line`() {
        for text in [
            "you. always", "you, always", "you — always", "you\n\nalways", "you\n \nalways",
        ] {
            #expect(!finds(text, ["you always"]), "\(text.debugDescription)")
        }
    }

    @Test func `alternatives, missing words, any word and any ending`() {
        let phrases = ["you just? really? always|never", "threw * at me", "suicid*"]
        for text in [
            "you never", "you just never", "you just really always", "threw it at me", "suicidal",
            "suicide", "suicid",
        ] {
            #expect(finds(text, phrases), "\(text)")
        }
        for text in ["you really just never", "threw at me", "threw the cup at me", "suici"] {
            #expect(!finds(text, phrases), "\(text)")
        }
    }

    @Test func `an exception holds only for what is within it`() {
        let phrases = ["you always", "you always know better"]
        let exceptions = ["you always know|laugh"]
        #expect(!finds("you always laugh", phrases, except: exceptions))
        #expect(finds("you always laugh, you always shout", phrases, except: exceptions))
        #expect(finds("you always know better", phrases, except: exceptions))
        #expect(!finds("you always know how", phrases, except: exceptions))
        #expect(!finds("i love how you always", phrases, except: ["i love how you always"]))
    }

    @Test func `accents are the same however they are written`() {
        #expect(finds("DE\u{301}teste", ["d\u{E9}teste"]))
        #expect(finds("d\u{E9}teste", ["de\u{301}teste"]))
        #expect(!finds("deteste", ["d\u{E9}teste"]))
    }

    @Test(arguments: [
        "", " ", "?", "*", "* me", "you? always", "a-b", "a|", "|a", "a||b", "a b? ? c", "...",
        String(repeating: "a ", count: 17),
    ])
    func `what can't be read is said, and never found`(phrase: String) {
        let finder = PhraseFinder([phrase], except: [phrase])
        #expect(finder.unreadable == [phrase, phrase])
        #expect(!finder.finds(in: phrase))
        #expect(!finder.finds(in: "you always a b c me"))
    }

    @Test func `saving and loading changes nothing`() throws {
        let blame = BlameWords(["you always"], except: ["love you always"])
        let crisis = CrisisWords(["hit me"], except: ["it hit me"])
        let loadedBlame = try JSONDecoder().decode(
            BlameWords.self, from: JSONEncoder().encode(blame))
        let loadedCrisis = try JSONDecoder().decode(
            CrisisWords.self, from: JSONEncoder().encode(crisis))
        #expect(loadedBlame == blame && loadedCrisis == crisis)
        #expect(loadedBlame != BlameWords(["you always"]))
        #expect(loadedBlame.findsBlame(in: "You always."))
        #expect(!loadedCrisis.findsCrisis(in: "It hit me."))
    }
}

/// Any text at all: it must neither trap nor take its time.
@Suite struct AnyTextTests {
    @Test(arguments: 0..<40 as Range<UInt64>)
    func `any text is heard to its end`(seed: UInt64) throws {
        let hearing = try English.hearing.get()
        var dice = Dice(seed: seed)
        for _ in 0..<25 {
            let calm = sound(dice.roll(60), &dice, from: strange)
            // Whatever stands around it, a sentence of its own is heard.
            for (text, isBlame, isCrisis) in [
                ("\(calm).\n\nYou never listen.\n\n\(calm)", true, false),
                ("\(calm)\n\n!I want to kill myself.\(calm)", false, true),
            ] {
                #expect(!isBlame || hearing.blame.findsBlame(in: text), "\(text.debugDescription)")
                #expect(
                    !isCrisis || hearing.crisis.findsCrisis(in: text), "\(text.debugDescription)")
            }
            let mixed = sound(dice.roll(80), &dice, from: strange + known)
            #expect(
                hearing.blame.findsBlame(in: mixed)
                    == hearing.blame.findsBlame(in: mixed.uppercased().lowercased()),
                "\(mixed.debugDescription)")
            _ = hearing.crisis.findsCrisis(in: mixed)
        }
    }

    @Test(arguments: [
        "you ", "you always make me feel ", "a", "\u{301}", "e\u{301}", "\u{1F468}\u{200D}",
        "\u{1F1E9}", "you just really ", "he threw the * at ", "\n", "’", "afraid of being ", ".",
    ])
    func `four times the text takes about four times as long`(piece: String) throws {
        let hearing = try English.hearing.get()
        func time(_ count: Int) -> Duration {
            let text = String(repeating: piece, count: count / piece.utf8.count)
            // The quickest of several: another program may have had the processor.
            return (0..<3).map { _ in
                ContinuousClock().measure {
                    _ = hearing.blame.findsBlame(in: text)
                    _ = hearing.crisis.findsCrisis(in: text)
                }
            }.min() ?? .zero
        }
        let short = time(8_000)
        let long = time(32_000)
        // A square would take sixteen times as long.
        #expect(long < short * 10 + .milliseconds(20), "\(short) then \(long)")
    }

    private func sound(_ count: Int, _ dice: inout Dice, from pieces: [String]) -> String {
        (0..<count).map { _ in dice.one(of: pieces) ?? "" }.joined()
    }

    private let known = [
        "you", "You", "always", "never", "are", "so", "kind", "why", "do", "because", "of", "me",
        "make", "he", "hit", "kill", "myself", " ", " ", " ", " ", " ", "’", ". ",
    ]

    private let strange = [
        "\u{0}", "\u{301}", "\u{200D}", "\u{FEFF}", "\u{202E}", "\u{1F468}\u{200D}\u{1F469}", "ß",
        "İ", "ﬁ", "\u{1F1E9}", "\r\n", "\u{2028}", "क\u{94D}ष", "שלום", "مرحبا", "\u{10FFFF}", "…",
        "\u{E000}", "Ǆ", "9", "२", "½", "!", "\u{AD}", "\n\n", "'", "`", "\"", "-", "—", "漢字", " ",
    ]
}
