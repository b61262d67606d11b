import Messenger
import Wire

/// Who is where.
extension MatrixBot {
    /// Who is in a room besides the bot, by what is known, or by asking.
    func members(of room: String) async throws(Refusal) -> [String: Membership] {
        if let known = await rooms.members(of: room) { return known }
        let doubts = await rooms.doubts(room)
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
        await rooms.know(members, of: room, asOf: doubts)
        return members.filter { user, membership in
            user != own.name.text && (membership == .joined || membership == .invited)
        }
    }

    /// A day after the bot came, whoever is nobody's here is left: their room is of no use.
    func leaveStrangers() async throws(Refusal) {
        let now = guests.now()
        guard await door.isTimeToSweep(now) else { return }
        let strangers = await rooms.people.map(\.user)
        for user in strangers where await !guests.isKnown(address(of: user)) {
            for room in await rooms.rooms(of: user) { try await leaveStrange(room, at: now) }
        }
    }

    private func leaveStrange(_ room: String, at now: Int64) async throws(Refusal) {
        await rooms.doubt(room)
        do throws(Refusal) {
            _ = try await members(of: room)
        } catch {
            // A room that can't be looked into is left as well.
            if error.isOfOwnServer { throw error }
        }
        if let joined = await rooms.joinedAt(room), now - joined <= Door.day { return }
        if try await attempt(.leave(room, saying: nil)).isSettled { await rooms.drop(room) }
    }

    /// Leaves the rooms that people have left.
    func leaveEmpty() async throws(Refusal) {
        for room in await rooms.toLeave()
        where try await attempt(.leave(room, saying: nil)).isSettled {
            await rooms.hasLeft(room)
        }
    }

    /// What became of something between servers.
    enum Attempt {
        case done(JSONSlice)
        case refused
        /// Not for now.
        case later

        var isDone: Bool {
            if case .done = self { true } else { false }
        }

        /// Whether trying again would bring nothing else.
        var isSettled: Bool {
            if case .later = self { false } else { true }
        }
    }

    /// Something between servers: one that is another's, and doesn't answer, keeps nobody here
    /// waiting, nor does our own that allows no more of it for now.
    @discardableResult
    func attempt(_ call: MatrixCall) async throws(Refusal) -> Attempt {
        let began = guests.now()
        guard await door.isOpen(at: began) else { return .later }
        do throws(Refusal) {
            return .done(try await result(of: call))
        } catch .limited(let wait) {
            await door.close(for: wait.components.seconds * 1_000, at: guests.now())
            return .later
        } catch {
            if error.isOfOwnServer { throw error }
            // What it took is a tenth of the time at most.
            let now = guests.now()
            await door.close(for: max(now - began, 0) * 9, at: now)
            return .refused
        }
    }

    /// Whether a room goes on as another.
    func isClosed(_ room: String) async throws(Refusal) -> Bool {
        if await rooms.isClosed(room) { return true }
        do throws(Refusal) {
            try await result(of: .state("m.room.tombstone", in: room))
            await rooms.close(room)
            return true
        } catch {
            if error.passes { throw error }
            return false
        }
    }

    /// The only other one in a room; nil if there are more, or none.
    ///
    /// - Parameter there: who was there then; nil for who is there now.
    func companion(
        in room: String, among there: [String: Membership]?
    ) async throws(Refusal) -> String? {
        let members = if let there { there } else { try await members(of: room) }
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
        var found: String?
        if let room = await rooms.room(of: user) {
            // Not asked of their own server, which may keep everybody waiting. Whoever has no name
            // there is called by their account.
            let member = try? await result(of: .state("m.room.member", key: user, in: room))
            found = member?["displayname"]?.text
        }
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
            // What the server won't have keeps nobody's words waiting.
            if error.passes { throw error }
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
        guard await door.isOpen(at: guests.now()),
            await door.takesOffer(to: user, at: guests.now())
        else { return }
        // First the room, and whose it is, then the invitation: whatever fails, none is made twice.
        guard case .done(let made) = try await attempt(.createDirect()),
            let new = made["room_id"]?.text
        else { return }
        guard try await !isEncrypted(new) else {
            // A server that locks every room: another would be of no more use.
            try await attempt(.leave(new, saying: nil))
            return
        }
        await rooms.know([user: .invited], of: new)
        await rooms.use(new, for: user)
        try await keepDirect()
        try await attempt(.invite(user, to: new))
    }

    /// A room goes on as another: the bot goes along. What was said in the first can be taken back
    /// there still.
    func follow(_ room: String, to next: String, by sender: String) async throws(Refusal) {
        guard let user = await rooms.people.first(where: { $0.room == room })?.user,
            sender == user
        else { return }
        await rooms.close(room)
        guard next != room, await door.takesInvitation(of: user, to: next, at: guests.now())
        else { return }
        let server = String(sender.drop { $0 != ":" }.dropFirst())
        let attempt = try await attempt(.join(next, by: [server]))
        guard attempt.isDone else {
            await door.tryLater(
                .init(room: next, inviter: user, isDirect: true), wasTried: attempt.isSettled)
            return
        }
        await rooms.use(next, for: user)
        try await keepDirect()
    }
}
