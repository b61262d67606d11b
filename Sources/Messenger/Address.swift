/// Where one person can be reached: a private chat on one platform.
///
/// Prints only its platform: a chat id names a person.
package struct Address: Hashable, Sendable, Codable {
    /// The platform's short name, for instance `telegram`.
    package let platform: String
    /// The platform's own id of the private chat, as text.
    package let chat: Hushed

    package init(platform: String, chat: String) {
        self.platform = platform
        self.chat = Hushed(chat)
    }
}

extension Address: CustomStringConvertible, CustomDebugStringConvertible {
    package var description: String { "Address(\(platform))" }
    package var debugDescription: String { description }
}

/// The platform's id of one message within its chat.
package struct MessageID: Hashable, Sendable, Codable {
    package let number: Int64

    package init(_ number: Int64) { self.number = number }

    package init(from decoder: any Decoder) throws {
        number = try decoder.singleValueContainer().decode(Int64.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(number)
    }
}
