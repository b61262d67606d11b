extension LocalChat {
    /// One message in a chat, as both sides see it.
    package struct Message: Sendable, Hashable {
        /// Counts from 1 in each chat.
        package let id: Int64
        /// Whether the bot sent it, not the person.
        package let isFromBot: Bool
        /// Seconds since 1970, whole.
        package let date: Int64
        /// When its text was last changed, seconds since 1970; nil if never.
        package var editDate: Int64?
        /// What it says or holds.
        package var content: Content
        /// The buttons below it, or nil.
        package var keyboard: Keyboard?
        /// The message it answers.
        package var replyTo: Int64?
        /// Whether it can't be forwarded or saved.
        package var isProtected = false
        /// Whether it arrived without a sound.
        package var isSilent = false
        /// The version of the platform at which it last changed.
        package internal(set) var version = 0

        /// The text or the caption; empty if there is none.
        package var text: String { content.words.text }
    }

    /// What a message says or holds.
    package enum Content: Sendable, Hashable {
        case text(FormattedText)
        case file(StoredFile, caption: FormattedText)
        /// A kind the bot has to refuse politely: `sticker`, `contact`, `location` …; also
        /// `unknown`, which has no field at all.
        case other(kind: String)

        /// The text or the caption.
        var words: FormattedText {
            switch self {
            case .text(let words), .file(_, let words): words
            case .other: FormattedText(text: "")
            }
        }

        /// The file it holds, if any.
        var file: StoredFile? {
            switch self {
            case .file(let file, _): file
            case .text, .other: nil
            }
        }
    }
}

extension LocalChat.Content {
    /// The members this content adds to the Bot API's `Message`.
    var members: [JSON.Member] {
        switch self {
        case .text(let words):
            let commands = Self.commandEntity(in: words)
            let entities = words.entitiesJSON?.items ?? []
            return [JSON.Member("text", .string(words.text))]
                + (entities.isEmpty && commands == nil
                    ? []
                    : [JSON.Member("entities", .array((commands.map { [$0] } ?? []) + entities))])
        case .file(let file, let caption):
            var members = [JSON.Member(file.kind.rawValue, file.json)]
            if !caption.text.isEmpty {
                members.append(JSON.Member("caption", .string(caption.text)))
                if let entities = caption.entitiesJSON {
                    members.append(JSON.Member("caption_entities", entities))
                }
            }
            return members
        case .other(let kind):
            return Self.samples[kind].map { [JSON.Member(kind, $0)] } ?? []
        }
    }

    /// A command at the head of a text is marked, as Telegram does.
    private static func commandEntity(in words: FormattedText) -> JSON? {
        guard words.text.hasPrefix("/") else { return nil }
        let command = words.text.prefix { !$0.isWhitespace }
        guard command.count > 1 else { return nil }
        return [
            "type": "bot_command", "offset": 0,
            "length": .int(Int64(command.utf16.count)),
        ]
    }

    /// The kinds a person can send that a bot may not understand, each in its smallest form.
    static let samples: [String: JSON] = [
        "sticker": [
            "file_id": "CAACAgQ1", "file_unique_id": "AgADs1", "type": "regular", "width": 512,
            "height": 512, "is_animated": false, "is_video": false, "emoji": "🙂",
        ],
        "contact": ["phone_number": "15550100", "first_name": "Somebody"],
        "location": ["latitude": 48, "longitude": 11],
        "video": [
            "file_id": "BAACAgQ1", "file_unique_id": "AgADv1", "width": 640, "height": 480,
            "duration": 3,
        ],
        "video_note": [
            "file_id": "DQACAgQ1", "file_unique_id": "AgADn1", "length": 240, "duration": 3,
        ],
        "animation": [
            "file_id": "CgACAgQ1", "file_unique_id": "AgADg1", "width": 320, "height": 240,
            "duration": 2,
        ],
        "audio": ["file_id": "CQACAgQ1", "file_unique_id": "AgADa1", "duration": 60],
        "dice": ["emoji": "🎲", "value": 4],
        "poll": [
            "id": "1", "question": "?", "options": [], "total_voter_count": 0,
            "is_closed": false, "is_anonymous": true, "type": "regular",
            "allows_multiple_answers": false,
        ],
    ]
}
