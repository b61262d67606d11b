package import Dialogue

/// How the bot sounds in one language: every line, button, round and card.
package struct Phrasebook: Sendable {
    package let language: String
    /// What the language calls itself.
    package let name: String
    /// What every language that is spoken here calls itself, by its tag.
    var languages: [String: String] = [:]
    let phrases: [Line.Key: Template<Line.Slot>]
    let buttons: [Press.Act: String]
    let rounds: [RoundName: RoundWording]
    /// Rounds as they were when somebody began them, by their full names.
    var begun: [RoundName: RoundWording] = [:]
    let cards: [CardName: CardTexts.CardText]
    /// How a recording is called in a text; `{time}` is its length.
    let voice: Template<Line.Slot>
    /// For the command menu, in the order of ``Command``.
    package let commands: [(command: Command, description: String)]
    /// Titles and file names for what is handed out.
    package let export: [String: String]
    let phases: [String: String]
    let calendar: CalendarWords
    /// What stands in pictures, and in the texts below them.
    package let pictures: PicturePhrases

    /// Words a telling.
    ///
    /// - Parameter link: forms the address of an invitation from its code.
    package func word(_ telling: Telling, link: (String) -> String) -> Wording {
        var parts: [Wording.Part] = []
        write(telling.line, to: &parts, link: link, isStrong: false)
        var position = 0
        let buttons = telling.choices.map { row in
            row.map { press in
                position += 1
                return Wording.Button(label: label(press, at: position), press: press)
            }
        }
        return Wording(parts: parts.withLinesApart(), buttons: buttons)
    }

    /// One value as it is read, for what is handed out.
    package func text(of value: Line.Value) -> String {
        var parts: [Wording.Part] = []
        write(value, to: &parts, link: { $0 }, isStrong: false)
        return parts.map(\.text).joined()
    }

    /// The same with everybody's words apart.
    package func parts(of value: Line.Value) -> [Wording.Part] {
        var parts: [Wording.Part] = []
        write(value, to: &parts, link: { $0 }, isStrong: false)
        return parts
    }

    /// A part of the course, as it stands above a chapter.
    package func heading(of phase: String) -> String {
        let text = phases[phase] ?? ""
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    private func write(
        _ line: Line, to parts: inout [Wording.Part], link: (String) -> String, isStrong: Bool
    ) {
        // Loading has made sure that every key has a phrase.
        guard let template = phrases[line.key] else { return }
        var isStrong = isStrong
        for token in template.tokens {
            switch token {
            case .text(let text):
                parts.append(.init(text, isStrong: isStrong))
            case .strong:
                isStrong.toggle()
            case .slot(let slot):
                guard let value = line.slots[slot] else { continue }
                write(value, to: &parts, link: link, isStrong: isStrong)
            }
        }
    }

    private func write(
        _ value: Line.Value, to parts: inout [Wording.Part], link: (String) -> String,
        isStrong: Bool
    ) {
        func own(_ text: String) { parts.append(.init(text, isStrong: isStrong)) }
        switch value {
        case .plain(let text): own(text)
        case .words(let words):
            parts.append(
                .init(ShownText.settled(words.text), author: words.author, isStrong: isStrong))
        case .answer(let answer, let round, let question):
            write(answer, of: round, question, to: &parts)
        case .question(let round, let question): own(questionText(round, question))
        case .title(let round, let question): own(text(round, question)?.title ?? "")
        case .theirTitle(let round, let question):
            own(text(round, question)?.theirTitle ?? text(round, question)?.title ?? "")
        case .option(let round, let question, let option):
            own(text(round, question)?.options?[option] ?? option)
        case .phase(let name): own(phases[name] ?? name)
        case .instant(let moment, let zone): own(calendar.text(of: moment, in: zone))
        case .date(let date): own(calendar.text(of: date))
        case .card(let name): own(cards[name]?.text ?? "")
        case .cardQuoting(let name, let word):
            write(card: name, quoting: word, to: &parts)
        case .idea(let round): own(wording(of: round)?.texts.why ?? "")
        case .ideaOfCard(let name): own(cards[name]?.why ?? "")
        case .phrase(let line): write(line, to: &parts, link: link, isStrong: isStrong)
        case .lines(let values):
            for (index, value) in values.enumerated() {
                if index > 0 { own("\n\n") }
                write(value, to: &parts, link: link, isStrong: isStrong)
            }
        case .list(let values):
            for (index, value) in values.enumerated() {
                if index > 0 { own("\n") }
                write(value, to: &parts, link: link, isStrong: isStrong)
            }
        case .numbered(let values):
            for (index, value) in values.enumerated() {
                own((index > 0 ? "\n" : "") + "\(index + 1). ")
                write(value, to: &parts, link: link, isStrong: isStrong)
            }
        case .link(let code): own(link(code))
        case .zone(let name): own(calendar.place(name) ?? Phrasebook.place(name))
        case .weekdays(let days): own(days.map(calendar.name).joined(separator: ", "))
        case .nothing: break
        }
    }

    private func write(card name: CardName, quoting word: Words, to parts: inout [Wording.Part]) {
        let text = cards[name]?.text ?? ""
        let around = text.split(separator: "{word}", omittingEmptySubsequences: false)
        parts.append(.init(String(around.first ?? "")))
        parts.append(.init(ShownText.settled(word.text), author: word.author))
        for rest in around.dropFirst() { parts.append(.init(String(rest))) }
    }

    private func write(
        _ answer: Answer, of round: RoundName, _ question: Int, to parts: inout [Wording.Part]
    ) {
        for (index, piece) in answer.pieces.enumerated() {
            if index > 0 { parts.append(.init("\n")) }
            switch piece.content {
            case .words(let words):
                parts.append(.init(ShownText.settled(words.text), author: words.author))
            case .voice(_, let seconds):
                let time = "\(seconds / 60):" + (seconds % 60 < 10 ? "0" : "") + "\(seconds % 60)"
                parts.append(.init(voice.filled([.time: time])))
            case .choice(let option):
                parts.append(.init(text(round, question)?.options?[option] ?? option))
            case .scale(let position, let steps):
                parts.append(.init(scale(round, question, position: position, steps: steps)))
            case .sorted(let words, let option):
                let label = text(round, question)?.options?[option] ?? option
                parts.append(.init(ShownText.settled(words.text), author: words.author))
                parts.append(.init(" – " + label))
            }
        }
    }

    /// What is written instead of a digit: where on the line it lies, with both of its ends.
    private func scale(_ round: RoundName, _ question: Int, position: Int, steps: Int) -> String {
        let low = text(round, question)?.low ?? ""
        let high = text(round, question)?.high ?? ""
        return "\(low)  \(Phrasebook.dots(position, of: steps))  \(high)"
    }

    static func dots(_ position: Int, of steps: Int) -> String {
        (0..<steps).map { $0 == position ? "●" : "○" }.joined()
    }

    private func questionText(_ round: RoundName, _ question: Int) -> String {
        guard let text = text(round, question) else { return "" }
        if let variants = text.variants, round.occurrence > 1, !variants.isEmpty {
            return variants[(round.occurrence - 2) % variants.count]
        }
        guard let low = text.low, let high = text.high else { return text.text }
        return "\(text.text)\n\n\(low)  ○ … ○  \(high)"
    }

    /// The text of a question, by its place in the round's plan.
    func text(_ round: RoundName, _ question: Int) -> RoundTexts.QuestionText? {
        wording(of: round)?.text(question)
    }

    /// How a round sounds; one that was begun by an earlier edition sounds like that.
    func wording(of round: RoundName) -> RoundWording? { begun[round] ?? rounds[round.base] }

    /// `America/Argentina/Buenos_Aires` is read as `Buenos Aires`.
    static func place(_ zone: String) -> String {
        (zone.split(separator: "/").last.map(String.init) ?? zone)
            .replacing("_", with: " ")
    }
}
