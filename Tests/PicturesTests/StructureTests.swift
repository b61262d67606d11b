import Foundation
import Pictures
import Testing

/// The words of a drawing, a line of it each.
private func printedLines(_ svg: String) -> [String] {
    svg.split(separator: "\n").filter { $0.hasPrefix("<text") }.map { line in
        String(line.drop { $0 != ">" }.dropFirst().dropLast("</text>".count))
    }
}

@Suite("Pictures: what is in them")
struct StructureTests {
    @Test("no digit is printed that nobody wrote", arguments: Sample.all)
    func digits(picture: Picture) throws {
        let lines = printedLines(try picture.drawn().svg)
        #expect(lines.count > 4)
        #expect(!lines.joined().contains { "0123456789٠١٢٣٤٥٦٧٨٩".contains($0) })
    }

    @Test("a source that only one of them released is not there, and leaves nothing")
    func oneSided() throws {
        let never = SourceMap(
            labels: Sample.sourceLabels, mine: [.culture: .clearly, .society: .hardly],
            theirs: [.culture: .lightly, .society: .strongly])
        let kept = SourceMap(
            labels: Sample.sourceLabels,
            mine: [.culture: .clearly, .society: .hardly, .religion: .strongly],
            theirs: [.culture: .lightly, .society: .strongly, .caregivers: .hardly])
        #expect(kept == never)
        #expect(try Picture.sources(kept).drawn() == Picture.sources(never).drawn())
        #expect(Picture.sources(kept).caption == Picture.sources(never).caption)
        let lines = printedLines(try Picture.sources(kept).drawn().svg)
        #expect(!lines.contains(Sample.sourceLabels.sources.religion))
        #expect(!lines.contains(Sample.sourceLabels.sources.caregivers))
    }

    @Test("fewer rows make a shorter picture: nothing is kept free for others")
    func noGap() throws {
        let one = SourceMap(
            labels: Sample.sourceLabels, mine: [.culture: .clearly], theirs: [.culture: .clearly])
        let two = SourceMap(
            labels: Sample.sourceLabels, mine: [.culture: .clearly, .society: .hardly],
            theirs: [.culture: .clearly, .society: .hardly])
        #expect(
            try Picture.sources(one).drawn().height < Picture.sources(two).drawn().height - 100)
        #expect(!printedLines(try Picture.sources(two).drawn().svg).contains("Further apart"))
    }

    @Test("what is near comes first, and nothing is ranked by its weight")
    func order() {
        let map = SourceMap(
            labels: Sample.sourceLabels,
            mine: [
                .caregivers: .hardly, .culture: .hardly, .religion: .hardly, .society: .strongly,
            ],
            theirs: [
                .caregivers: .clearly, .culture: .lightly, .religion: .strongly,
                .society: .strongly,
            ])
        #expect(map.rows.map(\.source) == [.culture, .society, .caregivers, .religion])
        #expect(map.rows.map(\.isNear) == [true, true, false, false])
    }

    @Test("kinds: shared ones apart, at most three each, whatever the order of choosing")
    func kinds() throws {
        let map = KindsMap(
            labels: Sample.kindsLabels, mine: [.social, .play, .affection, .sexual],
            theirs: [.play, .play, .emotional])
        #expect(map.shared == [.play])
        #expect(map.mine == [.affection, .social])
        #expect(map.theirs == [.emotional])
        let turned = KindsMap(
            labels: Sample.kindsLabels, mine: [.affection, .social, .play],
            theirs: [.emotional, .play])
        #expect(try Picture.kinds(map).drawn() == Picture.kinds(turned).drawn())
    }

    @Test("one who kept everything isn't in the picture at all")
    func absent() throws {
        let kinds = Picture.kinds(
            KindsMap(labels: Sample.kindsLabels, mine: [], theirs: [.play]))
        let softer = Picture.softer(
            Softer(labels: Sample.softerLabels, moments: [Softer.Moment(.theirs, "Rain.")]))
        for picture in [kinds, softer] {
            let svg = try picture.drawn().svg
            #expect(!printedLines(svg).contains("You"))
            #expect(printedLines(svg).contains("Your partner"))
        }
    }

    @Test("what was left empty leaves nothing")
    func emptySentence() throws {
        let half = Loop.Half(when: "it rains", feel: " \u{200B}\n", act: "\u{0}", hope: "")
        let picture = Picture.loop(
            Loop(
                labels: Sample.loopLabels, name: "", earlySign: "\u{200D}", pauseWord: " ",
                mine: half, theirs: half))
        let lines = printedLines(try picture.drawn().svg)
        #expect(
            lines == ["Our loop", "You", "When", "it rains", "Your partner", "When", "it rains"])
    }

    @Test("nothing to show is said so, not drawn")
    func nothing() {
        let empty = Loop.Half(when: "", feel: "", act: "", hope: "")
        let said = Loop.Half(when: "a", feel: "b", act: "c", hope: "d")
        let pictures: [Picture] = [
            .sources(
                SourceMap(labels: Sample.sourceLabels, mine: [.culture: .hardly], theirs: [:])),
            .kinds(KindsMap(labels: Sample.kindsLabels, mine: [], theirs: [])),
            .loop(
                Loop(
                    labels: Sample.loopLabels, name: "n", earlySign: "e", pauseWord: "p",
                    mine: said, theirs: empty)),
            .softer(Softer(labels: Sample.softerLabels, moments: [Softer.Moment(.mine, " \n")])),
            Sample.grown([(7, 0), (0, -1)]),
        ]
        for picture in pictures {
            #expect(throws: PictureFault.nothingToShow) { try picture.drawn() }
        }
    }

    @Test("values survive being saved", arguments: Sample.all)
    func codable(picture: Picture) throws {
        let data = try JSONEncoder().encode(picture)
        #expect(try JSONDecoder().decode(Picture.self, from: data) == picture)
        let caption = try JSONEncoder().encode(picture.caption)
        #expect(try JSONDecoder().decode(Caption.self, from: caption) == picture.caption)
    }

    @Test("printing a picture prints no words", arguments: Sample.all)
    func discreet(picture: Picture) throws {
        var dumped = ""
        dump(picture, to: &dumped)
        dump(picture.caption, to: &dumped)
        dump(try picture.drawn(), to: &dumped)
        dumped += "\(picture)\(picture.caption)" + String(reflecting: picture)
        #expect(!dumped.contains("partner"))
    }
}
