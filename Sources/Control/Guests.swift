import Glibc
import Synchronization

/// Who is being heard: few at once, and all of them go when the daemon does.
final class Guests: Sendable {
    private struct State {
        var present: [ObjectIdentifier: Connection] = [:]
        var isClosed = false
    }

    private let state = Mutex(State())

    /// Heard at once.
    static let most = 4

    /// False if there is no room for another.
    func admit(_ guest: Connection) -> Bool {
        state.withLock { state in
            guard !state.isClosed, state.present.count < Guests.most else { return false }
            state.present[ObjectIdentifier(guest)] = guest
            return true
        }
    }

    func dismiss(_ guest: Connection) {
        state.withLock { _ = $0.present.removeValue(forKey: ObjectIdentifier(guest)) }
    }

    /// Nobody is heard any more.
    func hangUp() {
        let present = state.withLock { state in
            state.isClosed = true
            return Array(state.present.values)
        }
        for guest in present { guest.hangUp() }
    }
}

/// The user this program runs as.
var ownUser: uid_t { geteuid() }
