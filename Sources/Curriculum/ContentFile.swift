import Dialogue

/// `course.json`: which rounds there are, in the order walked.
struct CourseFile: Decodable {
    let schema: Int
    let order: [String]
    let afterPairing: RoundName?
}

/// `rounds/NN.json`: the structure of one round.
struct RoundFile: Decodable {
    let schema: Int
    let name: RoundName
    let kind: RoundPlan.Kind
    let idea: String
    let depth: Int
    let onTheRoad: Bool
    let questions: [QuestionFile]
    let lighterTwin: RoundName?
    let revealsWith: RoundName?
    let decidedIn: RoundName?
    let besides: RoundName?

    struct QuestionFile: Decodable {
        let id: String
        let form: FormName
        let options: [String]?
        let steps: Int?
        let staysMine: Bool?
        let recalls: RoundName?

        enum FormName: String, Decodable {
            case carried
            case text
            case choice
            case scale
        }

        var question: RoundPlan.Question {
            let form: RoundPlan.Form =
                switch self.form {
                case .carried: .carried
                case .text: .text
                case .choice: .choice(options: options ?? [])
                case .scale: .scale(steps: steps ?? 0)
                }
            return .init(id: id, form: form, staysMine: staysMine ?? false, recalls: recalls)
        }
    }

    var plan: RoundPlan {
        RoundPlan(
            name: name, kind: kind, idea: idea, depth: depth, isOnTheRoad: onTheRoad,
            questions: questions.map(\.question), lighterTwin: lighterTwin,
            revealsWith: revealsWith, decidedIn: decidedIn, besides: besides)
    }
}

/// `cards.json`: the small cards.
struct DeckFile: Decodable {
    let schema: Int
    let cards: [Card]
}

/// `texts/<language>/rounds/NN.json`.
struct RoundTexts: Decodable {
    let schema: Int
    let questions: [String: QuestionText]
    let why: String

    struct QuestionText: Decodable {
        let title: String
        let text: String
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
    let phrases: [String: String]
    let answers: [String: String]
    let export: [String: String]
    let buttons: [String: String]
    let commands: [String: String]
}
