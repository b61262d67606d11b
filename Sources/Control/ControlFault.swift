/// Why nothing came of talking to the other end of the socket.
package enum ControlFault: Error, Sendable, Hashable {
    /// Nobody listens there.
    case absent
    /// The socket's path is longer than the system allows.
    case pathTooLong
    /// The other end belongs to another user, or its folder does.
    case foreign
    /// The other end was silent, or too slow.
    case late
    /// The other end went before all was said.
    case cut
    /// It said what isn't in the protocol.
    case malformed
    /// Anything else, by its `errno`.
    case failed(code: Int32)
}
