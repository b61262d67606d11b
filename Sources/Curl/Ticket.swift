import Synchronization

/// Names one exchange while it waits and runs, and remembers that it was cancelled.
///
/// The flag is set before the order to cancel is put in the inbox. So an exchange whose
/// cancellation overtakes it there still finds out, when its turn comes to start.
final class Ticket: Sendable {
    private let cancelled = Atomic<Bool>(false)

    var isCancelled: Bool { cancelled.load(ordering: .acquiring) }

    func cancel() { cancelled.store(true, ordering: .releasing) }
}
