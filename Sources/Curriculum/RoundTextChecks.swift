import Dialogue

extension RoundTexts {
    /// What is wrong with them for this round.
    func faults(for plan: RoundPlan) -> [Shape.Fault] {
        let ids = plan.questions.map(\.id)
        let surplus = questions.keys.sorted().filter { !ids.contains($0) }.map { id in
            let near = Spelling.nearest(to: id, among: ids).map { "did you mean \($0)?" }
            return Shape.Fault(
                place: "questions.\(id)",
                what: "the round has no such question; \(near ?? "take it out")")
        }
        return surplus
            + plan.questions.flatMap { question -> [Shape.Fault] in
                let place = "questions.\(question.id)"
                guard let text = questions[question.id] else {
                    return [Shape.Fault(place: place, what: "is missing; add its title and text")]
                }
                return text.faults(for: question.form, at: place)
            }
    }
}

extension RoundTexts.QuestionText {
    fileprivate func faults(for form: RoundPlan.Form, at place: String) -> [Shape.Fault] {
        switch form {
        case .choice(let options), .several(let options, _), .sort(let options, _):
            return faults(of: options, at: place + ".options") + faultsOfEnds(isScale: false, place)
        case .scale:
            return faults(of: [], at: place + ".options") + faultsOfEnds(isScale: true, place)
        case .text, .lines, .carried:
            return faults(of: [], at: place + ".options") + faultsOfEnds(isScale: false, place)
        }
    }

    private func faults(of names: [String], at place: String) -> [Shape.Fault] {
        // More than nine are listed, and their buttons are numbers.
        let longest = names.count > 9 ? 80 : 18
        let surplus = (options ?? [:]).keys.sorted().filter { !names.contains($0) }.map { name in
            let near = Spelling.nearest(to: name, among: names).map { "did you mean \($0)?" }
            return Shape.Fault(
                place: place.below(name),
                what: "the question has no such option; \(near ?? "take it out")")
        }
        return surplus
            + names.compactMap { name in
                let label = options?[name] ?? ""
                guard label.isEmpty || label.count > longest else { return nil }
                return Shape.Fault(
                    place: place.below(name), what: "give 1 to \(longest) characters")
            }
    }

    private func faultsOfEnds(isScale: Bool, _ place: String) -> [Shape.Fault] {
        if isScale, low == nil || high == nil {
            return [Shape.Fault(place: place, what: "name both ends of the line, low and high")]
        }
        if !isScale, low != nil || high != nil {
            return [Shape.Fault(place: place, what: "only a scale has low and high; take them out")]
        }
        return []
    }
}
