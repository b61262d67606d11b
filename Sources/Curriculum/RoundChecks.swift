import Dialogue

/// What must hold within a round and between rounds, of the program's and the host's together.
struct RoundChecks {
    let rounds: [LoadedRound]
    /// Of all rounds, also of those that can't be read: what is wrong with these is said already.
    let names: Set<RoundName>
    /// Keys of the ideas there are.
    let ideas: [String]
    private(set) var faults: [CurriculumFaults.Fault] = []
    private let places: [RoundName: Int]

    init(rounds: [LoadedRound], names: Set<RoundName>, ideas: [String]) {
        self.rounds = rounds
        self.names = names
        self.ideas = ideas
        places = Dictionary(
            rounds.enumerated().map { ($1.plan.name, $0) }, uniquingKeysWith: { one, _ in one })
        for round in rounds {
            for fault in faults(within: round.plan) + faults(around: round) {
                faults.append(
                    .init(
                        file: round.file,
                        what: fault.place.isEmpty ? fault.what : "\(fault.place): \(fault.what)"))
            }
        }
    }

    /// What ties it to others.
    private func faults(around round: LoadedRound) -> [Shape.Fault] {
        let plan = round.plan
        var found: [Shape.Fault] = []
        func note(_ place: String, _ what: String) { found.append(.init(place: place, what: what)) }
        for (key, name) in plan.ties where !names.contains(name) {
            let near = Spelling.nearest(to: name.text, among: names.map(\.text).sorted())
            note(
                key,
                "names the round \(name.text), which isn't there"
                    + (near.map { "; did you mean \($0)?" } ?? ""))
        }
        for (key, name) in plan.earlier {
            guard let place = places[name], let own = places[plan.name],
                rounds[place].plan.place != .weekly, place >= own
            else { continue }
            note(key, "names the round \(name.text), which comes later; name an earlier one")
        }
        if let name = plan.lighterTwin, let place = places[name],
            rounds[place].plan.place != .twin
        {
            note("lighterTwin", "the round \(name.text) has another place; its place must be twin")
        }
        if plan.isGated, plan.lighterTwin == nil, plan.place != .twin {
            note("isGated", "give it a lighterTwin, so that the other road has its idea too")
        }
        if let name = plan.wishes, let place = places[name], rounds[place].plan.kind != .request {
            note("wishes", "the round \(name.text) is none of wishes; name one of kind request")
        }
        if !ideas.contains(plan.idea) {
            let near = Spelling.nearest(to: plan.idea, among: ideas).map { "did you mean \($0)?" }
            note(
                "idea", "there is no such idea in ideas.json; \(near ?? "docs/ideas.md lists all")")
        }
        if plan.kind == .repair,
            rounds.first(where: { $0.plan.kind == .repair })?.plan.name != plan.name
        {
            note("kind", "there can be one round of kind repair only; choose another kind")
        }
        return found
    }
}

extension RoundPlan {
    /// Every other round that it names, and by which key.
    fileprivate var ties: [(key: String, name: RoundName)] {
        let keys: [(String, RoundName?)] = [
            ("lighterTwin", lighterTwin), ("revealsWith", revealsWith), ("decidedIn", decidedIn),
        ]
        return keys.compactMap { key, name in name.map { (key, $0) } } + earlier
            + more.map { ("more", $0) }
    }

    /// What must have come before it.
    fileprivate var earlier: [(key: String, name: RoundName)] {
        let keys: [(String, RoundName?)] = [
            ("needs", needs), ("wishes", wishes), ("gathers", gathers), ("besides", besides),
        ]
        let recalled = questions.enumerated().map { ("questions[\($0)].recalls", $1.recalls) }
        return (keys + recalled).compactMap { key, name in name.map { (key, $0) } }
    }
}
