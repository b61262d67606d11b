import Synchronization

/// Rings when something has happened; whoever waits looks then whether it is what they wait for.
final class Bell: Sendable {
    private struct State {
        var rings = 0
        var numbers = 0
        var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
    }

    private let state = Mutex(State())

    /// How often it rang so far.
    var rings: Int { state.withLock(\.rings) }

    func ring() {
        let waiting = state.withLock { state in
            state.rings += 1
            defer { state.waiting = [:] }
            return state.waiting
        }
        for continuation in waiting.values { continuation.resume() }
    }

    /// Returns once it has rung more often than `rings`, or when the time is over.
    func wait(after rings: Int, within time: Duration) async {
        let number = state.withLock { state in
            state.numbers += 1
            return state.numbers
        }
        let alarm = Task {
            // Cancelled means: it rang in time.
            guard (try? await Task.sleep(for: time)) != nil else { return }
            self.state.withLock { $0.waiting.removeValue(forKey: number) }?.resume()
        }
        defer { alarm.cancel() }
        await withCheckedContinuation { continuation in
            let isOver = state.withLock { state in
                if state.rings > rings { return true }
                state.waiting[number] = continuation
                return false
            }
            if isOver { continuation.resume() }
        }
    }
}
