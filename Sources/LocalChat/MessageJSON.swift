extension Chat {
    /// A message as the Bot API's `Message`.
    ///
    /// - Parameter withReply: whether the message it answers is included, itself without one.
    func json(of message: Message, bot: JSON, withReply: Bool = true) -> JSON {
        var members = [
            JSON.Member("message_id", .int(message.id)),
            JSON.Member("from", message.isFromBot ? bot : person.userJSON),
            JSON.Member("chat", person.chatJSON),
            JSON.Member("date", .int(message.date)),
        ]
        if let editDate = message.editDate {
            members.append(JSON.Member("edit_date", .int(editDate)))
        }
        if withReply, let replied = message.replyTo.flatMap({ self.message($0) }) {
            members.append(
                JSON.Member("reply_to_message", json(of: replied, bot: bot, withReply: false)))
        }
        if message.isProtected { members.append(JSON.Member("has_protected_content", true)) }
        members += message.content.members
        if let keyboard = message.keyboard {
            members.append(JSON.Member("reply_markup", keyboard.json))
        }
        return .object(members)
    }
}
