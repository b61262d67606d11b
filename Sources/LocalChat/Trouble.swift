extension LocalChat {
    /// Something that goes wrong on purpose.
    package struct Trouble: Sendable, Hashable {
        /// The Bot API method it strikes: a name, a beginning such as `send*`, `*` for all.
        /// A lost press is matched by `press`.
        package var method: String
        /// What goes wrong.
        package var kind: Kind
        /// How often it strikes; nil for until it is taken away.
        package var times: Int?
        /// How likely it strikes a call that matches, 0…1, decided by dice of this seed.
        package var probability: Double
        /// What the dice start from.
        package var seed: UInt64
        /// Only calls for this chat; nil for all.
        package var chat: Int64?

        /// A trouble that strikes the first call that matches, unless told otherwise.
        package init(
            _ kind: Kind, on method: String, times: Int? = 1, probability: Double = 1,
            seed: UInt64 = 1, chat: Int64? = nil
        ) {
            self.kind = kind
            self.method = method
            self.times = times
            self.probability = probability
            self.seed = seed
            self.chat = chat
        }
    }
}

extension LocalChat.Trouble {
    /// What can go wrong.
    package enum Kind: Sendable, Hashable {
        /// The call is carried out this much later.
        case delay(milliseconds: Int)
        /// 429, not carried out; nil leaves both the field and the header out.
        case tooManyRequests(retryAfterSeconds: Int?)
        /// An HTTP status, not carried out, with a JSON body or a proxy's HTML.
        case status(Int, html: Bool)
        /// A refusal in the Bot API's form with these words, not carried out.
        case refusal(code: Int, description: String)
        /// The connection is reset and the call not carried out.
        case resetBefore
        /// The call is carried out and the connection reset instead of an answer.
        case resetAfter
        /// The call is carried out; the answer ends after so many bytes, and so does the
        /// connection.
        case cut(bytes: Int)
        /// The call is carried out; the answer is no JSON.
        case garbage
        /// A poll gets what the poll before it got, once more.
        case repeatedUpdates
        /// A person's press never reaches the queue.
        case lostPress
    }

    func matches(method: String, chat: Int64?) -> Bool {
        if let wanted = self.chat, wanted != chat { return false }
        if (kind == .lostPress) != (method == "press") { return false }
        let pattern = self.method.lowercased()
        return pattern.hasSuffix("*")
            ? method.lowercased().hasPrefix(pattern.dropLast()) : method.lowercased() == pattern
    }
}
