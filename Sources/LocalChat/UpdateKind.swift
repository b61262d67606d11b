/// The kinds of update this server makes.
enum UpdateKind: String, Sendable, CaseIterable {
    case message
    case editedMessage = "edited_message"
    case callbackQuery = "callback_query"
    case myChatMember = "my_chat_member"
    case messageReaction = "message_reaction"

    /// How many seconds it waits in the queue before it is dropped unread.
    var lifetime: Double {
        switch self {
        case .callbackQuery: 150
        case .message, .editedMessage, .myChatMember, .messageReaction: 86_400
        }
    }

    /// What a bot gets that never said what it wants, or said "[]": all but reactions.
    static let usual = Set(allCases).subtracting([.messageReaction])

    /// Reads `allowed_updates`. Unknown names are ignored; nil leaves the setting as it was, and
    /// so does what is no array.
    static func allowed(by json: JSON?) -> Set<UpdateKind>? {
        guard let names = json?.items else { return nil }
        guard !names.isEmpty else { return usual }
        return Set(names.compactMap(\.text).compactMap(UpdateKind.init(rawValue:)))
    }
}
