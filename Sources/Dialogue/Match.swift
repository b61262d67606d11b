/// New things to explore: each marks a few, and of what both marked one is shown, by lot, at most
/// once a month. What one alone marked can't be known, not even from timing or silence.
package struct Match: Sendable, Equatable, Codable {
    /// What was shown already.
    package var shown: [String] = []
    package var last: Moment?

    package init() {}
}

extension Round {
    package var match: Match {
        get { if case .match(let match) = matter { match } else { Match() } }
        set { matter = .match(of: newValue) }
    }
}

extension Couple {
    /// A month of these, from the couple's own first day: the day of the draw in it is drawn from
    /// the couple alone, so that it says nothing of when anybody marked what.
    private static let month: Int64 = 30 * 86_400

    /// Once somebody has marked something, a draw is set; it is the same whoever did.
    mutating func setDraw(of plan: RoundPlan, in scene: Scene) {
        guard plan.kind == .match,
            !timers.contains(where: { $0.purpose == .draw(round: plan.name) })
        else { return }
        timers.append(
            Timer(at: nextDraw(after: scene.now), purpose: .draw(round: plan.name)))
    }

    private func nextDraw(after now: Moment) -> Moment {
        var period = now.seconds / Couple.month
        while true {
            let day = Int64(lot(28, of: "draw \(period)"))
            let moment = Moment(period * Couple.month + day * 86_400)
            if moment > now { return moment }
            period += 1
        }
    }

    /// The draw. One month in four shows nothing even so.
    mutating func draw(_ name: RoundName, in scene: Scene) -> [Effect] {
        guard let plan = scene.course.plan(name), let line = line(name), plan.kind == .match else {
            return []
        }
        let canReceive = Side.allCases.allSatisfy { partners[$0].map(\.mayReceive) == true }
        // Nobody's night: the same draw, some hours later.
        let later = canReceive ? laterForBoth(in: scene) : nil
        timers.append(
            Timer(at: later ?? nextDraw(after: scene.now), purpose: .draw(round: name)))
        guard later == nil else { return [] }
        let sheets = shelf[line.serial].sheets
        var match = shelf[line.serial].match
        let period = scene.now.seconds / Couple.month
        guard isJoined, line.stages.first == .released, line.stages.second == .released,
            match.last.map({ scene.now - $0 >= .days(28) }) ?? true,
            lot(4, of: "silence \(period)") != 0, canReceive
        else { return [] }
        let theirs = sheets.second.answer(0).options
        let both = sheets.first.answer(0).options.filter {
            theirs.contains($0) && !match.shown.contains($0)
        }.sorted()
        guard !both.isEmpty else { return [] }
        let option = both[lot(UInt64(both.count), of: "match \(period)")]
        match.shown.append(option)
        match.last = scene.now
        shelf[line.serial].match = match
        return Side.allCases.flatMap { side -> [Effect] in
            share(.match(round: name, option: option), with: side, in: scene)
        }
    }

    mutating func show(match option: String, of name: RoundName, to side: Side) -> [Effect] {
        partners[side]?.floor = .nothing
        partners[side]?.recent = nil
        let line = Line(.youBothMarked, [.answer: .option(name, 0, option)])
        return [
            protected(side, line, [], from: partners[side.other]?.id ?? gone[side.other])
        ]
    }
}
