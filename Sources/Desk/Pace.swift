/// How fast may be sent in all: a bucket that fills evenly and holds one second's worth.
actor Pace {
    private let perSecond: Int
    private var next: ContinuousClock.Instant = .now
    private var held: ContinuousClock.Instant = .now

    /// - Parameter perSecond: 0 for no limit.
    init(perSecond: Int) { self.perSecond = perSecond }

    /// Nothing at all is sent for a while.
    func hold(for duration: Duration) { held = max(held, .now + duration) }

    /// Returns when it is one's turn, or when cancelled.
    func turn() async {
        let now = ContinuousClock.now
        if held > now { await sleep(until: held) }
        guard perSecond > 0 else { return }
        let step = Duration.seconds(1) / perSecond
        next = max(next + step, .now - .seconds(1))
        if next > .now { await sleep(until: next) }
    }

    private func sleep(until instant: ContinuousClock.Instant) async {
        // Cancelled is just the end of the wait.
        try? await Task.sleep(until: instant, clock: .continuous)
    }
}
