import Synchronization

/// How many letters that nobody waits for lie with the courier. The clockwork brings no more while
/// there are many: however many cards are due in the same minute, memory stays as it is.
package final class Backlog: Sendable {
    private let letters = Mutex(0)

    /// How many are enough to keep every hand busy for some time.
    static let many = 1_000

    package init() {}

    package var isLong: Bool { letters.withLock { $0 >= Backlog.many } }

    var count: Int { letters.withLock { $0 } }

    func add(_ count: Int) { letters.withLock { $0 += count } }
}
