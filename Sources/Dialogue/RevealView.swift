/// What one side is shown at a reveal: their own answer and the other's, frozen when it fell due.
package struct RevealView: Sendable, Equatable {
    package let round: RoundName
    /// In order; each is shown under the question it answers.
    package let items: [Item]
    /// Whose the other's answers are; nil in pages from before it was noted.
    let author: PersonID?

    init(round: RoundName, items: [Item], by author: PersonID? = nil) {
        self.round = round
        self.items = items
        self.author = author
    }

    package struct Item: Sendable, Equatable, Codable {
        package let round: RoundName
        package let question: Int
        /// Empty where only the other's is shown (an item of a note).
        package let mine: Answer
        package let theirs: Answer
        /// Of what was heard and meant: in which moment, and who heard.
        package let pairing: Pairing?

        package init(
            round: RoundName, question: Int, mine: Answer, theirs: Answer,
            pairing: Pairing? = nil
        ) {
            self.round = round
            self.question = question
            self.mine = mine
            self.theirs = theirs
            self.pairing = pairing
        }
    }

    /// A moment in which one heard something and the other meant something.
    package enum Pairing: Sendable, Equatable, Codable {
        case iHeard(moment: Answer)
        case theyHeard(moment: Answer)

        var moment: Answer {
            switch self {
            case .iHeard(let moment), .theyHeard(let moment): moment
            }
        }
    }

    /// All recordings of the other's.
    package var voices: [Words] {
        items.flatMap { item in
            item.theirs.pieces.compactMap { piece in
                switch piece.content {
                case .voice(let reference, _): reference
                case .words, .choice, .scale, .sorted: nil
                }
            }
        }
    }
}

extension RevealView: Codable {
    private enum CodingKeys: String, CodingKey {
        case round
        case items
        case theirs
    }

    /// Of somebody who was forgotten nothing is left in it.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        round = try container.decode(RoundName.self, forKey: .round)
        let bare = try container.decode([Item].self, forKey: .items)
        let theirs = try container.decodeIfPresent(OwnAnswers.self, forKey: .theirs)
        author = theirs?.author
        items = bare.enumerated().map { index, item in
            guard let theirs else { return item }
            let answers = theirs.answers
            return item.with(theirs: answers.indices.contains(index) ? answers[index] : Answer())
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(round, forKey: .round)
        guard let author else { return try container.encode(items, forKey: .items) }
        try container.encode(items.map { $0.with(theirs: Answer()) }, forKey: .items)
        try container.encode(
            OwnAnswers(author: author, answers: items.map(\.theirs)), forKey: .theirs)
    }
}

extension RevealView.Item {
    fileprivate func with(theirs: Answer) -> RevealView.Item {
        .init(round: round, question: question, mine: mine, theirs: theirs, pairing: pairing)
    }
}
