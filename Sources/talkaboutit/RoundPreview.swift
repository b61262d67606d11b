import Curriculum
import Dialogue

/// One round as two people would meet it: the real dialogue, in memory, for whoever writes
/// rounds. Gates and opt-ins are open, and it is always ten in the morning.
struct RoundPreview {
    private let name: RoundName
    private let curriculum: Curriculum
    private let book: Phrasebook
    private var couple: Couple
    private var now = PreviewProps.start
    /// Whose phone is looked at.
    private var side = Side.first
    private var messages: Int64 = 0
    private var last: Pair<[String]> = Pair([], [])
    private var buttons: Pair<[Press]> = Pair([], [])
    private var said: [String] = []

    /// Nil if there is no such round or no such language.
    init?(of name: RoundName, in curriculum: Curriculum, language: String) {
        guard let plan = curriculum.course.plan(name),
            let book = curriculum.phrasebooks[language]
        else { return nil }
        self.name = name
        self.curriculum = curriculum
        self.book = book
        couple = PreviewProps(course: curriculum.course, language: language).couple(for: plan)
    }

    /// Asks the first partner.
    mutating func begin() -> [String] {
        said = []
        enter()
        return said
    }

    /// What one line of the person at the terminal brings.
    mutating func take(_ line: String) -> [String] {
        said = []
        switch line {
        case "": say(last[side].isEmpty ? ["(nothing yet)"] : last[side])
        case "/other":
            side = side.other
            enter()
        case "/next": letADayPass()
        // not our enum
        default: write(line)
        }
        return said
    }

    /// Takes up a phone: what came last, or else the round.
    private mutating func enter() {
        say(["— \(name(of: side))'s phone"])
        let hasMail = couple.partners[side]?.tray.isEmpty == false
        if couple.stage(name, of: side) == .offered, !hasMail {
            happen(.pressed(side, Press(.begin, name)))
        } else {
            say(last[side])
        }
    }

    private mutating func write(_ line: String) {
        if let number = Int(line), buttons[side].indices.contains(number - 1) {
            return happen(.pressed(side, buttons[side][number - 1]))
        }
        messages += 1
        if let call = Command.call(in: line) {
            return happen(.commanded(side, call, message: MessageName(messages)))
        }
        guard let author = couple.partners[side]?.id else { return }
        happen(
            .said(
                side,
                .init(
                    name: MessageName(messages), content: .text(Words(by: author, line)))))
    }

    /// On to the next morning; what is due on the way happens at its hour.
    private mutating func letADayPass() {
        let until = now + .days(1)
        say(["— a day later"])
        let before = said.count
        while let timer = couple.timers.filter({ $0.at <= until }).min(by: { $0.at < $1.at }) {
            now = max(now, timer.at)
            happen(.rang(timer))
        }
        now = until
        for side in Side.allCases {
            // The day's card brings what was carried; any other would only be in the way.
            guard case .carrying = couple.stage(name, of: side) else { continue }
            happen(.struck(side, PreviewProps.date(of: now), until: now + .hours(6)))
        }
        if said.count == before { say(["(nothing came)"]) }
    }

    private mutating func happen(_ event: Event) {
        let props = PreviewProps(course: curriculum.course, language: book.language)
        let effects = couple.handle(event, in: props.scene(at: now, curriculum))
        for effect in effects {
            switch effect {
            case .tell(let side, let telling): tell(telling, to: side)
            case .unsay, .scrub, .closeInvitation, .answerKnock, .withdrawClaim, .withdrawReminder:
                break
            case .openInvitation, .openMove, .part, .forget, .export, .book:
                say(["(not in this preview)"])
            }
        }
    }

    private mutating func tell(_ telling: Telling, to side: Side) {
        let wording = book.word(telling, link: { $0 })
        var lines = ["bot → \(name(of: side)): \(wording.text)"]
        var position = 0
        for row in wording.buttons {
            let labels = row.map { button in
                position += 1
                let number = String(position)
                return button.label == number ? "[\(number)]" : "[\(number) \(button.label)]"
            }
            lines.append("  " + labels.joined(separator: " "))
        }
        if telling.picture != nil { lines.append("(a picture)") }
        last[side] = lines
        let presses = telling.choices.flatMap { $0 }
        if !presses.isEmpty { buttons[side] = presses }
        say(lines)
    }

    private mutating func say(_ lines: [String]) { said += lines }

    private func name(of side: Side) -> String { couple.partners[side]?.name.text ?? "" }
}
