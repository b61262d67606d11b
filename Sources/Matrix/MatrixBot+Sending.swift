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
            // What is attached may be the words of both.
            let isSomebodys =
                piece.attachment != nil || piece.isProtected
                || piece.parts.contains(where: \.isSomebodys)
            let room = try await privateRoom(of: user, sure: isSomebodys)
            if mark.isOld, let sent = try await find(transaction, in: room) {
                return MessageID(sent)
            }
            if let sent = try await findElsewhere(transaction, of: user, but: room) {
                return MessageID(sent)
            }
            let file = try await upload(piece.attachment)
            let content = MessageContent(piece: piece, mark: transaction, commands: commands)
            let answer = try await result(
                of: .send(
                    "m.room.message", content.members(file: file), to: room,
                    transaction: transaction))
            guard let id = answer["event_id"]?.text else { throw .fault(.unreachable(sent: true)) }
            return MessageID(id)
        } catch {
            throw error.fault
        }
    }

    package func recording(_ reference: Hushed) async throws(Fault) -> Recording? {
        guard
            let call = MatrixCall.download(reference.text, mostBytes: Recording.longest)
        else { return nil }
        do throws(Refusal) {
            let response = try await file(call)
            guard response.status == 200 else { return nil }
            return Recording(
                bytes: response.body, type: response.header("Content-Type") ?? "audio/ogg")
        } catch {
            if error.passes { throw error.fault }
            return nil
        }
    }

    /// A file as it came. A token that has run out is renewed once.
    private func file(_ call: MatrixCall) async throws(Refusal) -> HTTPResponse {
        let login = try await keeper.current()
        do throws(Refusal) {
            return try await loaded(call, login)
        } catch {
            return try await loaded(call, try await renewed(after: error, login))
        }
    }

    private func loaded(_ call: MatrixCall, _ login: Login) async throws(Refusal) -> HTTPResponse {
        let response = try await response(to: call, login)
        if response.status != 200 { _ = try Reply(response).result() }
        return response
    }

    /// A reaction is no press that would wait.
    package func acknowledge(press callback: String, notice: String?) async throws(Fault) {}

    /// Numbers below an old message choose nothing that isn't looked at anew: they stay.
    package func retireButtons(of message: MessageID, at address: Address) async throws(Fault) {}

    package func delete(_ message: MessageID, at address: Address) async throws(Fault) -> Bool {
        let user = try person(address)
        do throws(Refusal) {
            guard await rooms.isLearnt else { throw .fault(.unreachable(sent: false)) }
            var isNowhere = true
            for room in await rooms.rooms(of: user) {
                switch try await remove(message.text, by: user, in: room) {
                case .removed: return true
                case .refused: isNowhere = false
                case .absent: continue
                }
            }
            return isNowhere
        } catch {
            throw error.fault
        }
    }

    private enum Removal { case removed, refused, absent }

    /// Takes a message out of one room.
    private func remove(
        _ message: String, by user: String, in room: String
    ) async throws(Refusal) -> Removal {
        let edits = try await edits(of: message, by: user, in: room)
        // What it was changed to stands in events of its own, and stays where they do.
        for event in [message] + edits {
            let transaction = MatrixBot.digest(["redact", event])
            do throws(Refusal) {
                try await result(of: .redact(event, in: room, transaction: transaction))
            } catch {
                if error.passes { throw error }
                if event == message { return error == .forbidden ? .refused : .absent }
            }
        }
        return .removed
    }

    private func edits(
        of message: String, by user: String, in room: String
    ) async throws(Refusal) -> [String] {
        do throws(Refusal) {
            let answer = try await result(of: .edits(of: message, in: room))
            return (answer["chunk"]?.elements ?? []).compactMap(RoomEvent.init)
                .filter { $0.sender == user }.map(\.id)
        } catch {
            // An older server can't tell of them; one without the message has none.
            if error.passes { throw error }
            return []
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
        guard await rooms.isLearnt else { throw .fault(.unreachable(sent: false)) }
        guard let room = await rooms.room(of: user) else { throw .forbidden }
        if sure { await rooms.doubt(room) }
        guard try await members(of: room) == [user: .joined], try await !isEncrypted(room) else {
            throw .forbidden
        }
        return room
    }

    private func upload(_ attachment: Outgoing.Attachment?) async throws(Refusal) -> String? {
        let bytes: [UInt8]
        let type: String
        switch attachment {
        case nil, .voice: return nil
        case .photo(_, let picture): (bytes, type) = (picture, "image/png")
        case .document(_, let kind, let text): (bytes, type) = (text, kind)
        case .recording(let recording): (bytes, type) = (recording.bytes, recording.type)
        }
        let answer: JSONSlice
        do throws(Refusal) {
            answer = try await result(of: .upload(bytes, type: type))
        } catch {
            // Where the server takes no such file, the courier says in text what was in it.
            if error.passes || attachment?.isFile == true { throw error }
            throw .fault(.unreachable(sent: false))
        }
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

extension Outgoing.Attachment {
    /// Whether there is no text that would say the same.
    fileprivate var isFile: Bool {
        guard case .document = self else { return false }
        return true
    }
}
