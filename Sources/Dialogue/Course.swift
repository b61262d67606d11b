/// The rounds in the order they are walked: structure only, no prose.
package struct Course: Sendable, Equatable {
    /// As they are; what two have begun as it was when they did.
    package let plans: [RoundPlan]
    /// The light round that two begin with once they are joined.
    package let afterPairing: RoundName?
    /// Before each of these, everyone is asked alone which road they'd like.
    package let gates: [RoundName]
    /// As they are for whoever begins one now.
    private let current: [RoundPlan]
    /// What was begun by an earlier edition, each by its full name. Looked up, never iterated.
    private let begun: [RoundName: RoundPlan]

    package init(plans: [RoundPlan], afterPairing: RoundName?, gates: [RoundName] = []) {
        self.init(
            plans: plans, afterPairing: afterPairing, gates: gates, current: plans, begun: [:])
    }

    private init(
        plans: [RoundPlan], afterPairing: RoundName?, gates: [RoundName], current: [RoundPlan],
        begun: [RoundName: RoundPlan]
    ) {
        self.plans = plans
        self.afterPairing = afterPairing
        self.gates = gates
        self.current = current
        self.begun = begun
    }

    /// The plan of a round. One that is walked again has the plan of its first time, by its own
    /// name; one that was begun by an earlier edition has that.
    package func plan(_ name: RoundName) -> RoundPlan? {
        if let plan = begun[name] { return plan }
        let base = name.base
        // A forged name, for instance `37-02` or `37-/`, is none.
        guard name == base.occurring(name.occurrence),
            var plan = current.first(where: { $0.name == base })
        else { return nil }
        plan.name = name
        return plan
    }

    /// Whether a round may be walked again, as it is now: also by those who began it when it
    /// couldn't be.
    func repeats(_ name: RoundName) -> Bool {
        current.first { $0.name == name.base }?.repeats ?? false
    }

    /// The round that this picture is made of, as it is now.
    func plan(drawnAs picture: RoundPlan.PictureKind) -> RoundPlan? {
        current.first { $0.picture == picture }
    }

    /// Where a round stands in the order walked; past the end for one that isn't here.
    func position(of name: RoundName) -> Int {
        let base = name.base
        return plans.firstIndex { $0.name == base } ?? plans.count
    }

    /// The gate that a round lies behind: the last one at it or before it.
    func gate(before name: RoundName) -> RoundName? {
        let place = position(of: name)
        return gates.last { position(of: $0) <= place }
    }

    /// The same course with some rounds as they were when a couple began them.
    ///
    /// Each is named in full, and holds for that time of the round only: one that begins anew is
    /// as it is now. A round that has gone from the course stands at its end.
    package func replacing(_ editions: [RoundPlan]) -> Course {
        var begun = begun
        for plan in editions { begun[plan.name] = plan }
        var plans = current.map { begun[$0.name] ?? $0 }
        for var plan in editions where !plans.contains(where: { $0.name == plan.name.base }) {
            plan.name = plan.name.base
            plans.append(plan)
        }
        return Course(
            plans: plans, afterPairing: afterPairing, gates: gates, current: current, begun: begun)
    }
}

/// The name of a round in the curriculum, for instance `1`, `0a` or `T0`; `37-2` is the second
/// time that two walk round 37.
package struct RoundName: Hashable, Sendable, Codable {
    package let text: String

    package init(_ text: String) { self.text = text }

    package init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    /// The name without which time it is.
    package var base: RoundName {
        guard let mark = text.firstIndex(of: "-") else { return self }
        return RoundName(String(text[..<mark]))
    }

    /// 1 for the first time.
    package var occurrence: Int {
        guard let mark = text.firstIndex(of: "-") else { return 1 }
        return Int(text[text.index(after: mark)...]) ?? 1
    }

    /// The same round, the `count`th time.
    package func occurring(_ count: Int) -> RoundName {
        count < 2 ? base : RoundName("\(base.text)-\(count)")
    }
}
