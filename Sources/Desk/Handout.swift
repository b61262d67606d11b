import Foundation

/// What is handed out to somebody about themselves: a file for programs, and a page to read.
struct Handout: Encodable {
    /// Of the JSON.
    let schema = 1
    let title: String
    let answers: [Entry]

    struct Entry: Encodable {
        let question: String
        let answer: String
    }

    var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // Strings in arrays always encode; an empty document would only ever mean our bug.
        let data = (try? encoder.encode(self)) ?? Data()
        return String(decoding: data, as: UTF8.self) + "\n"
    }

    /// A page that needs nothing and asks nobody for anything: no script, no picture, no address.
    /// Its policy forbids a browser all but this very style.
    func page(language: String) -> String {
        let entries = answers.map { entry in
            """
            <section>
            <h2 dir="auto">\(entry.question.escaped)</h2>
            <p dir="auto">\(entry.answer.escaped)</p>
            </section>

            """
        }
        let head = Markup.head(
            language: language, title: title, policy: Handout.policy, style: Handout.style)
        return head + """
            <h1 dir="auto">\(title.escaped)</h1>
            \(entries.joined())</main>
            </body>
            </html>

            """
    }

    /// The hash is that of ``style``; a test computes it anew.
    static let policy =
        "default-src 'none'; style-src 'sha256-hxdLlugw9SWImMGwlSYHKTOei74OSwKGG9dYpI4MEnE='; base-uri 'none'; form-action 'none'"

    static let style = """

        :root { color-scheme: light dark; --ink: #2b2a28; --soft: #6b655e; --paper: #fbf9f5;
          --line: #ded8cf }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #ece8e1; --soft: #a8a198; --paper: #1d1c1a; --line: #3b3834 } }
        body { margin: 0; background: var(--paper); color: var(--ink);
          font: 1.0625rem/1.6 Georgia, "Noto Serif", serif }
        main { max-width: 38rem; margin: 0 auto; padding: 2rem 1.25rem 4rem }
        h1 { margin: 0 0 2rem; font-size: 1.5rem; line-height: 1.3 }
        section { padding: 1.25rem 0; border-top: 1px solid var(--line) }
        h2 { margin: 0 0 .5rem; font-size: 1rem; font-weight: normal; font-style: italic;
          color: var(--soft) }
        p { margin: 0; white-space: pre-wrap; unicode-bidi: plaintext }
        h1, h2, p { overflow-wrap: anywhere }
        @media print {
          :root { --ink: #000; --soft: #444; --paper: #fff; --line: #bbb }
          main { max-width: none; padding: 0 }
          h2 { break-after: avoid }
          p { orphans: 3; widows: 3 } }

        """
}
