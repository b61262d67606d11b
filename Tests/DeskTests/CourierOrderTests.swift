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
        let time = HandTurnedClock()
        let pace = Pace(perSecond: 1, tempo: time.tempo)
        await pace.hold(for: .seconds(5))
        let gone = Noted<String>()
        var tasks: [Task<Void, Never>] = []
        for number in 1...6 {
            // The answer comes last.
            let isAnswer = number == 6
            tasks.append(
                Task {
                    await pace.turn(for: .chat(number), isAnswer: isAnswer)
                    gone.note(isAnswer ? "answer" : "other")
                })
            while await pace.waiting < number { await Task.yield() }
        }
        while time.sleepers == 0 { await Task.yield() }
        await pace.hold(for: .seconds(6))
        time.turn(by: .seconds(5))
        // What was held is held for longer now.
        while time.sleepers == 0 { await Task.yield() }
        #expect(await pace.waiting == 6)
        time.turn(by: .seconds(1))
        // Two at once, of a fifth of a second and the one that is due.
        while gone.all.count < 2 { await Task.yield() }
        #expect(gone.all.contains("answer"))
        #expect(await pace.waiting == 4)
        for left in stride(from: 4, to: 0, by: -1) {
            while time.sleepers == 0 { await Task.yield() }
            #expect(await pace.waiting == left)
            time.turn(by: .seconds(1))
        }
        for task in tasks { await task.value }
        #expect(gone.all.count { $0 == "other" } == 5)
    }

    /// The card of somebody who writes is in a hand already, and waits for its turn.
    @Test(arguments: [false, true])
    func `what is before an answer in its chat goes as soon`(isInHand: Bool) async {
        let time = HandTurnedClock()
        let pace = Pace(perSecond: 1, tempo: time.tempo)
        await pace.hold(for: .seconds(1))
        let gone = Noted<Int>()
        if !isInHand { await pace.hurry(.chat(9)) }
        var tasks: [Task<Void, Never>] = []
        for number in 1...9 {
            tasks.append(
                Task {
                    await pace.turn(for: .chat(number), isAnswer: false)
                    gone.note(number)
                })
            while await pace.waiting < number { await Task.yield() }
        }
        if isInHand { await pace.hurry(.chat(9)) }
        while time.sleepers == 0 { await Task.yield() }
        time.turn(by: .seconds(1))
        while gone.all.count < 2 { await Task.yield() }
        #expect(gone.all.contains(9))
        for task in tasks { task.cancel() }
        for task in tasks { await task.value }
    }

    @Test func `several chats that have too much hold all, one doesn't`() async {
        let time = HandTurnedClock()
        let pace = Pace(perSecond: 0, tempo: time.tempo)
        for number in [1, 1, 2, 2] {
            await pace.tooMany(in: .chat(number), retryAfter: .seconds(4))
        }
        // Two chats aren't several: nobody waits, while the clock stands still.
        await pace.turn(for: .chat(3), isAnswer: true)
        time.turn(by: .seconds(9))
        await pace.tooMany(in: .chat(4), retryAfter: .seconds(4))
        let turn = Task { await pace.turn(for: .chat(3), isAnswer: true) }
        while await pace.waiting == 0 { await Task.yield() }
        while time.sleepers == 0 { await Task.yield() }
        time.turn(by: .milliseconds(3_999))
        #expect(await pace.waiting == 1)
        time.turn(by: .milliseconds(1))
        await turn.value
        // Long after, the same three are no longer several.
        time.turn(by: .seconds(60))
        await pace.tooMany(in: .chat(5), retryAfter: .seconds(4))
        await pace.turn(for: .chat(3), isAnswer: true)
    }

    @Test func `a chat gets some at once, and then one a second`() async {
        let time = HandTurnedClock()
        let pace = Pace(perSecond: 1_000, tempo: time.tempo)
        for _ in 1...Pace.burst {
            // In all, a thousandth of a second lies between two.
            time.turn(by: .milliseconds(1))
            await pace.turn(for: .chat(1), isAnswer: true)
        }
        let fifth = Task { await pace.turn(for: .chat(1), isAnswer: true) }
        while time.sleepers == 0 { await Task.yield() }
        time.turn(by: .milliseconds(990))
        #expect(time.sleepers == 1)
        // Another chat doesn't wait for that one.
        await pace.turn(for: .chat(2), isAnswer: false)
        time.turn(by: .milliseconds(10))
        await fifth.value
    }

    @Test func `no second has more than may go in all`() async {
        let time = HandTurnedClock()
        let pace = Pace(perSecond: 30, tempo: time.tempo)
        let gone = Noted<Duration>()
        let tempo = time.tempo
        let tasks = (1...120).map { number in
            Task {
                await pace.turn(for: .chat(number), isAnswer: number % 10 == 0)
                gone.note(tempo.now())
            }
        }
        while gone.all.count < tasks.count {
            for _ in 0..<50 { await Task.yield() }
            if time.sleepers > 0 { time.turn(by: .milliseconds(3)) }
        }
        let times = gone.all.sorted()
        for (index, time) in times.enumerated() {
            #expect(times[index...].count { $0 - time < .seconds(1) } <= 37)
        }
        #expect(times[119] - times[0] >= .milliseconds(3_700))
    }

    @Test func `whoever waits for a turn is let go when the daemon stops`() async {
        let pace = Pace(perSecond: 0, tempo: HandTurnedClock().tempo)
        await pace.hold(for: .seconds(3_600))
        let waiting = (1...20).map { number in
            Task { await pace.turn(for: .chat(number), isAnswer: number % 2 == 0) }
        }
        while await pace.waiting < 20 { await Task.yield() }
        for task in waiting { task.cancel() }
        for task in waiting { await task.value }
    }
}

private final class Noted<Value: Sendable>: Sendable {
    private let values = Mutex<[Value]>([])
    var all: [Value] { values.withLock { $0 } }
    func note(_ value: Value) { values.withLock { $0.append(value) } }
}

extension Address {
    fileprivate static func chat(_ number: Int) -> Address {
        Address(platform: "rehearsal", chat: String(number))
    }
}
