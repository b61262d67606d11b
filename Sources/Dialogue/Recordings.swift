extension Couple {
    /// A limit on everything: more than these are not asked back out of a chat.
    static let mostRecordings = 100

    /// The messages in which someone's own recordings came, newest last, so that they can be taken
    /// out of their chat.
    ///
    /// The shelf holds every round that can be read.
    package func recordings(of side: Side) -> [MessageName] {
        let messages = rounds.filter { shelf.holds($0.serial) }.flatMap { line in
            shelf[line.serial].sheets[side].answers.flatMap(\.pieces).compactMap { piece in
                switch piece.content {
                case .voice: piece.message
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
