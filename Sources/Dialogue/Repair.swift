/// What became of an offer after a hurt.
package struct Repair: Sendable, Equatable, Codable {
    /// When the other looked for it and read it.
    package var read: Moment?
    /// Whether it was read at all: from then on it doesn't lie there any more. Its author isn't
    /// told, and notices nothing of it.
    package var wasRead: Bool?
    package var notYets = 0

    package init() {}
}

extension Round {
    /// Of each side's own offer.
    package var repairs: Pair<Repair?> {
        get { if case .repair(let pair) = matter { pair } else { Pair(nil, nil) } }
        set { matter = .repair(of: newValue) }
    }
}

/// An offer waits where the other finds it by looking, alone. Nobody is told that it lies there,
/// nor that it was read; unread is complete.
extension Couple {
    /// `/repair`: to look, or to write. What is said first is the same whatever lies there.
    mutating func repairNow(_ side: Side, in scene: Scene) -> [Effect] {
        guard let plan = scene.course.plans.first(where: { $0.kind == .repair }) else {
            return [tell(side, Line(.nothingOpen))]
        }
        guard isOpen(plan, to: side, in: scene) else {
            // On the road of lighter cards the same idea has its own.
            guard let twin = plan.lighterTwin, line(twin)?.shown[side] == nil else {
                return smallCard(for: side, in: scene)
            }
            return ask(twin, of: side, in: scene)
        }
        guard !isTooLate(plan, side, in: scene) else { return [waitForDaylight(plan.name, side)] }
        partners[side]?.floor = .nothing
        partners[side]?.recent = nil
        let look = isJoined ? [[Press(.lookFor)]] : []
        return [tell(side, Line(.lookOrWrite), look + [[Press(.writeOffer)], [Press(.enough)]])]
    }

    mutating func writeOffer(_ side: Side, in scene: Scene) -> [Effect] {
        guard let plan = scene.course.plans.first(where: { $0.kind == .repair }),
            isOpen(plan, to: side, in: scene)
        else { return repairNow(side, in: scene) }
        partners[side]?.walk.lastRepair = scene.clocks[side].date
        return ask(nextOccurrence(of: plan.name, for: side), of: side, in: scene)
    }

    /// [Look]: the newest offer of the other's that wasn't read, if one lies there.
    mutating func lookForOffer(_ side: Side, in scene: Scene) -> [Effect] {
        guard let base = scene.course.plans.first(where: { $0.kind == .repair }),
            isOpen(base, to: side, in: scene)
        else { return repairNow(side, in: scene) }
        partners[side]?.walk.lastRepair = scene.clocks[side].date
        guard
            let index = rounds.lastIndex(where: {
                $0.name.base == base.name && $0.stages[side.other] == .released
                    && shelf.holds($0.serial)
                    && shelf[$0.serial].repairs[side.other]?.wasRead != true
            }), let plan = scene.course.plan(rounds[index].name),
            let partner = partners[side]?.calls
        else { return [tell(side, Line(.nothingLies), [[Press(.writeOffer)], [Press(.enough)]])] }
        let serial = rounds[index].serial
        var repair = shelf[serial].repairs[side.other] ?? Repair()
        repair.read = scene.now
        repair.wasRead = true
        shelf[serial].repairs[side.other] = repair
        let answers = shelf[serial].sheets[side.other].answers
        let slots: [Line.Slot: Line.Value] = [
            .partner: .words(partner), .list: listed(answers, of: plan, toReader: false),
        ]
        let choices = [
            [Press(.gotIt, plan.name)], [Press(.notYet, plan.name)], [Press(.justKeep, plan.name)],
        ]
        partners[side]?.offered = choices.flatMap { $0 }
        partners[side]?.recent = nil
        return [protected(side, Line(.theirOffer, slots), choices)]
    }

    /// [Got it] and [Not yet] cross by that tap; just keeping it doesn't.
    mutating func hearOffer(_ press: Press, by side: Side, in scene: Scene) -> [Effect] {
        guard let name = press.round, let line = line(name),
            var repair = shelf[line.serial].repairs[side.other], repair.read != nil
        else { return [tell(side, Line(.passed))] }
        repair.read = nil
        let isUnderstood = press.act == .gotIt
        if !isUnderstood { repair.notYets += 1 }
        shelf[line.serial].repairs[side.other] = repair
        let said = tell(side, Line(.wordSent))
        return [said]
            + share(.heard(round: name, isUnderstood: isUnderstood), with: side.other, in: scene)
    }

    /// What the other heard of one's own offer. After one [Not yet] it may be put another way;
    /// two close it gently.
    mutating func sayHeard(
        _ name: RoundName, isUnderstood: Bool, to side: Side, in scene: Scene
    ) -> [Effect] {
        guard let index = rounds.firstIndex(where: { $0.name == name }) else {
            return [tell(side, Line(.passed))]
        }
        let repair = shelf[rounds[index].serial].repairs[side] ?? Repair()
        guard !isUnderstood else { return [tell(side, Line(.offerArrived, calling(side)))] }
        guard repair.notYets < 2 else {
            return [tell(side, Line(.offerRests, calling(side)))]
        }
        // It may be written anew: what was read stands in the other's chat.
        var again = repair
        again.wasRead = nil
        shelf[rounds[index].serial].repairs[side] = again
        rounds[index].stages[side] = .kept
        return [
            tell(
                side, Line(.offerNotYet, calling(side)),
                [[Press(.again, name)], [Press(.enough)]])
        ]
    }
}
