import Rehearsal

@testable import LocalChat

extension HouseStage {
    struct Missing: Error, CustomStringConvertible {
        let description: String
    }

    func act(_ deed: Deed, by name: String) async throws {
        let phone = try await phone(of: name)
        let person = phone.person
        func missing() -> Missing { Missing(description: "\(name) can't do that: \(deed)") }
        switch deed {
        case .say(let text):
            let id = try await chat.say(text, as: person)
            change(name) { $0.sent(id, text) }
        case .speak(let seconds):
            let id = try await chat.sayAloud(seconds: seconds, as: person)
            change(name) { $0.sent(id, "(voice)") }
        case .sendOther:
            let id = try await chat.send(kind: "sticker", as: person)
            change(name) { $0.sent(id, "(a photo)") }
        case .tap(let label, let below):
            let found = phone.seen.last { seen in
                seen.isBots && seen.buttons.contains { $0.label == label }
                    && (below.map { seen.text.matches($0) } ?? true)
            }
            guard let found, let button = found.buttons.first(where: { $0.label == label }),
                case .callback(let data) = button.action
            else { throw missing() }
            try await chat.press(data: data, on: found.id, as: person)
        case .reply(let to, let text):
            let found = phone.seen.last { $0.isBots && $0.text.matches(to) }
            guard let found else { throw missing() }
            let id = try await chat.say(text, as: person, replyTo: found.id)
            change(name) { $0.sent(id, text) }
        case .edit(let old, let new):
            guard let index = phone.seen.lastIndex(where: { !$0.isBots && $0.text == old })
            else { throw missing() }
            try await chat.edit(phone.seen[index].id, to: new, as: person)
            change(name) { $0.edited(index, new) }
        case .takeBack:
            // Telegram tells nobody of that.
            throw missing()
        case .block(let isBlocked):
            try await chat.block(isBlocked, as: person)
        case .press(let data):
            let last = phone.seen.last { $0.isBots }
            try await chat.press(data: data, on: last?.id ?? 1, as: person)
        }
    }

    /// Somebody says something that no script has.
    func say(_ text: String, by name: String) async throws { try await act(.say(text), by: name) }

    func tap(_ label: String, by name: String) async throws {
        try await act(.tap(label: label, below: nil), by: name)
    }
}
