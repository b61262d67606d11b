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
    private let crossing: Crossing
    private let backlog: Backlog
    private let log: Logger

    /// - Parameters:
    ///   - owed: what the desk hands over, in order.
    ///   - sendsPerSecond: in all; 0 for no limit.
    ///   - crossing: how a recording comes from another platform.
    package init(
        desk: Desk, owed: AsyncStream<[Owed]>, messenger: any Messenger, clock: Clock,
        sendsPerSecond: Int, health: Health, tempo: Tempo = .real,
        easel: Easel = .real, crossing: Crossing = .none, backlog: Backlog = Backlog(), log: Logger
    ) {
        self.desk = desk
        self.owed = owed
        self.messenger = messenger
        self.clock = clock
        pace = Pace(perSecond: sendsPerSecond)
        self.health = health
        self.tempo = tempo
        self.easel = easel
        self.crossing = crossing
        self.backlog = backlog
        self.log = log
    }

    package func run() async throws {
        let ledger = Ledger(desk: desk, tempo: tempo)
        let rounds = Rounds(clock: clock, tempo: tempo, backlog: backlog)
        try await cancelWhenGracefulShutdown {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    for await batch in owed {
                        await rounds.add(batch)
                        for letter in batch.flatMap(\.letters) where letter.isAnswer {
                            await pace.hurry(letter.to)
                        }
                    }
                }
                group.addTask { try await ledger.run() }
                group.addTask { await rounds.keepTime() }
                group.addTask {
                    await withDiscardingTaskGroup { hands in
                        while let item = await rounds.take() {
                            hands.addTask { await carry(item, rounds, ledger) }
                        }
                    }
                }
                // The first that fails ends all: `waitForAll` would wait for the others.
                for try await _ in group {}
            }
        }
        try await ledger.close()
    }

    /// What becomes of a letter in one of the courier's hands.
    private enum Errand {
        /// Nil if the daemon stops before it is settled: then it is sent after the next start; or
        /// if it is owed no more.
        case ended(Delivery.Outcome?)
        case heldBack(until: Moment)
    }

    /// One of many hands: delivers a letter and gives its chat back.
    private func carry(_ item: Rounds.Item, _ rounds: Rounds, _ ledger: Ledger) async {
        switch await deliver(item, rounds) {
        case .heldBack(let moment):
            await rounds.holdBack(item, until: moment)
        case .ended(var outcome):
            let isCourtesy = item.letter.id == Letter.courtesy
            // Only a letter that somebody waits for tells that its reader is gone.
            if isCourtesy { outcome = .dropped }
            if let outcome, !isCourtesy {
                await ledger.note(
                    Delivery(
                        page: item.page, letter: item.letter.id, to: item.letter.to,
                        outcome: outcome))
            }
            if outcome == .recipientGone,
                let held = item.letter.held(on: item.page, at: clock.now())
            {
                await rounds.holdBack(item, as: held)
            } else {
                await rounds.done(with: item)
            }
        }
    }

    private func deliver(_ item: Rounds.Item, _ rounds: Rounds) async -> Errand {
        let letter = item.letter
        var patience = Patience()
        var progress = Progress()
        while !Task.isCancelled {
            if letter.isOver(at: clock.now()), progress.sent == 0 { return .ended(.dropped) }
            do throws(Fault) {
                return try await attempt(item, &progress)
            } catch {
                switch error {
                case .recipientGone, .moved: return .ended(.recipientGone)
                case .refused(let reason):
                    log.error(
                        "The platform refuses a letter; it is set aside.",
                        metadata: ["letter": "\(letter.id)", "reason": "\(reason)"])
                    return .ended(.dropped)
                case .cancelled: return .ended(nil)
                case .unauthorised:
                    // The listener says so, and stops the daemon; nothing is lost.
                    await tempo.rest(.seconds(60))
                case .tooManyRequests(let retryAfter, let everywhere):
                    if everywhere {
                        await pace.hold(for: retryAfter)
                    } else {
                        await pace.tooMany(in: letter.to, retryAfter: retryAfter)
                    }
                    let pause = patience.next(after: error)
                    await rounds.rest(with: item) { await tempo.rest(pause) }
                case .unreachable, .anotherPoller, .webhookSet:
                    progress.failures += 1
                    if progress.failures >= Courier.mostTriesOfPicture, health.isHeard {
                        // Whatever keeps it out lets others through: its text says the same.
                        progress.leaveAttachment()
                    }
                    await tempo.rest(patience.next(after: error))
                }
            }
        }
        return .ended(nil)
    }

    /// After so many failures while the platform is heard a picture is left out.
    private static let mostTriesOfPicture = 6

    private func attempt(
        _ item: Rounds.Item, _ progress: inout Progress
    ) async throws(Fault) -> Errand {
        let letter = item.letter
        switch letter.content {
        case .deletion(let messages):
            for message in messages.dropFirst(progress.sent) {
                if let errand = try await turn(for: item) { return errand }
                do throws(Fault) {
                    _ = try await messenger.delete(message, at: letter.to)
                } catch .refused {
                    // One that stays is no reason to leave the others.
                }
                progress.sent += 1
            }
            return .ended(.sent(nil))
        case .retirement(let message):
            if let errand = try await turn(for: item) { return errand }
            try await messenger.retireButtons(of: message, at: letter.to)
            return .ended(.sent(nil))
        case .message, .voice, .document, .picture, .keepsake:
            break
        }
        for piece in try await pieces(of: letter, &progress).dropFirst(progress.sent) {
            if let errand = try await turn(for: item) { return errand }
            progress.last = try await messenger.send(
                piece, to: letter.to, as: item.postmark(ofPiece: progress.sent, at: clock.now()))
            progress.sent += 1
        }
        return .ended(progress.sent == 0 ? .dropped : .sent(progress.last))
    }

    private func pieces(
        of letter: Letter, _ progress: inout Progress
    ) async throws(Fault) -> [Outgoing] {
        if let pieces = progress.pieces { return pieces }
        var outgoing = await letter.outgoing(easel)
        if case .voice(let words) = letter.content {
            let voice = VoiceReference(saved: words.text)
            if voice.platform != messenger.platform {
                // Whatever keeps it from coming over, its reader is told that there is one.
                outgoing?.attach(
                    progress.failures < Courier.mostTriesOfPicture
                        ? try await crossing.fetch(voice.platform, voice.reference) : nil,
                    orSay: crossing.words)
            }
        }
        if case .photo? = outgoing?.attachment, !messenger.abilities.contains(.pictures) {
            // Its text says the same.
            outgoing?.attachment = nil
        }
        let pieces = outgoing.map(messenger.pieces) ?? []
        progress.pieces = pieces
        return pieces
    }

    /// Waits for its turn, and until the folder can be asked. Nil if it is to be sent.
    ///
    /// Of what may well be held back it is asked before, too, so that it takes nobody's turn; not
    /// of everything, since each asking reads a page.
    private func turn(for item: Rounds.Item) async throws(Fault) -> Errand? {
        let isWaiting = item.letter.notBefore != nil || item.letter.isLate(at: clock.now())
        if isWaiting, let errand = try await judged(item) { return errand }
        await pace.turn(for: item.letter.to, isAnswer: !item.letter.isUnasked)
        return try await judged(item)
    }

    private func judged(_ item: Rounds.Item) async throws(Fault) -> Errand? {
        while !Task.isCancelled {
            do throws(StoreFault) {
                switch try await desk.standing(of: item.letter, on: item.page) {
                case .owed where item.letter.isOver(at: clock.now()): return .ended(.dropped)
                case .owed: return nil
                case .withdrawn: return .ended(nil)
                case .forgotten, .unwanted: return .ended(.dropped)
                case .heldBack(let moment): return .heldBack(until: moment)
                }
            } catch {
                // No room to open a file, or a daemon that is about to stop. Nothing is lost.
                await tempo.rest(.seconds(1))
            }
        }
        throw .cancelled
    }
}
