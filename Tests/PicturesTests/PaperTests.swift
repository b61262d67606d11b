import Foundation
import Testing

@testable import Pictures

/// As WCAG counts it.
private func luminance(_ colour: String) -> Double {
    let (red, green, blue) = TextStyle(size: 30, colour: colour).colourParts
    func linear(_ part: Double) -> Double {
        part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

private func contrast(_ a: String, _ b: String) -> Double {
    let (light, dark) = (max(luminance(a), luminance(b)), min(luminance(a), luminance(b)))
    return (light + 0.05) / (dark + 0.05)
}

@Suite("Pictures: the sheet")
struct PaperTests {
    @Test("letters stand out from every ground they stand on")
    func letters() {
        for ink in [Paper.ink, Paper.quietInk] {
            for ground in [Paper.ground, Paper.pale(.mine), Paper.pale(.theirs)] {
                #expect(contrast(ink, ground) >= 4.5)
            }
        }
        for whose in Whose.allCases {
            #expect(contrast(Paper.deep(whose), Paper.ground) >= 4.5)
        }
    }

    @Test("stems and outlines can be seen")
    func lines() {
        #expect(contrast(Paper.moss, Paper.ground) >= 3)
        for whose in Whose.allCases {
            #expect(contrast(Paper.deep(whose), Paper.pale(whose)) >= 3)
        }
    }

    @Test("who is who needs no colour: forms and patterns differ")
    func marks() {
        let mine = Mark.shapes(.mine, size: 40).map(\.svg).joined()
        let theirs = Mark.shapes(.theirs, size: 40).map(\.svg).joined()
        #expect(mine.contains("<circle") && mine.contains("url(#dots)"))
        #expect(theirs.contains("<path") && theirs.contains("url(#lines)"))
    }

    @Test("every word and every emoji of the samples has a font here", arguments: Sample.all)
    func fonts(picture: Picture) {
        let missing = Press.alone {
            picture.drawing.texts.filter { $0.block.lettersWithoutFont > 0 }.count
        }
        #expect(missing == 0)
    }

    @Test("numbers are written the same everywhere")
    func numbers() {
        #expect(
            [0, -0.004, 1, 1.5, -2.25, 100.05, 3.999].map(\.svg) == [
                "0", "0", "1", "1.5", "-2.25", "100.05", "4",
            ])
    }
}
