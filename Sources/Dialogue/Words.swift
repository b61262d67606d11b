/// What a person wrote, with whose it is. Prints only its length.
package struct Words: Hashable, Sendable, Codable {
    package let author: PersonID
    /// The text itself. Only a phrasebook and the store read it.
    package let text: String

    package init(by author: PersonID, _ text: String) {
        self.author = author
        self.text = text
    }

    private enum CodingKeys: String, CodingKey {
        case author
        case text
    }

    /// Words of somebody who was forgotten are read as none.
    package init(from decoder: any Decoder) throws {
        if let keeper = decoder.userInfo[.texts] as? any TextKeeper {
            let reference = try TextReference(from: decoder)
            author = PersonID(reference.owner)
            text = keeper.text(reference.number, of: reference.owner) ?? ""
        } else {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            author = try container.decode(PersonID.self, forKey: .author)
            text = try container.decode(String.self, forKey: .text)
        }
    }

    package func encode(to encoder: any Encoder) throws {
        if let keeper = encoder.userInfo[.texts] as? any TextKeeper {
            let number = keeper.put(text, of: author.text)
            try TextReference(owner: author.text, number: number).encode(to: encoder)
        } else {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(author, forKey: .author)
            try container.encode(text, forKey: .text)
        }
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

    /// Whose words are that two approved together: neither's alone, and they outlive one's leaving.
    package static func both(of couple: String) -> PersonID { PersonID("couple-\(couple)") }

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
