/// What a picture shows, as its reader sees it: only what was released, or is its reader's own,
/// and no name, date or number. Drawing it is the desk's affair.
package enum PictureView: Sendable, Equatable, Codable {
    /// How much of what each expects comes from where: positions on the line of each source's
    /// question, by that question's id.
    case sources(mine: [Weight], theirs: [Weight])
    /// Where closeness is most at home for each: the options chosen, in no order.
    case kinds(mine: [String], theirs: [String])
    case loop(Loop)
    /// Moments that softened something, the oldest first.
    case softer(moments: [Softened])
    /// How near it felt to its reader, and for them alone: the oldest time first.
    case growth(times: [Time])

    package struct Weight: Sendable, Equatable, Codable {
        package let source: String
        /// 0-based.
        package let position: Int

        package init(source: String, position: Int) {
            self.source = source
            self.position = position
        }
    }

    /// Two halves and what the two agreed on. A half has four lines: when, feel, do, hope.
    package struct Loop: Sendable, Equatable, Codable {
        package let name: [Words]
        package let earlySign: [Words]
        package let pauseWord: [Words]
        package let mine: [Words]
        package let theirs: [Words]

        package init(
            name: [Words], earlySign: [Words], pauseWord: [Words], mine: [Words], theirs: [Words]
        ) {
            self.name = name
            self.earlySign = earlySign
            self.pauseWord = pauseWord
            self.mine = mine
            self.theirs = theirs
        }
    }

    package struct Softened: Sendable, Equatable, Codable {
        package let isMine: Bool
        package let words: Words

        package init(isMine: Bool, words: Words) {
            self.isMine = isMine
            self.words = words
        }
    }

    /// One time somebody was asked: how near it had felt a month before, and that day.
    package struct Time: Sendable, Equatable, Codable {
        package let before: Place
        package let now: Place

        package init(before: Place, now: Place) {
            self.before = before
            self.now = now
        }
    }

    /// A place on a line of so many steps.
    package struct Place: Sendable, Equatable, Codable {
        /// 0-based.
        package let position: Int
        package let steps: Int

        package init(position: Int, steps: Int) {
            self.position = position
            self.steps = steps
        }
    }

    /// Whose words are in it.
    package var authors: [PersonID] {
        switch self {
        case .sources, .kinds, .growth: []
        case .loop(let loop):
            (loop.name + loop.earlySign + loop.pauseWord + loop.mine + loop.theirs).map(\.author)
        case .softer(let moments): moments.map(\.words.author)
        }
    }
}
