import Dialogue

/// `rounds/NN.json`: the structure of one round.
struct RoundFile: Codable {
    let schema: Int
    let name: RoundName
    let kind: RoundPlan.Kind
    let idea: String
    let phase: String
    let depth: Int
    let place: RoundPlan.Place
    let questions: [QuestionFile]
    let lighterTwin: RoundName?
    let revealsWith: RoundName?
    let decidedIn: RoundName?
    let besides: RoundName?
    let more: [RoundName]?
    let beside: [RoundPlan.Beside]?
    let isGated: Bool?
    let topic: RoundPlan.Topic?
    let needs: RoundName?
    let repeats: Bool?
    let releases: RoundPlan.Release?
    let delivery: RoundPlan.Delivery?
    let picture: RoundPlan.PictureKind?
    let lasts: Int?
    let gathers: RoundName?
    let wishes: RoundName?

    struct QuestionFile: Codable {
        let id: String
        let form: FormName
        let options: [String]?
        let steps: Int?
        let most: Int?
        /// Of lines that are sorted: the id of their question.
        let of: String?
        let staysMine: Bool?
        let recalls: RoundName?
        let isQuick: Bool?
        let topic: RoundPlan.Topic?
        let comesBack: Bool?

        enum FormName: String, Codable, CaseIterable {
            case carried, text, lines, choice, several, scale, sort
        }

        func question(among ids: [String]) -> RoundPlan.Question {
            let form: RoundPlan.Form =
                switch self.form {
                case .carried: .carried
                case .text: .text
                case .lines: .lines
                case .choice: .choice(options: options ?? [])
                case .several: .several(options: options ?? [], most: most ?? 1)
                case .scale: .scale(steps: steps ?? 0)
                case .sort:
                    // Checked on loading: the lines come before.
                    .sort(options: options ?? [], of: of.flatMap { ids.firstIndex(of: $0) } ?? 0)
                }
            return .init(
                id: id, form: form, staysMine: staysMine ?? false, recalls: recalls,
                isQuick: isQuick ?? false, topic: topic, comesBack: comesBack ?? false)
        }
    }

    /// The structure as the dialogue takes it.
    ///
    /// - Parameter time: the name in full, if it is walked again.
    func plan(named time: RoundName? = nil) -> RoundPlan {
        let ids = questions.map(\.id)
        var plan = RoundPlan(
            name: time ?? name, kind: kind, idea: idea, phase: phase, depth: depth, place: place,
            questions: questions.map { $0.question(among: ids) }, lighterTwin: lighterTwin,
            revealsWith: revealsWith, decidedIn: decidedIn, besides: besides)
        plan.more = more ?? []
        plan.beside = beside ?? []
        plan.isGated = isGated ?? false
        plan.topic = topic
        plan.needs = needs
        plan.repeats = repeats ?? false
        plan.releases = releases ?? .whole
        if kind == .note, releases == nil { plan.releases = .line }
        plan.delivery = delivery ?? .sharedHour
        plan.picture = picture
        plan.lasts = lasts
        plan.gathers = gathers
        plan.wishes = wishes
        return plan
    }
}
