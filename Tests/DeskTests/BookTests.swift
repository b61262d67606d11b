import Crypto
import Dialogue
import Foundation
import Rehearsal
import Testing

@testable import Desk

/// The book: made once both have asked, of what both were shown, and of nothing else.
@Suite struct BookTests {
    /// Both have shared a line, and were shown both.
    private static let shown = """
        Ada: You sang <in> the kitchen & "hummed".
        bot → Ada: That's what you wrote: You sang <in> the kitchen & "hummed".… [Share it then] [Keep to myself] [Write it again]
        Ada taps Share it then
        bot → Ada: Put away.… [Keep to myself]
        Ben: You waited for me.
        bot → Ben: That's what you wrote: You waited for me.… [Share it then] [Keep to myself] [Write it again]
        Ben taps Share it then
        bot → Ben: Put away.… [Keep to myself]
        bot → Ben: My clock says 09:00 (Berlin).… [That's right] [I'm elsewhere] [Another hour]
        — next day 19:00
        bot → both: Something for you, whenever you like. [Open]
        bot → both: A card for today. [Open]
        Ada taps Open below Something…
        bot → Ada: Here is what you both shared.…
        bot → Ada: Is there something of Ben's that stays with you?…
        """

    private func stage(_ languages: [String: String] = [:]) async throws -> DeskStage {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.pairing, on: stage)
        try await rehearse(Self.shown, on: stage)
        for (person, language) in languages.sorted(by: { $0.key < $1.key }) {
            try await stage.act(.say("/language \(language)"), by: person)
        }
        _ = try await stage.heard(expecting: 0)
        return stage
    }

    private func open(_ stage: DeskStage) async throws {
        for person in ["Ada", "Ben"] {
            try await stage.act(.say("/book"), by: person)
            try await stage.act(.press(data: Press(.askForBook).data), by: person)
        }
        try await stage.advance(to: stage.now + .days(2))
        for person in ["Ada", "Ben"] {
            for _ in 0..<6 { try await stage.act(.say("/today"), by: person) }
        }
    }

    private func text(_ stage: DeskStage, _ person: String, _ name: String) throws -> String {
        String(decoding: try #require(stage.files[person]?[name]), as: UTF8.self)
    }

    @Test func `it comes to both at their hour, and to nobody before`() async throws {
        try await rehearse(
            """
            Ada: /book
            bot → Ada: The book holds what the two of you have shown each other,… [Ask for it] [My pages] [Not now]
            Ada taps Ask for it
            bot → Ada: Noted for thirty days.… [My pages] [Rather not]
            Ben: /book
            bot → Ben: The book holds what the two of you have shown each other,… [Ask for it] [My pages] [Not now]
            Ben: 1
            bot → Ben: Noted for thirty days.… [My pages] [Rather not]
            — 19:30
            — next day 18:00
            — 18:59
            """, on: try await stage())
    }

    @Test func `what both were shown is in it, and nothing that either kept`() async throws {
        let stage = try await stage()
        try await open(stage)
        for person in ["Ada", "Ben"] {
            let page = try text(stage, person, "our-book.html")
            #expect(page.contains("You sang &lt;in&gt; the kitchen &amp; &quot;hummed&quot;."))
            #expect(page.contains("You waited for me.") && page.contains("<html lang=\"en\">"))
            let data = try #require(stage.files[person]?["our-book.json"])
            let json = try JSONSerialization.jsonObject(with: Data(data)) as? [String: Any]
            let pages = try #require(json?["pages"] as? [[String: Any]])
            let entries = pages.flatMap { $0["entries"] as? [[String: Any]] ?? [] }
            #expect(
                entries.compactMap { $0["text"] as? String }
                    == (person == "Ada"
                        ? ["You sang <in> the kitchen & \"hummed\".", "You waited for me."]
                        : ["You waited for me.", "You sang <in> the kitchen & \"hummed\"."]))
            // Kept before they were joined.
            let whole = page + String(decoding: data, as: UTF8.self)
            #expect(!whole.contains("warm, near, slow"))
        }
    }

    @Test func `a page that was taken out is in neither`() async throws {
        let stage = try await stage()
        try await rehearse(
            """
            Ada: /book
            bot → Ada: The book holds…
            Ada taps My pages
            bot → Ada: What of yours would stand in it.… 1. … [1]
            Ada: 1
            bot → Ada: What of yours would stand in it.… – taken out [1]
            """, on: stage)
        try await open(stage)
        for person in ["Ada", "Ben"] {
            let page = try text(stage, person, "our-book.html")
            #expect(!page.contains("kitchen") && page.contains("You waited for me."))
            #expect(try !text(stage, person, "our-book.json").contains("kitchen"))
        }
    }

    @Test func `one alone gets none, and asking fades`() async throws {
        let stage = try await stage()
        try await stage.act(.press(data: Press(.askForBook).data), by: "Ada")
        try await stage.advance(to: stage.now + .days(31))
        try await stage.act(.press(data: Press(.askForBook).data), by: "Ben")
        try await stage.advance(to: stage.now + .days(3))
        for person in ["Ada", "Ben"] {
            for _ in 0..<8 { try await stage.act(.say("/today"), by: person) }
        }
        #expect(stage.files.isEmpty)
    }

    @Test func `whoever changes their mind, leaves or pauses holds it back`() async throws {
        for deed in ["leave now", "pause"] {
            let stage = try await stage()
            for person in ["Ada", "Ben"] {
                try await stage.act(.press(data: Press(.askForBook).data), by: person)
            }
            try await stage.act(.say("/\(deed)"), by: "Ben")
            try await stage.advance(to: stage.now + .days(3))
            for _ in 0..<6 { try await stage.act(.say("/today"), by: "Ada") }
            #expect(stage.files.isEmpty, "\(deed)")
        }
        let stage = try await stage()
        for person in ["Ada", "Ben"] {
            try await stage.act(.press(data: Press(.askForBook).data), by: person)
        }
        try await stage.act(.press(data: Press(.noBook).data), by: "Ben")
        try await stage.advance(to: stage.now + .days(3))
        for _ in 0..<6 { try await stage.act(.say("/today"), by: "Ada") }
        #expect(stage.files.isEmpty)
    }

    @Test func `nothing of it tells that the other has left, and what was taken out stays out`()
        async throws
    {
        let stage = try await stage()
        try await stage.act(.press(data: Press(.bookPage, RoundName("0a")).data), by: "Ada")
        for person in ["Ada", "Ben"] {
            try await stage.act(.press(data: Press(.askForBook).data), by: person)
        }
        try await stage.advance(to: stage.now + .days(2))
        _ = try await stage.heard(expecting: 0)
        try await stage.act(.say("/leave now"), by: "Ada")
        try await stage.powerCut()
        for _ in 0..<6 { try await stage.act(.say("/today"), by: "Ben") }
        let page = try text(stage, "Ben", "our-book.html")
        #expect(page.contains("You waited for me.") && !page.contains("kitchen"))
    }

    @Test func `asking looks the same whether the other is there or has gone`() async throws {
        for deed in ["status", "leave now", "forget now"] {
            let stage = try await stage()
            try await stage.act(.press(data: Press(.askForBook).data), by: "Ben")
            try await stage.act(.say("/\(deed)"), by: "Ada")
            _ = try await stage.heard(expecting: 0)
            try await stage.act(.say("/book"), by: "Ben")
            let said = try await stage.heard(expecting: 1).filter { $0.by == "Ben" }.map(\.text)
            #expect(said.count == 1 && said[0].hasPrefix("Noted for thirty days."), "\(deed)")
        }
    }

    @Test func `what the one who left had shown stays in the other's book`() async throws {
        let stage = try await stage()
        for person in ["Ada", "Ben"] {
            try await stage.act(.press(data: Press(.askForBook).data), by: person)
        }
        try await stage.advance(to: stage.now + .days(2))
        try await stage.act(.say("/leave now"), by: "Ada")
        for _ in 0..<6 { try await stage.act(.say("/today"), by: "Ben") }
        #expect(try text(stage, "Ben", "our-book.html").contains("kitchen"))
    }

    @Test func `opened once the other is forgotten, it says that it has passed`() async throws {
        let stage = try await stage()
        for person in ["Ada", "Ben"] {
            try await stage.act(.press(data: Press(.askForBook).data), by: person)
        }
        try await stage.advance(to: stage.now + .days(2))
        try await stage.act(.say("/forget now"), by: "Ada")
        _ = try await stage.heard(expecting: 0)
        for _ in 0..<6 {
            try await stage.act(.say("/today"), by: "Ben")
            #expect(try await stage.heard(expecting: 1).contains { $0.by == "Ben" })
        }
        #expect(stage.files.isEmpty)
    }

    @Test func `each reads it in their own language`() async throws {
        let stage = try await stage(["Ada": "es", "Ben": "de"])
        try await open(stage)
        let page = try text(stage, "Ada", "nuestro-libro.html")
        #expect(page.contains("<html lang=\"es\">") && page.contains("Nuestro libro"))
        #expect(page.contains("You waited for me."))
        #expect(try text(stage, "Ben", "unser-buch.html").contains("<html lang=\"de\">"))
    }

    @Test func `it asks nobody for anything, and its policy allows its own style alone`()
        async throws
    {
        let stage = try await stage()
        try await open(stage)
        let page = try text(stage, "Ada", "our-book.html")
        for word in ["<script", "href=", "url(", "@import", "http://", "https://", " onl"] {
            #expect(!page.contains(word), "\(word)")
        }
        let hash = Data(SHA256.hash(data: Data(BookPaper.style.utf8))).base64EncodedString()
        #expect(BookPaper.policy.contains("style-src 'sha256-\(hash)';"))
        #expect(page.contains("<style>\(BookPaper.style)</style>"))
    }
}
