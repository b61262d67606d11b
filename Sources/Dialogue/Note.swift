/// A note is its author's alone; one item of it may be shown, if they like.
extension Couple {
    /// [Show one of these]: a single line is seen back at once, several are offered by number.
    mutating func showOne(_ press: Press, by side: Side, in scene: Scene) -> [Effect] {
        guard let (index, plan) = current(press.round, of: side, in: scene),
            plan.kind == .note
        else { return stale(press, by: side, in: scene) }
        guard isJoined else { return [tell(side, Line(.nobodyYet))] }
        let items = items(of: plan, side)
        guard !items.isEmpty else { return [tell(side, Line(.nothingToShow))] }
        rounds[index].stages[side] = .picking
        let effects = settleReveal(of: plan.name, in: scene)
        guard items.count > 1 else {
            return effects + pick(Press(.pick, plan.name, 0), by: side, in: scene)
        }
        return effects + [offerItems(of: plan, to: side)]
    }

    mutating func offerItems(of plan: RoundPlan, to side: Side) -> Effect {
        let items = items(of: plan, side)
        partners[side]?.floor = .nothing
        partners[side]?.recent = plan.name
        let choices = items.indices.map { [Press(.pick, plan.name, $0)] }
        return tell(
            side, Line(.whichItem, [.list: .numbered(items.map { .words($0) })]),
            choices + [[Press(.keep, plan.name)]])
    }

    /// One item, seen back before its author decides.
    mutating func pick(_ press: Press, by side: Side, in scene: Scene) -> [Effect] {
        guard let (index, plan) = current(press.round, of: side, in: scene),
            rounds[index].stages[side] == .picking, let number = press.number,
            let partner = partners[side]?.calls
        else { return stale(press, by: side, in: scene) }
        let items = items(of: plan, side)
        guard items.indices.contains(number) else { return stale(press, by: side, in: scene) }
        let serial = rounds[index].serial
        shelf[serial].sheets[side].item = items[number]
        shelf[serial].sheets[side].itemMessage = nil
        shelf[serial].sheets[side].version += 1
        let version = shelf[serial].sheets[side].version
        return [
            tell(
                side,
                Line(.itemSeenBack, [.answer: .words(items[number]), .partner: .words(partner)]),
                [[Press(.share, plan.name, version)], [Press(.keep, plan.name, version)]])
        ]
    }

    /// The lines that someone wrote in a note, one item each: the first twenty, as nobody picks
    /// from more, and a chat takes no more buttons than some dozens.
    func items(of plan: RoundPlan, _ side: Side) -> [Words] {
        guard let line = line(plan.name) else { return [] }
        let answers = shelf[line.serial].sheets[side].answers
        return Array(answers.flatMap(\.lines).prefix(20))
    }

    /// [Write a line]: words of their own about what they wrote, for the other.
    mutating func summarise(_ press: Press, by side: Side, in scene: Scene) -> [Effect] {
        guard let (index, plan) = current(press.round, of: side, in: scene),
            plan.kind == .note, plan.releases == .summary
        else { return stale(press, by: side, in: scene) }
        guard isJoined else { return [tell(side, Line(.nobodyYet))] }
        rounds[index].stages[side] = .picking
        let effects = settleReveal(of: plan.name, in: scene)
        return effects + [askSummary(of: plan, side)]
    }

    mutating func askSummary(of plan: RoundPlan, _ side: Side) -> Effect {
        partners[side]?.floor = .summary(round: plan.name)
        partners[side]?.recent = plan.name
        return tell(
            side, Line(.whichSummary, calling(side)), [[Press(.keep, plan.name)]], about: plan.name)
    }

    mutating func summarise(
        _ message: Event.Message, _ name: RoundName, by side: Side, in scene: Scene
    ) -> [Effect] {
        guard let (index, plan) = current(name, of: side, in: scene),
            rounds[index].stages[side] == .picking, let partner = partners[side]?.calls
        else {
            partners[side]?.floor = .nothing
            return [tell(side, Line(.notWaiting))]
        }
        guard case .text(let words) = message.content else { return [tell(side, Line(.inWords))] }
        guard words.text.utf16.count <= Couple.longestAnswer else {
            return [tell(side, Line(.tooLong))]
        }
        return [seeBack(words, in: message.name, index, plan, by: side, calling: partner)]
    }

    /// A line for the other that was edited in the chat: taken back until it is released anew.
    /// Nil if it isn't that.
    mutating func correctSummary(
        _ message: MessageName, to words: Words, by side: Side, in scene: Scene
    ) -> [Effect]? {
        for index in rounds.indices where rounds[index].shown[side] == nil {
            let serial = rounds[index].serial
            guard shelf.holds(serial), shelf[serial].sheets[side].itemMessage == message,
                let plan = scene.course.plan(rounds[index].name),
                let partner = partners[side]?.calls
            else { continue }
            guard words.text.utf16.count <= Couple.longestAnswer else {
                return [tell(side, Line(.tooLong))]
            }
            rounds[index].stages[side] = .picking
            partners[side]?.floor = .summary(round: plan.name)
            partners[side]?.recent = plan.name
            let settled = settleReveal(of: plan.name, in: scene)
            return settled + [seeBack(words, in: message, index, plan, by: side, calling: partner)]
        }
        return nil
    }

    private mutating func seeBack(
        _ words: Words, in message: MessageName, _ index: Int, _ plan: RoundPlan, by side: Side,
        calling partner: Words
    ) -> Effect {
        let serial = rounds[index].serial
        shelf[serial].sheets[side].item = words
        shelf[serial].sheets[side].itemMessage = message
        shelf[serial].sheets[side].version += 1
        let version = shelf[serial].sheets[side].version
        return
            tell(
                side,
                Line(.itemSeenBack, [.answer: .words(words), .partner: .words(partner)]),
                [
                    [Press(.share, plan.name, version)], [Press(.summarise, plan.name, version)],
                    [Press(.keep, plan.name, version)],
                ], about: plan.name)
    }
}
