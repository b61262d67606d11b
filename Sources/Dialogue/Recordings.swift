extension Couple {
    /// A limit on everything: more than these are not asked back out of a chat.
    static let mostRecordings = 100

    /// The messages in which someone's own recordings came, newest last, so that they can be taken
    /// out of their chat.
    ///
    /// The shelf holds every round that can be read.
    ///
    /// - Parameter isThere: whether a message stands in the chat they are in now.
    package func recordings(
        of side: Side, where isThere: (MessageName) -> Bool = { _ in true }
    ) -> [MessageName] {
        let messages = rounds.filter { shelf.holds($0.serial) }.flatMap { line in
            shelf[line.serial].sheets[side].answers.flatMap(\.pieces).compactMap { piece in
                switch piece.content {
                case .voice: piece.message.flatMap { isThere($0) ? $0 : nil }
                case .words, .choice, .scale, .sorted: nil
                }
            }
        }
        let numbers = messages.compactMap(\.number)
        // What a platform gives no numbers comes in the order of the rounds.
        let inOrder =
            numbers.count == messages.count
            ? numbers.sorted().map { MessageName($0) } : messages
        return Array(inOrder.suffix(Couple.mostRecordings))
    }
}
