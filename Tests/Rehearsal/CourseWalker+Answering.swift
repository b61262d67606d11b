import Dialogue

/// What somebody who takes what is offered would tap or say.
extension CourseWalker {
    func answer(_ heard: Heard, _ labels: [String], _ person: String) -> Deed? {
        if labels.contains("Go closer") {
            return .tap(label: roads[person] ?? "Go closer", below: nil)
        }
        if let deed = answerReveal(heard, labels, person) { return deed }
        if let deed = decide(heard, labels, person) { return deed }
        if let deed = answerQuestion(heard, labels, person) { return deed }
        let taps = [
            "This one", "Yes, those too", "Yes, like this", "Yes, that's it", "It arrived",
            "Answer it", "Read it", "We talked", "Done", "One card a month", "Here, in writing",
            "That's right", "Just keep it",
        ]
        return taps.first { labels.contains($0) }.map { .tap(label: $0, below: nil) }
    }

    /// After a reveal: their own words, or a sentence, or just keeping it, by turns.
    private func answerReveal(_ heard: Heard, _ labels: [String], _ person: String) -> Deed? {
        guard labels.contains("Say it back"), let walker = people[person] else {
            if labels == ["Just keep it"], heard.text.hasPrefix("What did you hear?"),
                let round = people[person]?.revealed, let back = bank.back(person, round)
            {
                return .say(back)
            }
            guard labels.last == "Just keep it", labels.first == "1" else { return nil }
            return .say("1")
        }
        let shown = walker.unread.last {
            $0.text.hasPrefix("Here is") || $0.text.contains("would like you to have")
        }
        let round = questions.filter { question in
            shown?.text.contains("shared. \(question.title) ") == true
                || shown?.text.contains("have this. \(question.title) ") == true
        }.max { $0.title.count < $1.title.count }?.round.name.text
        people[person]?.revealed = round
        people[person]?.reveals += 1
        if let round, bank.back(person, round) != nil {
            return .tap(label: "Say it back", below: nil)
        }
        let picks = labels.contains("Pick a sentence") && walker.reveals % 3 == 0
        return .tap(label: picks ? "Pick a sentence" : "Just keep it", below: nil)
    }

    /// What was seen back is given, after what is kept of it was taken out.
    private func decide(_ heard: Heard, _ labels: [String], _ person: String) -> Deed? {
        if let round = people[person]?.round, labels.contains("Share it then"),
            labels.contains("1"), people[person]?.withheld.contains(round) == false
        {
            people[person]?.withheld.insert(round)
            if let item = bank.withheld(person, round).first {
                return .tap(label: String(item), below: nil)
            }
        }
        if labels == ["Keep to myself", "Write it again"] {
            return .tap(label: "Keep to myself", below: nil)
        }
        // Which line of a note, or what else belongs to something: the first.
        if labels.first == "1", labels.last == "Keep to myself" { return .say("1") }
        if labels.contains("Go on") { return .tap(label: "Go on", below: nil) }
        if let round = people[person]?.round, labels.contains("Another way"),
            case .text = bank.value(person, round, "counter")
        {
            return .tap(label: "Another way", below: nil)
        }
        let given = [
            "Share it then", "Put it there", "Let my marks count", "Send the moment", "Send it",
            "Show one line", "Write a line",
        ]
        return given.first { labels.contains($0) }.map { .tap(label: $0, below: nil) }
    }

    private func answerQuestion(_ heard: Heard, _ labels: [String], _ person: String) -> Deed? {
        guard let question = questions.first(where: { heard.text.contains($0.text) }) else {
            if labels.contains("That's all"), labels.contains("2") { return mark(person) }
            return chosen(labels, person)
        }
        let round = question.round.name.text
        people[person]?.round = round
        if question.round.kind == .talk, question.index == 0 { return talk(labels, round, person) }
        if question.round.kind == .thought { return .tap(label: "Done", below: nil) }
        if labels.contains("This one") { return .tap(label: "This one", below: nil) }
        let key = round + "." + question.id
        let count = people[person]?.answered[key] ?? 0
        people[person]?.answered[key] = count + 1
        if question.round.kind == .turns { return turn(question, labels, person, count) }
        switch bank.value(person, round, question.id) {
        case .none: return nil
        case .place(let place):
            guard case .scale(let steps) = question.round.questions[question.index].form else {
                return nil
            }
            let dots = (0..<steps).map { $0 == place ? "●" : "○" }.joined()
            return .tap(label: dots, below: nil)
        case .text(let text):
            if let label = question.options[text] { return .tap(label: label, below: nil) }
            return .say(text)
        case .texts(let texts):
            return several(texts, question, count, labels)
        }
    }

    /// One of several: messages in a row, options, a place for each line, or the next of a
    /// round that comes again.
    private func several(
        _ texts: [String], _ question: CourseQuestion, _ count: Int, _ labels: [String]
    ) -> Deed? {
        guard count < texts.count else { return nil }
        let text = texts[count]
        guard let label = question.options[text] else { return .say(text) }
        if labels.contains(label) { return .tap(label: label, below: nil) }
        let keys = options(of: question)
        return keys.firstIndex(of: text).map { .tap(label: String($0 + 1), below: nil) }
    }

    private func options(of question: CourseQuestion) -> [String] {
        switch question.round.questions[question.index].form {
        case .choice(let options), .several(let options, _), .sort(let options, _): options
        case .text, .lines, .scale, .carried: []
        }
    }

    /// What was chosen so far is shown without the question: the next one, or that's all.
    private func chosen(_ labels: [String], _ person: String) -> Deed? {
        guard labels.contains("That's all"), let round = people[person]?.round,
            let question = questions.first(where: { question in
                question.round.name.text == round
                    && people[person]?.answered[round + "." + question.id] != nil
                    && question.options.values.contains { labels.contains($0) }
                    || question.round.name.text == round && question.round.kind == .match
            }), case .texts(let texts) = bank.value(person, round, question.id)
        else { return nil }
        let key = round + "." + question.id
        let count = people[person]?.answered[key] ?? 0
        people[person]?.answered[key] = count + 1
        return several(texts, question, count, labels) ?? .tap(label: "That's all", below: nil)
    }

    /// At T1 they look for a time that suits both; other talks simply happen.
    private func talk(_ labels: [String], _ round: String, _ person: String) -> Deed? {
        let key = round + ".find"
        guard round == "T1", labels.contains("Find a time"), people[person]?.answered[key] == nil
        else { return labels.contains("We talked") ? .tap(label: "We talked", below: nil) : nil }
        people[person]?.answered[key] = 1
        return .tap(label: "Find a time", below: nil)
    }

    private func mark(_ person: String) -> Deed? {
        // Some, since the other looks a little earlier or later.
        guard let marked = people[person]?.marked, marked < 4 else {
            return .tap(label: "That's all", below: nil)
        }
        people[person]?.marked += 1
        return .tap(label: String(marked + 3), below: nil)
    }

    private func turn(
        _ question: CourseQuestion, _ labels: [String], _ person: String, _ count: Int
    ) -> Deed? {
        if question.id == "aloud" { return nil }
        if question.id == "more", count > 0 {
            return .tap(label: "That's all of it", below: nil)
        }
        let id = question.id == "heard" && count > 0 ? "heard2" : question.id
        guard case .text(let text) = bank.value(person, "35", id) else {
            return labels.contains("It arrived") ? .tap(label: "It arrived", below: nil) : nil
        }
        return .say(text)
    }
}
