import Testing

@testable import LocalChat

@Suite struct UpdateQueueTests {
    private func queue(_ count: Int) -> UpdateQueue {
        var queue = UpdateQueue(firstID: 500)
        for _ in 0..<count { queue.push([1], kind: .message, now: 0) }
        return queue
    }

    private func ids(_ queue: inout UpdateQueue, _ offset: Int64, now: Double = 0) -> [Int64] {
        queue.take(from: offset, limit: 100, now: now).map(\.id)
    }

    @Test func zeroConfirmsNothing() {
        var queue = queue(3)
        #expect(ids(&queue, 0) == [500, 501, 502])
        #expect(ids(&queue, 0) == [500, 501, 502])
    }

    @Test func aLaterOffsetConfirmsWhatLiesBefore() {
        var queue = queue(3)
        #expect(ids(&queue, 502) == [502])
        #expect(ids(&queue, 0) == [502])
        #expect(ids(&queue, 503) == [])
        #expect(queue.count == 0)
    }

    @Test func anEarlierOffsetIsHarmless() {
        var queue = queue(2)
        #expect(ids(&queue, 400) == [500, 501])
    }

    @Test func aNegativeOffsetDeletesAllButTheLast() {
        var queue = queue(5)
        #expect(ids(&queue, -2) == [503, 504])
        #expect(ids(&queue, 0) == [503, 504])
        #expect(ids(&queue, .min) == [503, 504])
    }

    @Test func anOffsetFarAheadIsAnsweredFromTheHead() {
        var queue = queue(2)
        #expect(ids(&queue, 513) == [500, 501])
        #expect(ids(&queue, 512) == [], "ten ahead is still believed")
    }

    @Test func aFarPastOffsetIsAnsweredFromTheHead() {
        var queue = UpdateQueue(firstID: 900_000)
        queue.push([1], kind: .message, now: 0)
        #expect(ids(&queue, 5) == [900_000])
    }

    @Test func pressesExpireLongBeforeMessages() {
        var queue = queue(1)
        queue.push([2], kind: .callbackQuery, now: 0)
        #expect(ids(&queue, 0, now: 149.9) == [500, 501])
        #expect(ids(&queue, 0, now: 150) == [500])
        #expect(ids(&queue, 0, now: 86_400) == [])
    }

    @Test func theLimitIsKept() {
        var queue = queue(5)
        #expect(queue.take(from: 0, limit: 2, now: 0).map(\.id) == [500, 501])
    }

    @Test func anAnswerEndsAtFourMegabytes() {
        var queue = UpdateQueue(firstID: 1)
        let large = [UInt8](repeating: 0x20, count: 500_000)
        for _ in 0..<20 { queue.push(large, kind: .message, now: 0) }
        #expect(queue.take(from: 0, limit: 100, now: 0).count == 9)
    }

    @Test func whatDoesNotFitIsDropped() {
        var queue = UpdateQueue(firstID: 1)
        let isHugeTaken = queue.push(
            [UInt8](repeating: 1, count: 600_000), kind: .message, now: 0)
        #expect(!isHugeTaken)
        for _ in 0..<UpdateQueue.maximumUpdates { queue.push([1], kind: .message, now: 0) }
        let isOneMoreTaken = queue.push([1], kind: .message, now: 0)
        #expect(!isOneMoreTaken)
        #expect(queue.count == UpdateQueue.maximumUpdates)
        #expect(ids(&queue, 100_001) == [], "all confirmed, the pieces cut off")
        let isLaterTaken = queue.push([1], kind: .message, now: 0)
        #expect(isLaterTaken)
    }

    @Test func aHotRepeatIsSlowedDown() {
        var gate = PollGate()
        let start = ContinuousClock.now
        let wanted = PollGate.Grant(timeoutSeconds: 0, limit: 100)
        #expect(gate.admit(offset: 7, wanted, at: start) == wanted)
        #expect(
            gate.admit(offset: 7, wanted, at: start + .milliseconds(400))
                == PollGate.Grant(timeoutSeconds: 3, limit: 1))
        #expect(
            gate.admit(offset: 7, wanted, at: start + .milliseconds(2_400))
                == PollGate.Grant(timeoutSeconds: 3, limit: 100))
        #expect(gate.admit(offset: 8, wanted, at: start + .milliseconds(2_500)) == wanted)
        #expect(gate.admit(offset: 8, wanted, at: start + .seconds(6)) == wanted)
    }
}
