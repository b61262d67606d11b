import Messenger
import Wire

/// Who is where.
extension MatrixBot {
    /// Who is in a room besides the bot, by what is known, or by asking.
    func members(of room: String) async throws(Refusal) -> [String: Membership] {
        if let known = await rooms.members(of: room) { return known }
        let answer = try await result(of: .members(of: room))
        let events = (answer["chunk"]?.elements ?? []).compactMap(RoomEvent.init)
        var members: [String: Membership] = [:]
        for event in events {
            guard case .membership(let user, let membership, _) = event.happening else { continue }
            if user == own.name.text, membership == .joined {
                await rooms.know(joinedAt: event.time, of: room)
            }
            members[user] = membership
            if let name = event.content["displayname"]?.text {
                await rooms.know(name: name, of: user)
            }
        }
        await rooms.know(members, of: room)
        return await rooms.members(of: room) ?? [:]
    }

    /// A day after the bot came, whoever is nobody's here is left: their room is of no use.
    func leaveStrangers() async throws(Refusal) {
        let now = guests.now()
        guard await rooms.isTimeToSweep(now) else { return }
        for (user, room) in await rooms.people where await !guests.isKnown(address(of: user)) {
            await rooms.doubt(room)
            do throws(Refusal) {
                _ = try await members(of: room)
                guard let joined = await rooms.joinedAt(room), now - joined > Rooms.day else {
                    continue
                }
                try await result(of: .leave(room, saying: nil))
            } catch {
                // A room that is none of ours any more is dropped as well.
                if error.passes { throw error }
            }
            await rooms.drop(room)
        }
    }

    /// The only other one in a room; nil if there are more, or none.
    func companion(in room: String) async throws(Refusal) -> String? {
        let members = try await members(of: room)
        let here = members.filter { $0.value == .joined }.map(\.key)
        return here.count == 1 && members.count == 1 ? here.first : nil
    }

    func isEncrypted(_ room: String) async throws(Refusal) -> Bool {
        if let known = await rooms.isEncrypted(room) { return known }
        do throws(Refusal) {
            try await result(of: .state("m.room.encryption", in: room))
            await rooms.know(isEncrypted: true, of: room)
            return true
        } catch .notFound {
            await rooms.know(isEncrypted: false, of: room)
            return false
        }
    }

    func name(of user: String) async -> String {
        if let known = await rooms.name(of: user) { return known }
        // Whoever has no name there is called by their account.
        let found = try? await result(of: .displayName(of: user))["displayname"]?.text
        let name = found ?? String(user.dropFirst().prefix { $0 != ":" })
        await rooms.know(name: name, of: user)
        return name
    }

    /// Writes down which rooms are whose, if that has changed.
    func keepDirect() async throws(Refusal) {
        guard let content = await rooms.changedDirect() else { return }
        do throws(Refusal) {
            try await result(of: .setDirect(content, of: own.name.text))
        } catch {
            await rooms.keepChanged()
            throw error
        }
    }

    /// Says something of the adapter's own in a room, once.
    func say(_ text: String, in room: String, once key: [String]) async throws(Refusal) {
        let mark = MatrixBot.digest(key + [room])
        let piece = Outgoing(parts: [Outgoing.Part(text)])
        let content = MessageContent(piece: piece, mark: mark, commands: commands)
        do throws(Refusal) {
            try await result(
                of: .send(
                    "m.room.message", content.members(file: nil), to: room, transaction: mark))
        } catch {
            if error.passes { throw error }
        }
    }

    /// An encrypted room can't be read: that is said, and another is offered, once.
    func offerRoom(to user: String, insteadOf room: String) async throws(Refusal) {
        await rooms.know(isEncrypted: true, of: room)
        try await say(phrases.encrypted, in: room, once: ["encrypted"])
        if let current = await rooms.room(of: user), current != room { return }
        let answer = try await result(of: .createDirect(with: user))
        guard let new = answer["room_id"]?.text else { throw .fault(.unreachable(sent: true)) }
        await rooms.know([user: .invited], of: new)
        await rooms.know(isEncrypted: false, of: new)
        await rooms.use(new, for: user)
        try await keepDirect()
    }

    /// A room goes on as another: the bot goes along.
    func follow(_ room: String, to next: String, by sender: String) async throws(Refusal) {
        guard let user = await rooms.people.first(where: { $0.room == room })?.user,
            sender == user
        else { return }
        let server = String(sender.drop { $0 != ":" }.dropFirst())
        do throws(Refusal) {
            try await result(of: .join(next, by: [server]))
        } catch {
            if error.passes { throw error }
            return
        }
        await rooms.drop(room)
        await rooms.use(next, for: user)
        try await keepDirect()
    }
}
