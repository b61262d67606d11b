import Messenger
import Wire

extension BotCall {
    /// Sends a text, or an attachment with the text below it.
    static func send(_ piece: Outgoing, text: StyledText, styled: Bool, to chat: ChatID)
        -> BotCall
    {
        let entities = styled ? text.entities : []
        let caption = text.isBlank ? [] : worded("caption", "caption_entities", text, entities)
        switch piece.attachment {
        case nil:
            let preview = JSONValue.object([("is_disabled", .flag(true))])
            return BotCall(
                "sendMessage",
                [("chat_id", chat.json)] + worded("text", "entities", text, entities)
                    + [("link_preview_options", preview)] + options(of: piece),
                floodReach: .here)
        case .voice(let reference):
            return BotCall(
                "sendVoice",
                [("chat_id", chat.json), ("voice", .text(reference.text))] + caption
                    + options(of: piece),
                floodReach: .here)
        case .recording(let recording):
            // What the platform plays as a voice message; anything else goes as a file.
            let isVoice = ["audio/ogg", "audio/mpeg", "audio/mp4", "audio/x-m4a"]
                .contains { recording.type.hasPrefix($0) }
            return upload(
                isVoice ? "sendVoice" : "sendDocument",
                [("chat_id", chat.json)] + caption + options(of: piece),
                HTTPRequest.Field(
                    name: isVoice ? "voice" : "document", bytes: recording.bytes,
                    fileName: isVoice ? "voice.ogg" : "voice", contentType: recording.type))
        case .document(let name, let type, let bytes):
            return upload(
                "sendDocument", [("chat_id", chat.json)] + caption + options(of: piece),
                HTTPRequest.Field(
                    name: "document", bytes: bytes, fileName: name, contentType: type))
        case .photo(let name, let bytes):
            // What kind of picture it is the platform sees for itself.
            return upload(
                "sendPhoto", [("chat_id", chat.json)] + caption + options(of: piece),
                HTTPRequest.Field(name: "photo", bytes: bytes, fileName: name))
        }
    }

    /// Where a file lies that the platform holds.
    static func file(_ reference: String) -> BotCall {
        BotCall("getFile", [("file_id", .text(reference))], floodReach: .here)
    }

    private static func upload(
        _ method: String, _ parameters: [(String, JSONValue)], _ file: HTTPRequest.Field
    ) -> BotCall {
        let fields = parameters.map { HTTPRequest.Field(name: $0.0, bytes: $0.1.fieldBytes) }
        var call = BotCall(method, fields: fields + [file], floodReach: .here)
        call.timeout = .seconds(120)
        return call
    }

    /// A short plain text.
    static func sendPlain(_ text: String, to chat: ChatID) -> BotCall {
        let piece = Outgoing(parts: [Outgoing.Part(text)])
        return send(
            piece, text: StyledText(piece.parts, widest: Limits.text), styled: false, to: chat)
    }

    static func retireButtons(of message: Int64, in chat: ChatID) -> BotCall {
        BotCall(
            "editMessageReplyMarkup",
            [
                ("chat_id", chat.json), ("message_id", .number(message)),
                ("reply_markup", .object([("inline_keyboard", .list([]))])),
            ], floodReach: .here)
    }

    static func delete(_ message: Int64, in chat: ChatID) -> BotCall {
        BotCall(
            "deleteMessage",
            [("chat_id", chat.json), ("message_id", .number(message))],
            floodReach: .here)
    }

    static func leave(_ chat: ChatID) -> BotCall {
        BotCall("leaveChat", [("chat_id", chat.json)], floodReach: .here)
    }

    static func type(in chat: ChatID) -> BotCall {
        BotCall(
            "sendChatAction", [("chat_id", chat.json), ("action", .text("typing"))],
            floodReach: .here)
    }

    /// Answers the press of a button; the notice is cut to what the platform shows.
    static func acknowledge(press: String, notice: String?) -> BotCall {
        var parameters: [(String, JSONValue)] = [("callback_query_id", .text(press))]
        if let shown = notice.flatMap(shownNotice) { parameters.append(("text", .text(shown))) }
        var call = BotCall("answerCallbackQuery", parameters, floodReach: .everywhere)
        // Later than this nobody looks at the button any more.
        call.timeout = .seconds(15)
        return call
    }

    private static func worded(
        _ name: String, _ entitiesName: String, _ text: StyledText, _ entities: [Entity]
    ) -> [(String, JSONValue)] {
        let worded = [(name, JSONValue.text(text.text))]
        return entities.isEmpty ? worded : worded + [(entitiesName, .list(entities.map(\.json)))]
    }

    private static func options(of piece: Outgoing) -> [(String, JSONValue)] {
        var options: [(String, JSONValue)] = []
        if piece.isProtected { options.append(("protect_content", .flag(true))) }
        if piece.isSilent { options.append(("disable_notification", .flag(true))) }
        let rows = piece.buttons.filter { !$0.isEmpty }.map { JSONValue.list($0.map(button)) }
        if !rows.isEmpty {
            options.append(("reply_markup", .object([("inline_keyboard", .list(rows))])))
        }
        return options
    }

    private static func button(_ button: Outgoing.Button) -> JSONValue {
        .object([("text", .text(button.label)), ("callback_data", .text(button.data))])
    }
}

private func shownNotice(_ notice: String) -> String? {
    StyledText([Outgoing.Part(notice)], widest: Limits.notice)
        .cut(limit: Limits.notice).first?.text
}

extension JSONValue {
    /// As a field of a form: a text bare, everything else as JSON.
    fileprivate var fieldBytes: [UInt8] {
        switch self {
        case .text(let text): Array(text.utf8)
        case .number, .flag, .list, .object: bytes
        }
    }
}
