import Messenger
import Wire

/// Events, in our words.
extension MatrixBot {
    /// What an event of a room means; nothing if it concerns nobody.
    ///
    /// - Parameter there: who was there then, besides the bot; nil for who is there now.
    func incoming(
        _ event: RoomEvent, in room: String, among there: [String: Membership]?
    ) async throws(Refusal) -> [Incoming] {
        let happening = event.happening
        if case .membership(let user, let now, let before) = happening {
            return try await changed(user, now, before, event, in: room)
        }
        guard event.sender != own.name.text else {
            await note(event, in: room)
            return []
        }
        if case .takenAway(let message) = happening {
            // Whoever else may be there, and whatever is locked by now: it is to be gone.
            guard await rooms.isTheirs(room, event.sender) else { return [] }
            return [
                await made(event, by: event.sender, .takenBack(message: MessageID(message)))
            ]
        }
        guard let user = try await companion(in: room, among: there), user == event.sender else {
            return []
        }
        switch happening {
        case .encrypted, .unreadable:
            try await offerRoom(to: user, insteadOf: room)
            return []
        case .replaced(let next):
            try await follow(room, to: next, by: event.sender)
            return []
        case .nothing, .membership, .takenAway: return []
        case .said, .spoken, .changed, .reacted, .somethingElse:
            guard try await !isEncrypted(room) else { return [] }
            if happening.isSaid { try await use(room, for: user) }
            guard let what = try await self.event(happening, event, in: room) else { return [] }
            return [await made(event, by: user, what)]
        }
    }

    /// From now on that is where they are talked to, unless it goes on as another.
    private func use(_ room: String, for user: String) async throws(Refusal) {
        guard await rooms.room(of: user) != room, try await !isClosed(room) else { return }
        await rooms.use(room, for: user)
    }

    /// One of our own messages passes by: what is typed below it chooses of its choices. Not when
    /// it is sent, since what is read may have been typed before.
    private func note(_ event: RoomEvent, in room: String) async {
        guard event.type == "m.room.message", let choices = Choices(event.content) else { return }
        await rooms.know(choices, of: event.id)
        await rooms.know(asked: Rooms.Asked(message: event.id, choices: choices), in: room)
    }

    func event(
        _ happening: Happening, _ event: RoomEvent, in room: String
    ) async throws(Refusal) -> Incoming.Event? {
        let id = MessageID(event.id)
        switch happening {
        case .said(let text, let replyTo):
            let text = text.withoutControls
            guard !text.isEmpty else { return nil }
            let answered = replyTo.map { MessageID($0) }
            if let press = try await press(by: text, below: replyTo, in: room) { return press }
            return .text(message: id, Hushed(commands.plain(text)), replyTo: answered)
        case .spoken(let address, let seconds, let replyTo):
            return .voice(
                message: id, .init(reference: Hushed(address), seconds: seconds),
                replyTo: replyTo.map { MessageID($0) })
        case .changed(let old, let text):
            return .edited(message: MessageID(old), Hushed(text.withoutControls))
        case .reacted(let message, let key):
            let button = try await choices(of: message, in: room)?.chosen(byReaction: key)
            return button.map { .pressed(callback: "", message: nil, data: $0.data) }
        case .somethingElse: return .unsupported(message: id)
        case .takenAway, .membership, .encrypted, .unreadable, .replaced, .nothing: return nil
        }
    }

    /// What a text chooses of what was last asked, or of what it answers.
    private func press(
        by text: String, below message: String?, in room: String
    ) async throws(Refusal) -> Incoming.Event? {
        guard text.count <= 64, !text.hasPrefix("/"), !text.hasPrefix("!") else { return nil }
        let choices =
            if let message {
                try await self.choices(of: message, in: room)
            } else {
                try await asked(in: room)?.choices
            }
        return choices?.chosen(by: text).map {
            .pressed(callback: "", message: nil, data: $0.data)
        }
    }

    /// What one of our messages lets choose.
    private func choices(of message: String, in room: String) async throws(Refusal) -> Choices? {
        if let known = await rooms.choices(of: message) { return known }
        do throws(Refusal) {
            let found = RoomEvent(try await result(of: .event(message, in: room)))
            let choices =
                found?.sender == own.name.text ? found.flatMap { Choices($0.content) } : nil
            await rooms.know(choices, of: message)
            return choices
        } catch {
            if error.passes { throw error }
            return nil
        }
    }

    /// The last of our messages with choices: what a number answers.
    private func asked(in room: String) async throws(Refusal) -> Rooms.Asked? {
        if let known = await rooms.asked(in: room) { return known }
        // Without a place to look from, what was asked since would be taken for it.
        guard let before = await rooms.batchStart else { return nil }
        let answer = try await result(of: .earlier(in: room, than: before, limit: 30))
        let events = (answer["chunk"]?.elements ?? []).compactMap(RoomEvent.init)
        let found = events.lazy.filter { $0.sender == own.name.text }.compactMap { event in
            Choices(event.content).map { Rooms.Asked(message: event.id, choices: $0) }
        }.first
        await rooms.know(asked: found, in: room)
        return found
    }

    func made(_ event: RoomEvent, by user: String, _ what: Incoming.Event) async -> Incoming {
        let name = await name(of: user).onOneLine.prefix(64)
        return Incoming(
            id: MatrixBot.number(of: event.id), from: address(of: user),
            sender: .init(name: Hushed(String(name)), language: nil),
            at: event.time > 0 ? event.time / 1_000 : nil, event: what)
    }
}
