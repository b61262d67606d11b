import Dialogue
package import Pictures

/// A picture that is owed, as one person's: saved sealed with their key, since it holds what they
/// wrote and tapped, and gone with them.
package struct OwnPicture: Sendable, Equatable {
    /// Nil for one from before that was noted.
    let author: PersonID?
    /// Nil if they were forgotten.
    package let picture: Picture?

    init(_ picture: Picture, of author: PersonID?) {
        self.picture = picture
        self.author = author
    }
}

extension OwnPicture: Codable {
    package init(from decoder: any Decoder) throws {
        // Without an author it was saved as it is, which is no reference.
        if let keeper = decoder.userInfo[.texts] as? any TextKeeper,
            let reference = try? TextReference(from: decoder)
        {
            author = PersonID(reference.owner)
            picture = try keeper.value(Picture.self, reference.number, of: reference.owner)
        } else {
            author = nil
            picture = try Picture(from: decoder)
        }
    }

    package func encode(to encoder: any Encoder) throws {
        if let keeper = encoder.userInfo[.texts] as? any TextKeeper, let author {
            let number = try keeper.put(value: picture, of: author.text)
            try TextReference(owner: author.text, number: number).encode(to: encoder)
        } else {
            try picture?.encode(to: encoder)
        }
    }
}
