import Dialogue
import Messenger
import Store
import Synchronization
import Testing

@testable import Desk
@testable import LocalChat
@testable import Rehearsal
@testable import talkaboutit

/// Nothing is guessed at: after every save the house is looked at, until all that was sent to it
/// is heard, all that is due is done and all that is owed is delivered.
extension HouseStage {
    /// It isn't calm in time.
    struct Restless: Error, CustomStringConvertible {
        let description: String
    }

    static let patience = Duration.seconds(60)

    func advance(to moment: Moment) async throws {
        while let next = try nextDue(), next <= moment {
            turn(to: max(now, next))
            try await settle()
        }
        turn(to: moment)
        try await settle()
    }

    func turn(to moment: Moment) {
        props.time.withLock { $0 = moment }
        running?.daemon.alarm.wake()
    }

    func settle(within time: Duration = patience) async throws {
        let deadline = ContinuousClock.now + time
        while true {
            let rings = bell.rings
            guard let unrest = try await unrest() else { return }
            let rest = deadline - ContinuousClock.now
            guard rest > .zero else { throw Restless(description: unrest) }
            await bell.wait(after: rings, within: rest)
        }
    }

    /// Settles, unless the daemon ends before.
    func untilCalmOrOver() async {
        do {
            try await settle()
        } catch {
            // What couldn't be read, since the power is off, is looked at after the next start.
            await running?.end()
        }
    }

    /// Looks again and again, for what makes no sound.
    func until(
        _ condition: () async throws -> Bool, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let deadline = ContinuousClock.now + HouseStage.patience
        while try await !condition() {
            guard ContinuousClock.now < deadline else {
                Issue.record("it didn't come about in time", sourceLocation: sourceLocation)
                throw Restless(description: "waited in vain")
            }
            try await Task.sleep(for: .milliseconds(2))
        }
    }

    /// Goes on once a poll waits at the platform.
    func untilPolling() async throws {
        try await until { await self.chat.platform.waitingPoll != nil }
    }

    /// Everything of everybody, as it is on disk.
    func pages() throws -> [String: Page] {
        guard let store = running?.daemon.store else { return [:] }
        var pages: [String: Page] = [:]
        for id in try store.list(FolderPath("couples")) {
            do throws(StoreFault) {
                pages[id] = try store.read(PageDocument.self, at: Cabinet.page(id))?.page
            } catch {
                guard error.isOfOneFile else { throw error }
            }
        }
        return pages
    }

    func record() throws -> DaemonRecord {
        try running?.daemon.store.read(DaemonRecord.self, at: Cabinet.daemonPath)
            ?? DaemonRecord()
    }

    private func nextDue() throws -> Moment? {
        try pages().values.flatMap { page in
            [page.nextDue(after: now)] + page.outbox.map(\.notBefore)
        }.compactMap { $0 }.min()
    }

    /// What is still to be done; nil if nothing is.
    private func unrest() async throws -> String? {
        guard let running, !running.hasEnded else {
            throw Restless(description: "the daemon has stopped")
        }
        let now = now
        let pages = try pages()
        let due = pages.values.compactMap { $0.nextDue(after: now) }.contains { $0 <= now }
        if due { return "something is due and isn't done" }
        guard networkIsUp else { return nil }
        let record = try record()
        let heard = record.cursors["telegram"]?.position ?? HouseStage.firstUpdate
        if heard < (await chat.platform.queue.nextID) { return "an update isn't heard" }
        let owed = (record.outbox + pages.values.flatMap(\.outbox))
            .count { ($0.notBefore ?? now) <= now }
        return owed == 0 ? nil : "\(owed) letters aren't delivered"
    }
}
