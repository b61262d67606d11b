package import Messenger
import Wire

extension TelegramBot: Messenger {
    package var abilities: Abilities { [.buttons, .edits, .pictures, .voice, .deletion] }

    package func pieces(of outgoing: Outgoing) -> [Outgoing] {
        outgoing.pieces(text: Limits.text, caption: Limits.caption)
    }

    /// Sends one piece. If the platform can't make sense of its styles, the same text goes once
    /// more without them: words count, slant doesn't.
    /// The platform knows no marks: what was perhaps taken comes twice.
    package func send(
        _ piece: Outgoing, to address: Address, as mark: Postmark
    ) async throws(Fault) -> MessageID {
        let chat = try ChatID(address, on: platform)
        let text = StyledText(piece.parts, widest: Limits.text)
        let limit = piece.attachment == nil ? Limits.text : Limits.caption
        guard text.width <= limit else { throw Refusal.tooLong.fault }
        guard piece.attachment != nil || !text.isBlank else { throw Refusal.empty.fault }
        func attempt(styled: Bool) async throws(Fault) -> JSONSlice {
            try await result(of: .send(piece, text: text, styled: styled, to: chat))
        }
        let sent: JSONSlice
        do throws(Fault) {
            sent = try await attempt(styled: true)
        } catch Refusal.entities.fault where !text.entities.isEmpty {
            sent = try await attempt(styled: false)
        }
        guard let id = sent["message_id"]?.integer else { throw .unreachable(sent: true) }
        return MessageID(id)
    }

    package func recording(_ reference: Hushed) async throws(Fault) -> Recording? {
        let answer: JSONSlice
        do throws(Fault) {
            answer = try await result(of: .file(reference.text))
        } catch {
            // Too large, or gone.
            guard case .refused = error else { throw error }
            return nil
        }
        guard let path = answer["file_path"]?.text else { return nil }
        return try await download(path)
    }

    package func acknowledge(press callback: String, notice: String?) async throws(Fault) {
        try await attempt(
            .acknowledge(press: callback, notice: notice), taking: [.pressExpired])
    }

    package func retireButtons(of message: MessageID, at address: Address) async throws(Fault) {
        try await attempt(
            .retireButtons(of: try number(of: message), in: try ChatID(address, on: platform)),
            taking: [.unchanged, .messageGone, .tooLate])
    }

    package func delete(_ message: MessageID, at address: Address) async throws(Fault) -> Bool {
        let refusal = try await attempt(
            .delete(try number(of: message), in: try ChatID(address, on: platform)),
            taking: [.messageGone, .tooLate])
        return refusal != .tooLate
    }

    /// Two requests: the farewell, which may be refused, and the leaving. Never writes to a
    /// person.
    package func leaveGroup(_ address: Address, saying farewell: String) async throws(Fault) {
        let chat = try ChatID(address, on: platform)
        guard !chat.isPerson else { throw Refusal.address.fault }
        try await unlessBarred { () async throws(Fault) in
            try await result(of: .sendPlain(farewell, to: chat))
        }
        try await unlessBarred { () async throws(Fault) in
            try await result(of: .leave(chat))
        }
    }

    /// Shows for five seconds that an answer is being written.
    package func typing(at address: Address) async throws(Fault) {
        try await result(of: .type(in: try ChatID(address, on: platform)))
    }

    /// - Throws: `.refused` if it is another platform's.
    private func number(of message: MessageID) throws(Fault) -> Int64 {
        guard let number = message.number else { throw Refusal.messageGone.fault }
        return number
    }

    /// Makes a call for which some refusals are as good as success; returns the refusal met.
    @discardableResult
    private func attempt(
        _ call: BotCall, taking benign: [Refusal]
    ) async throws(Fault) -> Refusal? {
        do throws(Fault) {
            try await result(of: call)
            return nil
        } catch {
            guard let met = benign.first(where: { $0.fault == error }) else { throw error }
            return met
        }
    }

    /// In a group we may have no voice, or be gone already: then there is nothing left to do.
    private func unlessBarred(
        _ step: () async throws(Fault) -> Void
    ) async throws(Fault) {
        do throws(Fault) {
            try await step()
        } catch .recipientGone, .refused {
            return
        }
    }
}
