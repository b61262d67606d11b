/// A call the server says no to, in the Bot API's own words.
struct Refusal: Error, Equatable, Sendable {
    let code: Int
    let description: String
    var retryAfterSeconds: Int?

    init(_ code: Int, _ description: String, retryAfterSeconds: Int? = nil) {
        self.code = code
        self.description = description
        self.retryAfterSeconds = retryAfterSeconds
    }

    static func bad(_ text: String) -> Refusal { Refusal(400, "Bad Request: " + text) }
    static func forbidden(_ text: String) -> Refusal { Refusal(403, "Forbidden: " + text) }
    static func conflict(_ text: String) -> Refusal { Refusal(409, "Conflict: " + text) }

    static let unauthorized = Refusal(401, "Unauthorized")
    static let notFound = Refusal(404, "Not Found")
    static let tooLarge = Refusal(413, "Request Entity Too Large")

    static let otherPoller = conflict(
        "terminated by other getUpdates request; make sure that only one bot instance is running")
    static let webhookActive = conflict(
        "can't use getUpdates method while webhook is active; use deleteWebhook to delete the "
            + "webhook first")
    static let chatNotFound = bad("chat not found")
    static let blocked = forbidden("bot was blocked by the user")
    static let neverStarted = forbidden("bot can't initiate conversation with a user")
    static let notMember = forbidden("bot is not a member of the group chat")
    static let emptyText = bad("message text is empty")
    static let noMessageID = bad("message identifier is not specified")
    static let notModified = bad(
        "message is not modified: specified new message content and reply markup are exactly the "
            + "same as a current content and reply markup of the message")
    static let staleQuery = bad(
        "query is too old and response timeout expired or query ID is invalid")

    /// The answer's JSON.
    var json: JSON {
        let parameters = retryAfterSeconds.map { seconds -> JSON in
            ["retry_after": .int(Int64(seconds))]
        }
        return [
            "ok": false, "error_code": .int(Int64(code)), "description": .string(description),
            "parameters": parameters,
        ]
    }
}
