import Dialogue

extension Course {
    /// Not for people: every kind, form and tie between rounds that a course may have, at once.
    static let invented = Course(
        plans: [
            RoundPlan(
                name: "w", kind: .sealed, idea: "i", depth: 1,
                questions: [.init(id: "a", form: .text)], revealsWith: "m"),
            RoundPlan(
                name: "d", kind: .sealed, idea: "i", depth: 1,
                questions: [.init(id: "a", form: .text)], decidedIn: "m"),
            RoundPlan(
                name: "n", kind: .note, idea: "i", depth: 1,
                questions: [.init(id: "c", form: .carried), .init(id: "a", form: .text)],
                lighterTwin: "nl"),
            RoundPlan(
                name: "nl", kind: .sealed, idea: "i", depth: 1, place: .side,
                questions: [.init(id: "a", form: .text, recalls: "d")], besides: "d"),
            RoundPlan(
                name: "m", kind: .sealed, idea: "i", depth: 2,
                questions: [
                    .init(id: "a", form: .text),
                    .init(id: "b", form: .text, staysMine: true, recalls: "d"),
                ], lighterTwin: "ml", besides: "d"),
            RoundPlan(
                name: "ml", kind: .sealed, idea: "i", depth: 1, place: .side,
                questions: [.init(id: "a", form: .scale(steps: 5))]),
            RoundPlan(
                name: "p", kind: .thought, idea: "i", depth: 3,
                questions: [.init(id: "a", form: .text)], lighterTwin: "nl"),
            RoundPlan(
                name: "s", kind: .sealed, idea: "i", depth: 2,
                questions: [
                    .init(id: "o", form: .choice(options: ["x", "y", "z"]), staysMine: true),
                    .init(id: "s", form: .scale(steps: 7)), .init(id: "t", form: .text),
                ]),
            RoundPlan(
                name: "q", kind: .note, idea: "i", depth: 2,
                questions: [.init(id: "a", form: .text), .init(id: "b", form: .text)]),
            RoundPlan(
                name: "t", kind: .talk, idea: "i", depth: 1,
                questions: [.init(id: "t", form: .text)]),
            RoundPlan(
                name: "b", kind: .sealed, idea: "i", depth: 1,
                questions: [.init(id: "a", form: .text)], besides: "z"),
            RoundPlan(
                name: "z", kind: .sealed, idea: "i", depth: 1, place: .side,
                questions: [.init(id: "a", form: .text)]),
        ], afterPairing: "z")
}

extension RoundName: ExpressibleByStringLiteral {
    package init(stringLiteral text: String) { self.init(text) }
}
