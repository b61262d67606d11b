extension LocalChat {
    /// A text and its runs of style. Offsets and lengths count UTF-16 units, as Telegram does.
    package struct FormattedText: Sendable, Hashable {
        /// The bare text.
        package var text: String
        /// The runs of style, in order.
        package var entities: [Entity]

        /// A text and its runs of style, which are not checked here.
        package init(text: String, entities: [Entity] = []) {
            self.text = text
            self.entities = entities
        }

        /// One run of style.
        package struct Entity: Sendable, Hashable {
            /// `bold`, `italic`, `underline`, `strikethrough`, `spoiler`, `code`, `pre`,
            /// `blockquote`, `text_link`.
            package var kind: String
            /// Where it starts, in UTF-16 units.
            package var offset: Int
            /// How long it is, in UTF-16 units.
            package var length: Int
            /// Where a `text_link` leads.
            package var url: String?
        }

        /// The kinds a caller may ask for. What Telegram finds by itself (links, mentions …) is
        /// accepted too, and dropped.
        static let styles: Set<String> = [
            "bold", "italic", "underline", "strikethrough", "spoiler", "code", "pre", "blockquote",
            "expandable_blockquote", "text_link",
        ]
        static let found: Set<String> = [
            "mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number",
            "text_mention", "custom_emoji", "bank_card", "date_time",
        ]
    }
}

typealias FormattedText = LocalChat.FormattedText

extension FormattedText {
    /// The text as it arrives: without space at either end, the entities moved along.
    func trimmed() -> FormattedText {
        let lead = text.prefix { $0.isWhitespace }
        let rest = text.dropFirst(lead.count)
        guard let last = rest.lastIndex(where: { !$0.isWhitespace }) else {
            return FormattedText(text: "")
        }
        let body = String(rest[...last])
        let shift = lead.utf16.count
        let count = body.utf16.count
        let moved = entities.compactMap { entity -> Entity? in
            let start = max(0, entity.offset - shift)
            let end = min(count, entity.offset + entity.length - shift)
            guard end > start else { return nil }
            var moved = entity
            moved.offset = start
            moved.length = end - start
            return moved
        }
        return FormattedText(text: body, entities: moved)
    }

    /// Refuses entities that do not lie on whole characters of the text.
    func checkEntities() throws(Refusal) {
        guard !entities.isEmpty else { return }
        let units = Array(text.utf16)
        for entity in entities {
            let end = entity.offset + entity.length
            if entity.offset >= units.count {
                throw .bad(
                    "entity begins after the end of the text at UTF-16 offset \(entity.offset)")
            }
            if end > units.count {
                throw .bad(
                    "entity beginning at UTF-16 offset \(entity.offset) ends after the end of "
                        + "the text at UTF-16 offset \(end)")
            }
            if UTF16.isTrailSurrogate(units[entity.offset]) {
                throw .bad(
                    "entity begins in a middle of a UTF-16 symbol at byte offset "
                        + "\(byteOffset(of: entity.offset))")
            }
            if end < units.count, UTF16.isTrailSurrogate(units[end]) {
                throw .bad(
                    "entity beginning at UTF-16 offset \(entity.offset) ends in a middle of a "
                        + "UTF-16 symbol at byte offset \(byteOffset(of: end))")
            }
        }
    }

    private func byteOffset(of unit: Int) -> Int {
        text.utf8.distance(
            from: text.startIndex, to: text.utf16.index(text.startIndex, offsetBy: unit))
    }

    /// The entities as the Bot API writes them; nil if there are none.
    var entitiesJSON: JSON? {
        guard !entities.isEmpty else { return nil }
        return .array(
            entities.map { entity in
                [
                    "type": .string(entity.kind), "offset": .int(Int64(entity.offset)),
                    "length": .int(Int64(entity.length)), "url": entity.url.map(JSON.string),
                ]
            })
    }
}
