/// What one of them meant in a moment of the other's.
package struct Meaning: Sendable, Equatable, Codable {
    package var draft = Draft()
    package var state = State.asked
    /// When the pair was shown to both.
    package var shown: Moment?
    /// The other's moment, once its author has gone: it had crossed, and stays to be opened.
    package var leftBehind: Answer?

    package init() {}

    package enum State: String, Sendable, Codable {
        case asked
        /// Shown beside what was heard, if its author releases that too.
        case released
        /// Kept, not remembered, seen otherwise, not this one: all the same from outside.
        case passed
    }
}

extension Round {
    /// What each meant in the other's moment.
    package var meanings: Pair<Meaning?> {
        get { if case .meanings(let pair) = matter { pair } else { Pair(nil, nil) } }
        set { matter = .meanings(of: newValue) }
    }

    /// The moment that was sent to this side.
    func moment(for side: Side) -> Answer? {
        let sheet = sheets[side.other]
        return sheet.isSent == true ? sheet.answer(0) : meanings[side]?.leftBehind
    }

    /// One goes: their moment stays for the one it was sent to, with its author's name on it.
    mutating func leaveMoment(of side: Side) {
        guard sheets[side].isSent == true else { return }
        var pair = meanings
        var meaning = pair[side.other] ?? Meaning()
        meaning.leftBehind = sheets[side].answer(0)
        pair[side.other] = meaning
        meanings = pair
    }

    /// Whether this side has opened the other's moment, and may still come back to it.
    func isMomentOpen(to side: Side) -> Bool {
        meanings[side].map { $0.shown == nil } ?? false
    }

    /// Whether a moment of somebody's who has gone lies here.
    func holdsMoment(of author: PersonID) -> Bool {
        Side.allCases.contains { meanings[$0]?.leftBehind?.isBy(author) == true }
    }

    /// Its author is forgotten.
    mutating func purgeMoment(of author: PersonID) {
        var pair = meanings
        for side in Side.allCases where pair[side]?.leftBehind?.isBy(author) == true {
            pair[side]?.leftBehind = nil
        }
        meanings = pair
    }
}

extension Answer {
    fileprivate func isBy(_ author: PersonID) -> Bool {
        pieces.contains { piece in
            switch piece.content {
            case .words(let words), .sorted(let words, _): words.author == author
            case .voice(let reference, _): reference.author == author
            case .choice, .scale: false
            }
        }
    }
}
