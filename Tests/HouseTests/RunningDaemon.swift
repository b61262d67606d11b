import Logging
import ServiceLifecycle
import Synchronization

@testable import talkaboutit

/// The whole daemon at work on a folder, as the executable puts it together; only the clock, the
/// dice and the pauses are the test's.
final class RunningDaemon: Sendable {
    let daemon: Daemon
    let power: PowerSwitch
    private let group: ServiceGroup
    private let task: Task<Void, any Error>
    private let isOver: Over

    private final class Over: Sendable {
        let flag = Mutex(false)
    }

    /// Starts it.
    ///
    /// - Parameter bell: rings when it has ended.
    init(_ daemon: Daemon, power: PowerSwitch, bell: Bell, log: Logger) {
        let group = daemon.group(stoppingOn: [], log: log)
        let over = Over()
        isOver = over
        self.daemon = daemon
        self.power = power
        self.group = group
        task = Task {
            defer {
                over.flag.withLock { $0 = true }
                bell.ring()
            }
            try await daemon.serve(group, log: log)
        }
    }

    var hasEnded: Bool { isOver.flag.withLock { $0 } }

    /// As on a signal. Returns once all is closed; throws what a person must fix.
    func stop() async throws {
        await group.triggerGracefulShutdown()
        try await task.value
    }

    /// Why it ended by itself; nil if calmly.
    @discardableResult
    func end() async -> (any Error)? {
        switch await task.result {
        case .success: nil
        case .failure(let error): error
        }
    }

    /// The power goes: from this moment nothing more reaches the disk. Returns when the process
    /// is gone.
    func die() async {
        power.cut()
        task.cancel()
        _ = await task.result
    }
}
