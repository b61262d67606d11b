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
        // What was asked of the bot while it couldn't hear.
        let pending = try await poll(from: nil, timeline: 0, waitSeconds: 0)
        for invitation in pending.invited { try await self.answer(invitation) }
        try await keepDirect()
        await rooms.learnt()
    }

    package func receive(from cursor: Cursor?) async throws(Fault) -> Batch {
        do throws(Refusal) {
            guard let position = cursor.flatMap(Position.init) else {
                // The first ever: nothing of before is carried out.
                let first = try await poll(from: nil, timeline: 0, waitSeconds: 0)
                let position = Position(since: first.next, time: guests.now())
                return Batch(items: [], next: position.cursor)
            }
            await rooms.dropClosed(upTo: position.since)
            try await leaveEmpty()
            return try await batch(from: position)
        } catch {
            throw error.fault
        }
    }

    /// Nothing has to be confirmed: where the next poll goes on is ours to say.
    package func confirm(_ cursor: Cursor) async throws(Fault) {}

    private func batch(from position: Position) async throws(Refusal) -> Batch {
        let answer: SyncAnswer
        do throws(Refusal) {
            answer = try await smallEnough(from: position.since, waitSeconds: pollSeconds)
        } catch .senseless {
            return try await batchAnew(after: position.time)
        }
        return try await batch(of: answer, since: position.since, after: position.time, from: nil)
    }

    /// The server knows nothing of the last place, as after a restore: what is newer than what was
    /// taken is taken, and nothing older.
    private func batchAnew(after time: Int64) async throws(Refusal) -> Batch {
        let answer = try await smallEnough(from: nil, waitSeconds: 0)
        // Other servers' clocks differ; what comes once more is known again.
        return try await batch(of: answer, since: nil, after: time, from: time - 600_000)
    }

    /// An answer that is too long is asked for with fewer events of each room: the others are
    /// fetched room by room.
    private func smallEnough(
        from since: String?, waitSeconds: Int
    ) async throws(Refusal) -> SyncAnswer {
        for timeline in [MatrixCall.mostOfTimeline, 10, 1] {
            do throws(Refusal) {
                return try await poll(from: since, timeline: timeline, waitSeconds: waitSeconds)
            } catch .tooLarge {
                continue
            }
        }
        throw .fault(.unreachable(sent: true))
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
        await rooms.begin(batchFrom: since, to: answer.next)
        if let invitation = await door.nextPending() { try await self.answer(invitation) }
        for invitation in answer.invited { try await self.answer(invitation) }
        var items: [Incoming] = []
        var newest = time
        var bytesLeft = MatrixBot.mostMissedBytes
        for left in answer.left { items += try await leave(left, next: answer.next) }
        for joined in answer.joined {
            var events = joined.events
            if joined.isLimited, let start = joined.start {
                let place: Gap = since.map(Gap.after) ?? .newer(than: floor ?? 0)
                events = try await missed(in: joined.room, place, to: start, &bytesLeft) + events
            }
            let heard = sinceInvitation(events)
            var there = try await membersBefore(heard, in: joined.room)
            var seen: Set<String> = []
            for event in heard where seen.insert(event.id).inserted {
                if let floor, event.time <= floor { continue }
                // Another server's clock may be years ahead.
                newest = max(newest, min(event.time, guests.now()))
                items += try await taken(event, in: joined.room, among: there)
                there?.note(event.happening, but: own.name.text)
            }
        }
        try await leaveStrangers()
        try await keepDirect()
        return Batch(items: items, next: Position(since: answer.next, time: newest).cursor)
    }

    /// An event that the server won't let us make sense of keeps nobody else's waiting.
    private func taken(
        _ event: RoomEvent, in room: String, among there: [String: Membership]?
    ) async throws(Refusal) -> [Incoming] {
        do throws(Refusal) {
            return try await incoming(event, in: room, among: there)
        } catch {
            if error.passes { throw error }
            return []
        }
    }

    /// Of a room that the bot has just come into the server shows what was said before, too: that
    /// was heard then, or isn't for the bot.
    private func sinceInvitation(_ events: [RoomEvent]) -> ArraySlice<RoomEvent> {
        func isOwn(_ event: RoomEvent, _ wanted: Membership) -> Bool {
            guard case .membership(own.name.text, let now, let before) = event.happening else {
                return false
            }
            return now == wanted && before != wanted
        }
        guard let join = events.lastIndex(where: { isOwn($0, .joined) }) else { return events[...] }
        let invitation = events[..<join].lastIndex { isOwn($0, .invited) }
        return events[(invitation ?? join)...]
    }
}
