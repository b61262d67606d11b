/// Methods that put something into a chat.
extension Platform {
    static let maximumText = 4_096
    static let maximumCaption = 1_024
    static let maximumPhotoBytes = 10 << 20
    static let maximumFileBytes = 50 << 20

    func sendMessage(_ arguments: Arguments) throws(Refusal) -> JSON {
        let text = try arguments.formattedText("text", maximum: Self.maximumText)
        guard !text.text.isEmpty else { throw .emptyText }
        return try post(.text(text), arguments)
    }

    /// `sendVoice`, `sendPhoto`, `sendDocument`: a new upload, or the id of an earlier file.
    func sendFile(_ kind: StoredFile.Kind, _ arguments: Arguments) throws(Refusal) -> JSON {
        let caption = try arguments.formattedText("caption", maximum: Self.maximumCaption)
        // Everything else is checked before the upload is kept.
        _ = try Keyboard.read(from: arguments)
        _ = try recipient(arguments)
        let file = try file(kind, arguments)
        return try post(.file(file, caption: caption), arguments)
    }

    func sendChatAction(_ arguments: Arguments) throws(Refusal) -> JSON {
        let known = [
            "typing", "upload_photo", "record_video", "upload_video", "record_voice",
            "upload_voice", "upload_document", "choose_sticker", "find_location",
            "record_video_note", "upload_video_note",
        ]
        guard known.contains(arguments.text("action")) else {
            throw .bad("wrong parameter action in request")
        }
        let id = try recipient(arguments)
        chats[id]?.typing = .now + .seconds(5)
        chats[id]?.version = nextVersion()
        watchers.wake(id)
        return true
    }

    /// The chat a call is for, if the bot may write there.
    func recipient(_ arguments: Arguments) throws(Refusal) -> Int64 {
        let id = try knownChat(arguments)
        guard let chat = chats[id] else { throw .chatNotFound }
        if chat.person.isGroup {
            if chat.wasLeft { throw .notMember }
        } else {
            guard chat.hasStarted else { throw .neverStarted }
            guard !chat.isBlocked else { throw .blocked }
        }
        return id
    }

    func knownChat(_ arguments: Arguments) throws(Refusal) -> Int64 {
        guard !arguments.text("chat_id").isEmpty else { throw .bad("chat_id is empty") }
        guard let id = arguments.number("chat_id"), chats[id] != nil else { throw .chatNotFound }
        return id
    }

    private func post(
        _ content: LocalChat.Content, _ arguments: Arguments
    ) throws(Refusal) -> JSON {
        let keyboard = try Keyboard.read(from: arguments)
        let id = try recipient(arguments)
        let replyTo = try repliedMessage(arguments, in: id)
        let date = wholeNow
        let version = nextVersion()
        let message = chats[id]?.append(version: version) { number in
            LocalChat.Message(
                id: number, isFromBot: true, date: date, content: content, keyboard: keyboard,
                replyTo: replyTo, isProtected: arguments.flag("protect_content"),
                isSilent: arguments.flag("disable_notification"))
        }
        chats[id]?.typing = nil
        watchers.wake(id)
        guard let message, let chat = chats[id] else { throw .chatNotFound }
        return chat.json(of: message, bot: botJSON)
    }

    private func repliedMessage(
        _ arguments: Arguments, in id: Int64
    ) throws(Refusal) -> Int64? {
        let json = try arguments.json(
            "reply_parameters", orRefuse: "can't parse reply parameters JSON object")
        let wanted = json?["message_id"]?.number ?? arguments.number("reply_to_message_id")
        guard let wanted, wanted != 0 else { return nil }
        if chats[id]?.message(wanted) != nil { return wanted }
        let goesWithout =
            json?["allow_sending_without_reply"]?.flag
            ?? arguments.flag("allow_sending_without_reply")
        guard goesWithout else { throw .bad("message to be replied not found") }
        return nil
    }

    private func file(
        _ kind: StoredFile.Kind, _ arguments: Arguments
    ) throws(Refusal) -> StoredFile {
        let name = kind.rawValue
        guard let upload = arguments.upload(name) else {
            let reference = arguments.text(name)
            guard !reference.isEmpty else { throw .bad("there is no \(name) in the request") }
            guard let file = files.file(reference) else {
                throw .bad("wrong file identifier/HTTP URL specified")
            }
            guard file.kind == kind else {
                throw .bad("can't use file of type \(file.kind.rawValue) as \(name)")
            }
            return file
        }
        guard !upload.bytes.isEmpty else { throw .bad("file must be non-empty") }
        let maximum = kind == .photo ? Self.maximumPhotoBytes : Self.maximumFileBytes
        guard upload.bytes.count <= maximum else {
            throw .bad(
                "file of size \(upload.bytes.count) bytes is too big for a \(name); "
                    + "the maximum size is \(maximum) bytes")
        }
        if kind == .photo {
            guard let header = PictureHeader(upload.bytes) else {
                throw .bad("IMAGE_PROCESS_FAILED")
            }
            guard header.isFitForPhoto else { throw .bad("PHOTO_INVALID_DIMENSIONS") }
        }
        return files.put(
            kind, bytes: upload.bytes, name: upload.name,
            type: kind == .voice ? "audio/ogg" : upload.type,
            seconds: Int(clamping: arguments.number("duration") ?? 0))
    }
}
