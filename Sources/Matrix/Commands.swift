/// The bot's commands, which begin with a `!` here: what begins with a `/` most clients take for
/// a command of their own, and send to nobody.
package struct Commands: Sendable {
    private let names: Set<Substring>

    /// - Parameter names: as they are typed, without anything before them.
    package init(_ names: some Sequence<String>) { self.names = Set(names.map { $0[...] }) }

    /// What somebody typed, with a `/` before the command.
    func plain(_ text: String) -> String {
        let name = text.dropFirst().prefix { !$0.isWhitespace }
        guard text.first == "!", names.contains(name.lowercased()[...]) else { return text }
        return "/" + text.dropFirst()
    }

    /// A text of the bot's, with a `!` before each command in it.
    func typeable(_ text: String) -> String {
        var out = ""
        var rest = text[...]
        while let slash = rest.firstIndex(of: "/") {
            out += rest[..<slash]
            let after = rest[rest.index(after: slash)...]
            let name = after.prefix { $0.isLetter || $0.isNumber }
            // "and/or", "https://": no command begins within a word.
            let isWord = out.last.map { $0.isLetter || $0.isNumber || "/:".contains($0) } ?? false
            out += !isWord && names.contains(name) ? "!" : "/"
            rest = after
        }
        return out + rest
    }
}
