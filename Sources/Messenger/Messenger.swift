/// A chat platform: what we receive from it and what we send to it.
///
/// Every call is one attempt; waiting and retrying are its caller's affair, told by the
/// ``Fault``. All calls can be cancelled and then throw `.cancelled` at once.
package protocol Messenger: Sendable {
    /// The platform's short name, the same as in its addresses.
    var platform: String { get }

    /// What the platform can do. Where it can't, the adapter or the desk says it in text.
    var abilities: Abilities { get }

    /// Waits until something happens, at most as long as the platform lets one wait.
    ///
    /// - Parameter cursor: where the last durable batch ended; it confirms everything before.
    func receive(from cursor: Cursor?) async throws(Fault) -> Batch

    /// Confirms everything before `cursor` without waiting for more. For a calm stop.
    func confirm(_ cursor: Cursor) async throws(Fault)

    /// Cuts a message into what the platform takes at once, at borders a reader doesn't mind.
    /// Buttons stay with the last piece. A text too long for a caption comes before its attachment,
    /// but after a photo, which it is about. Never empty.
    func pieces(of outgoing: Outgoing) -> [Outgoing]

    /// Sends one piece and returns its id. `.unreachable(sent: true)` means: perhaps it arrived.
    ///
    /// - Parameter mark: the same for every try. A platform that knows what it has by it takes a
    ///   piece once, however often it is sent.
    func send(
        _ piece: Outgoing, to address: Address, as mark: Postmark
    ) async throws(Fault) -> MessageID

    /// The bytes of a recording that the platform holds; nil if it doesn't any more.
    func recording(_ reference: Hushed) async throws(Fault) -> Recording?

    /// Stops the small clock on a pressed button; `notice` is shown for a moment (≤ 200
    /// characters). A press that has expired is not a fault.
    func acknowledge(press callback: String, notice: String?) async throws(Fault)

    /// Takes the buttons off an earlier message. One that is gone or bare is not a fault.
    func retireButtons(of message: MessageID, at address: Address) async throws(Fault)

    /// Deletes a message in a private chat, ours or theirs, where the platform still can.
    /// Returns whether it is gone now.
    func delete(_ message: MessageID, at address: Address) async throws(Fault) -> Bool

    /// Says politely that the bot speaks only in private, and leaves that group.
    func leaveGroup(_ address: Address, saying farewell: String) async throws(Fault)
}
