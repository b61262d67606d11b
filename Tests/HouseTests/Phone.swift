import Rehearsal

@testable import LocalChat

/// What somebody has seen in their chat so far. Buttons stay known after they were taken off: a
/// phone that was offline shows them still, and people press them.
struct Phone {
    struct Seen {
        let id: Int64
        /// As a script has it.
        var text: String
        let buttons: [LocalChat.Keyboard.Button]
        let isBots: Bool
    }

    let person: LocalChat.Person
    private(set) var seen: [Seen] = []
    /// What the person wrote themselves, commands apart.
    private(set) var words: [String] = []
    private var newest: Int64 = 0
    private var version = 0

    init(person: LocalChat.Person) { self.person = person }

    /// The person sent this themselves.
    mutating func sent(_ id: Int64, _ text: String) {
        seen.append(Seen(id: id, text: text, buttons: [], isBots: false))
        if !text.hasPrefix("/") { words.append(text) }
    }

    mutating func edited(_ index: Int, _ text: String) {
        seen[index].text = text
        words.append(text)
    }

    /// What is new since the last look: messages of the bot, and what it took away.
    mutating func look(
        at chat: Chat, bytes: (String) -> [UInt8]
    ) -> [Heard] {
        let messages = chat.messages.filter { $0.isFromBot && $0.id > newest }
        var gone = chat.deletions.filter { $0.version > version }[...]
        var heard: [Heard] = []
        // A caption that is too long for one follows its photo.
        var isBelowPhoto = false
        for message in messages {
            while let first = gone.first, first.version < message.version {
                heard += take(gone.removeFirst().message)
            }
            let said = text(of: message, bytes: bytes)
            defer { isBelowPhoto = message.isBarePhoto }
            if message.isBarePhoto { continue }
            let line = Heard.line(
                isBelowPhoto ? Heard.picture(said) : said,
                buttons: [message.keyboard?.buttons.map(\.label) ?? []])
            seen.append(
                Seen(
                    id: message.id, text: line, buttons: message.keyboard?.buttons ?? [],
                    isBots: true))
            heard.append(Heard(by: person.name, text: line))
        }
        for deletion in gone { heard += take(deletion.message) }
        newest = max(newest, chat.messages.last?.id ?? 0)
        version = chat.version
        return heard
    }

    private mutating func take(_ id: Int64) -> [Heard] {
        guard let index = seen.firstIndex(where: { $0.id == id }) else { return [] }
        let text = seen.remove(at: index).text
        return [Heard(by: person.name, text: "(deletes: \(text.prefix(40)))")]
    }

    private func text(of message: LocalChat.Message, bytes: (String) -> [UInt8]) -> String {
        switch message.content {
        case .text, .other: message.text
        case .file(let file, _):
            switch file.kind {
            case .voice: "(voice)"
            case .photo: Heard.picture(message.text)
            case .document:
                "(file \(file.name): \(String(decoding: bytes(file.id), as: UTF8.self)))"
            }
        }
    }
}

extension LocalChat.Message {
    /// A photo whose text comes after it.
    fileprivate var isBarePhoto: Bool { content.file?.kind == .photo && text.isEmpty }
}
