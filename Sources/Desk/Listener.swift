import Curriculum
import Dialogue
package import Logging
package import Messenger
import ServiceLifecycle
import Store

/// Polls a platform, one poll at a time, hands each batch to the desk, and confirms it with the
/// next poll, once the desk has it on disk.
package struct Listener: Service {
    private let desk: Desk
    private let messenger: any Messenger
    private let health: Health
    private let refusal: String
    private let isAlone: Bool
    private let tempo: Tempo
    private let log: Logger
    private let prepare: @Sendable () async throws(Fault) -> Void
    private let afterwards: @Sendable () async -> Void

    /// - Parameters:
    ///   - refusal: what is said to a group before leaving it.
    ///   - isAlone: whether no other platform is served: then the daemon stops where a person must
    ///     look after this one.
    ///   - prepare: what must have succeeded before the first poll.
    ///   - afterwards: what can be done beside the polls.
    package init(
        desk: Desk, messenger: any Messenger, health: Health, refusal: String,
        isAlone: Bool = true, tempo: Tempo = .real, log: Logger,
        prepare: @escaping @Sendable () async throws(Fault) -> Void = {},
        afterwards: @escaping @Sendable () async -> Void = {}
    ) {
        self.desk = desk
        self.messenger = messenger
        self.health = health
        self.refusal = refusal
        self.isAlone = isAlone
        self.tempo = tempo
        self.log = log
        self.prepare = prepare
        self.afterwards = afterwards
    }

    package func run() async throws {
        let unconfirmed = try await cancelWhenGracefulShutdown {
            try await withThrowingDiscardingTaskGroup { group in
                defer { group.cancelAll() }
                var patience = Patience()
                try await introduce(&patience)
                group.addTask { await afterwards() }
                return try await listen(in: &group, &patience)
            }
        }
        if let unconfirmed { await confirm(unconfirmed) }
    }

    /// Polls until cancelled. Returns what was taken since the last poll and isn't confirmed yet.
    private func listen(
        in group: inout ThrowingDiscardingTaskGroup<any Error>, _ patience: inout Patience
    ) async throws -> Cursor? {
        var cursor = await desk.cursor(of: messenger.platform)
        // What a poll carried is confirmed by it.
        var confirmed = cursor
        while !Task.isCancelled {
            let started = ContinuousClock.now
            do throws(Fault) {
                confirmed = cursor
                let batch = try await messenger.receive(from: cursor)
                patience = Patience()
                health.polled()
                greet(batch, in: &group)
                guard try await hand(batch, on: messenger.platform) else { continue }
                let isNew = batch.next.map { $0 != cursor } ?? false
                cursor = batch.next ?? cursor
                // A poll that answers at once with nothing new must not be asked hotly.
                if !isNew, ContinuousClock.now - started < .seconds(1) {
                    await tempo.rest(.seconds(1))
                }
            } catch .cancelled {
                break
            } catch {
                try await wait(after: error, &patience)
            }
        }
        return cursor == confirmed ? nil : cursor
    }

    private func introduce(_ patience: inout Patience) async throws {
        while !Task.isCancelled {
            do throws(Fault) {
                return try await prepare()
            } catch .cancelled {
                return
            } catch {
                try await wait(after: error, &patience)
            }
        }
    }

    /// Stops the small clocks on pressed buttons at once, before any slow work; and leaves groups.
    private func greet(_ batch: Batch, in group: inout ThrowingDiscardingTaskGroup<any Error>) {
        var left: Set<Address> = []
        for incoming in batch.items {
            switch incoming.event {
            case .pressed(let callback, _, _):
                group.addTask {
                    // Only a courtesy: one that fails is not repeated.
                    try? await messenger.acknowledge(press: callback, notice: nil)
                }
            case .group:
                guard left.insert(incoming.from).inserted else { continue }
                group.addTask {
                    // Whoever adds the bot again is told again.
                    try? await messenger.leaveGroup(incoming.from, saying: refusal)
                }
            case .text, .voice, .edited, .unsupported, .takenBack, .opened, .reachable:
                continue
            }
        }
    }

    /// False if it must be polled again, since it couldn't be saved for now.
    private func hand(_ batch: Batch, on platform: String) async throws(Fault) -> Bool {
        do throws(StoreFault) {
            try await desk.take(batch, on: platform)
            return true
        } catch .full {
            log.error(
                "The disk is full, or too many files are open: nothing is acknowledged for now.")
            await tempo.rest(.seconds(10))
            return false
        } catch {
            log.critical("The data folder can't be written any more; stopping.")
            health.stop(for: .storeBroken)
            throw .cancelled
        }
    }

    private func wait(after fault: Fault, _ patience: inout Patience) async throws {
        let pause = patience.next(after: fault)
        switch fault {
        case .unauthorised:
            let facts: Logger.Metadata = ["platform": "\(messenger.platform)"]
            guard isAlone else {
                log.critical(
                    "The platform doesn't accept the login. The others go on; check it, then start again.",
                    metadata: facts)
                return await tempo.rest(.seconds(300))
            }
            log.critical(
                "The platform doesn't accept the login. Check it, then start again.",
                metadata: facts)
            health.stop(for: .unauthorised)
            throw fault
        case .webhookSet:
            log.error(
                "A webhook is set for this bot, so it can't be polled. Remove it, or set telegram.deleteWebhook."
            )
        case .anotherPoller where patience.isWorthALine:
            log.warning("Another program polls with this token, or an earlier poll is open still.")
        case .unreachable where patience.isWorthALine:
            log.warning(
                "The platform can't be reached; trying again.",
                metadata: ["tries": "\(patience.tries)"])
        case .refused where patience.isWorthALine, .recipientGone where patience.isWorthALine:
            log.warning(
                "The platform won't say what happened; trying again.",
                metadata: ["tries": "\(patience.tries)"])
        case .unreachable, .tooManyRequests, .anotherPoller, .recipientGone, .refused, .moved,
            .cancelled:
            break
        }
        await tempo.rest(pause)
    }

    /// Calmly stopped: what was heard is confirmed, so that it isn't brought again.
    private func confirm(_ cursor: Cursor) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                // If it fails the batch comes again, and is known.
                try? await messenger.confirm(cursor)
            }
            // Nobody waits longer than this for a daemon that stops.
            group.addTask { await Tempo.real.rest(.seconds(2)) }
            await group.next()
            group.cancelAll()
        }
    }
}

/// How long to wait after each kind of fault: doubling up to a minute, and some of it by chance,
/// so that many daemons don't come back at once.
struct Patience: Sendable {
    private(set) var tries = 0

    /// A line in the log for the first of a row, and then once in a while.
    var isWorthALine: Bool { tries == 1 || tries % 20 == 0 }

    mutating func next(after fault: Fault) -> Duration {
        tries += 1
        switch fault {
        case .tooManyRequests(let retryAfter, _):
            return retryAfter
        case .webhookSet:
            return .seconds(60)
        case .anotherPoller, .unreachable, .unauthorised, .recipientGone, .refused, .moved,
            .cancelled:
            let most = min(60_000, 1_000 << min(tries - 1, 6))
            return .milliseconds(Int.random(in: most / 2...most))
        }
    }
}
