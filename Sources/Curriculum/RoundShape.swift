import Dialogue

extension Shape {
    /// `rounds/NN.json`.
    static let round = object([
        required("schema", .number(1...1)), required("name", .text),
        required("kind", .oneOf(RoundPlan.Kind.allCases.map(\.rawValue))),
        required("idea", .text), required("phase", .text), required("depth", .number(1...3)),
        required("place", .oneOf(places.map(\.rawValue))), required("questions", .list(question)),
        optional("lighterTwin", .text), optional("revealsWith", .text),
        optional("decidedIn", .text), optional("besides", .text), optional("more", .list(.text)),
        optional("beside", .list(.oneOf(beside.map(\.rawValue)))), optional("isGated", .truth),
        optional("topic", .oneOf(topics)), optional("needs", .text), optional("repeats", .truth),
        optional("releases", .oneOf(releases.map(\.rawValue))),
        optional("delivery", .oneOf(deliveries.map(\.rawValue))),
        optional("picture", .oneOf(pictures.map(\.rawValue))), optional("lasts", .number(1...60)),
        optional("gathers", .text), optional("wishes", .text), forEditors,
    ])

    private static let question = object([
        required("id", .text),
        required("form", .oneOf(RoundFile.QuestionFile.FormName.allCases.map(\.rawValue))),
        optional("options", .list(.text)), optional("steps", .number(3...7)),
        optional("most", .number(1...24)), optional("of", .text), optional("staysMine", .truth),
        optional("recalls", .text), optional("isQuick", .truth), optional("topic", .oneOf(topics)),
        optional("comesBack", .truth),
    ])

    /// `texts/<language>/rounds/NN.json`.
    static let roundTexts = object([
        required("schema", .number(1...1)), required("why", .text),
        required(
            "questions",
            .map(
                object([
                    required("title", .text), required("text", .text),
                    optional("variants", .list(.text)), optional("theirTitle", .text),
                    optional("options", .map(.text)), optional("low", .text),
                    optional("high", .text),
                ]))),
        forEditors,
    ])

    /// `course.json` of what comes with the program.
    static let course = object([
        required("schema", .number(1...1)), required("order", .list(.text)),
        optional("afterPairing", .text), optional("gates", .list(.text)), forEditors,
    ])

    /// `course.json` in a folder of the host's.
    static let hostsCourse = object([
        optional("schema", .number(1...1)), required("order", .list(.text)), forEditors,
    ])

    /// Where a file's JSON Schema lies: it helps an editor, and says nothing to us. The last of
    /// the keys, so that a misspelt `schema` is taken for that.
    private static let forEditors = optional(ContentTree.schemaPlace, .text)

    private static let places: [RoundPlan.Place] = [.main, .side, .twin, .opening, .weekly]
    private static let beside: [RoundPlan.Beside] = [.aNoToday, .loopNeedsTwoFree]
    private static let releases: [RoundPlan.Release] = [.whole, .each, .line, .summary]
    private static let deliveries: [RoundPlan.Delivery] = [.sharedHour, .nextEvening, .someDay]
    private static let pictures: [RoundPlan.PictureKind] = [
        .sources, .kinds, .loop, .softer, .growth,
    ]
    private static let topics = RoundPlan.Topic.allCases.map(\.rawValue)
}
