import Messenger
import Wire

/// Translates the platform's updates into our words. Pure.
struct UpdateReader {
    let platform: String
    /// The bot's own name, if it is known yet.
    let username: String?

    /// Reads the result of a poll: each update by itself, in the order of their ids, each id once.
    ///
    /// What can't be read is left out and still confirmed by `next`.
    func batch(_ result: JSONSlice) throws(Fault) -> Batch {
        guard let elements = result.elements else { throw .unreachable(sent: true) }
        let updates = elements.compactMap(WireUpdate.init)
        // Updates without an id can't be confirmed; a failure makes the caller wait, where an
        // empty batch would make it ask again at once.
        if updates.isEmpty, !elements.isEmpty { throw .unreachable(sent: true) }
        var seen: Set<Int64> = []
        let fresh = updates.filter { seen.insert($0.id).inserted }.sorted { $0.id < $1.id }
        return Batch(
            items: fresh.compactMap(incoming), next: fresh.last.map { Cursor($0.id + 1) })
    }

    /// Nil for what concerns nobody.
    private func incoming(_ update: WireUpdate) -> Incoming? {
        switch update.kind {
        case .message(let message): received(message, id: update.id)
        case .edited(let message): edited(message, id: update.id)
        case .pressed(let press): pressed(press, id: update.id)
        case .membership(let membership): changed(membership, id: update.id)
        case .unreadable: nil
        }
    }

    private func received(_ message: WireMessage, id: Int64) -> Incoming? {
        guard message.chat.isPrivate else {
            // Being told that somebody left is no reason to speak up (it may be ourselves).
            return message.isService
                ? nil : made(id, chat: message.chat.id, by: message.from, .group)
        }
        guard message.from?.isBot != true, !message.isService,
            let event = event(of: message)
        else { return nil }
        return made(id, chat: message.chat.id, by: message.from, at: message.date, event)
    }

    /// What a private message says; nil if it is a command for another bot.
    private func event(of message: WireMessage) -> Incoming.Event? {
        let number = MessageID(message.id)
        let replyTo = message.replyTo.map { MessageID($0) }
        if let text = message.text?.withoutControls, !text.isEmpty {
            return textForUs(text, username: username).map {
                .text(message: number, Hushed($0), replyTo: replyTo)
            }
        }
        if let voice = message.voice {
            let seconds = Int(min(max(voice.duration ?? 0, 0), 86_400))
            let recording = Incoming.Voice(reference: Hushed(voice.fileID), seconds: seconds)
            return .voice(message: number, recording, replyTo: replyTo)
        }
        return .unsupported(message: number)
    }

    /// Only a changed text matters, and commands in it are not run again.
    private func edited(_ message: WireMessage, id: Int64) -> Incoming? {
        guard message.chat.isPrivate, message.from?.isBot != true,
            let text = message.text?.withoutControls, !text.isEmpty
        else { return nil }
        let event = Incoming.Event.edited(message: MessageID(message.id), Hushed(text))
        return made(id, chat: message.chat.id, by: message.from, event)
    }

    private func pressed(_ press: WirePress, id: Int64) -> Incoming? {
        guard press.message?.chat.isPrivate != false, press.inlineMessage == nil,
            !press.from.isBot
        else { return nil }
        // Longer data than a button can hold was never ours.
        let data = press.data.flatMap { $0.utf8.count <= Limits.buttonDataBytes ? $0 : nil }
        let event = Incoming.Event.pressed(
            callback: press.id, message: press.message.map { MessageID($0.id) },
            data: data?.withoutControls ?? "")
        // A private chat has the id of the person in it.
        return made(id, chat: press.message?.chat.id ?? press.from.id, by: press.from, event)
    }

    private func changed(_ membership: WireMembership, id: Int64) -> Incoming? {
        let event: Incoming.Event? =
            switch (membership.chat.isPrivate, membership.member.status) {
            case (true, "kicked"): .reachable(false)
            case (true, "member"): .reachable(true)
            case (true, _), (false, "left"), (false, "kicked"): nil
            case (false, _): .group
            }
        return event.flatMap { made(id, chat: membership.chat.id, by: membership.from, $0) }
    }

    private func made(
        _ id: Int64, chat: Int64, by user: WireUser?, at date: Int64? = nil,
        _ event: Incoming.Event
    ) -> Incoming? {
        guard chat.magnitude <= Limits.chatID.magnitude, chat != 0 else { return nil }
        let name = (user?.firstName ?? "").onOneLine.prefix(Limits.name)
        let language = user?.languageCode.flatMap { isLanguageTag($0) ? $0 : nil }
        return Incoming(
            id: id, from: Address(platform: platform, chat: String(chat)),
            sender: Incoming.Sender(name: Hushed(String(name)), language: language),
            at: date, event: event)
    }
}

private func isLanguageTag(_ text: String) -> Bool {
    (2...35).contains(text.utf8.count)
        && text.utf8.allSatisfy { $0 == 0x2D || ($0 != 0x5F && isNameByte($0)) }
}
