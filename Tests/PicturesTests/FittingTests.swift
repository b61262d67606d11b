import Testing

@testable import Pictures

@Suite("Pictures: everything fits")
struct FittingTests {
    @Test("hostile texts stay on the sheet", arguments: Texts.hostile)
    func hostile(text: String) {
        for picture in Sample.all(saying: text) { Press.alone { expectFits(picture) } }
    }

    @Test("so do random ones", arguments: UInt64(1)...24)
    func random(seed: UInt64) {
        for picture in Sample.all(saying: Texts.random(seed)) {
            Press.alone { expectFits(picture) }
        }
    }

    @Test("so do ordinary ones", arguments: Sample.all)
    func ordinary(picture: Picture) { Press.alone { expectFits(picture) } }

    private func expectFits(_ picture: Picture) {
        let drawing = picture.drawing
        #expect(drawing.height <= Paper.tallest)
        for text in drawing.texts {
            let block = text.block
            #expect(block.style.size >= Paper.smallestText)
            #expect(text.place.y >= 30)
            #expect(text.place.y + block.height <= drawing.height - 30)
            let isInside = block.lines.allSatisfy { line in
                text.place.x + line.start >= Paper.margin - 1
                    && text.place.x + line.end <= Paper.width - Paper.margin + 1
                    && line.end - line.start <= block.width + 1
            }
            #expect(isInside)
        }
        let overlapping = drawing.texts.indices.contains { index in
            drawing.texts[(index + 1)...].contains { overlap(drawing.texts[index], $0) }
        }
        #expect(!overlapping)
    }

    private func overlap(_ a: Drawing.PlacedText, _ b: Drawing.PlacedText) -> Bool {
        a.place.x + a.block.start < b.place.x + b.block.end - 1
            && b.place.x + b.block.start < a.place.x + a.block.end - 1
            && a.place.y < b.place.y + b.block.height - 1
            && b.place.y < a.place.y + a.block.height - 1
    }

    @Test("first it wraps, then breaks, then shrinks, then ends")
    func steps() { Press.alone { expectSteps() } }

    private func expectSteps() {
        let style = TextStyle(size: 40)
        func fitted(_ text: String) -> TextBlock {
            TextBlock.fitted(text, style, width: 300, lines: 2)
        }
        let short = fitted("two words")
        #expect(short.lines.count == 1 && short.style.size == 40)
        let wrapped = fitted("a few more words here")
        #expect(wrapped.lines.count == 2 && wrapped.style.size == 40 && !wrapped.breaksWords)
        let broken = fitted("Rindfleischetikettierungs")
        #expect(broken.lines.count == 2 && broken.breaksWords)
        let shrunk = fitted("so many words that they need less room")
        #expect(shrunk.lines.count == 2 && shrunk.style.size < 40 && shrunk.words.hasSuffix("room"))
        let ended = fitted(String(repeating: "on and on ", count: 20))
        #expect(ended.lines.count == 2 && ended.style.size == 30 && ended.words.hasSuffix("…"))
    }

    @Test("a soft hyphen says where a word may break")
    func softHyphen() {
        Press.alone {
            let block = TextBlock.fitted(
                "Zusammen\u{AD}gehörigkeit", TextStyle(size: 40), width: 300, lines: 2)
            #expect(block.lines.count == 2 && !block.breaksWords && block.style.size == 40)
        }
    }

    @Test("a text is cleaned: one line, no commands, few marks, an end")
    func clean() {
        #expect("  a\n\n b\t\u{A0}c ".said == "a b c")
        #expect("a\u{0}\u{202E}b\u{2066}\u{1B}".said == "ab")
        #expect("\u{200D}\u{200E}\u{AD}".said == "")
        #expect("👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿".said == "👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿")
        #expect("می‌خواهم".said == "می‌خواهم")
        #expect(("e" + String(repeating: "\u{301}", count: 99)).said.unicodeScalars.count == 5)
        #expect(String(repeating: "x", count: 10_000).said.count == 241)
        #expect(String(repeating: "x", count: 240).said.count == 240)
        for text in Texts.hostile { #expect(text.said.unicodeScalars.count < 241 * 14) }
    }

    @Test("a sheet for a script that runs left is mirrored: words and drawing")
    func mirrored() {
        let arabic = Picture.softer(
            Softer(
                labels: Softer.Labels(title: "لحظات", mine: "أنت", theirs: "شريكك"),
                moments: [Softer.Moment(.mine, "ضحكنا معًا"), Softer.Moment(.mine, "laughing")]))
        Press.alone {
            let drawing = arabic.drawing
            #expect(drawing.svg(withTexts: false).contains("scale(-1 1)"))
            for text in drawing.texts.suffix(2) {
                let right = text.place.x + text.block.end
                #expect(abs(right - (Paper.width - Garden.right)) < 1)
            }
            #expect(!Sample.loopInOtherScripts.drawing.isMirrored)
        }
    }
}
