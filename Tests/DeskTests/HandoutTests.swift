import Crypto
import Dialogue
import Foundation
import Rehearsal
import Testing

@testable import Desk

/// The page that is handed out, whatever was written.
@Suite struct HandoutTests {
    private static let hostile = [
        "</style><script>alert(1)</script>", "\" onload=\"x", "' onload='x", "&amp; & &lt;",
        "<img src=x onerror=alert(1)>", "-->]]><!--", "<meta http-equiv=refresh content=0>",
        "a\u{0}b\u{B}c\u{9B}d", "</p></section></main></body></html>", "{{x}} ${x} \\(x)",
        "<base href=//evil.example>", "url(//evil.example)",
    ]

    @Test(arguments: hostile) func `nothing in it is read as markup`(text: String) {
        let plain = page("x", "x", "x")
        let page = page(text, text, text)
        func tags(_ page: String) -> [Substring] {
            page.split(separator: "<").dropFirst().map { $0.prefix { $0 != ">" } }
        }
        // The same tags, letter by letter, as with a harmless text.
        #expect(tags(page) == tags(plain))
        #expect(page.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" || $0 == "\t" })
        #expect(!page.unicodeScalars.contains { (0x7F..<0xA0).contains($0.value) })
        for sign in ["&amp;amp;", "&lt;script&gt;", "&quot; on", "&#39; on"] {
            let source = sign.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
                .replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
                .replacing("&amp;", with: "&")
            #expect(page.contains(sign) == text.contains(source))
        }
    }

    @Test func `it asks nobody for anything`() {
        let page = page("Title", "Question", "Answer")
        for word in ["<script", "src=", "href=", "url(", "@import", "http://", "https://", " on"] {
            #expect(!page.contains(word), "\(word)")
        }
        #expect(
            page.hasPrefix("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">"))
        #expect(page.contains("default-src 'none'"))
        #expect(!page.contains("unsafe"))
    }

    @Test func `its policy allows its own style and no other`() {
        let hash = Data(SHA256.hash(data: Data(Handout.style.utf8))).base64EncodedString()
        #expect(Handout.policy.contains("style-src 'sha256-\(hash)';"))
        #expect(page("a", "b", "c").contains("<style>\(Handout.style)</style>"))
    }

    @Test func `each text finds its own direction`() {
        let page = page("Title", "Question", "שלום\nhello 👩‍👩‍👧‍👦")
        #expect(page.contains("<p dir=\"auto\">שלום\nhello 👩‍👩‍👧‍👦</p>"))
        #expect(page.contains("unicode-bidi: plaintext"))
    }

    @Test func `a hostile answer is handed out harmless, and only one's own`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.pairing, on: stage)
        try await stage.act(.say("</style><script>alert(1)</script> & \u{202E}x"), by: "Ada")
        try await stage.act(.say("/share"), by: "Ada")
        try await stage.act(.say("The partner's soup."), by: "Ben")
        try await stage.act(.say("/share"), by: "Ben")
        try await stage.advance(to: stage.now + .hours(11))
        for person in ["Ada", "Ben"] { try await stage.act(.say("/today"), by: person) }
        _ = try await stage.heard(expecting: 0)
        try await stage.act(.say("/export"), by: "Ada")
        let files = try await stage.heard(expecting: 3).map(\.text)
            .filter { $0.hasPrefix("(file my-answers.") }
        #expect(files.count == 2)
        let page = try #require(files.first { $0.hasPrefix("(file my-answers.html") })
        #expect(
            page.contains(
                "<p dir=\"auto\">&lt;/style&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; x</p>"))
        for file in files {
            #expect(!file.contains("soup") && !file.contains("warm, near, slow"))
            #expect(!file.contains("Ben"))
        }
        try await stage.act(.tap(label: "The kept ones too", below: nil), by: "Ada")
        let kept = try await stage.heard(expecting: 3).map(\.text).filter { $0.hasPrefix("(file") }
        #expect(kept.count == 2)
        #expect(kept.allSatisfy { $0.contains("warm, near, slow") && !$0.contains("soup") })
    }

    private func page(_ title: String, _ question: String, _ answer: String) -> String {
        Handout(title: title, answers: [.init(question: question, answer: answer)])
            .page(language: "en")
    }
}
