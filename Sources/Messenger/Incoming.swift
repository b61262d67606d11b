/// Something that happened on the platform, in our words.
package struct Incoming: Sendable, Equatable {
    /// What this update is known by, for dropping duplicates: the platform's own number, or one made
    /// of its id. Ids need not ascend.
    package let id: Int64
    /// The chat it happened in. A reply goes there.
    package let from: Address
    /// Who did it, as the platform names them.
    package let sender: Sender
    /// When it happened, in seconds since 1970 by the platform's clock; nil if that isn't told.
    package let at: Int64?
    package let event: Event

    package init(id: Int64, from: Address, sender: Sender, at: Int64? = nil, event: Event) {
        self.id = id
        self.from = from
        self.sender = sender
        self.at = at
        self.event = event
    }

    package struct Sender: Sendable, Equatable {
        /// The given name the person chose on the platform; may be empty.
        package let name: Hushed
        /// A language tag as the platform reports it (`de`, `pt-br`), or nil.
        package let language: String?

        package init(name: Hushed, language: String?) {
            self.name = name
            self.language = language
        }
    }

    package enum Event: Sendable, Equatable {
        /// A text; `replyTo` is the message it answers, if the person replied to one.
        case text(message: MessageID, Hushed, replyTo: MessageID?)
        /// A voice message, kept by reference only.
        case voice(message: MessageID, Voice, replyTo: MessageID?)
        /// The person changed an earlier text. Platforms also send this for invisible changes.
        case edited(message: MessageID, Hushed)
        /// A button was pressed. `callback` must be acknowledged; `data` may be forged or stale.
        case pressed(callback: String, message: MessageID?, data: String)
        /// A message of a kind we don't take (photo, sticker, contact …).
        case unsupported(message: MessageID)
        /// The person took back a message of theirs.
        case takenBack(message: MessageID)
        /// The person opened this chat with the bot, and wrote nothing yet.
        case opened
        /// The person blocked the bot (`false`) or can be reached again (`true`).
        case reachable(Bool)
        /// Anything in a chat that isn't private: refused politely, once, and left.
        case group
    }

    package struct Voice: Sendable, Hashable, Codable {
        /// The platform's reference, good for sending the same recording anew by the same bot.
        package let reference: Hushed
        package let seconds: Int

        package init(reference: Hushed, seconds: Int) {
            self.reference = reference
            self.seconds = seconds
        }
    }
}

/// What one poll brought.
package struct Batch: Sendable, Equatable {
    package let items: [Incoming]
    /// Where the next poll goes on. Handing it to the next `receive` confirms this batch to the
    /// platform, so that may happen only after the batch is durable. Nil: nothing to confirm.
    package let next: Cursor?

    package init(items: [Incoming], next: Cursor?) {
        self.items = items
        self.next = next
    }
}

/// A platform's position in its queue of updates: a number or any other text.
package struct Cursor: Sendable, Hashable {
    package let text: String

    package init(_ text: String) { self.text = text }
    package init(_ position: Int64) { self.init(String(position)) }

    /// Nil if it is no number.
    package var position: Int64? { Int64(text) }
}

extension Cursor: Codable {
    private enum CodingKeys: CodingKey { case position, text }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if let position = try container.decodeIfPresent(Int64.self, forKey: .position) {
            self.init(position)
        } else {
            self.init(try container.decode(String.self, forKey: .text))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        if let position, String(position) == text {
            try container.encode(position, forKey: .position)
        } else {
            try container.encode(text, forKey: .text)
        }
    }
}
