import Crypto
import Foundation
package import Messenger
import Wire

extension MatrixBot: Messenger {
    package var abilities: Abilities {
        [.edits, .takingBack, .pictures, .voice, .deletion, .sendingOnce]
    }

    /// The longest text in one event, in UTF-16 units: with its markup it stays below the 64 kB
    /// that an event may have.
    private static let longest = 4_000

    package func pieces(of outgoing: Outgoing) -> [Outgoing] {
        outgoing.pieces(text: MatrixBot.longest, caption: MatrixBot.longest)
    }

    /// Sends one piece into the room of the two, unless somebody else is there.
    package func send(
        _ piece: Outgoing, to address: Address, as mark: Postmark
    ) async throws(Fault) -> MessageID {
        guard piece.attachment != nil || !StyledText(piece.parts, widest: 4_000).isBlank else {
            throw .refused(reason: "empty")
        }
        let user = try person(address)
        let transaction = MatrixBot.transaction(mark, piece)
        do throws(Refusal) {
            let room = try await privateRoom(of: user, sure: piece.isProtected)
            if mark.isOld, let sent = try await find(transaction, in: room) {
                return MessageID(sent)
            }
            let file = try await upload(piece.attachment)
            let content = MessageContent(piece: piece, mark: transaction, commands: commands)
            let answer = try await result(
                of: .send(
                    "m.room.message", content.members(file: file), to: room,
                    transaction: transaction))
            guard let id = answer["event_id"]?.text else { throw .fault(.unreachable(sent: true)) }
            if let choices = Choices(piece.buttons) {
                await rooms.know(choices, of: id)
                await rooms.know(asked: Rooms.Asked(message: id, choices: choices), in: room)
            }
            return MessageID(id)
        } catch {
            throw error.fault
        }
    }

    /// A reaction is no press that would wait.
    package func acknowledge(press callback: String, notice: String?) async throws(Fault) {}

    /// Numbers below an old message choose nothing that isn't looked at anew: they stay.
    package func retireButtons(of message: MessageID, at address: Address) async throws(Fault) {}

    package func delete(_ message: MessageID, at address: Address) async throws(Fault) -> Bool {
        let user = try person(address)
        guard let room = await rooms.room(of: user) else { return false }
        do throws(Refusal) {
            try await result(
                of: .redact(
                    message.text, in: room, transaction: MatrixBot.digest(["redact", message.text]))
            )
            return true
        } catch {
            // Theirs stays where the bot may not take it away; one that isn't there is gone.
            switch error {
            case .forbidden: return false
            case .notFound, .senseless: return true
            case .fault, .limited, .softLoggedOut, .loggedOut, .duplicate, .tooLarge, .other:
                throw error.fault
            }
        }
    }

    /// Rooms of several are never joined, so there is none to leave.
    package func leaveGroup(
        _ address: Address, saying farewell: String
    ) async throws(Fault) {}

    private func person(_ address: Address) throws(Fault) -> String {
        // What is no account is refused, whatever is wrong with it.
        guard address.platform == platform, (try? UserID(address.chat.text)) != nil else {
            throw .refused(reason: "address")
        }
        return address.chat.text
    }

    /// The room in which somebody is talked to alone.
    ///
    /// - Parameter sure: whether the server is asked who is there, whatever is known.
    /// - Throws: `.forbidden` where nothing private can be said.
    func privateRoom(of user: String, sure: Bool) async throws(Refusal) -> String {
        guard let room = await rooms.room(of: user) else { throw .forbidden }
        if sure { await rooms.doubt(room) }
        guard try await members(of: room) == [user: .joined], try await !isEncrypted(room) else {
            throw .forbidden
        }
        return room
    }

    /// One of our own events with this mark, among the last few hundred of a room.
    private func find(_ mark: String, in room: String) async throws(Refusal) -> String? {
        let own = own.name.text
        var start: String?
        for page in 0..<5 {
            var call = MatrixCall.messages(in: room, limit: 100)
            if page > 0 {
                guard let start else { return nil }
                call.query.append(("from", start))
            }
            let answer = try await result(of: call)
            let events = (answer["chunk"]?.elements ?? []).compactMap(RoomEvent.init)
            let found = events.first {
                $0.sender == own && $0.content[MessageContent.member]?.text == mark
            }
            if let found { return found.id }
            start = answer["end"]?.text
        }
        return nil
    }

    private func upload(_ attachment: Outgoing.Attachment?) async throws(Refusal) -> String? {
        let bytes: [UInt8]
        let type: String
        switch attachment {
        case nil, .voice: return nil
        case .photo(_, let picture): (bytes, type) = (picture, "image/png")
        case .document(_, let kind, let text): (bytes, type) = (text, kind)
        }
        let answer = try await result(of: .upload(bytes, type: type))
        guard let address = answer["content_uri"]?.text else {
            throw .fault(.unreachable(sent: true))
        }
        return address
    }

    /// What the server knows a piece by: all of the mark, and all that is sent, so that a mark
    /// that comes once more after a backup was put back isn't taken for what was sent before.
    static func transaction(_ mark: Postmark, _ piece: Outgoing) -> String {
        digest(
            [mark.text.text] + piece.parts.map(\.text.text)
                + piece.buttons.flatMap { $0 }.flatMap { [$0.label, $0.data] })
    }

    /// 32 letters of a digest of all of these, one by one.
    static func digest(_ texts: [String]) -> String {
        var hash = SHA256()
        for text in texts {
            withUnsafeBytes(of: UInt64(text.utf8.count).littleEndian) {
                hash.update(bufferPointer: $0)
            }
            hash.update(data: Data(text.utf8))
        }
        let hex = Array("0123456789abcdef")
        return String(
            hash.finalize().prefix(16).flatMap { [hex[Int($0 >> 4)], hex[Int($0 & 15)]] })
    }

    /// A number for an event, by which it is known again.
    static func number(of event: String) -> Int64 {
        let digest = SHA256.hash(data: Data(event.utf8))
        return digest.prefix(8).reduce(Int64(0)) { ($0 << 8) | Int64($1) }
    }
}
