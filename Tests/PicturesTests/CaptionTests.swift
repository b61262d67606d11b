import Testing

@testable import Pictures

/// Without white space and what Pango's lines or an ellipsis add.
private func bare(_ text: String) -> String {
    var bare = String.UnicodeScalarView()
    for scalar in text.unicodeScalars
    where !scalar.properties.isWhitespace && !["…", "\u{2068}", "\u{2069}"].contains(scalar) {
        bare.append(scalar)
    }
    return String(bare)
}

@Suite("Pictures: what they say in words")
struct CaptionTests {
    @Test("every printed word is in the caption", arguments: Sample.all)
    func everything(picture: Picture) { expectAllSaid(picture) }

    @Test("so it is with much too long texts", arguments: Texts.endless.prefix(6))
    func long(text: String) {
        for picture in Sample.all(saying: text) { expectAllSaid(picture) }
    }

    @Test("so it is if all is shared, and if one kept everything")
    func corners() {
        expectAllSaid(Sample.kinds(saying: "Play", theirs: [.affection, .sexual, .play]))
        expectAllSaid(Sample.kinds(saying: "Play", theirs: []))
    }

    private func expectAllSaid(_ picture: Picture) {
        let lines = picture.caption.lines
        let said = lines.flatMap { line in line.key.slots.compactMap { line.slots[$0] } }
        let sentences = lines.map { ($0.slots[.lead] ?? "") + ($0.slots[.text] ?? "") }
        let values = (said + sentences).map(bare)
        let printed = Press.alone { picture.drawing.texts.map(\.block.words).map(bare) }
        for part in printed where !part.isEmpty {
            #expect(values.contains { $0.hasPrefix(part) })
        }
    }

    @Test("every line fills just the places of its phrase", arguments: Sample.all)
    func slots(picture: Picture) {
        for line in picture.caption.lines {
            #expect(Set(line.slots.keys) == Set(line.key.slots))
            #expect(line.slots.values.allSatisfy { !$0.isEmpty })
        }
    }

    @Test("the weights are said as words")
    func weights() {
        let rows = Sample.sources.caption.lines.filter { $0.key == .source }
        #expect(rows.count == 5)
        #expect(rows.last?.slots[.source] == "Where we come from")
        #expect(rows.last?.slots[.myWeight] == "a little")
        #expect(rows.last?.slots[.theirWeight] == "strongly")
    }

    @Test("a caption says all of what the picture had to cut")
    func whole() {
        let text = String(repeating: "all of it ", count: 20).trimmingSuffix
        let picture = Sample.loop(saying: text)
        let said = picture.caption.lines.filter { $0.key == .sentence }
        #expect(said.count == 8)
        #expect(said.allSatisfy { $0.slots[.text] == text })
        #expect(Press.alone { picture.drawing.texts.contains { $0.block.words.hasSuffix("…") } })
    }
}

extension String {
    fileprivate var trimmingSuffix: String { last == " " ? String(dropLast()) : self }
}
