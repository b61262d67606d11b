/// The body of one round of one couple: what each wrote. Its index line says where each stands.
package struct Round: Sendable, Equatable, Codable {
    package let serial: Int
    package let name: RoundName
    package var sheets: Pair<Sheet>
    /// What the two have in it together, if its kind has such a thing.
    private var shared: Matter?

    package init(serial: Int, name: RoundName) {
        self.serial = serial
        self.name = name
        sheets = Pair(Sheet(), Sheet())
    }

    /// What the two have in it together.
    package var matter: Matter {
        get { shared ?? .none }
        set { shared = newValue == .none ? nil : newValue }
    }

    /// What two have together in a round, by its kind.
    package enum Matter: Sendable, Equatable, Codable {
        case none
        case joint(of: Joint)
        case turns(of: Turns)
        /// Times for a talk, as they were kept before they were the couple's.
        case talk(of: Talk)
        case meanings(of: Pair<Meaning?>)
        case repair(of: Pair<Repair?>)
        case match(of: Match)
    }
}

/// One side's paper in a round.
package struct Sheet: Sendable, Equatable, Codable {
    /// One answer a question, in the questions' order; shorter while the round goes on.
    package var answers: [Answer] = []
    /// Of a note: the one item that its author would show.
    package var item: Words?
    /// The message it was written in, if it is none of the answers', so that an edit finds it.
    package var itemMessage: MessageName?
    /// The version of the earlier answer that may stand beside this one; no other may.
    package var earlier: Int?
    /// What its author keeps of a round whose items are released one by one.
    package var withheld: [Item]?
    /// Whether a part of it has crossed already: from then on nothing in it is written anew.
    package var isSent: Bool?
    /// At which version its author was offered other words for it, once.
    package var advised: Int?
    /// At which version it was put away instead of released, so that it is decided about twice.
    package var paused: Int?
    /// Grows whenever the answer changes; a button of an older version decides nothing.
    package var version = 0

    package init() {}

    package var isEmpty: Bool { answers.allSatisfy { $0.pieces.isEmpty } }

    /// The answer to a question; empty if there is none yet.
    package func answer(_ question: Int) -> Answer {
        question < answers.count ? answers[question] : Answer()
    }

    /// Changes the answer to a question and counts the change.
    package mutating func change(_ question: Int, _ body: (inout Answer) -> Void) {
        while answers.count <= question { answers.append(Answer()) }
        body(&answers[question])
        item = nil
        itemMessage = nil
        withheld?.removeAll { $0.question == question }
        version += 1
    }

    /// One thing in an answer that is released on its own: a line, an option, or all of it.
    package struct Item: Sendable, Hashable, Codable {
        package let question: Int
        /// The line's or the option's place in the answer; nil for all of it.
        package let part: Int?

        package init(question: Int, part: Int?) {
            self.question = question
            self.part = part
        }
    }
}

/// One answer: several messages in a row are one.
package struct Answer: Sendable, Hashable, Codable {
    package var pieces: [Piece] = []

    package init(pieces: [Piece] = []) { self.pieces = pieces }

    /// In UTF-16 units, as chat platforms count.
    package var length: Int {
        pieces.reduce(0) { sum, piece in
            switch piece.content {
            case .words(let words), .sorted(let words, _): sum + words.text.utf16.count
            case .voice, .choice, .scale: sum
            }
        }
    }
}

/// One message of an answer.
package struct Piece: Sendable, Hashable, Codable {
    /// The platform's number of the message it came in, so that an edit finds it; nil for a tap.
    package var message: MessageName?
    package var content: Content

    package init(message: MessageName?, content: Content) {
        self.message = message
        self.content = content
    }

    package enum Content: Sendable, Hashable, Codable {
        case words(Words)
        /// A recording, kept by the platform's reference and sent anew, never forwarded.
        case voice(reference: Words, seconds: Int)
        case choice(option: String)
        /// 0-based position on a line of `steps`.
        case scale(position: Int, steps: Int)
        /// A line of an earlier answer, and where its author put it.
        case sorted(words: Words, option: String)
    }
}

/// A round in the couple's index: where each side stands in it. Small, whatever was written.
package struct RoundLine: Sendable, Equatable, Codable {
    package let serial: Int
    package let name: RoundName
    package var stages: Pair<Stage>
    /// When this side's paper was shown to the other; from then on nothing in it changes but by
    /// erasing.
    package var shown: Pair<Moment?> = Pair(nil, nil)
    /// The edition of the plan that it was begun by.
    package var edition: String?

    /// When any of it was shown to anybody.
    package var revealed: Moment? { shown.first ?? shown.second }

    package init(
        serial: Int, name: RoundName, stages: Pair<Stage>, edition: String? = nil
    ) {
        self.serial = serial
        self.name = name
        self.stages = stages
        self.edition = edition
    }
}

/// Where one side stands in a round.
package enum Stage: Sendable, Equatable, Codable {
    /// Not begun.
    case untouched
    /// Lies in the tray, or was closed unanswered by a newer card.
    case offered
    case asked(question: Int)
    /// Seen back; further messages still add to it.
    case reviewing(question: Int)
    /// Carried since that day.
    case carrying(since: LocalDate)
    /// Choosing which item of a note to show.
    case picking
    /// Written while nobody had joined: never released by that.
    case alone
    case kept
    case released
    case skipped
    /// Put off by its side.
    case later
    /// Of a thought or a talk: done. Nothing is stored.
    case done
    /// Of a joint text: both approved the same words.
    case agreed

    /// Whether its sheet holds something of this side's. Where it is false, it holds nothing.
    package var isWritten: Bool {
        switch self {
        case .reviewing, .picking, .alone, .kept, .released: true
        case .asked(let question): question > 0
        case .untouched, .offered, .carrying, .skipped, .later, .done, .agreed: false
        }
    }

    /// Whether a question of it was put and not yet answered.
    var isAsked: Bool {
        switch self {
        case .asked: true
        case .untouched, .offered, .reviewing, .carrying, .picking, .alone, .kept, .released,
            .skipped, .later, .done, .agreed:
            false
        }
    }

    /// Whether this side has finished with the round for now.
    package var isDone: Bool {
        switch self {
        case .kept, .released, .skipped, .done, .alone, .agreed: true
        case .untouched, .offered, .asked, .reviewing, .carrying, .picking, .later: false
        }
    }

    /// Whether the round may be taken up again without having been decided.
    package var isUnfinished: Bool {
        switch self {
        case .offered, .asked, .reviewing, .picking, .later: true
        case .untouched, .carrying, .kept, .released, .skipped, .done, .alone, .agreed: false
        }
    }
}
