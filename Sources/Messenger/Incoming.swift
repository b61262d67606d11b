/// Something that happened on the platform, in our words.
package struct Incoming: Sendable, Equatable {
    /// The platform's id of this update, for dropping duplicates. Ids need not ascend for ever.
    package let id: Int64
    /// The chat it happened in. A reply goes there.
    package let from: Address
    /// Who did it, as the platform names them.
    package let sender: Sender
    package let event: Event

    package init(id: Int64, from: Address, sender: Sender, event: Event) {
        self.id = id
        self.from = from
        self.sender = sender
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

/// A platform's position in its queue of updates.
package struct Cursor: Sendable, Hashable, Codable {
    package let position: Int64
    package init(_ position: Int64) { self.position = position }
}
