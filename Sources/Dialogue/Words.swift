/// What a person wrote, with whose it is. Prints only its length.
package struct Words: Hashable, Sendable, Codable {
    package let author: PersonID
    /// The text itself. Only a phrasebook and the store read it.
    package let text: String

    package init(by author: PersonID, _ text: String) {
        self.author = author
        self.text = text
    }
}

extension Words: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "‹\(text.utf8.count) bytes›" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

/// A person, by a random id that survives couples and platforms.
package struct PersonID: Hashable, Comparable, Sendable, Codable {
    package let text: String

    package init(_ text: String) { self.text = text }

    package init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    package static func < (a: PersonID, b: PersonID) -> Bool { a.text < b.text }
}

extension Words {
    /// As a name: white space made single, marks that turn the direction of what follows or can't
    /// be seen taken out. Nil if nothing is left, or too much.
    package var asName: Words? {
        let visible = String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter { scalar in
                    // The joiner holds emoji together.
                    scalar.properties.generalCategory != .format || scalar.value == 0x200D
                }))
        let name = visible.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !name.isEmpty, name.count <= 40, name.utf16.count <= 120 else { return nil }
        return Words(by: author, name)
    }
}
