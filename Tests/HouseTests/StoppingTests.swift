import Desk
import Messenger
import Rehearsal
import ServiceLifecycle
import Synchronization
import Testing

@testable import talkaboutit

/// Stopping by a signal.
@Suite(.timeLimit(.minutes(40))) struct StoppingTests {
    @Test func `it stops in a long poll at once`() async throws {
        try await HouseStage.play { stage in
            try await rehearse(Scenes.solo, on: stage)
            try await stage.untilPolling()
            let started = ContinuousClock.now
            try await stage.running?.stop()
            // Far from the 50 s of a poll; three at most when nothing else runs.
            #expect(ContinuousClock.now - started < .seconds(12))
            #expect(await stage.unconfirmed() == 0)
        }
    }

    @Test func `what is heard at the last moment is kept and confirmed`() async throws {
        try await HouseStage.play(startsDaemon: false) { stage in
            let daemon = try stage.assembled()
            let signal = Signal()
            let messenger = FakeMessenger { _ in
                // The signal comes while the answer is on its way.
                await signal.send()
                while !Task.isCancelled { await Task.yield() }
                return Batch(
                    items: [
                        Incoming(
                            id: 7, from: Address(platform: "telegram", chat: "1"),
                            sender: .init(name: Hushed("Ada"), language: nil),
                            event: .text(message: MessageID(1), Hushed("/start"), replyTo: nil))
                    ], next: Cursor(8))
            }
            let listener = Listener(
                desk: daemon.desk, messenger: messenger, health: Health(), refusal: "",
                log: stage.log.logger)
            let group = ServiceGroup(
                configuration: .init(
                    services: [.init(service: listener, successTerminationBehavior: .ignore)],
                    logger: quiet(stage.log.logger)))
            signal.group.withLock { $0 = group }
            try await group.run()
            #expect(messenger.confirmed == [Cursor(8)])
            #expect(await daemon.desk.cursor(of: "telegram") == Cursor(8))
            try await daemon.close()
        }
    }

    private final class Signal: Sendable {
        let group = Mutex<ServiceGroup?>(nil)

        func send() async {
            let group = group.withLock { $0 }
            await group?.triggerGracefulShutdown()
        }
    }
}
