/// How crisis or violence sounds in one language. It leans to hearing too much: what is found
/// costs one neutral line about /help, and never shows what was noticed.
package struct CrisisWords: Sendable, Codable, Equatable {
    private let finder: PhraseFinder

    /// - Parameters:
    ///   - phrases: as for ``BlameWords``.
    ///   - exceptions: what isn't meant although a phrase is in it.
    package init(_ phrases: [String], except exceptions: [String] = []) {
        finder = PhraseFinder(phrases, except: exceptions)
    }

    package init(from decoder: any Decoder) throws { finder = try PhraseFinder(from: decoder) }

    package func encode(to encoder: any Encoder) throws { try finder.encode(to: encoder) }

    /// Whether a text sounds like crisis or violence. Total, and linear in the text's length.
    package func findsCrisis(in text: String) -> Bool { finder.finds(in: text) }

    /// Phrases and exceptions that can't be read, and so are never found.
    package var unreadable: [String] { finder.unreadable }
}
