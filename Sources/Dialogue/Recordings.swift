extension Couple {
    /// A limit on everything: more than these are not asked back out of a chat.
    static let mostRecordings = 100

    /// The messages in which someone's own recordings came, newest last, so that they can be taken
    /// out of their chat.
    ///
    /// The shelf holds every round.
    package func recordings(of side: Side) -> [Int64] {
        let messages = rounds.flatMap { line in
            shelf[line.serial].sheets[side].answers.flatMap(\.pieces).compactMap { piece in
                switch piece.content {
                case .voice: piece.message
                case .words, .choice, .scale, .sorted: nil
                }
            }
        }
        return Array(messages.sorted().suffix(Couple.mostRecordings))
    }
}
