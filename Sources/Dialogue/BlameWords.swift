/// How blame sounds in one language. What is found is offered once to its author, to be put as a
/// part of them: it blocks nothing, is kept nowhere, and the other never learns of it.
package struct BlameWords: Sendable, Codable, Equatable {
    private let finder: PhraseFinder

    /// - Parameters:
    ///   - phrases: for instance `you just? always|never`: a space parts words and `|` their
    ///     alternatives, `?` may be missing, `*` at a word's end is any ending and alone any word.
    ///   - exceptions: what isn't meant although a phrase is in it.
    package init(_ phrases: [String], except exceptions: [String] = []) {
        finder = PhraseFinder(phrases, except: exceptions)
    }

    package init(from decoder: any Decoder) throws { finder = try PhraseFinder(from: decoder) }

    package func encode(to encoder: any Encoder) throws { try finder.encode(to: encoder) }

    /// Whether a text sounds like blame. Total, and linear in the text's length.
    package func findsBlame(in text: String) -> Bool { finder.finds(in: text) }

    /// Phrases and exceptions that can't be read, and so are never found.
    package var unreadable: [String] { finder.unreadable }
}
