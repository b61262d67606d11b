import Messenger
import Telegram
import Testing

@Suite("Cutting a long message (T19)")
struct PiecesTests {
    private let buttons = [[Outgoing.Button(label: "Share", data: "s")]]

    @Test("A short one stays as it is")
    func short() async throws {
        let whole = Outgoing(
            parts: [Outgoing.Part(String(repeating: "é", count: 4_096))], buttons: buttons)
        #expect(try pieces(whole) == [whole])
        #expect(try pieces(Outgoing(parts: [])) == [Outgoing(parts: [])])
    }

    @Test(
        "Cut at a paragraph, else a line, else a word, else a character",
        arguments: [
            (3_000, "\n\n", "\n\n"), (3_000, "\n\n", " "), (3_000, "\n", " "), (3_000, " ", ""),
        ])
    func borders(before: Int, border: String, lesser: String) async throws {
        let start = String(repeating: "a", count: before)
        let rest = String(repeating: "b", count: 500) + lesser + String(repeating: "c", count: 900)
        let isParagraph = lesser == "\n\n"
        let cut = try pieces(Outgoing(parts: [Outgoing.Part(start + border + rest)])).map(\.text)
        // The later of two equal borders wins; otherwise the better one.
        #expect(
            cut.first == (isParagraph ? start + border + String(repeating: "b", count: 500) : start)
        )
        #expect(cut.count == 2)
    }

    @Test("A border too early is not used, a character is cut between")
    func hard() async throws {
        let text = "a b" + String(repeating: "👩‍❤️‍👩", count: 1_000)
        let cut = try pieces(Outgoing(parts: [Outgoing.Part(text)])).map(\.text)
        #expect(cut.joined() == text)
        #expect(cut.first == "a b" + String(repeating: "👩‍❤️‍👩", count: 511))
    }

    @Test("White space goes only at a cut, not at the ends of the whole")
    func ends() async throws {
        let text = " a" + String(repeating: "b", count: 4_000) + "  \n  "
        let tail = String(repeating: "c", count: 900) + " \n"
        let cut = try pieces(Outgoing(parts: [Outgoing.Part(text + tail)])).map(\.text)
        #expect(cut == [" a" + String(repeating: "b", count: 4_000), tail])
    }

    @Test("Buttons and protection: buttons last, protection everywhere")
    func options() async throws {
        let text = String(repeating: "word ", count: 2_000)
        let cut = try pieces(
            Outgoing(
                parts: [Outgoing.Part(text, style: .slanted)], buttons: buttons,
                isProtected: true, isSilent: true))
        #expect(cut.count == 3)
        #expect(cut.allSatisfy { $0.isProtected && $0.isSilent })
        #expect(cut.map(\.buttons) == [[], [], buttons])
        #expect(cut.allSatisfy { $0.parts.allSatisfy { $0.style == .slanted } })
    }

    @Test("A text too long for a caption goes before its attachment")
    func caption() async throws {
        let voice = Outgoing.Attachment.voice(reference: Hushed("AwAC"))
        let fits = Outgoing(
            parts: [Outgoing.Part(String(repeating: "é", count: 1_024))], buttons: buttons,
            attachment: voice)
        #expect(try pieces(fits) == [fits])
        let long = Outgoing(
            parts: [Outgoing.Part(String(repeating: "é", count: 1_025))], buttons: buttons,
            attachment: voice)
        #expect(
            try pieces(long) == [
                Outgoing(parts: long.parts),
                Outgoing(parts: [], buttons: buttons, attachment: voice),
            ])
    }

    @Test("A photo goes before the text that is too long for its caption")
    func photo() async throws {
        let photo = Outgoing.Attachment.photo(name: "picture.png", bytes: [0x89, 0])
        func captioned(_ count: Int) -> Outgoing {
            Outgoing(
                parts: [Outgoing.Part(String(repeating: "é", count: count), style: .strong)],
                buttons: buttons, isProtected: true, isSilent: true, attachment: photo)
        }
        let bare = Outgoing(
            parts: [], isProtected: true, isSilent: true, attachment: photo)
        for whole in [captioned(1_024), bare] { #expect(try pieces(whole) == [whole]) }
        var text = captioned(1_025)
        text.attachment = nil
        #expect(try pieces(captioned(1_025)) == [bare, text])
        let cut = try pieces(captioned(5_000))
        #expect(cut.map(\.text.utf16.count) == [0, 4_096, 904])
        #expect(cut.map(\.attachment) == [photo, nil, nil])
        #expect(cut.map(\.buttons) == [[], [], buttons])
        #expect(cut.allSatisfy { $0.isProtected && $0.isSilent })
    }

    @Test("A character wider than a message is cut between its scalars")
    func zalgo() async throws {
        let giant = "z" + String(repeating: "\u{1D165}", count: 3_000)
        #expect(giant.count == 1)
        let cut = try pieces(Outgoing(parts: [Outgoing.Part("a\(giant)b")])).map(\.text)
        #expect(Array(cut.joined().unicodeScalars) == Array("a\(giant)b".unicodeScalars))
        #expect(cut.allSatisfy { $0.utf16.count <= 4_096 })
    }

    @Test("Whatever the text, nothing is lost but white space at a cut", arguments: 0..<80)
    func property(seed: UInt64) async throws {
        var dice = Dice(seed: seed)
        let whole = Outgoing(parts: randomParts(&dice), buttons: buttons)
        let cut = try pieces(whole)
        var rest = whole.text.unicodeScalars[...]
        for piece in cut {
            #expect(piece.text.utf16.count <= 4_096 || whole.isBlank)
            if !whole.isBlank { #expect(!piece.isBlank) }
            while !rest.starts(with: piece.text.unicodeScalars) {
                let lost = try #require(rest.first)
                rest.removeFirst()
                #expect(lost.properties.isWhitespace)
            }
            rest = rest.dropFirst(piece.text.unicodeScalars.count)
        }
        #expect(rest.allSatisfy { $0.properties.isWhitespace })
        #expect(cut.dropLast().allSatisfy { $0.buttons.isEmpty })
        #expect(cut.last?.buttons == buttons)
        let again = try pieces(whole)
        #expect(again == cut)
        try await expectEntities(of: cut)
    }

    /// Sends the pieces and looks at the styles: in range, in order, on whole characters.
    private func expectEntities(of cut: [Outgoing]) async throws {
        for piece in cut where !piece.isBlank {
            let script = Script(bodies: [#"{"ok":true,"result":{"message_id":1}}"#])
            _ = try await bot(script).send(piece, to: ada)
            let body = try #require(await script.bodies.first)
            var end = 0
            let borders = Set(piece.text.indices.map { $0.utf16Offset(in: piece.text) })
            for found in body.matches(of: #/"offset":(\d+),"length":(\d+)/#) {
                let offset = try #require(Int(found.1))
                let length = try #require(Int(found.2))
                #expect(offset >= end && length > 0)
                end = offset + length
                #expect(borders.contains(offset))
                #expect(end == piece.text.utf16.count || borders.contains(end))
            }
            #expect(end <= piece.text.utf16.count)
        }
    }

    private func randomParts(_ dice: inout Dice) -> [Outgoing.Part] {
        let bits = [
            "a", "word", " ", "  ", "\n", "\n\n", "\r\n", "\t", "é", "e\u{301}", "\u{301}", "😀",
            "👩‍❤️‍👩", "🇩🇪", "🇧", "\u{200D}", "\u{202E}", "ไม่", "漢字", "\u{0}", "<b>", "\u{2028}",
        ]
        return (0...dice.below(4)).map { _ in
            var text = ""
            let favourite = dice.pick(bits)
            for _ in 0..<dice.below(2_500) {
                text += dice.below(3) == 0 ? favourite : dice.pick(bits)
            }
            if dice.below(8) == 0 { text += String(repeating: favourite, count: 9_000) }
            if dice.below(8) == 0 { text += String(repeating: "\u{301}", count: 9_000) }
            return Outgoing.Part(text, style: dice.pick([.plain, .strong, .slanted]))
        }
    }

    private func pieces(_ outgoing: Outgoing) throws -> [Outgoing] {
        try bot(Script()).pieces(of: outgoing)
    }
}

extension Outgoing {
    fileprivate var text: String { parts.map(\.text.text).joined() }
    fileprivate var isBlank: Bool { text.unicodeScalars.allSatisfy(\.properties.isWhitespace) }
}
