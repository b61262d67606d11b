/// Knows the port once there is one, and lets others wait for it.
actor Door {
    private enum State {
        case closed
        case open(port: Int)
        case shut
    }

    private var state = State.closed
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func open(port: Int?) {
        state = port.map { .open(port: $0) } ?? .shut
        release()
    }

    func shut() {
        state = .shut
        release()
    }

    func port() async throws -> Int {
        if case .closed = state {
            await withCheckedContinuation { waiting.append($0) }
        }
        guard case .open(let port) = state else { throw LocalChat.NotListening() }
        return port
    }

    private func release() {
        for continuation in waiting { continuation.resume() }
        waiting = []
    }
}
