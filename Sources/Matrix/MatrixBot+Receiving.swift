package import Messenger
import Wire

extension MatrixBot {
    /// Checks that the login is good and learns which rooms there are. Before the first poll.
    package func prepare() async throws(Fault) {
        do throws(Refusal) {
            let login = try await keeper.current()
            let answer: JSONSlice
            do throws(Refusal) {
                answer = try await result(of: .whoAmI)
            } catch .loggedOut {
                // One kept from an earlier run may be gone: with a password a new one is made, once.
                _ = try await keeper.anew(after: login)
                answer = try await result(of: .whoAmI)
            }
            guard answer["user_id"]?.text == own.name.text else { throw .loggedOut }
            try await learnRooms()
        } catch {
            throw error.fault
        }
    }

    private func learnRooms() async throws(Refusal) {
        do throws(Refusal) {
            await rooms.takeDirect(try await result(of: .direct(of: own.name.text)))
        } catch {
            // None was ever written.
            guard error == .notFound else { throw error }
        }
        let answer = try await result(of: .joinedRooms)
        let joined = Set(answer["joined_rooms"]?.decoded([String].self) ?? [])
        for (_, room) in await rooms.people where !joined.contains(room) {
            await rooms.drop(room)
        }
        // What was asked of the bot while it couldn't hear.
        let pending = try await poll(from: nil, timeline: 0, waitSeconds: 0)
        for invitation in pending.invited { try await self.answer(invitation) }
        try await keepDirect()
    }

    package func receive(from cursor: Cursor?) async throws(Fault) -> Batch {
        do throws(Refusal) {
            guard let position = cursor.flatMap(Position.init) else {
                // The first ever: nothing of before is carried out.
                let first = try await poll(from: nil, timeline: 0, waitSeconds: 0)
                return Batch(items: [], next: Position(since: first.next, time: 0).cursor)
            }
            do throws(Refusal) {
                return try await batch(from: position)
            } catch .senseless {
                return try await batchAnew(after: position.time)
            }
        } catch {
            throw error.fault
        }
    }

    /// Nothing has to be confirmed: where the next poll goes on is ours to say.
    package func confirm(_ cursor: Cursor) async throws(Fault) {}

    private func batch(from position: Position) async throws(Refusal) -> Batch {
        var answer: SyncAnswer?
        // An answer that is too long is asked for with fewer events of each room: the others are
        // fetched room by room.
        for timeline in [MatrixCall.mostOfTimeline, 10, 1] where answer == nil {
            do throws(Refusal) {
                answer = try await poll(
                    from: position.since, timeline: timeline, waitSeconds: pollSeconds)
            } catch .tooLarge {
                continue
            }
        }
        guard let answer else { throw .fault(.unreachable(sent: true)) }
        return try await batch(of: answer, since: position.since, after: position.time, from: nil)
    }

    /// The server knows nothing of the last place, as after a restore: what is newer than what was
    /// taken is taken, and nothing older.
    private func batchAnew(after time: Int64) async throws(Refusal) -> Batch {
        let answer = try await poll(
            from: nil, timeline: MatrixCall.mostOfTimeline, waitSeconds: 0)
        return try await batch(of: answer, since: nil, after: time, from: time)
    }

    private func poll(
        from since: String?, timeline: Int, waitSeconds: Int
    ) async throws(Refusal) -> SyncAnswer {
        let call = MatrixCall.sync(since: since, timeline: timeline, waitSeconds: waitSeconds)
        return try SyncAnswer(try await result(of: call), own: own.name.text)
    }

    /// - Parameters:
    ///   - time: of the newest event taken so far.
    ///   - floor: nothing that happened until then is taken; nil for all.
    private func batch(
        of answer: SyncAnswer, since: String?, after time: Int64, from floor: Int64?
    ) async throws(Refusal) -> Batch {
        for invitation in answer.invited { try await self.answer(invitation) }
        var items: [Incoming] = []
        var newest = time
        for left in answer.left { items += try await leave(left, next: answer.next) }
        for joined in answer.joined {
            await learnNames(joined.state)
            var events = joined.events
            if joined.isLimited, let since, let start = joined.start {
                events = try await missed(in: joined.room, from: since, to: start) + events
            }
            var seen: Set<String> = []
            for event in events where seen.insert(event.id).inserted {
                if let floor, event.time <= floor { continue }
                newest = max(newest, event.time)
                items += try await taken(event, in: joined.room)
            }
        }
        try await leaveStrangers()
        try await keepDirect()
        return Batch(items: items, next: Position(since: answer.next, time: newest).cursor)
    }

    /// An event that the server won't let us make sense of keeps nobody else's waiting.
    private func taken(_ event: RoomEvent, in room: String) async throws(Refusal) -> [Incoming] {
        do throws(Refusal) {
            return try await incoming(event, in: room)
        } catch {
            if error.passes { throw error }
            return []
        }
    }

    private func learnNames(_ events: [RoomEvent]) async {
        for event in events where event.type == "m.room.member" {
            guard let user = event.stateKey, let name = event.content["displayname"]?.text else {
                continue
            }
            await rooms.know(name: name, of: user)
        }
    }

    /// So many events of one room are fetched at most, after a long time away.
    private static let mostMissed = 2_000

    /// What happened between two polls and wasn't brought.
    private func missed(
        in room: String, from since: String, to start: String
    ) async throws(Refusal) -> [RoomEvent] {
        var events: [RoomEvent] = []
        var place = since
        while events.count < MatrixBot.mostMissed {
            let answer: JSONSlice
            do throws(Refusal) {
                answer = try await result(
                    of: .messages(in: room, from: place, to: start, limit: 50))
            } catch {
                // A room that can't be looked into keeps nobody else waiting.
                if error.passes { throw error }
                return events
            }
            let more = (answer["chunk"]?.elements ?? []).compactMap(RoomEvent.init)
            events += more
            guard let end = answer["end"]?.text, end != place, end != start else { break }
            place = end
        }
        return events
    }
}
