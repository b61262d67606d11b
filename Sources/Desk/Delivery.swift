package import Messenger

/// What became of a letter.
package struct Delivery: Sendable {
    package let page: String?
    package let letter: Int
    package let to: Address
    package let outcome: Outcome

    package enum Outcome: Sendable, Equatable {
        /// The platform took it; the id of its last message.
        case sent(MessageID?)
        /// The platform will never take it, or it is worth nothing any more.
        case dropped
        /// Its reader can't be reached.
        case recipientGone
    }

    package init(page: String?, letter: Int, to: Address, outcome: Outcome) {
        self.page = page
        self.letter = letter
        self.to = to
        self.outcome = outcome
    }
}
