import Messenger

/// Why the platform will never take a call as it is, in words of our own. The platform's words
/// are looked at here and go no further.
enum Refusal: String {
    /// The platform can't make sense of the styles.
    case entities
    case tooLong = "too long"
    case empty
    case buttons
    /// The recording or file is unknown to the platform, or to this bot.
    case recording
    /// This person takes no voice messages.
    case voiceForbidden = "voice forbidden"
    /// The message to change or delete is not there.
    case messageGone = "message gone"
    /// The message is as it should be already.
    case unchanged
    /// The platform no longer lets this message be changed or deleted.
    case tooLate = "too late"
    /// The press of a button is too old to be answered, or was none.
    case pressExpired = "press expired"
    /// The bot is not allowed to do this here.
    case forbidden
    /// The server doesn't know this method: an older one, or a smaller one.
    case method
    /// The address isn't one of this platform's, or not of this kind.
    case address
    /// A command or its description isn't one.
    case commands
    /// The payload of an invitation isn't one.
    case payload
    /// The request could not be made.
    case request
    case other

    var fault: Fault { .refused(reason: rawValue) }

    /// The remedy for a code and a description in lower case. An unknown 4xx is final for this
    /// one call; an unknown 5xx is a failure of the server, after which nobody knows whether the
    /// call was carried out.
    static func fault(code: Int64, description: String) -> Fault {
        switch code {
        case 401: .unauthorised
        case 404: description.contains("method not found") ? method.fault : .unauthorised
        case 409: description.contains("webhook") ? .webhookSet : .anotherPoller
        case 403: isGone(description) ? .recipientGone : forbidden.fault
        case 413: tooLong.fault
        case 400..<500: isGone(description) ? .recipientGone : word(for: description).fault
        // not our enum
        default: .unreachable(sent: true)
        }
    }

    private static func isGone(_ description: String) -> Bool {
        goneTexts.contains { description.contains($0) }
    }

    private static func word(for description: String) -> Refusal {
        texts.first { description.contains($0.text) }?.refusal ?? .other
    }

    /// What the platform says when nobody is there to be written to.
    private static let goneTexts = [
        "bot was blocked", "user is deactivated", "bot was kicked", "is not a member",
        "chat was deleted", "can't initiate conversation", "can't send messages to bots",
        "can't send messages to the user", "chat not found", "peer_id_invalid",
        "user_is_blocked", "input_user_deactivated",
    ]

    /// What the platform says when it won't take this one call; the first that fits counts.
    private static let texts: [(text: String, refusal: Refusal)] = [
        ("can't parse entities", .entities), ("can't parse messageentity", .entities),
        ("entity_", .entities), ("entities_", .entities),
        ("message is not modified", .unchanged),
        ("query is too old", .pressExpired), ("query id is invalid", .pressExpired),
        ("query_id_invalid", .pressExpired),
        ("to edit not found", .messageGone), ("to delete not found", .messageGone),
        ("message_id_invalid", .messageGone),
        ("can't be edited", .tooLate), ("can't be deleted", .tooLate),
        ("message_delete_forbidden", .tooLate),
        ("too long", .tooLong), ("caption_too_long", .tooLong), ("too big", .tooLong),
        ("reply markup", .buttons), ("button_", .buttons), ("keyboard", .buttons),
        ("text is empty", .empty), ("text must be non-empty", .empty),
        ("voice_messages_forbidden", .voiceForbidden),
        ("receiving of voice", .voiceForbidden),
        ("file identifier", .recording), ("file_id", .recording), ("file_reference", .recording),
        ("not enough rights", .forbidden), ("have no rights", .forbidden),
        ("write_forbidden", .forbidden),
    ]
}
