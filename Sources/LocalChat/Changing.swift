/// Methods that change or remove what was said, answer a press, or read.
extension Platform {
    static let maximumDownloadBytes = 20 << 20
    static let deletableSeconds: Int64 = 48 * 3_600

    func editMessageText(_ arguments: Arguments) throws(Refusal) -> JSON {
        let text = try arguments.formattedText("text", maximum: Self.maximumText)
        guard !text.text.isEmpty else { throw .emptyText }
        let keyboard = try Keyboard.read(from: arguments)
        let (id, message) = try editable(arguments)
        guard case .text(let old) = message.content else {
            throw .bad("there is no text in the message to edit")
        }
        guard old != text || message.keyboard != keyboard else { throw .notModified }
        return try change(message.id, in: id) { message, date in
            message.content = .text(text)
            message.keyboard = keyboard
            // A changed keyboard alone leaves no mark.
            if old != text { message.editDate = date }
        }
    }

    func editMessageReplyMarkup(_ arguments: Arguments) throws(Refusal) -> JSON {
        let keyboard = try Keyboard.read(from: arguments)
        let (id, message) = try editable(arguments)
        guard message.keyboard != keyboard else { throw .notModified }
        return try change(message.id, in: id) { message, _ in message.keyboard = keyboard }
    }

    /// Takes a message away: the bot's own, or in a private chat the person's, for two days.
    func deleteMessage(_ arguments: Arguments) throws(Refusal) -> JSON {
        let id = try knownChat(arguments)
        guard let number = arguments.number("message_id"), number > 0 else {
            throw .noMessageID
        }
        guard let chat = chats[id], let message = chat.message(number) else {
            throw .bad("message to delete not found")
        }
        guard message.isFromBot || !chat.person.isGroup else {
            throw .bad("message can't be deleted")
        }
        guard wholeNow < message.date + Self.deletableSeconds else {
            throw .bad("message can't be deleted for everyone")
        }
        chats[id]?.delete(number, version: nextVersion())
        watchers.wake(id)
        return true
    }

    func answerCallbackQuery(_ arguments: Arguments) throws(Refusal) -> JSON {
        let text = arguments.text("text")
        guard text.utf16.count <= 200 else { throw .bad("MESSAGE_TOO_LONG") }
        guard let id = callbacks.answer(arguments.text("callback_query_id"), now: now) else {
            throw .staleQuery
        }
        chats[id]?.notify(
            text, isAlert: arguments.flag("show_alert"), version: nextVersion())
        watchers.wake(id)
        return true
    }

    func getFile(_ arguments: Arguments) throws(Refusal) -> JSON {
        guard let file = files.file(arguments.text("file_id")) else {
            throw .bad("invalid file_id")
        }
        guard file.byteCount <= Self.maximumDownloadBytes else { throw .bad("file is too big") }
        return [
            "file_id": .string(file.id), "file_unique_id": .string(file.uniqueID),
            "file_size": .int(Int64(file.byteCount)), "file_path": .string(file.path),
        ]
    }

    func getChat(_ arguments: Arguments) throws(Refusal) -> JSON {
        chats[try knownChat(arguments)]?.person.chatJSON ?? .null
    }

    func leaveChat(_ arguments: Arguments) throws(Refusal) -> JSON {
        let id = try knownChat(arguments)
        guard id < 0 else { throw .bad("chat member status can't be changed in private chats") }
        guard chats[id]?.wasLeft == false else { throw .notMember }
        chats[id]?.wasLeft = true
        chats[id]?.version = nextVersion()
        watchers.wake(id)
        return true
    }

    private func editable(
        _ arguments: Arguments
    ) throws(Refusal) -> (chat: Int64, message: LocalChat.Message) {
        guard let number = arguments.number("message_id"), number > 0 else {
            throw .noMessageID
        }
        let id = try knownChat(arguments)
        guard let message = chats[id]?.message(number) else {
            throw .bad("message to edit not found")
        }
        guard message.isFromBot else { throw .bad("message can't be edited") }
        return (id, message)
    }

    private func change(
        _ number: Int64, in id: Int64, _ body: (inout LocalChat.Message, Int64) -> Void
    ) throws(Refusal) -> JSON {
        let date = wholeNow
        let message = chats[id]?.change(number, version: nextVersion()) { body(&$0, date) }
        watchers.wake(id)
        guard let message, let chat = chats[id] else { throw .chatNotFound }
        return chat.json(of: message, bot: botJSON)
    }
}
