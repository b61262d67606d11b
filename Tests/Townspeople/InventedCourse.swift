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

    /// The same for what two do with one another, what is released one by one, and what is gated
    /// or asked about first.
    static let inventedTogether = Course(
        plans: together + [plan("z", .sealed, 1, place: .opening)], afterPairing: "z",
        gates: ["g"])

    private static let together: [RoundPlan] = [
        plan("x", .joint, 2) { $0.repeats = true },
        plan("y", .heardMeant, 3, ["a", "b", "c"], twin: "yl"),
        plan("yl", .sealed, 1, place: .twin),
        plan("u", .turns, 2, ["0", "1", "2", "3", "4", "5", "6"]),
        plan("v", .talk, 2, ["t", "after"]),
        plan("r", .request, 2) { $0.repeats = true },
        RoundPlan(
            name: "ry", kind: .reply, idea: "i", depth: 2, place: .side,
            questions: [
                .init(id: "a", form: .choice(options: ["yes", "notNow", "no"])),
                .init(id: "c", form: .text),
            ]
        ).changed {
            $0.wishes = "r"
            $0.repeats = true
        },
        RoundPlan(
            name: "k", kind: .match, idea: "i", depth: 1,
            questions: [.init(id: "a", form: .several(options: ["a", "b", "c", "d"], most: 3))]),
        RoundPlan(
            name: "e", kind: .sealed, idea: "i", depth: 2,
            questions: [
                .init(id: "l", form: .lines),
                .init(id: "s", form: .sort(options: ["p", "q"], of: 0)),
                .init(id: "t", form: .text, topic: .religion),
                .init(id: "c", form: .choice(options: ["x", "y"]), isQuick: true),
            ]
        ).changed { $0.releases = .each },
        plan("tr", .joint, 2, ["what", "mine", "theirs"]) { $0.lasts = 7 },
        RoundPlan(
            name: "o", kind: .sealed, idea: "i", depth: 1,
            questions: [.init(id: "b", form: .choice(options: ["keep", "drop"]))]
        ).changed { $0.needs = "tr" },
        plan("su", .note, 1) { $0.releases = .summary },
        plan("ho", .note, 1) {
            $0.releases = .whole
            $0.delivery = .nextEvening
            $0.place = .weekly
            $0.repeats = true
        },
        plan("g", .sealed, 3, twin: "gl") { $0.isGated = true },
        plan("re", .repair, 2, ["a", "b"], twin: "gl", place: .side) { $0.repeats = true },
        plan("gl", .sealed, 1, place: .twin),
        plan("to", .sealed, 1) { $0.topic = .caregivers },
    ]

    private static func plan(
        _ name: RoundName, _ kind: RoundPlan.Kind, _ depth: Int, _ questions: [String] = ["a"],
        twin: RoundName? = nil, place: RoundPlan.Place = .main,
        _ change: (inout RoundPlan) -> Void = { _ in }
    ) -> RoundPlan {
        RoundPlan(
            name: name, kind: kind, idea: "i", depth: depth, place: place,
            questions: questions.map { .init(id: $0, form: .text) }, lighterTwin: twin
        ).changed(change)
    }
}

extension RoundPlan {
    fileprivate func changed(_ change: (inout RoundPlan) -> Void) -> RoundPlan {
        var plan = self
        change(&plan)
        return plan
    }
}

extension RoundName: ExpressibleByStringLiteral {
    package init(stringLiteral text: String) { self.init(text) }
}
