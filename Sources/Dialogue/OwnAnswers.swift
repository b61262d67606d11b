/// Answers that are one person's as a whole: where texts are laid apart, they are saved with that
/// person's, taps too, and go with them.
struct OwnAnswers: Sendable, Equatable {
    /// Nil for those of pages from before it was noted.
    let author: PersonID?
    let answers: [Answer]
}

extension OwnAnswers: Codable {
    private enum CodingKeys: String, CodingKey {
        case author
        case answers
    }

    /// Of somebody who was forgotten there are none.
    init(from decoder: any Decoder) throws {
        // Without an author they were saved openly, as no reference.
        if let keeper = decoder.userInfo[.texts] as? any TextKeeper,
            let reference = try? TextReference(from: decoder)
        {
            author = PersonID(reference.owner)
            answers =
                try keeper.value([Answer].self, reference.number, of: reference.owner) ?? []
        } else {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            author = try container.decodeIfPresent(PersonID.self, forKey: .author)
            answers = try container.decode([Answer].self, forKey: .answers)
        }
    }

    func encode(to encoder: any Encoder) throws {
        if let keeper = encoder.userInfo[.texts] as? any TextKeeper, let author {
            let number = try keeper.put(value: answers, of: author.text)
            try TextReference(owner: author.text, number: number).encode(to: encoder)
        } else {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encodeIfPresent(author, forKey: .author)
            try container.encode(answers, forKey: .answers)
        }
    }
}
