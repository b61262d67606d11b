import Dialogue
import Messenger
import Rehearsal
import Synchronization
import Testing

@testable import Desk

/// Whose letter goes first, and how many go at once.
@Suite struct CourierOrderTests {
    private let clock = Clock { .scriptStart }

    private func letter(_ id: Int, to chat: Int, isUnasked: Bool) -> Owed {
        var letter = Letter(
            id: id, to: Address(platform: "rehearsal", chat: String(chat)),
            content: .retirement(message: MessageID(1)))
        letter.isUnasked = isUnasked
        return Owed(page: "page\(chat)", letters: [letter])
    }

    @Test func `an answer goes before all that nobody waits for, and in its chat's order`() async {
        let rounds = Rounds(clock: clock, tempo: .real)
        await rounds.add((1...10).map { letter(1, to: $0, isUnasked: true) })
        await rounds.add([letter(2, to: 7, isUnasked: false), letter(1, to: 50, isUnasked: false)])
        var taken: [String] = []
        for _ in 1...4 {
            guard let item = await rounds.take() else { break }
            taken.append("\(item.letter.to.chat.text).\(item.letter.id)")
            await rounds.done(with: item)
        }
        // Seven's card came first, so it goes first; then the answers, each as it was owed.
        #expect(taken == ["7.1", "50.1", "7.2", "1.1"])
    }

    @Test func `some hands are kept for answers`() async throws {
        let backlog = Backlog()
        let rounds = Rounds(clock: clock, tempo: .real, backlog: backlog)
        await rounds.add((1...200).map { letter(1, to: $0, isUnasked: true) })
        var held: [Rounds.Item] = []
        for _ in 0..<Rounds.mostUnasked { held.append(try #require(await rounds.take())) }
        // One more would wait; an answer doesn't.
        async let next = rounds.take()
        await rounds.add([letter(1, to: 900, isUnasked: false)])
        let answer = try #require(await next)
        #expect(answer.letter.to.chat.text == "900")
        // Whoever only waits for the platform lends their hand to another.
        await rounds.rest(with: held[0]) { held.append(await rounds.take() ?? answer) }
        #expect(held.last?.letter.to.chat.text == "\(Rounds.mostUnasked + 1)")
        // All of it in the end, and nothing is counted for ever.
        await rounds.done(with: answer)
        for item in held { await rounds.done(with: item) }
        for _ in held.count..<200 {
            let item = try #require(await rounds.take())
            await rounds.done(with: item)
        }
        #expect(!backlog.isLong && backlog.count == 0)
    }

    @Test func `a long backlog is one until it is carried, and what sleeps isn't in it`()
        async throws
    {
        let backlog = Backlog()
        let rounds = Rounds(clock: clock, tempo: .real, backlog: backlog)
        await rounds.add((1...Backlog.many).map { letter(1, to: $0, isUnasked: true) })
        #expect(backlog.isLong)
        let item = try #require(await rounds.take())
        await rounds.holdBack(item, until: .scriptStart + .hours(9))
        #expect(!backlog.isLong)
        await rounds.add([letter(1, to: 5_000, isUnasked: false)])
        #expect(backlog.count == Backlog.many - 1)
    }

    @Test func `when the hold is over, answers go first`() async {
        let pace = Pace(perSecond: 0)
        await pace.hold(for: .milliseconds(600))
        let said = Said()
        var tasks: [Task<Void, Never>] = []
        for number in 1...5 {
            tasks.append(
                Task {
                    await pace.turn(for: .chat(number), isAnswer: false)
                    said.note("other")
                })
        }
        // Last in line, before the hold is over.
        await Tempo.real.rest(.milliseconds(60))
        await pace.turn(for: .chat(99), isAnswer: true)
        said.note("answer")
        for task in tasks { await task.value }
        #expect(said.order.withLock { $0 }.count == 6)
        #expect(said.order.withLock { $0 }.first == "answer")
    }

    @Test func `several chats that have too much hold all, one doesn't`() async {
        let pace = Pace(perSecond: 0)
        let begun = ContinuousClock.now
        for number in [1, 1, 2, 2] {
            await pace.tooMany(in: .chat(number), retryAfter: .milliseconds(400))
        }
        // Not held: it would be later than the hold could end.
        await pace.turn(for: .chat(3), isAnswer: true)
        let free = ContinuousClock.now
        await pace.tooMany(in: .chat(4), retryAfter: .milliseconds(400))
        await pace.turn(for: .chat(3), isAnswer: true)
        #expect(ContinuousClock.now - free >= .milliseconds(400) || free - begun > .seconds(9))
    }

    @Test func `a chat gets some at once, and then one a second`() async {
        let pace = Pace(perSecond: 1_000)
        let begun = ContinuousClock.now
        for _ in 0...Pace.burst { await pace.turn(for: .chat(1), isAnswer: true) }
        #expect(ContinuousClock.now - begun >= .milliseconds(900))
    }

    @Test func `whoever waits for a turn is let go when the daemon stops`() async {
        let pace = Pace(perSecond: 0)
        await pace.hold(for: .seconds(3_600))
        let waiting = (1...20).map { number in
            Task { await pace.turn(for: .chat(number), isAnswer: number % 2 == 0) }
        }
        await Tempo.real.rest(.milliseconds(50))
        for task in waiting { task.cancel() }
        for task in waiting { await task.value }
    }
}

private final class Said: Sendable {
    let order = Mutex<[String]>([])
    func note(_ what: String) { order.withLock { $0.append(what) } }
}

extension Address {
    fileprivate static func chat(_ number: Int) -> Address {
        Address(platform: "rehearsal", chat: String(number))
    }
}
