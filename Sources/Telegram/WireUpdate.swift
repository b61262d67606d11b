import Wire

/// One update, read only as far as its kind: so that its id survives whatever is wrong with the
/// rest.
struct WireUpdate {
    /// Always positive, and far enough from the largest number to be counted on from.
    let id: Int64
    let kind: Kind

    enum Kind {
        case message(WireMessage)
        case edited(WireMessage)
        case pressed(WirePress)
        case membership(WireMembership)
        /// A kind we don't take, or one of ours that can't be read.
        case unreadable
    }

    /// Nil if not even the id can be read.
    init?(_ update: JSONSlice) {
        guard let id = update["update_id"]?.integer, (1..<Limits.updateID).contains(id) else {
            return nil
        }
        self.id = id
        kind = Kind(update)
    }
}

extension WireUpdate.Kind {
    /// The names of the kinds we take, which we also tell the platform.
    static let names = ["message", "edited_message", "callback_query", "my_chat_member"]

    fileprivate init(_ update: JSONSlice) {
        if let message = update["message"]?.decoded(WireMessage.self) {
            self = .message(message)
        } else if let message = update["edited_message"]?.decoded(WireMessage.self) {
            self = .edited(message)
        } else if let press = update["callback_query"]?.decoded(WirePress.self) {
            self = .pressed(press)
        } else if let membership = update["my_chat_member"]?.decoded(WireMembership.self) {
            self = .membership(membership)
        } else {
            self = .unreadable
        }
    }
}

/// The press of a button.
struct WirePress: Decodable {
    let id: String
    let from: WireUser
    /// Missing when the platform no longer knows it; perhaps without content.
    let message: Origin?
    /// Set when the button is not below a message of ours.
    let inlineMessage: String?
    let data: String?

    struct Origin: Decodable {
        let id: Int64
        let chat: WireChat

        private enum CodingKeys: String, CodingKey {
            case id = "message_id"
            case chat
        }
    }

    private enum CodingKeys: String, CodingKey {
        case id
        case from
        case message
        case inlineMessage = "inline_message_id"
        case data
    }
}

/// The bot's own standing in a chat has changed.
struct WireMembership: Decodable {
    let chat: WireChat
    let from: WireUser
    let member: Member

    struct Member: Decodable { let status: String }

    private enum CodingKeys: String, CodingKey {
        case chat
        case from
        case member = "new_chat_member"
    }
}
