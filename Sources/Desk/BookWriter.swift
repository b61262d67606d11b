import Curriculum
import Dialogue

/// A couple's book as a page to read and print, and as a file for programs: the same in both, in
/// its reader's language, everybody's words as they were written.
struct BookWriter {
    let phrases: Phrasebook
    let mine: Words
    let theirs: Words
    /// Whose the answers are: a tap names no author.
    let reader: PersonID
    let other: PersonID
    let pages: [BookPage]

    // The page to read.

    var html: [KeepsakePiece] {
        var out: [KeepsakePiece] = [own(head)]
        out += cover
        var heading: String?
        for page in pages {
            let title = chapter(of: page)
            if title != heading {
                if heading != nil { out.append(own("</section>\n")) }
                let kind = page.place.name
                out.append(own("<section class=\"\(kind)\">\n<h2>\(title.escaped)</h2>\n"))
                heading = title
            }
            out += article(page)
        }
        if heading != nil { out.append(own("</section>\n")) }
        return (out + [own("</main>\n</body>\n</html>\n")]).joined
    }

    private var head: String {
        Markup.head(
            language: phrases.language, title: title, policy: BookPaper.policy,
            style: BookPaper.style)
    }

    private var cover: [KeepsakePiece] {
        [
            own("<header class=\"cover\">\n<h1>\(title.escaped)</h1>\n<hr>\n<p dir=\"auto\">"),
            said(mine.text.escaped, by: mine.author), own(" · "),
            said(theirs.text.escaped, by: theirs.author), own("</p>\n</header>\n"),
        ]
    }

    private func article(_ page: BookPage) -> [KeepsakePiece] {
        var out = [own("<article>\n")]
        for entry in page.entries {
            let title = title(of: entry, on: page)
            // Words of the week follow one another without their title, and the last page has one.
            if page.place == .shared || (page.place == .dictionary && !entry.both.pieces.isEmpty) {
                out.append(own("<h3>\(title.escaped)</h3>\n"))
            }
            let isPair = !entry.mine.pieces.isEmpty && !entry.theirs.pieces.isEmpty
            out.append(own(isPair ? "<div class=\"pair\">\n" : "<div>\n"))
            for (answer, name, author) in [
                (entry.mine, mine, reader), (entry.theirs, theirs, other),
            ] where !answer.pieces.isEmpty {
                out += [
                    own("<div><p class=\"by\" dir=\"auto\">"),
                    said(name.text.escaped, by: name.author), own("</p>\n<p class=\"words\">"),
                ]
                out += text(of: answer, by: author, page.round, entry.question) { $0.escaped }
                out.append(own("</p></div>\n"))
            }
            if !entry.both.pieces.isEmpty {
                out.append(own("<p class=\"words\" dir=\"auto\">"))
                out += text(of: entry.both, by: nil, page.round, entry.question) { $0.escaped }
                out.append(own("</p>\n"))
            }
            out.append(own("</div>\n"))
        }
        if let view = page.picture {
            out += [own("<figure>"), picture(view), own("</figure>\n")]
        }
        return out + [own("</article>\n")]
    }

    private func picture(_ view: PictureView) -> KeepsakePiece {
        // Of both, as a whole: with either of them it goes.
        guard
            case .picture(let own, let caption, let authors) = Letter.Content.picture(
                view, of: other, in: phrases.pictures)
        else { preconditionFailure("a picture is made as a picture") }
        return .picture(
            view: own, caption: caption, authors: authors + [reader, other])
    }

    // The file for programs.

    var json: [KeepsakePiece] {
        var out = [own("{\n  \"schema\": 1,\n  \"title\": \(title.quoted),\n  \"pages\": [")]
        for (index, page) in pages.enumerated() {
            out.append(own(index > 0 ? ",\n    {" : "\n    {"))
            out.append(own("\"part\": \(chapter(of: page).quoted), \"entries\": ["))
            out += entries(of: page)
            out.append(own("]}"))
        }
        return (out + [own("\n  ]\n}\n")]).joined
    }

    private func entries(of page: BookPage) -> [KeepsakePiece] {
        var out: [KeepsakePiece] = []
        for entry in page.entries {
            let title = title(of: entry, on: page)
            let voices: [(Answer, Words?, PersonID?)] = [
                (entry.mine, mine, reader), (entry.theirs, theirs, other), (entry.both, nil, nil),
            ]
            for (answer, name, author) in voices where !answer.pieces.isEmpty {
                out.append(own(out.isEmpty ? "\n      {" : ",\n      {"))
                out.append(own("\"question\": \(title.quoted), \"by\": "))
                out.append(
                    name.map { said($0.text.quoted, by: $0.author) } ?? own("null"))
                out.append(own(", \"text\": \""))
                // Between one pair of quotes, piece by piece.
                out += text(of: answer, by: author, page.round, entry.question) {
                    String($0.quoted.dropFirst().dropLast())
                }
                out.append(own("\"}"))
            }
        }
        return out
    }

    // What both have in common.

    private var title: String { phrases.export["bookTitle"] ?? "" }

    private func chapter(of page: BookPage) -> String {
        switch page.place {
        case .dictionary: phrases.export["bookDictionary"] ?? ""
        case .memory: phrases.export["bookMemory"] ?? ""
        case .shared: phrases.heading(of: page.phase)
        }
    }

    private func title(of entry: BookPage.Entry, on page: BookPage) -> String {
        phrases.text(
            of: page.isTheirs
                ? .theirTitle(page.round, entry.question) : .title(page.round, entry.question))
    }

    private func text(
        of answer: Answer, by author: PersonID?, _ round: RoundName, _ question: Int,
        _ coded: (String) -> String
    ) -> [KeepsakePiece] {
        phrases.parts(of: .answer(answer, of: round, question: question)).map { part in
            var part = part
            part.text = coded(part.text)
            return .text(part: part.of(author))
        }
    }

    private func own(_ text: String) -> KeepsakePiece { .text(part: Wording.Part(text)) }

    private func said(_ text: String, by author: PersonID) -> KeepsakePiece {
        .text(part: Wording.Part(text, author: author))
    }
}

extension BookPage.Place {
    fileprivate var name: String {
        switch self {
        case .dictionary: "dictionary"
        case .shared: "shared"
        case .memory: "memory"
        }
    }
}

extension [KeepsakePiece] {
    /// With our own stretches in one piece.
    fileprivate var joined: [KeepsakePiece] {
        reduce(into: []) { pieces, piece in
            guard case .text(let part) = piece, part.author == nil,
                case .text(var before)? = pieces.last, before.author == nil
            else { return pieces.append(piece) }
            before.text += part.text
            pieces[pieces.count - 1] = .text(part: before)
        }
    }
}
