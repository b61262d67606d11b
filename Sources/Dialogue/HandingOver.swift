/// What one hands to the other: a line of a note, a word of the week, a kindness. It goes by its
/// author's tap alone: whether the other has written, kept or left makes no difference that the
/// author could see.
extension Couple {
    /// A note was decided about: its hour is set, or taken back.
    mutating func settleNote(_ plan: RoundPlan, in scene: Scene) {
        guard let line = line(plan.name) else { return }
        for side in Side.allCases {
            let purpose = Timer.Purpose.handOver(round: plan.name, side: side)
            let isOwed = isJoined && line.stages[side] == .released && line.shown[side] == nil
            guard isOwed else {
                timers.removeAll { $0.purpose == purpose }
                continue
            }
            // What was set before stands, also where an older timer has it.
            guard
                !timers.contains(where: {
                    $0.purpose == purpose || $0.purpose == .reveal(round: plan.name)
                })
            else { continue }
            timers.append(Timer(at: hour(of: plan.delivery, in: scene), purpose: purpose))
        }
    }

    private func hour(of delivery: RoundPlan.Delivery, in scene: Scene) -> Moment {
        switch delivery {
        case .sharedHour:
            let atOnce = Side.allCases.allSatisfy { partners[$0]?.likesRevealsAtOnce == true }
            return atOnce ? scene.bothAwake : scene.sharedHour
        case .nextEvening:
            // Written in the morning, it still takes a night.
            let isToday = scene.sharedHour - scene.now < .hours(13)
            return isToday ? scene.sharedHour + .days(1) : scene.sharedHour
        case .someDay:
            return scene.sharedHour + .days(Int64(1 + scene.chance % 9))
        }
    }

    mutating func handOver(_ plan: RoundPlan, by author: Side, in scene: Scene) -> [Effect] {
        guard isJoined, let index = rounds.firstIndex(where: { $0.name == plan.name }),
            rounds[index].stages[author] == .released, rounds[index].shown[author] == nil,
            let item = shelf[rounds[index].serial].sheets[author].item
        else { return [] }
        rounds[index].shown[author] = scene.now
        // Under the question that it answers.
        let sheet = shelf[rounds[index].serial].sheets[author]
        let question =
            plan.questions.indices.first { sheet.answer($0).lines.contains(item) }
            ?? plan.questions.count - 1
        let view = RevealView(
            round: plan.name,
            items: [
                .init(
                    round: plan.name, question: question, mine: Answer(),
                    theirs: Answer(pieces: [Piece(message: nil, content: .words(item))]))
            ], by: item.author)
        return share(.reveal(view: view), with: author.other, in: scene)
    }
}
