import Dialogue
package import Logging
import ServiceLifecycle
import Store

/// Brings what the clock brings: looks at the wall clock whenever something is due, and at least
/// twice a minute, since that clock may jump.
package struct Clockwork: Service {
    private let desk: Desk
    private let clock: Clock
    private let isTimeKnown: @Sendable () -> Bool
    private let alarm: Alarm
    private let health: Health
    private let backlog: Backlog
    private let log: Logger

    /// - Parameters:
    ///   - isTimeKnown: whether the clock can be trusted; before that nothing is done by it.
    ///   - backlog: what the courier has in hand; no more cards are given while it is long.
    package init(
        desk: Desk, clock: Clock, isTimeKnown: @escaping @Sendable () -> Bool = { true },
        alarm: Alarm, health: Health, backlog: Backlog = Backlog(),
        log: Logger
    ) {
        self.desk = desk
        self.clock = clock
        self.isTimeKnown = isTimeKnown
        self.alarm = alarm
        self.health = health
        self.backlog = backlog
        self.log = log
    }

    package func run() async throws {
        try await cancelWhenGracefulShutdown {
            try await scan()
            // Until the platform has said so, nothing can be sent either.
            while !isTimeKnown(), health.silence == nil, !Task.isCancelled {
                await alarm.sleep(for: .seconds(1), until: nil)
            }
            var lastLine = ContinuousClock.now
            while !Task.isCancelled {
                if ContinuousClock.now - lastLine > .seconds(3_600) {
                    lastLine = .now
                    sayHowItIs()
                }
                do throws(StoreFault) {
                    while try await desk.tick() { await rest() }
                } catch {
                    guard error == .full else { throw error }
                    sayThereIsNoRoom()
                }
                let next = await desk.nextDue()
                let wait = next.map { max(0, ($0 - clock.now()).seconds) } ?? 30
                await alarm.sleep(for: .seconds(min(max(wait, 1), 30)), until: next)
            }
        }
    }

    /// Lets those go first who are writing now, and the courier catch up.
    private func rest() async {
        await Task.yield()
        while backlog.isLong, !Task.isCancelled {
            await alarm.sleep(for: .milliseconds(200), until: nil)
        }
    }

    /// Finds out what is due. Without room to open files it is tried until there is.
    private func scan() async throws {
        while !Task.isCancelled {
            do throws(StoreFault) { return try await desk.scan() } catch {
                guard error == .full else { throw error }
                sayThereIsNoRoom()
                await alarm.sleep(for: .seconds(10), until: nil)
            }
        }
    }

    private func sayThereIsNoRoom() {
        log.error(
            "The disk is full, or too many files are open: nothing is sent until there is room.")
    }

    /// Once an hour: whether the platform is still heard.
    private func sayHowItIs() {
        let silence = health.silence.map { "\($0.components.seconds)" } ?? "no poll answered yet"
        log.info("Running.", metadata: ["secondsSinceLastPoll": "\(silence)"])
    }
}
