/// A phrase with places to fill: `**{partner}:** {theirs}`. Two stars switch strong type on and
/// off; only the phrase itself is read so, never what fills its places.
struct Template<Slot: RawRepresentable<String> & Sendable & Equatable>: Sendable {
    enum Token: Sendable, Equatable {
        case text(String)
        case slot(Slot)
        case strong
    }

    let tokens: [Token]

    /// Fails with the name of a place that doesn't exist, or of a brace that isn't closed.
    init(_ phrase: String) throws(TemplateFault) {
        var tokens: [Token] = []
        var text = ""
        var rest = phrase[...]
        func flushed() -> [Token] { text.isEmpty ? [] : [.text(text)] }
        while let character = rest.first {
            if rest.hasPrefix("**") {
                tokens += flushed() + [.strong]
                text = ""
                rest = rest.dropFirst(2)
            } else if character == "{" {
                guard let end = rest.firstIndex(of: "}") else { throw TemplateFault(place: "{") }
                let name = String(rest[rest.index(after: rest.startIndex)..<end])
                guard let slot = Slot(rawValue: name) else {
                    throw TemplateFault(place: name)
                }
                tokens += flushed() + [.slot(slot)]
                text = ""
                rest = rest[rest.index(after: end)...]
            } else {
                text.append(character)
                rest = rest.dropFirst()
            }
        }
        self.tokens = tokens + flushed()
    }
}

/// A place in a phrase that no line fills.
struct TemplateFault: Error {
    let place: String
}
