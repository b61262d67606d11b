/// How the book looks: on a phone, on a wide screen, by day and by night, and on paper of either
/// size. It needs nothing and asks nobody for anything.
enum BookPaper {
    /// The hash is that of ``style``; a test computes it anew.
    static let policy =
        "default-src 'none'; img-src data:; style-src 'sha256-VzWjNEoGIh3z2O0YNx9mP/aifn48tr19nAXFg+ibbWY='; base-uri 'none'; form-action 'none'"

    static let style = """

        :root { color-scheme: light dark; --ink: #2b2a28; --soft: #6f675e; --paper: #fbf8f2;
          --line: #e0d8cc; --warm: #a4593b }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #ece6dc; --soft: #a99f92; --paper: #1c1a18; --line: #3a352f;
            --warm: #e0a184 } }
        * { box-sizing: border-box }
        body { margin: 0; background: var(--paper); color: var(--ink);
          font: 1.0625rem/1.65 "Iowan Old Style", Palatino, "Palatino Linotype", "Book Antiqua",
            Georgia, "Noto Serif", serif }
        main { max-width: 42rem; margin: 0 auto; padding: 0 1.25rem 5rem }
        .cover { min-height: 70vh; display: flex; flex-direction: column; justify-content: center;
          align-items: center; text-align: center; gap: 1.25rem }
        .cover h1 { margin: 0; font-size: clamp(2rem, 9vw, 3.25rem); font-weight: normal;
          letter-spacing: .01em; line-height: 1.15 }
        .cover p { margin: 0; color: var(--soft); font-size: 1.125rem }
        .cover hr { width: 4rem; height: 1px; border: 0; margin: 0; background: var(--warm) }
        h2 { margin: 4rem 0 2rem; font-size: 1.5rem; font-weight: normal; text-align: center;
          color: var(--warm); line-height: 1.3 }
        article { padding: 1.75rem 0; border-top: 1px solid var(--line) }
        h3 { margin: 0 0 1rem; font-size: 1rem; font-weight: normal; font-style: italic;
          color: var(--soft) }
        .by { margin: 0; font-size: .8125rem; letter-spacing: .04em; color: var(--warm) }
        .words { margin: 0 0 1.1rem; white-space: pre-wrap; unicode-bidi: plaintext;
          overflow-wrap: anywhere }
        .words:last-child { margin-bottom: 0 }
        .pair > div + div { margin-top: 1.1rem }
        article > div + h3 { margin-top: 1.75rem }
        .dictionary .words { font-size: 1.1875rem }
        .memory .words { text-align: center; font-size: 1.1875rem; line-height: 2 }
        figure { margin: 1.5rem 0 0; text-align: center }
        img { max-width: 100%; height: auto; border-radius: .5rem }
        .said { margin: 1rem 0 0; color: var(--soft); white-space: pre-wrap; text-align: left }
        h1, h3, .by { overflow-wrap: anywhere }
        @media (min-width: 48rem) { .pair { display: grid; grid-template-columns: 1fr 1fr;
          gap: 0 2rem }
          .pair > div + div { margin-top: 0 } }
        @page { margin: 20mm 18mm }
        @media print {
          :root { --ink: #000; --soft: #444; --paper: #fff; --line: #bbb; --warm: #6b3a26 }
          body { font-size: 11pt }
          main { max-width: none; padding: 0 }
          .cover { min-height: 0; height: 85vh; break-after: page }
          h2 { margin-top: 2.5rem; break-after: avoid }
          h3, .by { break-after: avoid }
          article { break-inside: auto }
          .pair, figure { break-inside: avoid }
          img { max-height: 150mm }
          .words { orphans: 3; widows: 3 }
          .memory { break-before: page } }

        """
}
