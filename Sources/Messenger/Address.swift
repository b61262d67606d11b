/// Where one person can be reached: a private chat on one platform.
///
/// Prints only its platform: a chat id names a person.
package struct Address: Sendable {
    /// The platform's short name, for instance `telegram`.
    package let platform: String
    /// The platform's own id of the private chat, as text.
    package let chat: Hushed
    /// The id of the person it belongs to, once they have one: with their key it is sealed. It
    /// makes no difference to where it leads.
    package let person: String?

    package init(platform: String, chat: String, person: String? = nil) {
        self.platform = platform
        self.chat = Hushed(chat)
        self.person = person
    }

    /// The same chat, known as this person's; as nobody's if that is nil.
    package func of(_ person: String?) -> Address {
        Address(platform: platform, chat: chat.text, person: person)
    }
}

extension Address: Hashable {
    package static func == (a: Address, b: Address) -> Bool {
        a.platform == b.platform && a.chat == b.chat
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(platform)
        hasher.combine(chat)
    }
}

extension Address: CustomStringConvertible, CustomDebugStringConvertible {
    package var description: String { "Address(\(platform))" }
    package var debugDescription: String { description }
}
