/// The platform's id of one message within its chat: a number or any other text. Saved as a number
/// where it is one.
package struct MessageID: Hashable, Sendable {
    package let text: String

    package init(_ text: String) { self.text = text }
    package init(_ number: Int64) { self.init(String(number)) }

    /// Nil if it is none.
    package var number: Int64? { Int64(text) }
}

extension MessageID: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        // What is no number is a text.
        if let number = try? container.decode(Int64.self) {
            self.init(number)
        } else {
            self.init(try container.decode(String.self))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let number, String(number) == text {
            try container.encode(number)
        } else {
            try container.encode(text)
        }
    }
}
