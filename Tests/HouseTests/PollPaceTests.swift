import Desk
import Dialogue
import Messenger
import Synchronization
import Testing

@testable import talkaboutit

/// A poll that is answered at once is not asked hotly.
@Suite(.timeLimit(.minutes(40))) struct PollPaceTests {
    @Test func `empty answers at once`() async throws {
        let happened = try await listening(to: Batch(items: [], next: nil))
        #expect(happened.count == 40)
        for (index, step) in happened.enumerated() {
            #expect(step == (index.isMultiple(of: 2) ? .poll : .rest(.seconds(1))))
        }
    }

    @Test func `the same batch at once, for ever`() async throws {
        let batch = Batch(
            items: [
                Incoming(
                    id: 7, from: Address(platform: "telegram", chat: "1"),
                    sender: .init(name: Hushed("Ada"), language: nil),
                    event: .reachable(true))
            ], next: Cursor(8))
        let happened = try await listening(to: batch)
        // The first one was new.
        #expect(happened.prefix(4) == [.poll, .poll, .rest(.seconds(1)), .poll])
        #expect(happened.count { $0 == .poll } <= 21)
    }

    @Test func `a platform that is away`() async throws {
        let happened = try await listening(to: nil)
        let rests = happened.compactMap { step in
            if case .rest(let duration) = step { duration } else { nil }
        }
        #expect(rests.count == 20)
        for (tries, rest) in rests.enumerated() {
            let most = Duration.seconds(min(60, 1 << min(tries, 6)))
            #expect(rest <= most && rest >= most / 2)
        }
        // Some of it is chance.
        #expect(Set(rests.suffix(10)).count > 1)
    }

    /// What a listener did until it had rested twenty times.
    private func listening(to batch: Batch?) async throws -> [Step] {
        let diary = Diary()
        try await HouseStage.play(startsDaemon: false) { stage in
            let daemon = try stage.assembled()
            let listener = Listener(
                desk: daemon.desk, messenger: hasty(batch, diary),
                health: Health(), refusal: "", tempo: diary.tempo, log: stage.log.logger)
            try await listener.run()
            try await daemon.close()
        }
        return diary.steps.withLock { $0 }
    }

    /// Answers every poll at once, with the same thing or not at all.
    private func hasty(_ batch: Batch?, _ diary: Diary) -> FakeMessenger {
        FakeMessenger { _ throws(Fault) in
            if diary.isFull { throw .cancelled }
            diary.note(.poll)
            guard let batch else { throw .unreachable(sent: false) }
            return batch
        }
    }

    enum Step: Equatable {
        case poll
        case rest(Duration)
    }

    final class Diary: Sendable {
        let steps = Mutex<[Step]>([])

        var tempo: Tempo { Tempo { duration in self.note(.rest(duration)) } }

        func note(_ step: Step) { steps.withLock { $0.append(step) } }

        var isFull: Bool { steps.withLock { $0.count { $0 != .poll } >= 20 } }
    }
}
