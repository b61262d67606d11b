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
    private let timeChanges: @Sendable () -> Int
    private let alarm: Alarm
    private let posts: [Post]
    private let log: Logger

    /// - Parameters:
    ///   - isTimeKnown: whether the clock can be trusted; before that nothing is done by it.
    ///   - timeChanges: how often time was found to be another.
    ///   - posts: of each platform, whether it is heard and what its courier has in hand.
    package init(
        desk: Desk, clock: Clock, isTimeKnown: @escaping @Sendable () -> Bool = { true },
        timeChanges: @escaping @Sendable () -> Int = { 0 },
        alarm: Alarm, posts: [Post], log: Logger
    ) {
        self.desk = desk
        self.clock = clock
        self.isTimeKnown = isTimeKnown
        self.timeChanges = timeChanges
        self.alarm = alarm
        self.posts = posts
        self.log = log
    }

    package func run() async throws {
        try await cancelWhenGracefulShutdown {
            // Until the platform has answered, nothing can be sent either.
            while !isTimeKnown(), silence == nil, !Task.isCancelled {
                await rest(for: .milliseconds(100))
            }
            try await scan()
            var known = timeChanges()
            var lastLine = ContinuousClock.now
            while !Task.isCancelled {
                if ContinuousClock.now - lastLine > .seconds(3_600) {
                    lastLine = .now
                    sayHowItIs()
                }
                if timeChanges() != known {
                    // What is due when was reckoned by another clock.
                    known = timeChanges()
                    try await scan()
                }
                do throws(StoreFault) {
                    // While the courier has much in hand, only what counts on the minute.
                    while try await desk.tick(busy: busy) { await Task.yield() }
                } catch {
                    guard error == .full else { throw error }
                    sayThereIsNoRoom()
                    await rest(for: .seconds(10))
                }
                let next = await desk.nextDue()
                let wait = next.map { max(0, ($0 - clock.now()).seconds) } ?? 30
                await alarm.sleep(for: .seconds(min(max(wait, 1), 30)), until: next)
            }
        }
    }

    /// Whatever becomes due meanwhile.
    private func rest(for duration: Duration) async {
        // Cancelled is just the end of the rest.
        try? await Task.sleep(for: duration)
    }

    /// Finds out what is due. Without room to open files it is tried until there is.
    private func scan() async throws {
        while !Task.isCancelled {
            do throws(StoreFault) { return try await desk.scan() } catch {
                guard error == .full else { throw error }
                sayThereIsNoRoom()
                await rest(for: .seconds(10))
            }
        }
    }

    /// What one platform is to the clockwork.
    package struct Post: Sendable {
        package let platform: String
        package let health: Health
        package let backlog: Backlog

        package init(platform: String, health: Health, backlog: Backlog) {
            self.platform = platform
            self.health = health
            self.backlog = backlog
        }
    }

    /// Since when no platform was heard; nil before the first poll of any.
    private var silence: Duration? { posts.compactMap(\.health.silence).min() }

    /// Where no more cards are given for now: the courier has much in hand.
    private var busy: Set<String> {
        Set(posts.filter(\.backlog.isLong).map(\.platform))
    }

    private func sayThereIsNoRoom() {
        log.error(
            "The disk is full, or too many files are open: nothing is sent until there is room.")
    }

    /// Once an hour: whether the platform is still heard.
    private func sayHowItIs() {
        let silence = self.silence.map { "\($0.components.seconds)" } ?? "no poll answered yet"
        log.info("Running.", metadata: ["secondsSinceLastPoll": "\(silence)"])
    }
}
