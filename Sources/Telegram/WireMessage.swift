/// A chat as the platform writes it; only what we read.
struct WireChat: Decodable {
    let id: Int64
    let type: String

    var isPrivate: Bool { type == "private" }
}

/// A person or bot as the platform writes it.
struct WireUser: Decodable {
    let id: Int64
    let isBot: Bool
    let firstName: String?
    let languageCode: String?

    private enum CodingKeys: String, CodingKey {
        case id
        case isBot = "is_bot"
        case firstName = "first_name"
        case languageCode = "language_code"
    }
}

/// A message as the platform writes it.
struct WireMessage: Decodable {
    let id: Int64
    let chat: WireChat
    let from: WireUser?
    /// When it was sent, in seconds since 1970.
    let date: Int64?
    let text: String?
    let voice: WireVoice?
    /// The message this one answers, if that can be told.
    let replyTo: Int64?
    /// Whether it tells of something that happened to the chat, and nobody wrote it.
    let isService: Bool

    private enum CodingKeys: String, CodingKey {
        case id = "message_id"
        case chat
        case from
        case date
        case text
        case voice
        case replyTo = "reply_to_message"
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        id = try container.decode(Int64.self, forKey: .id)
        chat = try container.decode(WireChat.self, forKey: .chat)
        from = try container.decodeIfPresent(WireUser.self, forKey: .from)
        // It only says how long ago it was: one that can't be read is none.
        date = try? container.decode(Int64.self, forKey: .date)
        text = try container.decodeIfPresent(String.self, forKey: .text)
        voice = try container.decodeIfPresent(WireVoice.self, forKey: .voice)
        // What somebody wrote counts even if the message it answers can't be read.
        replyTo = try? container.decode(WireMessageReference.self, forKey: .replyTo).id
        let names = try decoder.container(keyedBy: AnyName.self).allKeys
        isService = names.contains { serviceKinds.contains($0.stringValue) }
    }
}

/// A message of which only the id matters, accessible or not.
struct WireMessageReference: Decodable {
    let id: Int64

    private enum CodingKeys: String, CodingKey { case id = "message_id" }
}

/// A voice recording the platform holds.
struct WireVoice: Decodable {
    let fileID: String
    let duration: Int64?

    private enum CodingKeys: String, CodingKey {
        case fileID = "file_id"
        case duration
    }
}

/// Any member of an object, by its name.
private struct AnyName: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}

/// Members that make a message a service message. A kind that is not listed is treated as
/// something a person sent, because a needless polite answer is better than silence.
private let serviceKinds: Set<String> = [
    "boost_added", "channel_chat_created", "chat_background_set", "chat_owner_changed",
    "chat_owner_left", "chat_shared", "checklist_tasks_added", "checklist_tasks_done",
    "connected_website", "delete_chat_photo", "direct_message_price_changed",
    "forum_topic_closed", "forum_topic_created", "forum_topic_edited", "forum_topic_reopened",
    "general_forum_topic_hidden", "general_forum_topic_unhidden", "gift", "gift_upgrade_sent",
    "giveaway_completed", "giveaway_created", "group_chat_created", "left_chat_member",
    "message_auto_delete_timer_changed", "migrate_from_chat_id", "migrate_to_chat_id",
    "new_chat_members", "new_chat_photo", "new_chat_title", "paid_message_price_changed",
    "passport_data", "pinned_message", "proximity_alert_triggered", "refunded_payment",
    "successful_payment", "suggested_post_approval_failed", "suggested_post_approved",
    "suggested_post_declined", "suggested_post_paid", "suggested_post_refunded",
    "supergroup_chat_created", "unique_gift", "users_shared", "video_chat_ended",
    "video_chat_participants_invited", "video_chat_scheduled", "video_chat_started",
    "web_app_data", "write_access_allowed",
]
