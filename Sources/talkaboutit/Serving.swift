import Desk
import Logging
import ServiceLifecycle
import Store
import UnixSignals

extension Daemon {
    /// The services, to be run until one of these signals comes.
    func group(stoppingOn signals: [UnixSignal], log: Logger) -> ServiceGroup {
        ServiceGroup(
            configuration: .init(
                services: services, gracefulShutdownSignals: signals, logger: quiet(log)))
    }

    /// Runs the services until they are told to stop or a person must look after them, then
    /// closes what was opened.
    ///
    /// - Throws: what a person must fix, as a ``Stop``.
    func serve(_ group: ServiceGroup, log: Logger) async throws {
        do throws(StoreFault) { try await desk.finishForgetting() } catch { throw Stop(error) }
        log.info("Started.")
        var failure: (any Error)?
        do {
            try await group.run()
        } catch {
            failure = error
        }
        do {
            try await close()
        } catch {
            failure = failure ?? error
        }
        let silence = health.silence.map { "\($0.components.seconds)" } ?? "no poll answered yet"
        log.info("Stopped.", metadata: ["secondsSinceLastPoll": "\(silence)"])
        switch health.reason {
        case .unauthorised:
            throw Stop(
                "The platform doesn't accept the token: put the right one in, then start again.")
        case .storeBroken:
            throw Stop(.broken)
        case nil:
            if let fault = failure as? StoreFault { throw Stop(fault) }
            if let failure { throw failure }
        }
    }
}
