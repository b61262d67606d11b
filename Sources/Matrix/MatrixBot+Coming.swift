import Messenger
import Wire

/// Who comes and goes, and where the bot does.
extension MatrixBot {
    func changed(
        _ user: String, _ now: Membership, _ before: Membership?, _ event: RoomEvent,
        in room: String
    ) async throws(Refusal) -> [Incoming] {
        if user == own.name.text {
            return now == .joined && before != .joined ? try await comeIn(event, to: room) : []
        }
        if let name = event.content["displayname"]?.text { await rooms.know(name: name, of: user) }
        guard now != before else { return [] }
        // Asked anew, since more may have changed meanwhile.
        await rooms.doubt(room)
        let members = try await members(of: room)
        let isTheirs = await rooms.room(of: user) == room
        if isTheirs, now == .joined, members.count == 1 {
            return [await made(event, by: user, before == .invited ? .opened : .reachable(true))]
        }
        if isTheirs, now == .left || now == .banned {
            await rooms.leaveLater(room)
            return [await made(event, by: user, .reachable(false))]
        }
        guard let whose = await rooms.people.first(where: { $0.room == room })?.user, whose != user
        else { return [] }
        switch now {
        case .joined, .invited:
            // Whoever was invited was spoken of then.
            guard before != .invited else { return [] }
            try await say(phrases.notAlone, in: room, once: ["third", event.id])
            return [await made(event, by: whose, .reachable(false))]
        case .left, .banned:
            return members.count == 1 ? [await made(event, by: whose, .reachable(true))] : []
        case .other: return []
        }
    }

    /// The bot has just come into a room: whoever it is for has opened it.
    private func comeIn(_ event: RoomEvent, to room: String) async throws(Refusal) -> [Incoming] {
        await rooms.doubt(room)
        await rooms.reopen(room)
        let members: [String: Membership]
        do throws(Refusal) {
            members = try await self.members(of: room)
        } catch {
            if error.passes { throw error }
            // Too many to be told.
            try await leaveGroup(room)
            return []
        }
        guard members.count <= 1 else {
            try await leaveGroup(room)
            return []
        }
        // Whoever is only invited comes later; whoever has gone again doesn't.
        guard let other = members.first(where: { $0.value == .joined })?.key else { return [] }
        // Who invited is what another server says; who is there is looked at.
        if let user = try? UserID(other), !guests.allows(user) {
            try await leaveGroup(room)
            return []
        }
        if try await isEncrypted(room) {
            try await offerRoom(to: other, insteadOf: room)
            return []
        }
        await rooms.use(room, for: other)
        return [await made(event, by: other, .opened)]
    }

    /// A room of several is no room to talk in.
    private func leaveGroup(_ room: String) async throws(Refusal) {
        if try await attempt(.leave(room, saying: phrases.group)).isSettled {
            await rooms.drop(room)
        } else {
            await rooms.leaveLater(room)
        }
    }

    /// The bot was shown out, or left: whoever the room was for can't be reached. What they said
    /// before holds.
    func leave(_ left: SyncAnswer.Left, next: String) async throws(Refusal) -> [Incoming] {
        let whose = await rooms.people.filter { $0.room == left.room }.map(\.user)
        var items: [Incoming] = []
        for event in left.events where await rooms.isTheirs(left.room, event.sender) {
            do throws(Refusal) {
                items += try await lastWord(event, in: left.room)
            } catch {
                if error.passes { throw error }
            }
        }
        await rooms.dropLater(left.room)
        await rooms.doubt(left.room)
        return items
            + whose.map { user in
                let id = left.events.last?.id ?? left.room + next
                return Incoming(
                    id: MatrixBot.number(of: "left " + id), from: address(of: user),
                    sender: .init(name: Hushed(""), language: nil), event: .reachable(false))
            }
    }

    /// Something that was said in a room that the bot isn't in any more.
    private func lastWord(_ event: RoomEvent, in room: String) async throws(Refusal) -> [Incoming] {
        switch event.happening {
        case .takenAway(let message):
            return [await made(event, by: event.sender, .takenBack(message: MessageID(message)))]
        case .said, .spoken, .changed, .reacted, .somethingElse:
            guard let what = try await self.event(event.happening, event, in: room) else {
                return []
            }
            return [await made(event, by: event.sender, what)]
        case .membership, .encrypted, .unreadable, .replaced, .nothing: return []
        }
    }

    /// An invitation to talk alone is taken; any other is turned down.
    func answer(_ invitation: SyncAnswer.Invitation) async throws(Refusal) {
        // What is no account's name invites nobody.
        guard let user = try? UserID(invitation.inviter) else { return }
        // Whoever shows the bot in again doesn't always say that it is for two.
        let address = address(of: user.name.text)
        let isForTwo =
            if invitation.isDirect { true } else { await guests.isKnown(address) }
        let mayCome = isForTwo && guests.allows(user)
        let isWelcome =
            if mayCome {
                await door.takesInvitation(
                    of: user.name.text, to: invitation.room, at: guests.now())
            } else {
                false
            }
        guard isWelcome else {
            let attempt = try await attempt(
                .leave(invitation.room, saying: isForTwo ? nil : phrases.group))
            if attempt.isSettled {
                await door.forget(invitation)
            } else {
                await door.tryLater(invitation, wasTried: false)
            }
            return
        }
        let attempt = try await attempt(.join(invitation.room, by: [user.server]))
        guard attempt.isDone else {
            // A server that doesn't answer for now, or a room that is gone.
            await door.tryLater(invitation, wasTried: attempt.isSettled)
            return
        }
        await door.forget(invitation)
        await rooms.reopen(invitation.room)
        // Which room is in use is decided once it is known who is in it.
        await rooms.add(invitation.room, for: user.name.text)
    }
}
