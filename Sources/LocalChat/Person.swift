extension LocalChat {
    /// Somebody with a phone, and their private chat with the bot. A negative chat id is a
    /// group, and then the name is its title.
    package struct Person: Sendable, Hashable {
        /// The chat's id, which in a private chat is the person's id too.
        package let chat: Int64
        /// The given name, 1–64 characters.
        package var name: String
        /// A language tag as a phone reports it (`en`, `pt-br`), or nil.
        package var language: String?

        /// Somebody with this chat, not known to the platform yet.
        package init(chat: Int64, name: String, language: String? = "en") {
            self.chat = chat
            self.name = name
            self.language = language
        }

        var isGroup: Bool { chat < 0 }
    }
}

extension LocalChat.Person {
    /// The person as the Bot API's `User`.
    var userJSON: JSON {
        [
            "id": .int(Int64(clamping: chat.magnitude)), "is_bot": false,
            "first_name": .string(isGroup ? "Member" : name),
            "language_code": language.map(JSON.string),
        ]
    }

    /// Their chat as the Bot API's `Chat`.
    var chatJSON: JSON {
        isGroup
            ? ["id": .int(chat), "title": .string(name), "type": "group"]
            : ["id": .int(chat), "first_name": .string(name), "type": "private"]
    }
}
