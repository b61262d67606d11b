import Messenger

/// What people do, as a platform would bring it.
extension DeskStage {
    func event(_ deed: Deed, by person: String) -> Incoming.Event? {
        let chat = chats[person] ?? []
        switch deed {
        case .say(let text):
            return .text(message: note(text, by: person), Hushed(text), replyTo: nil)
        case .speak(let seconds):
            let voice = Incoming.Voice(
                reference: Hushed("voice-of-\(person)-\(updates)"), seconds: seconds)
            return .voice(message: note("(voice)", by: person), voice, replyTo: nil)
        case .sendOther:
            return .unsupported(message: note("(a photo)", by: person))
        case .tap(let label, let below):
            guard let (message, button) = button(label, below, of: person) else { return nil }
            return .pressed(callback: "c\(updates)", message: message, data: button.data)
        case .reply(let to, let text):
            guard let message = chat.last(where: { $0.isBots && $0.text.matches(to) }) else {
                return nil
            }
            return .text(message: note(text, by: person), Hushed(text), replyTo: message.id)
        case .edit(let old, let new):
            guard let index = chat.lastIndex(where: { !$0.isBots && $0.text == old }) else {
                return nil
            }
            chats[person]?[index].text = new
            return .edited(message: chat[index].id, Hushed(new))
        case .takeBack(let old):
            guard let index = chat.lastIndex(where: { !$0.isBots && $0.text == old }) else {
                return nil
            }
            chats[person]?.remove(at: index)
            return .takenBack(message: chat[index].id)
        case .block(let isBlocked):
            if isBlocked { blocked.insert(person) } else { blocked.remove(person) }
            return .reachable(!isBlocked)
        case .press(let data):
            return .pressed(callback: "c\(updates)", message: nil, data: data)
        }
    }

    private func button(
        _ label: String, _ below: String?, of person: String
    ) -> (MessageID, Outgoing.Button)? {
        let found = chats[person]?.last { message in
            message.isBots && message.buttons.contains { $0.label == label }
                && (below.map { message.text.matches($0) } ?? true)
        }
        guard let found, let button = found.buttons.first(where: { $0.label == label }) else {
            return nil
        }
        return (found.id, button)
    }

    /// What a button of somebody's does, as it goes over the wire.
    package func data(ofButton label: String, below: String?, of person: String) -> String? {
        button(label, below, of: person)?.1.data
    }

    private func note(_ text: String, by person: String) -> MessageID {
        let id = newMessage(of: person)
        chats[person, default: []].append(
            ChatMessage(id: id, text: text, buttons: [], isBots: false))
        return id
    }
}
