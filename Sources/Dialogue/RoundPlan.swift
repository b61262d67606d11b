/// The structure of one round.
package struct RoundPlan: Sendable, Equatable {
    package internal(set) var name: RoundName
    package let kind: Kind
    /// The key of the idea in the article that this round comes from.
    package let idea: String
    /// Names the part of the course it belongs to.
    package let phase: String
    /// 1 (light) to 3 (close in).
    package let depth: Int
    package var place: Place
    package let questions: [Question]
    /// A round of its own that carries the same idea more lightly.
    package let lighterTwin: RoundName?
    /// Revealed together with that round, never alone.
    package let revealsWith: RoundName?
    /// Decided about (share or keep) only in that round.
    package let decidedIn: RoundName?
    /// An earlier round whose answer may stand beside this one, by its author's choice.
    package let besides: RoundName?
    /// What else two who liked this one may open.
    package var more: [RoundName] = []
    /// What stands beside the question, always in the same words.
    package var beside: [Beside] = []
    /// Only open while both chose to go closer.
    package var isGated = false
    /// Only for whoever opted in to that.
    package var topic: Topic?
    /// A round that must have been shown to both, or agreed on, before.
    package var needs: RoundName?
    /// Whether it may be walked again.
    package var repeats = false
    package var releases = Release.whole
    package var delivery = Delivery.sharedHour
    package var picture: PictureKind?
    /// Of an agreement that is tried: for how many days.
    package var lasts: Int?
    /// Of answers to wishes: the round of the wishes.
    package var wishes: RoundName?
    /// A round whose shared lines are shown beside this one.
    package var gathers: RoundName?
    /// Whether it comes from a folder of the host's.
    package var isHosts = false
    /// Names this very wording and structure, so that who began by it goes on by it.
    package var edition: String?

    package init(
        name: RoundName, kind: Kind, idea: String, phase: String = "", depth: Int,
        place: Place = .main, questions: [Question], lighterTwin: RoundName? = nil,
        revealsWith: RoundName? = nil, decidedIn: RoundName? = nil, besides: RoundName? = nil
    ) {
        self.name = name
        self.kind = kind
        self.idea = idea
        self.phase = phase
        self.depth = depth
        self.place = place
        self.questions = questions
        self.lighterTwin = lighterTwin
        self.revealsWith = revealsWith
        self.decidedIn = decidedIn
        self.besides = besides
        if kind == .note { releases = .line }
    }

    /// Whether it is written, or thought, by each alone.
    var isAlone: Bool {
        switch kind {
        case .thought, .note, .sealed: true
        case .joint, .talk, .turns, .heardMeant, .request, .reply, .repair, .match: false
        }
    }

    /// Whether it is offered by itself, in the order of the course.
    package var isOnTheRoad: Bool { place == .main }

    /// The first question that is answered at all.
    package var firstWritten: Int {
        questions.firstIndex { $0.form != .carried } ?? 0
    }

    /// The question by which the lines of this one are sorted, if there is one.
    package func sorting(_ question: Int) -> Int? {
        questions.firstIndex { other in
            guard case .sort(_, question) = other.form else { return false }
            return true
        }
    }

    /// Whether an answer to this question says nothing without its title.
    func isTitled(_ question: Int) -> Bool {
        switch questions[question].form {
        case .choice, .scale, .several: questions.count > 1
        case .carried, .text, .lines, .sort: false
        }
    }

    /// Whether this question is one of its writer's own: what was meant is asked of the other.
    func isPut(_ question: Int) -> Bool { kind != .heardMeant || question < 2 }

    /// Whether an answer to this question is made of parts that are released one by one.
    func isOfParts(_ question: Int) -> Bool {
        switch questions[question].form {
        case .lines, .several, .sort: true
        case .carried, .text, .choice, .scale: false
        }
    }

    /// Who sees what; see the curriculum.
    package enum Kind: String, Sendable, Codable, CaseIterable {
        /// P0: thought, not typed.
        case thought
        /// P1: stored for its author, who may release one item of it.
        case note
        /// S: revealed when both are done and each released this answer.
        case sealed
        /// J: one proposes a wording, both approve the same words or it isn't kept.
        case joint
        /// T: a card for a talk in person, at a time that suits both.
        case talk
        /// One speaks, the other says it back.
        case turns
        /// A moment without what was heard in it, and what was meant without having seen that.
        case heardMeant
        /// A wish, free to refuse: sealed, and then answered.
        case request
        /// The answer to the other's request.
        case reply
        /// An offer that waits until the other looks for it.
        case repair
        /// Marks in private; one of the overlap is shown, by lot.
        case match
    }

    package enum Place: String, Sendable, Codable {
        /// On the main road.
        case main
        /// Open by choice.
        case side
        /// The lighter way past another round.
        case twin
        /// Begun with once two are joined.
        case opening
        /// Comes by itself once a week.
        case weekly
    }

    /// What is released at once.
    package enum Release: String, Sendable, Codable {
        /// All of it.
        case whole
        /// Each item on its own.
        case each
        /// Of a note: one line.
        case line
        /// Of a note: words of its author's own about it.
        case summary
    }

    /// When something that its author hands over arrives.
    package enum Delivery: String, Sendable, Codable {
        case sharedHour
        /// The next day's shared hour.
        case nextEvening
        /// Some day within the next ten, by lot.
        case someDay
    }

    package enum PictureKind: String, Sendable, Codable {
        case sources, kinds, loop, softer, growth
    }

    /// What not everyone wishes to be asked about.
    package enum Topic: String, Sendable, Codable, CaseIterable {
        case caregivers, religion
    }

    /// Sentences that must not be missing beside certain cards.
    package enum Beside: String, Sendable, Codable {
        case aNoToday, loopNeedsTwoFree
    }

    package struct Question: Sendable, Equatable {
        /// Names its text.
        package let id: String
        package let form: Form
        /// Stays with its author even when the round is revealed.
        package let staysMine: Bool
        /// An earlier round whose own answer is shown to its author beside the question.
        package let recalls: RoundName?
        /// One tap is enough: the next question follows at once.
        package let isQuick: Bool
        /// Asked only of whoever opted in to that.
        package let topic: Topic?
        /// Shown to its author alone beside what the other shows.
        package let comesBack: Bool

        package init(
            id: String, form: Form, staysMine: Bool = false, recalls: RoundName? = nil,
            isQuick: Bool = false, topic: Topic? = nil, comesBack: Bool = false
        ) {
            self.id = id
            self.form = form
            self.staysMine = staysMine
            self.recalls = recalls
            self.isQuick = isQuick
            self.topic = topic
            self.comesBack = comesBack
        }
    }

    /// How a question is answered.
    package enum Form: Sendable, Equatable {
        /// Not at all today: the question is carried until the next day's card.
        case carried
        /// In words or by voice; several messages are one answer.
        case text
        /// In words, one item a line.
        case lines
        /// By one of these options; each names its text.
        case choice(options: [String])
        /// By some of these options, at most so many.
        case several(options: [String], most: Int)
        /// By a place on a line of this many steps, shown as a position, never as a digit.
        case scale(steps: Int)
        /// Each line of an earlier question, by one of these options.
        case sort(options: [String], of: Int)

        /// Whether it is answered in words.
        package var isWritten: Bool {
            switch self {
            case .text, .lines: true
            case .carried, .choice, .several, .scale, .sort: false
            }
        }
    }
}
