import Wire

/// Who the platform says this bot is.
package struct Identity: Sendable, Equatable {
    package let id: Int64
    /// Without `@`; letters, digits and `_` only. Public by nature.
    package let username: String
    /// Whether the bot hears everything said in a group. It needs to hear nothing there.
    package let canReadAllGroupMessages: Bool

    package init(id: Int64, username: String, canReadAllGroupMessages: Bool) {
        self.id = id
        self.username = username
        self.canReadAllGroupMessages = canReadAllGroupMessages
    }

    /// Reads the answer to `getMe`; nil if something needed is missing.
    init?(_ user: JSONSlice) {
        guard let id = user["id"]?.integer, let username = user["username"]?.text,
            (1...64).contains(username.utf8.count), username.utf8.allSatisfy(isNameByte)
        else { return nil }
        self.init(
            id: id, username: username,
            canReadAllGroupMessages: user["can_read_all_group_messages"]?.flag ?? false)
    }

    /// The link that opens a chat with this bot and hands it `/start payload`.
    ///
    /// - Parameter payload: 1–64 of `A–Z a–z 0–9 _ -`.
    /// - Returns: nil if the payload is none.
    package func inviteLink(payload: String) -> String? {
        guard (1...64).contains(payload.utf8.count),
            payload.utf8.allSatisfy({ isNameByte($0) || $0 == 0x2D })
        else { return nil }
        return "https://t.me/\(username)?start=\(payload)"
    }
}

/// A letter, a digit or `_`, all ASCII: what names and commands are made of.
func isNameByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
        || (0x61...0x7A).contains(byte) || byte == 0x5F
}
