/// Who comes in, and how often: invitations and what else passes between servers. In milliseconds
/// since 1970; nothing of it is on our disk.
actor Door {
    /// Invitations whose room couldn't be come into for now, and how often that was tried.
    private var pending: [(invitation: SyncAnswer.Invitation, tries: Int)] = []
    /// When invitations were taken lately, by whom.
    private var taken: [(time: Int64, user: String, room: String)] = []
    private var offered: [(time: Int64, user: String)] = []
    /// Until when nothing is asked of other servers.
    private var closedUntil: Int64 = 0
    private var swept: Int64?

    /// A day, in milliseconds.
    static let day: Int64 = 86_400_000
    /// So many invitations are taken in an hour: of one, and of all.
    static let mostOfOne = 5
    static let mostOfAll = 60

    /// Whether one more invitation of theirs is taken; counted if so, each room once.
    func takesInvitation(of user: String, to room: String, at now: Int64) -> Bool {
        taken.removeAll { now - $0.time > Door.day / 24 }
        if taken.contains(where: { $0.room == room }) { return true }
        guard taken.count < Door.mostOfAll,
            taken.count(where: { $0.user == user }) < Door.mostOfOne
        else { return false }
        taken.append((now, user, room))
        return true
    }

    /// So often it is tried to come into a room whose server doesn't answer.
    private static let mostTries = 5

    /// - Parameter wasTried: whether that counts as a try.
    func tryLater(_ invitation: SyncAnswer.Invitation, wasTried: Bool) {
        let before = pending.first { $0.invitation == invitation }?.tries ?? 0
        let tries = before + (wasTried ? 1 : 0)
        pending.removeAll { $0.invitation == invitation }
        guard tries < Door.mostTries, pending.count < Door.mostOfAll else { return }
        pending.append((invitation, tries))
    }

    /// Whether other servers may be asked for something: one of them that keeps the bot waiting
    /// keeps nobody else waiting for more than a small part of the time.
    func isOpen(at now: Int64) -> Bool {
        // A clock that was set back closes nothing for long.
        now >= closedUntil || closedUntil - now > Door.longestClosed
    }

    func close(for milliseconds: Int64, at now: Int64) {
        closedUntil = max(closedUntil, now + min(milliseconds, Door.longestClosed))
    }

    private static let longestClosed = day / 24

    /// Whether one more room is offered to somebody whose own can't be read; counted if so.
    func takesOffer(to user: String, at now: Int64) -> Bool {
        offered.removeAll { now - $0.time > Door.day }
        guard offered.count(where: { $0.user == user }) < Door.mostOffers,
            offered.count < Rooms.most
        else { return false }
        offered.append((now, user))
        return true
    }

    /// So many a day.
    private static let mostOffers = 2

    /// The oldest of those, to be tried once more.
    func nextPending() -> SyncAnswer.Invitation? { pending.first?.invitation }

    func forget(_ invitation: SyncAnswer.Invitation) {
        pending.removeAll { $0.invitation == invitation }
    }

    /// Once an hour, and at the start.
    func isTimeToSweep(_ now: Int64) -> Bool {
        if let swept, now - swept < Door.day / 24, now >= swept { return false }
        swept = now
        return true
    }
}
