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
