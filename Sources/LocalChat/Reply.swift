/// An HTTP answer as a value, with the ways it can go wrong on purpose.
struct Reply: Sendable {
    var status = 200
    var type = "application/json"
    var headers: [(name: String, value: String)] = []
    var body: [UInt8] = []
    var ending = Ending.whole
    /// Why a call was refused, for the journal.
    var refusal: String?

    enum Ending: Sendable, Equatable {
        case whole
        /// The connection ends after so many bytes of the body.
        case cut(bytes: Int)
        /// The connection is reset and nothing is said.
        case reset
    }

    static func json(_ json: JSON, status: Int = 200) -> Reply {
        Reply(status: status, body: json.bytes)
    }

    /// A success in the Bot API's form.
    static func result(_ json: JSON) -> Reply { .json(["ok": true, "result": json]) }

    static func refused(_ refusal: Refusal) -> Reply {
        var reply = Reply.json(refusal.json, status: refusal.code)
        reply.refusal = refusal.description
        if let seconds = refusal.retryAfterSeconds {
            reply.headers.append(("Retry-After", String(seconds)))
        }
        return reply
    }

    static let reset = Reply(status: 0, ending: .reset)

    /// What a proxy in front of a broken server says.
    static func page(status: Int) -> Reply {
        let text =
            "<html>\r\n<head><title>\(status)</title></head>\r\n<body>\(status)</body></html>"
        return Reply(status: status, type: "text/html", body: Array(text.utf8))
    }
}
