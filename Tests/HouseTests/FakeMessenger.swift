import Messenger
import Synchronization

/// A platform that behaves as none should. What is sent to it is gone.
final class FakeMessenger: Messenger {
    let platform = "telegram"
    private let answer: @Sendable (Cursor?) async throws(Fault) -> Batch
    private let noted = Mutex<[Cursor]>([])

    /// - Parameter answer: what a poll brings.
    init(answer: @escaping @Sendable (Cursor?) async throws(Fault) -> Batch) {
        self.answer = answer
    }

    /// What was confirmed apart from the polls.
    var confirmed: [Cursor] { noted.withLock { $0 } }

    func receive(from cursor: Cursor?) async throws(Fault) -> Batch { try await answer(cursor) }

    func confirm(_ cursor: Cursor) async throws(Fault) { noted.withLock { $0.append(cursor) } }

    func pieces(of outgoing: Outgoing) -> [Outgoing] { [outgoing] }

    let abilities: Abilities = []

    func send(
        _ piece: Outgoing, to address: Address, as mark: Postmark
    ) async throws(Fault) -> MessageID {
        MessageID(1)
    }

    func recording(_ reference: Hushed) async throws(Fault) -> Recording? { nil }

    func acknowledge(press callback: String, notice: String?) async throws(Fault) {}

    func retireButtons(of message: MessageID, at address: Address) async throws(Fault) {}

    func delete(_ message: MessageID, at address: Address) async throws(Fault) -> Bool { true }

    func leaveGroup(_ address: Address, saying farewell: String) async throws(Fault) {}
}
