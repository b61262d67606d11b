/// How the desk's services rest between tries. A test hands in a faster one, or one that only
/// notes how long it was asked for.
package struct Tempo: Sendable {
    /// Returns after this long, or as soon as the task is cancelled.
    package let rest: @Sendable (Duration) async -> Void

    package init(rest: @escaping @Sendable (Duration) async -> Void) { self.rest = rest }

    /// On the monotonic clock.
    package static let real = Tempo { duration in
        // Cancelled is just the end of the rest.
        try? await Task.sleep(for: duration)
    }
}
