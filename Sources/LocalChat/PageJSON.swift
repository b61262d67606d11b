/// Chats as the page and the control API read them.
extension Platform {
    /// What is known once, at the start.
    var stateJSON: JSON {
        [
            "bot": [
                "name": .string(configuration.botName),
                "username": .string(configuration.botUsername),
            ],
            "phones": .array(phones.map(JSON.int)),
            "canTurnDay": .bool(configuration.nextDay != nil),
            "now": .int(wholeNow), "version": .int(Int64(version)),
            "pending": .int(Int64(queue.count)),
        ]
    }

    /// What changed in these chats after `version`.
    func changesJSON(in ids: [Int64], after version: Int) -> JSON {
        let changed = ids.compactMap { id -> JSON? in
            guard let chat = chats[id], chat.version > version || version == 0 else { return nil }
            return json(of: chat, after: version)
        }
        return [
            "version": .int(Int64(self.version)), "now": .int(wholeNow),
            "chats": .array(changed),
        ]
    }

    private func json(of chat: Chat, after version: Int) -> JSON {
        let isWhole = version < chat.forgottenVersion || version == 0
        let messages = chat.messages.filter { isWhole || $0.version > version }
        let deleted = chat.deletions.filter { $0.version > version }
        let notices = version == 0 ? [] : chat.notices.filter { $0.version > version }
        let person = chat.person
        return [
            "chat": .int(person.chat), "name": .string(person.name),
            "language": person.language.map(JSON.string), "started": .bool(chat.hasStarted),
            "blocked": .bool(chat.isBlocked), "left": .bool(chat.wasLeft),
            "typing": .bool(chat.typing.map { $0 > .now } ?? false), "whole": .bool(isWhole),
            "messages": .array(messages.map(\.pageJSON)),
            "deleted": .array(deleted.map { .int($0.message) }),
            "notices": .array(
                notices.map { ["text": .string($0.text), "alert": .bool($0.isAlert)] }),
            "commands": .array(
                commands.menu(chat: person.chat, language: person.language).map(\.json)),
        ]
    }
}

extension LocalChat.Message {
    /// The message as the page reads it.
    var pageJSON: JSON {
        var members: [JSON.Member] = [
            JSON.Member("id", .int(id)), JSON.Member("bot", .bool(isFromBot)),
            JSON.Member("date", .int(date)), JSON.Member("edited", .bool(editDate != nil)),
            JSON.Member("text", .string(text)),
            JSON.Member("entities", content.words.entitiesJSON ?? []),
            JSON.Member("protected", .bool(isProtected)),
            JSON.Member("silent", .bool(isSilent)),
            JSON.Member("keyboard", keyboard?.json["inline_keyboard"] ?? []),
        ]
        if let replyTo { members.append(JSON.Member("reply", .int(replyTo))) }
        switch content {
        case .text: members.append(JSON.Member("kind", "text"))
        case .other(let kind): members.append(JSON.Member("kind", .string(kind)))
        case .file(let file, _):
            members.append(JSON.Member("kind", .string(file.kind.rawValue)))
            members.append(
                JSON.Member(
                    "file",
                    [
                        "id": .string(file.id), "name": .string(file.name),
                        "type": .string(file.type), "size": .int(Int64(file.byteCount)),
                        "seconds": .int(Int64(file.seconds)),
                    ]))
        }
        return .object(members)
    }
}
