/// One round in a couple's book, as one of them reads it.
package struct BookPage: Sendable, Equatable {
    package let round: RoundName
    /// The part of the course it belongs to.
    package let phase: String
    package let place: Place
    package var entries: [Entry] = []
    package var picture: PictureView?
    /// Whether the other put it into words: their part and mine are the other way round in it.
    package var isTheirs = false

    package enum Place: Sendable, Equatable {
        /// Words of the couple's own; they come first.
        case dictionary
        case shared
        /// Moments that both chose; they come last.
        case memory
    }

    package struct Entry: Sendable, Equatable {
        package let question: Int
        package let mine: Answer
        package let theirs: Answer
        /// What holds for both in the same words.
        package let both: Answer
    }
}
