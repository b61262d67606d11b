/// What can go wrong with a platform, one case a remedy.
///
/// Carries no text from the wire: an error of ours never repeats what a server, a person or a
/// request path said.
package enum Fault: Error, Sendable, Equatable {
    /// Network, server, time-out: wait and try again. `sent` tells that the request may have
    /// been carried out although no answer came.
    case unreachable(sent: Bool)
    /// Too many requests: wait this long. `everywhere` is false if only this chat must wait.
    case tooManyRequests(retryAfter: Duration, everywhere: Bool)
    /// Another program polls with the same token, or our own last poll is still open.
    case anotherPoller
    /// A webhook is set for this bot, so polling is refused until a person takes it away.
    case webhookSet
    /// The token is unknown or revoked: a person must fix it.
    case unauthorised
    /// The person can't be reached (blocked, deactivated, never started): stop writing there.
    case recipientGone
    /// The platform will never take this message: set it aside. `reason` is one of our own words.
    case refused(reason: String)
    /// The chat has another id now.
    case moved(to: Address)
    /// The call was cancelled, or the exchange is closed.
    case cancelled
}

extension Fault {
    /// The remedy for an exchange that had no answer.
    package init(_ fault: HTTPFault) {
        switch fault {
        case .notConnected: self = .unreachable(sent: false)
        case .broken(_, let sent), .timedOut(let sent): self = .unreachable(sent: sent)
        case .tooLarge: self = .unreachable(sent: true)
        case .invalid: self = .refused(reason: "request")
        case .cancelled: self = .cancelled
        }
    }
}
