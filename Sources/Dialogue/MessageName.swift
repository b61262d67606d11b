/// What a platform calls a message within its chat: a number or any other text, which means nothing
/// here. Saved as a number where it is one.
package struct MessageName: Hashable, Sendable {
    package let text: String

    package init(_ text: String) { self.text = text }
    package init(_ number: Int64) { self.init(String(number)) }

    /// Nil if it is none. Later messages have higher ones.
    var number: Int64? { Int64(text) }
}

extension MessageName: ExpressibleByIntegerLiteral {
    package init(integerLiteral number: Int64) { self.init(number) }
}

extension MessageName: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        // What is no number is a text.
        if let number = try? container.decode(Int64.self) {
            self.init(String(number))
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
