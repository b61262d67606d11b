/// Dice that fall the same for the same seed.
struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

/// What nobody should write, and somebody will.
enum Texts {
    /// What would command a terminal, a document or a line of text.
    static let commands = [
        "\u{0}\u{1}\u{7}\u{8}\u{1B}[31m\u{7F}\u{85}x", "</text></svg><script>&amp;&lt;]]>\"'",
        "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>&a;",
        "\u{202E}turned\u{202D} \u{2066}and\u{2067} not\u{2069} closed",
        scalars([0xFFFE, 0xFFFF, 0xFDD0, 0xE000, 0x10FFFF]) + ".",
        "\u{FEFF}b\u{2028}c\u{2029}d\r\n\te\u{A0}f",
    ]

    /// What is far too much, in scripts that break lines each in their own way.
    static let endless = [
        String(repeating: "a", count: 10_000), String(repeating: "word ", count: 2_000),
        String(repeating: "\u{0301}", count: 10_000),
        "e" + String(repeating: "\u{0336}\u{0489}", count: 3_000),
        String(repeating: "👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿🇧🇷", count: 400),
        "\u{200D}" + String(repeating: "👩\u{200D}", count: 5_000),
        String(repeating: "กำลังใจ", count: 60), String(repeating: "क्षत्रिय", count: 80),
        String(repeating: "나는", count: 300), String(repeating: "日", count: 900),
        String(repeating: "Rindfleischetikettierungsüberwachung", count: 20),
        String(repeating: "سعادة ", count: 90) + "abc " + String(repeating: "שלום", count: 90),
        String(repeating: "🧦", count: 999),
    ]

    static let hostile = commands + endless

    /// A literal can't hold those that are no characters.
    private static func scalars(_ values: [UInt32]) -> String {
        String(String.UnicodeScalarView(values.compactMap(Unicode.Scalar.init)))
    }

    /// Letters, marks, commands and emoji at random.
    static func random(_ seed: UInt64) -> String {
        var dice = Dice(state: seed)
        let ranges: [ClosedRange<UInt32>] = [
            0...0x7F, 0x20...0x7E, 0xA0...0x24F, 0x300...0x36F, 0x370...0x52F, 0x590...0x6FF,
            0x900...0xEFF, 0x2000...0x206F, 0x3040...0x30FF, 0x4E00...0x9FFF, 0xFE00...0xFE0F,
            0xFFF0...0xFFFF, 0x1F300...0x1FAFF, 0xE0000...0xE007F, 0x0...0x10FFFF,
        ]
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...320, using: &dice) {
            guard let range = ranges.randomElement(using: &dice),
                let scalar = Unicode.Scalar(UInt32.random(in: range, using: &dice))
            else { continue }
            text.append(scalar)
        }
        return String(text)
    }
}
