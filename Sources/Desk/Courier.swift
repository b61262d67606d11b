import Dialogue
package import Logging
package import Messenger
import ServiceLifecycle
import Store

/// Sends what is owed: in order within a chat, many chats at once, at the platform's pace, again
/// and again until it is taken or never will be. What was taken is marked within a second.
package struct Courier: Service {
    private let desk: Desk
    private let owed: AsyncStream<[Owed]>
    private let messenger: any Messenger
    private let clock: Clock
    private let pace: Pace
    private let health: Health
    private let tempo: Tempo
    private let easel: Easel
    private let log: Logger

    /// - Parameters:
    ///   - owed: what the desk hands over, in order.
    ///   - sendsPerSecond: in all; 0 for no limit.
    package init(
        desk: Desk, owed: AsyncStream<[Owed]>, messenger: any Messenger, clock: Clock,
        sendsPerSecond: Int, health: Health, tempo: Tempo = .real,
        easel: Easel = .real, log: Logger
    ) {
        self.desk = desk
        self.owed = owed
        self.messenger = messenger
        self.clock = clock
        pace = Pace(perSecond: sendsPerSecond)
        self.health = health
        self.tempo = tempo
        self.easel = easel
        self.log = log
    }

    package func run() async throws {
        let ledger = Ledger(desk: desk, tempo: tempo)
        let rounds = Rounds(clock: clock, tempo: tempo)
        try await cancelWhenGracefulShutdown {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    for await batch in owed { await rounds.add(batch) }
                }
                group.addTask { try await ledger.run() }
                group.addTask { await rounds.keepTime() }
                for _ in 0..<64 {
                    group.addTask { await carry(rounds, ledger) }
                }
                // The first that fails ends all: `waitForAll` would wait for the others.
                for try await _ in group {}
            }
        }
        try await ledger.close()
    }

    /// One of many hands: takes a chat's next letter, delivers it, and gives the chat back.
    private func carry(_ rounds: Rounds, _ ledger: Ledger) async {
        while let item = await rounds.take() {
            var outcome = await deliver(item)
            let isCourtesy = item.letter.id == Letter.courtesy
            // Only a letter that somebody waits for tells that its reader is gone.
            if isCourtesy { outcome = .dropped }
            if let outcome, !isCourtesy {
                await ledger.note(
                    Delivery(
                        page: item.page, letter: item.letter.id, to: item.letter.to,
                        outcome: outcome))
            }
            await rounds.done(with: item, outcome: outcome)
        }
    }

    /// Nil if it is owed no more; or if the daemon stops before it is settled: then it is sent
    /// after the next start.
    private func deliver(_ item: Rounds.Item) async -> Delivery.Outcome? {
        let letter = item.letter
        if let expires = letter.expires, expires < clock.now() { return .dropped }
        var patience = Patience()
        var progress = Progress()
        while !Task.isCancelled {
            do throws(Fault) {
                return try await attempt(item, &progress)
            } catch {
                switch error {
                case .recipientGone, .moved: return .recipientGone
                case .refused(let reason):
                    log.error(
                        "The platform refuses a letter; it is set aside.",
                        metadata: ["letter": "\(letter.id)", "reason": "\(reason)"])
                    return .dropped
                case .cancelled: return nil
                case .unauthorised:
                    // The listener says so, and stops the daemon; nothing is lost.
                    await tempo.rest(.seconds(60))
                case .tooManyRequests(let retryAfter, let everywhere):
                    if everywhere { await pace.hold(for: retryAfter) }
                    await tempo.rest(patience.next(after: error))
                case .unreachable, .anotherPoller, .webhookSet:
                    await tempo.rest(patience.next(after: error))
                }
            }
        }
        return nil
    }

    /// What a letter is cut into, once for all attempts: a picture isn't drawn anew, nor is a piece
    /// sent again that is there already.
    private struct Progress {
        var pieces: [Outgoing]?
        var sent = 0
        var last: MessageID?
    }

    private func attempt(
        _ item: Rounds.Item, _ progress: inout Progress
    ) async throws(Fault) -> Delivery.Outcome? {
        let letter = item.letter
        switch letter.content {
        case .deletion(let messages):
            for message in messages.dropFirst(progress.sent) {
                guard try await turn(for: item) else { return nil }
                do throws(Fault) {
                    _ = try await messenger.delete(message, at: letter.to)
                } catch .refused {
                    // One that stays is no reason to leave the others.
                }
                progress.sent += 1
            }
            return .sent(nil)
        case .retirement(let message):
            guard try await turn(for: item) else { return nil }
            try await messenger.retireButtons(of: message, at: letter.to)
            return .sent(nil)
        case .message, .voice, .document, .picture:
            break
        }
        for piece in await pieces(of: letter, &progress).dropFirst(progress.sent) {
            guard try await turn(for: item) else { return nil }
            progress.last = try await messenger.send(piece, to: letter.to)
            progress.sent += 1
        }
        return progress.sent == 0 ? .dropped : .sent(progress.last)
    }

    private func pieces(of letter: Letter, _ progress: inout Progress) async -> [Outgoing] {
        if let pieces = progress.pieces { return pieces }
        let pieces = await letter.outgoing(easel).map(messenger.pieces) ?? []
        progress.pieces = pieces
        return pieces
    }

    /// Waits for its turn, and until the folder can be asked. False if it isn't owed any more.
    private func turn(for item: Rounds.Item) async throws(Fault) -> Bool {
        await pace.turn()
        while !Task.isCancelled {
            do throws(StoreFault) {
                return try await desk.owes(item.letter, of: item.page)
            } catch {
                // No room to open a file, or a daemon that is about to stop. Nothing is lost.
                await tempo.rest(.seconds(1))
            }
        }
        throw .cancelled
    }
}
