/// The platform for tests and programs around it: people act, and are waited for without
/// polling.
extension LocalChat {
    /// Nothing like it happened in time. Holds no message.
    package struct TimedOut: Error {}

    /// Adds somebody with a phone.
    ///
    /// - Parameter chat: the chat's id, negative for a group; nil for any that is free.
    package func person(
        named name: String, language: String? = "en", chat: Int64? = nil
    ) async throws -> Person {
        try await platform.meet(name, language: language, chat: chat)
    }

    /// Sends a text and returns the message's id. The bot gets it as an update.
    @discardableResult
    package func say(
        _ text: String, as person: Person, replyTo: Int64? = nil
    ) async throws -> Int64 {
        try await platform.say(text, in: person.chat, replyTo: replyTo).id
    }

    /// Sends a voice message of some seconds.
    @discardableResult
    package func sayAloud(
        seconds: Int, bytes: [UInt8] = Array("OggS".utf8), as person: Person
    ) async throws -> Int64 {
        let upload = Arguments.Upload(name: "voice.ogg", type: "audio/ogg", bytes: bytes)
        return try await platform.sendFile(
            .voice, upload, seconds: seconds, in: person.chat
        ).id
    }

    /// Sends something else: `sticker`, `contact`, `location`, `video`, `video_note`,
    /// `animation`, `audio`, `dice`, `poll`, `unknown`.
    @discardableResult
    package func send(kind: String, as person: Person) async throws -> Int64 {
        try await platform.sendOther(kind, in: person.chat).id
    }

    /// Presses the newest button with this label.
    ///
    /// - Returns: the id of the callback query.
    /// - Throws: if no message shows such a button.
    @discardableResult
    package func press(_ label: String, as person: Person) async throws -> String {
        for message in await messages(of: person).reversed() {
            for button in message.keyboard?.buttons ?? [] where button.label == label {
                guard case .callback(let data) = button.action else { continue }
                return try await press(data: data, on: message.id, as: person)
            }
        }
        throw Refusal.bad("no such button")
    }

    /// Presses a button with this data, be it there or not.
    @discardableResult
    package func press(
        data: String, on message: Int64, as person: Person
    ) async throws -> String {
        try await platform.press(data: data, on: message, in: person.chat)
    }

    /// Changes a text the person sent.
    package func edit(_ message: Int64, to text: String, as person: Person) async throws {
        try await platform.edit(message, to: text, in: person.chat)
    }

    /// Deletes a message on both sides; the bot is not told.
    package func delete(_ message: Int64, as person: Person) async throws {
        try await platform.delete(message, in: person.chat)
    }

    /// Blocks the bot, or lets it write again.
    package func block(_ isBlocked: Bool = true, as person: Person) async throws {
        try await platform.setBlocked(isBlocked, in: person.chat)
    }

    /// The messages of a person's chat, oldest first.
    package func messages(of person: Person) async -> [Message] {
        await platform.messages(in: person.chat).messages
    }

    /// Waits until the messages of a chat satisfy a condition, and returns them.
    ///
    /// - Throws: ``TimedOut`` if they do not in time.
    @discardableResult
    package func messages(
        of person: Person, within time: Duration = .seconds(10),
        until isEnough: @Sendable ([Message]) -> Bool
    ) async throws -> [Message] {
        let deadline = ContinuousClock.now + time
        while true {
            let (messages, version) = await platform.messages(in: person.chat)
            if isEnough(messages) { return messages }
            let rest = deadline - ContinuousClock.now
            guard rest > .zero, !Task.isCancelled else { throw TimedOut() }
            await platform.change(in: [person.chat], after: version, within: rest)
        }
    }

    /// Switches a trouble on.
    package func trouble(_ trouble: Trouble) async { _ = await platform.switchOn(trouble) }

    /// Switches all troubles off.
    package func endTroubles() async { _ = await platform.clearTroubles() }

    /// The calls that came in, oldest first.
    package func calls() async -> [Call] { await platform.journal.calls }

    /// Queues an update of raw JSON members, such as `"message":{…}`, however broken.
    package func inject(rawMembers: String) async {
        await platform.enqueue(.message, members: Array(rawMembers.utf8))
    }

    /// Pretends that a webhook is set, so that polling is refused; nil takes it away.
    package func pretendWebhook(_ url: String?) async {
        _ = await platform.setWebhookFlag(url ?? "")
    }
}
