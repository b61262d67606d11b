import Curriculum
import Dialogue
import Store

extension Session {
    /// Hands out the book that both asked for: as a page and as a file, in its reader's language.
    mutating func handOutBook(to side: Side, on id: String) throws(StoreFault) {
        guard var page = try page(id), let partner = page.couple.partners[side] else { return }
        guard let calls = partner.calls,
            let other = page.couple.partners[side.other]?.id ?? page.couple.gone[side.other]
        else { return try tell(Telling(Line(.passed)), to: side, on: id) }
        let content = try content(of: page.couple)
        guard let phrases = content.phrasebook(partner.language) else { return }
        try loadReadable(into: &page)
        let pages = page.couple.bookPages(for: side, in: content.course)
        keep(page, id)
        guard !pages.isEmpty else { return try tell(Telling(Line(.bookEmpty)), to: side, on: id) }
        try tell(Telling(Line(.bookHere)), to: side, on: id)
        let writer = BookWriter(
            phrases: phrases, mine: partner.name, theirs: calls, reader: partner.id, other: other,
            pages: pages)
        let name = phrases.export["bookFile"] ?? "book"
        guard var page = try self.page(id) else { return }
        page.owe(
            .keepsake(
                name: "\(name).html", type: "text/html; charset=utf-8", pieces: writer.html),
            to: side)
        page.owe(
            .keepsake(name: "\(name).json", type: "application/json", pieces: writer.json),
            to: side)
        keep(page, id)
    }
}
