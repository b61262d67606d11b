import Dialogue

/// What a round's kind and the forms of its questions ask for.
extension RoundChecks {
    func faults(within plan: RoundPlan) -> [Shape.Fault] {
        var found: [Shape.Fault] = []
        func note(_ place: String, _ what: String) { found.append(.init(place: place, what: what)) }
        if let what = plan.wrongQuestions { note("questions", what) }
        for (index, question) in plan.questions.enumerated() {
            let place = "questions[\(index)]"
            if !question.id.isID {
                note(place + ".id", "give 1 to 24 letters (a to z), digits and -")
            }
            if plan.questions[..<index].contains(where: { $0.id == question.id }) {
                note(place + ".id", "\(question.id) is there twice; give another")
            }
            found += faults(of: index, in: plan, at: place)
        }
        if plan.questions.last?.form == .carried {
            note("questions", "what is carried is asked the next day; add the question for then")
        }
        if plan.kind == .reply, plan.wishes == nil {
            note("wishes", "is missing; name the round whose wishes are answered")
        }
        if plan.lasts != nil, plan.kind != .joint {
            note("lasts", "only a joint round is tried for some days; take it out")
        }
        return found
    }

    private func faults(of index: Int, in plan: RoundPlan, at place: String) -> [Shape.Fault] {
        let question = plan.questions[index]
        var what: [String] = []
        switch question.form {
        case .choice(let options):
            if !(2...9).contains(options.count) { what.append("give a choice 2 to 9 options") }
            what += options.wrongNames
        case .several(let options, let most):
            if options.count > 24 || most >= options.count {
                what.append("give at most 24 options, and a smaller \"most\"")
            }
            what += options.wrongNames
        case .sort(let options, let lines):
            if !(2...6).contains(options.count) { what.append("give 2 to 6 options to sort by") }
            if lines >= index || plan.questions[lines].form != .lines {
                what.append("\"of\" names an earlier question of the form lines")
            }
            what += options.wrongNames
        case .scale(let steps):
            if !(3...7).contains(steps) { what.append("give \"steps\", from 3 to 7") }
        case .carried, .text, .lines:
            break
        }
        return what.map { .init(place: place, what: "\(question.id): \($0)") }
    }
}

extension RoundPlan {
    /// What its kind asks of the questions as a whole; nil if they are right.
    fileprivate var wrongQuestions: String? {
        guard !questions.isEmpty else { return "give it at least one question" }
        guard questions.count <= 40 else { return "give it at most 40 questions" }
        switch kind {
        case .turns:
            return questions.count == 7 && isInWords
                ? nil
                : "turns have exactly seven of the form text, in this order: how it goes, what is said, what was"
                    + " heard, is there more, what makes sense, the feeling, did it arrive"
        case .heardMeant:
            return questions.count == 3 && isInWords
                ? nil
                : "heardMeant has exactly three of the form text, in this order: the moment, what was heard, what"
                    + " was meant"
        case .reply:
            return isReply
                ? nil
                : "a reply has exactly two: a choice of three options (yes, not now, no), and then"
                    + " a text for another way"
        case .match:
            return isMatch ? nil : "a match has exactly one, of the form several"
        case .joint:
            return lasts == nil || questions.count >= 3
                ? nil
                : "what lasts some days has at least three: what you try, the part of the one who"
                    + " proposes, and the other's"
        case .sealed, .request:
            return questions.contains { !$0.staysMine }
                ? nil
                : "all of it stays with its author, so nothing could be shown; take staysMine off"
                    + " one question"
        case .thought, .note, .talk, .repair:
            return nil
        }
    }

    private var isInWords: Bool { questions.allSatisfy { $0.form == .text } }

    private var isReply: Bool {
        guard questions.count == 2, case .choice(let options) = questions[0].form else {
            return false
        }
        return options.count == 3 && questions[1].form == .text
    }

    private var isMatch: Bool {
        guard questions.count == 1, case .several = questions[0].form else { return false }
        return true
    }
}

extension [String] {
    fileprivate var wrongNames: [String] {
        Set(self).count == count ? [] : ["an option is there twice; take one out"]
    }
}

extension String {
    fileprivate var isID: Bool {
        (1...24).contains(utf8.count)
            && allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    }
}
