/// How the desk's services rest between tries, and how they tell how long it was. A test hands in
/// a faster one, or one that only notes how long it was asked for.
package struct Tempo: Sendable {
    /// Returns after this long, or as soon as the task is cancelled.
    package let rest: @Sendable (Duration) async -> Void
    /// How long it has been since some moment that stays the same, on the monotonic clock.
    package let now: @Sendable () -> Duration

    package init(
        now: @escaping @Sendable () -> Duration = Tempo.sinceStart,
        rest: @escaping @Sendable (Duration) async -> Void
    ) {
        self.now = now
        self.rest = rest
    }

    /// On the monotonic clock.
    package static let real = Tempo { duration in
        // Cancelled is just the end of the rest.
        try? await Task.sleep(for: duration)
    }

    private static let start = ContinuousClock.now

    /// Since this was first asked for.
    @Sendable package static func sinceStart() -> Duration { ContinuousClock.now - start }
}
