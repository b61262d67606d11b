package import Dialogue

/// A message as it will be read: frozen, so that sending it again is sending the same.
package struct Wording: Sendable, Equatable {
    package var parts: [Part]
    package var buttons: [[Button]]

    /// A run of text, with whose words they are; nil for the bot's own.
    package struct Part: Sendable, Equatable, Codable {
        package var text: String
        package var author: PersonID?
        package var isStrong: Bool

        package init(_ text: String, author: PersonID? = nil, isStrong: Bool = false) {
            self.text = text
            self.author = author
            self.isStrong = isStrong
        }

        /// The same, as this person's if it is nobody's yet.
        package func of(_ person: PersonID?) -> Part {
            Part(text, author: author ?? person, isStrong: isStrong)
        }

        private enum CodingKeys: String, CodingKey {
            case text
            case author
            case isStrong
            case words
        }

        package init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            isStrong = try container.decode(Bool.self, forKey: .isStrong)
            if let words = try container.decodeIfPresent(Words.self, forKey: .words) {
                text = words.text
                author = words.author
            } else {
                text = try container.decode(String.self, forKey: .text)
                author = try container.decodeIfPresent(PersonID.self, forKey: .author)
            }
        }

        /// Somebody's words are saved as theirs.
        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(isStrong, forKey: .isStrong)
            if let author {
                try container.encode(Words(by: author, text), forKey: .words)
            } else {
                try container.encode(text, forKey: .text)
            }
        }
    }

    package struct Button: Sendable, Equatable, Codable {
        package var label: String
        package var press: Press

        package init(label: String, press: Press) {
            self.label = label
            self.press = press
        }
    }

    /// All of its text in one.
    package var text: String { parts.map(\.text).joined() }
}
