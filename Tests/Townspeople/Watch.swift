import Dialogue

/// Watches every step of a talk and notes what must never be.
///
/// It keeps its own books of what each has seen back and released, and never asks the dialogue
/// whether something may be shown.
struct Watch {
    /// What someone released by one tap.
    struct Release {
        let marks: Set<Mark>
        /// Of the earlier answer beside it.
        let earlier: Set<Mark>
    }

    /// What shows an author their own answer before they decide.
    private static let seeingBack: [Line.Key] = [
        .seenBack, .seenBackNote, .seenBackAlone, .seenBackForLater, .seenBackGoOn, .itemSeenBack,
        .ownAnswer, .seenBackItems, .seenBackItemsAndOwn, .seenBackWhole, .seenBackForSummary,
        .requestSeenBack, .proposalSeenBack, .momentSeenBack, .meaningSeenBack, .replySeenBack,
        .offerSeenBack, .marksSeenBack, .turnSeenBack,
    ]

    private(set) var faults: [String] = []
    /// How often things happened that a talk should reach at all.
    private(set) var tally: [String: Int] = [:]
    var seenBack: [PersonID: Set<Mark>] = [:]
    var released: [PersonID: [RoundName: Release]] = [:]
    var permitted: Set<Mark> = []
    var lastDraft: [PersonID: Set<Mark>] = [:]
    /// Rounds in which somebody released, by a tap, what they meant in the other's moment.
    var meant: [PersonID: Set<RoundName>] = [:]
    private var cards: Set<String> = []
    private(set) var steps = 0

    mutating func look(at step: Town.Step) {
        steps += 1
        permitNames(step)
        for line in step.after.rounds {
            for side in Side.allCases { lookAtStage(of: line, side, step) }
        }
        lookAtCrossings(step)
        lookAtOrder(step)
        lookAtReveals(step)
        lookAtResponses(step)
        lookAtTrays(step)
        lookAtFloors(step)
        lookAtCards(step)
        for effect in step.effects { lookAtWords(effect, step) }
    }

    /// Someone left or is forgotten: nothing of theirs is released any more.
    mutating func forgetReleases(of person: PersonID?) {
        if let person { released[person] = nil }
    }

    mutating func fault(_ what: String, _ step: Town.Step) {
        let event = step.event.map { "\($0)" } ?? "joining"
        faults.append("step \(steps): \(what), by \(event)")
    }

    mutating func count(_ what: String) { tally[what, default: 0] += 1 }

    private mutating func permitNames(_ step: Town.Step) {
        for side in Side.allCases {
            if let name = step.after.partners[side]?.name {
                permitted.formUnion(Mark.all(in: name.text))
            }
        }
    }

    /// Nobody reads a word of the other's that wasn't permitted.
    private mutating func lookAtWords(_ effect: Effect, _ step: Town.Step) {
        if !effect.marksBesideTellings.subtracting(permitted).isEmpty {
            fault("words in an effect", step)
        }
        guard case .tell(let side, let telling) = effect,
            let reader = (step.after.partners[side] ?? step.before.partners[side])?.id
        else { return }
        for mark in telling.marks where mark.author != reader && !permitted.contains(mark) {
            fault("\(mark) told to \(reader.text) in \(telling.line.key)", step)
        }
        let own = telling.marks.filter { $0.author == reader }
        let key = telling.line.key
        if Watch.seeingBack.contains(key) { seenBack[reader, default: []].formUnion(own) }
        if key == .responseSeenBack || key == .sentenceSeenBack { lastDraft[reader] = own }
        let buttons = telling.choices.flatMap { $0 }
        if buttons.count > 100 { fault("\(buttons.count) buttons", step) }
        for button in buttons where Press(data: button.data) != button {
            fault("a button doesn't survive the wire: \(button.data)", step)
        }
        count(key.rawValue)
    }

    /// The order in which rounds stand says nothing of who began what when.
    private mutating func lookAtOrder(_ step: Town.Step) {
        let names = step.after.rounds.map(\.name)
        let inOrder = step.course.plans.map(\.name).flatMap { base in
            names.filter { $0.base == base }.sorted { $0.occurrence < $1.occurrence }
        }
        if names != inOrder { fault("rounds out of the course's order", step) }
    }

    /// What isn't asked for isn't kept, and an open floor has its open question.
    private mutating func lookAtFloors(_ step: Town.Step) {
        for side in Side.allCases {
            guard case .answer(let name)? = step.after.partners[side]?.floor else { continue }
            switch step.after.stage(name, of: side) {
            case .asked, .reviewing, .picking: break
            case .untouched, .offered, .carrying, .alone, .kept, .released, .skipped, .later,
                .done, .agreed:
                fault("the floor is open for \(name.text), which isn't", step)
            }
        }
        guard case .said(let side, let message)? = step.event, message.repliesTo == nil,
            step.before.partners[side]?.floor == .nothing
        else { return }
        if case .text(let words) = message.content, Int(words.text) != nil { return }
        if !step.after.shelf.changed.isEmpty { fault("kept what wasn't asked for", step) }
        if step.after.rounds != step.before.rounds { fault("moved by unasked words", step) }
    }

    /// At most one card a date, and the date never goes back; but before anything has come, the
    /// day on which they came may be an earlier one where they say that they are.
    private mutating func lookAtCards(_ step: Town.Step) {
        for side in Side.allCases {
            guard let before = step.before.partners[side]?.lastCardDate,
                let after = step.after.partners[side]
            else { continue }
            let isFirstDay =
                step.before.partners[side]?.walk.firstDay == before
                && after.walk.firstDay == after.lastCardDate
            if !isFirstDay, after.lastCardDate.map({ $0 < before }) ?? true {
                fault("the date of the last card went back", step)
            }
        }
        guard case .struck(let side, let date, _)? = step.event,
            let id = step.after.partners[side]?.id
        else { return }
        for effect in step.effects {
            guard case .tell(side, let telling) = effect, telling.line.key == .aCardForToday else {
                continue
            }
            if !cards.insert("\(id.text) \(date)").inserted { fault("two cards on \(date)", step) }
        }
    }
}
