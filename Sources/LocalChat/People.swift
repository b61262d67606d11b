/// What people do with their phones. Each act reaches the bot as an update.
extension Platform {
    typealias Person = LocalChat.Person
    typealias Message = LocalChat.Message

    static let maximumName = 64

    /// Adds somebody, or gives somebody known another name and language.
    ///
    /// - Parameter chat: the chat's id; nil for one that nobody has, also if many come at once.
    @discardableResult
    func meet(_ name: String, language: String?, chat: Int64?) throws(Refusal) -> Person {
        let person = Person(chat: chat ?? freshChat(), name: name, language: language)
        try meet(person)
        return person
    }

    private func meet(_ person: Person) throws(Refusal) {
        guard !person.name.isEmpty, person.name.utf16.count <= Self.maximumName else {
            throw .bad("a name has 1 to \(Self.maximumName) characters")
        }
        guard person.chat != 0, (person.language?.utf8.count ?? 0) <= 16 else {
            throw .bad("no such chat or language")
        }
        if chats[person.chat] == nil {
            guard chats.count < Self.maximumChats else { throw .bad("too many chats") }
            chats[person.chat] = Chat(person: person)
        } else {
            chats[person.chat]?.person = person
        }
        touch(person.chat)
    }

    /// A chat id nobody has.
    private func freshChat() -> Int64 {
        var id = 5_000_000_000 + Int64(chats.count) + 1
        while chats[id] != nil { id += 1 }
        return id
    }

    @discardableResult
    func say(_ text: String, in id: Int64, replyTo: Int64?) throws(Refusal) -> Message {
        let words = FormattedText(text: text).trimmed()
        guard !words.text.isEmpty else { throw .emptyText }
        guard words.text.utf16.count <= Self.maximumText else {
            throw .bad("message is too long")
        }
        return try send(.text(words), in: id, replyTo: replyTo)
    }

    @discardableResult
    func sendFile(
        _ kind: StoredFile.Kind, _ upload: Arguments.Upload, seconds: Int, in id: Int64
    ) throws(Refusal) -> Message {
        try checkWriting(in: id)
        guard !upload.bytes.isEmpty, upload.bytes.count <= Self.maximumFileBytes else {
            throw .bad("a file has 1 byte to 50 MB")
        }
        let file = files.put(
            kind, bytes: upload.bytes, name: upload.name, type: upload.type, seconds: seconds)
        let caption = FormattedText(text: "")
        return try send(.file(file, caption: caption), in: id, replyTo: nil)
    }

    @discardableResult
    func sendOther(_ kind: String, in id: Int64) throws(Refusal) -> Message {
        guard kind == "unknown" || LocalChat.Content.samples[kind] != nil else {
            throw .bad("no such kind of message")
        }
        return try send(.other(kind: kind), in: id, replyTo: nil)
    }

    /// Changes a text of the person's own.
    func edit(_ number: Int64, to text: String, in id: Int64) throws(Refusal) {
        let words = FormattedText(text: text).trimmed()
        guard !words.text.isEmpty, words.text.utf16.count <= Self.maximumText else {
            throw .emptyText
        }
        let date = wholeNow
        guard let old = chats[id]?.message(number), !old.isFromBot, case .text = old.content
        else { throw .bad("message can't be edited") }
        let message = chats[id]?.change(number, version: nextVersion()) { message in
            message.content = .text(words)
            message.editDate = date
        }
        watchers.wake(id)
        if let message, let chat = chats[id] {
            enqueue(.editedMessage, chat.json(of: message, bot: botJSON))
        }
    }

    /// Deletes a message on both sides. A bot is not told, as on the real platform.
    func delete(_ number: Int64, in id: Int64) throws(Refusal) {
        guard chats[id]?.message(number) != nil else { throw .bad("no such message") }
        chats[id]?.delete(number, version: nextVersion())
        watchers.wake(id)
    }

    /// Presses a button with this data, be it there or not: old buttons and forged data happen.
    ///
    /// - Returns: the id of the callback query.
    @discardableResult
    func press(data: String, on number: Int64, in id: Int64) throws(Refusal) -> String {
        try checkWriting(in: id)
        guard let chat = chats[id] else { throw .chatNotFound }
        let query = callbacks.add(chat: id, now: now)
        guard !switchboard.strike(method: "press", chat: id).contains(.lostPress) else {
            return query
        }
        let message: JSON =
            chat.message(number).map { chat.json(of: $0, bot: botJSON) }
            ?? ["chat": chat.person.chatJSON, "message_id": .int(number), "date": 0]
        enqueue(
            .callbackQuery,
            [
                "id": .string(query), "from": chat.person.userJSON, "message": message,
                "chat_instance": .string(String(id &* 31)), "data": .string(data),
            ])
        return query
    }

    /// Blocks the bot, or lets it write again.
    func setBlocked(_ isBlocked: Bool, in id: Int64) throws(Refusal) {
        guard let chat = chats[id], !chat.person.isGroup else { throw .chatNotFound }
        guard chat.isBlocked != isBlocked else { return }
        chats[id]?.isBlocked = isBlocked
        touch(id)
        let bot = botJSON
        func member(_ isBlocked: Bool) -> JSON {
            isBlocked
                ? ["user": bot, "status": "kicked", "until_date": 0]
                : ["user": bot, "status": "member"]
        }
        enqueue(
            .myChatMember,
            [
                "chat": chat.person.chatJSON, "from": chat.person.userJSON,
                "date": .int(wholeNow), "old_chat_member": member(!isBlocked),
                "new_chat_member": member(isBlocked),
            ])
    }

    /// Puts one emoji to a message, or takes it away with an empty text.
    func react(_ emoji: String, to number: Int64, in id: Int64) throws(Refusal) {
        guard let chat = chats[id], chat.message(number) != nil else { throw .chatNotFound }
        let reactions: JSON =
            emoji.isEmpty ? [] : [["type": "emoji", "emoji": .string(emoji)]]
        enqueue(
            .messageReaction,
            [
                "chat": chat.person.chatJSON, "message_id": .int(number),
                "user": chat.person.userJSON, "date": .int(wholeNow), "old_reaction": [],
                "new_reaction": reactions,
            ])
    }

    private func send(
        _ content: LocalChat.Content, in id: Int64, replyTo: Int64?
    ) throws(Refusal) -> Message {
        try checkWriting(in: id)
        let date = wholeNow
        let version = nextVersion()
        chats[id]?.hasStarted = true
        let message = chats[id]?.append(version: version) { number in
            Message(
                id: number, isFromBot: false, date: date, content: content, replyTo: replyTo)
        }
        watchers.wake(id)
        guard let message, let chat = chats[id] else { throw .chatNotFound }
        enqueue(.message, chat.json(of: message, bot: botJSON))
        return message
    }

    private func checkWriting(in id: Int64) throws(Refusal) {
        guard let chat = chats[id] else { throw .chatNotFound }
        guard !chat.isBlocked else { throw .bad("the bot is blocked in this chat") }
    }

    private func touch(_ id: Int64) {
        chats[id]?.version = nextVersion()
        watchers.wake(id)
    }
}
