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

    /// The first start on a folder that was put back: before anything is heard or sent.
    private func comeBackFromBackup() async throws {
        guard restored.isThere else { return }
        do {
            try await desk.setBack()
            try restored.remove()
        } catch let fault as StoreFault {
            throw Stop(fault)
        } catch is DiskFault {
            throw Stop("The mark beside the data folder that it was restored can't be removed.")
        }
    }

    /// Runs the services until they are told to stop or a person must look after them, then
    /// closes what was opened.
    ///
    /// - Throws: what a person must fix, as a ``Stop``.
    func serve(_ group: ServiceGroup, log: Logger) async throws {
        do throws(StoreFault) { try await desk.finishForgetting() } catch { throw Stop(error) }
        try await comeBackFromBackup()
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
        let silence =
            platforms.posts.compactMap(\.health.silence).min().map { "\($0.components.seconds)" }
            ?? "no poll answered yet"
        log.info("Stopped.", metadata: ["secondsSinceLastPoll": "\(silence)"])
        switch platforms.posts.compactMap(\.health.reason).first {
        case .unauthorised:
            throw Stop(
                "The platform doesn't accept the bot's login: put the right token or password in,"
                    + " then start again.")
        case .storeBroken:
            throw Stop(.broken)
        case nil:
            if let fault = failure as? StoreFault { throw Stop(fault) }
            if let failure { throw failure }
        }
    }
}
