import CCurl
import Messenger

/// What tasks ask of the loop's thread, in order, and how they wake it.
///
/// Every call to `curl_multi_wakeup` happens under the lock and only while the loop is attached,
/// so none can reach a multi handle that was cleaned up.
final class Inbox: Sendable {
    enum Command: Sendable {
        case start(Order)
        case cancel(Ticket)
        case stop
    }

    /// One exchange to carry out, and who waits for it.
    struct Order: Sendable {
        let ticket: Ticket
        let request: HTTPRequest
        let waiter: CheckedContinuation<Result<HTTPResponse, HTTPFault>, Never>
    }

    private struct State {
        var commands: [Command] = []
        var isClosing = false
        var hasEnded = false
        var closers: [CheckedContinuation<Void, Never>] = []
        /// The handle to wake; nil once the loop is about to clean it up.
        var multi: UnsafeMutableRawPointer?

        mutating func put(_ command: Command) {
            commands.append(command)
            // The loop takes all commands at once, so only the first needs to wake it.
            if commands.count == 1, let multi { curl_multi_wakeup(multi) }
        }
    }

    private let state: Lock<State>

    init(waking multi: UnsafeMutableRawPointer) {
        state = Lock(State(multi: multi))
    }

    // MARK: For tasks

    /// Hands an exchange over; after ``stop()`` it ends as cancelled.
    func start(_ order: Order) {
        let isTaken = state.withLock { state in
            guard !state.isClosing else { return false }
            state.put(.start(order))
            return true
        }
        if !isTaken { order.waiter.resume(returning: .failure(.cancelled)) }
    }

    func cancel(_ ticket: Ticket) {
        ticket.cancel()
        state.withLock { state in
            if !state.isClosing { state.put(.cancel(ticket)) }
        }
    }

    /// Asks the loop to cancel all it runs and to end. Takes nothing more.
    func stop() {
        state.withLock { state in
            guard !state.isClosing else { return }
            state.isClosing = true
            state.put(.stop)
        }
    }

    /// Resumes `closer` when the loop has ended, at once if it has already.
    func callWhenEnded(_ closer: CheckedContinuation<Void, Never>) {
        let hasEnded = state.withLock { state in
            if !state.hasEnded { state.closers.append(closer) }
            return state.hasEnded
        }
        if hasEnded { closer.resume() }
    }

    // MARK: For the loop

    func takeAll() -> [Command] {
        state.withLock { state in
            defer { state.commands.removeAll() }
            return state.commands
        }
    }

    var isEmpty: Bool { state.withLock { $0.commands.isEmpty } }

    /// From here on nothing touches the multi handle but the loop itself.
    func detach() { state.withLock { $0.multi = nil } }

    /// The loop's last word.
    func markEnded() {
        let closers = state.withLock { state in
            state.hasEnded = true
            defer { state.closers = [] }
            return state.closers
        }
        for closer in closers { closer.resume() }
    }
}
