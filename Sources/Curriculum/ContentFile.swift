import Dialogue

/// `course.json`: which rounds there are, in the order walked. In a folder of the host's only the
/// order.
struct CourseFile: Decodable {
    let order: [String]
    let afterPairing: RoundName?
    let gates: [RoundName]?
}

/// `cards.json`: the small cards.
struct DeckFile: Decodable {
    let schema: Int
    let cards: [Card]
}

/// `texts/<language>/rounds/NN.json`.
struct RoundTexts: Codable, Sendable {
    let schema: Int
    let questions: [String: QuestionText]
    let why: String

    struct QuestionText: Codable, Sendable {
        let title: String
        let text: String
        /// Other wordings, for what comes again and again; the first time has `text`.
        let variants: [String]?
        /// The title as the reader of a proposal sees it.
        let theirTitle: String?
        let options: [String: String]?
        let low: String?
        let high: String?
    }
}

/// `texts/<language>/cards.json`.
struct CardTexts: Decodable {
    let schema: Int
    let cards: [String: CardText]

    struct CardText: Decodable {
        let text: String
        let why: String
    }
}

/// `texts/<language>/phrases.json`.
struct PhrasesFile: Decodable {
    let schema: Int
    let language: String
    let name: String
    /// How dates and times are written, for instance `en_GB`.
    let locale: String
    /// Names of the parts of the course.
    let phases: [String: String]
    let times: Times
    let phrases: [String: String]
    let answers: [String: String]
    let export: [String: String]
    let buttons: [String: String]
    let commands: [String: String]
}

extension PhrasesFile {
    /// Lengths of time on buttons.
    struct Times: Decodable {
        let minutes: String
        let hour: String
        let hours: String
        /// What may be typed for how often a card comes.
        let everyDay: [String]
        let threeAWeek: [String]
        let onceAWeek: [String]
    }
}
