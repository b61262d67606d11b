/// Which act is whose: buttons of cards, and of what two do with one another.
extension Couple {
    /// How they walk the course.
    mutating func pressCourse(_ press: Press, by side: Side, in scene: Scene) -> [Effect] {
        guard let act = CourseAct(rawValue: press.act.rawValue) else { return [] }
        switch act {
        case .closer, .goRound, .decideLater: return takeRoad(press, by: side, in: scene)
        case .optIn, .optOut: return opt(press, by: side)
        case .openRound: return openRound(press, by: side, in: scene)
        case .moreOfThis: return moreOfThis(press, by: side, in: scene)
        case .monthly: return choose(after: .monthly, side)
        case .goodbye: return choose(after: .nothing, side)
        }
    }

    /// When something comes, and whether.
    mutating func pressClocks(_ press: Press, by side: Side, in scene: Scene) -> [Effect] {
        guard let act = ClockAct(rawValue: press.act.rawValue) else { return [] }
        switch act {
        case .pauseNow: return pause("", by: side, in: scene)
        case .everyDay: return setDays(.everyDay, by: side, in: scene)
        case .threeAWeek: return setDays(.threeAWeek, by: side, in: scene)
        case .onceAWeek: return setDays(.onceAWeek, by: side, in: scene)
        case .otherDays: return askDays(side)
        case .otherQuiet: return askQuiet(side)
        case .lighterWeeks: return lightenWeeks(side, in: scene)
        case .stopCards: return stopCards(side)
        case .twoWeeksOff: return pause("14", by: side, in: scene)
        }
    }

    /// What two do with one another.
    mutating func pressTogether(
        _ press: Press, by side: Side, in scene: Scene
    ) -> [Effect] {
        let name = press.round ?? RoundName("")
        let kind = scene.course.plan(name)?.kind
        // A forged button means nothing in a round of another kind.
        guard press.act.kinds.map({ kinds in kind.map { kinds.contains($0) } ?? false }) ?? true
        else { return [tell(side, Line(.passed))] }
        guard let act = TogetherAct(rawValue: press.act.rawValue) else { return [] }
        switch act {
        case .takeBack: return takeBack(press, by: side, in: scene)
        case .approve: return approve(press, by: side, in: scene)
        case .rephrase: return rephrase(press, by: side, in: scene)
        case .dropIt: return drop(press, by: side, in: scene)
        case .dontRemember, .sawOtherwise, .notThisOne:
            return passMoment(press, by: side, in: scene)
        case .sendMeaning: return sendMeaning(press, by: side, in: scene)
        case .aloud: return speakAloud(press, by: side, in: scene)
        case .here: return goOnInTurns(name, side, in: scene)
        case .sendTurn: return sendTurn(press, by: side, in: scene)
        case .turnAgain: return turnAgain(press, by: side, in: scene)
        case .gotIt, .notYet:
            return kind == .repair
                ? hearOffer(press, by: side, in: scene) : moveTurns(press, by: side, in: scene)
        case .thatsIt, .notQuite, .nothingMore: return moveTurns(press, by: side, in: scene)
        case .timeOut: return timeOut(press, by: side, in: scene)
        case .comeBack: return comeBack(press, by: side, in: scene)
        case .endTurns: return endTurns(press, by: side, in: scene)
        case .lookFor: return lookForOffer(side, in: scene)
        case .writeOffer: return writeOffer(side, in: scene)
        case .answerIt: return answerWish(press, by: side, in: scene)
        case .answerCounter: return answerCounter(press, by: side, in: scene)
        case .findTime: return findTime(press, by: side, in: scene)
        case .markTime: return markTime(press, by: side, in: scene)
        case .timesDone: return timesDone(press, by: side, in: scene)
        case .leaveOut: return leaveOut(press, by: side, in: scene)
        }
    }

    mutating func pressCard(
        _ press: Press, by side: Side, in scene: Scene
    ) -> [Effect] {
        guard let act = CardAct(rawValue: press.act.rawValue) else { return [] }
        switch act {
        case .open:
            return open(press.number ?? -1, by: side, in: scene)
        case .begin: return beginDeep(press, by: side, in: scene)
        case .skip: return skip(press.round, by: side, in: scene)
        case .later: return putOff(press, by: side, in: scene)
        case .lighter: return lighter(press.round, by: side, in: scene)
        case .why: return why(press.round, by: side, in: scene)
        case .done, .talked: return done(press, by: side, in: scene)
        case .anotherCard: return smallCard(for: side, in: scene)
        case .keepHere: return keepHere(press, by: side, in: scene)
        case .choose:
            guard let name = press.round, let number = press.number else {
                return [tell(side, Line(.passed))]
            }
            let effects = choose(number, in: name, by: side, in: scene)
            return effects.isEmpty ? stale(press, by: side, in: scene) : effects
        case .thatsAll: return thatsAll(press, by: side, in: scene)
        case .toggle: return toggle(press, by: side, in: scene)
        case .goOn, .anotherWay: return goOn(press, by: side, in: scene)
        case .share, .shareBoth, .propose, .putThere, .mark, .sendMoment, .sendReply:
            return share(press, by: side, in: scene)
        case .keep: return keep(press, by: side, in: scene)
        case .again: return again(press, by: side, in: scene)
        case .showOne: return showOne(press, by: side, in: scene)
        case .summarise: return summarise(press, by: side, in: scene)
        case .pick: return pick(press, by: side, in: scene)
        case .sayBack, .backAgain: return sayBack(press, by: side)
        case .sentence: return sentence(press, by: side)
        case .sendBack: return sendBack(press, by: side, in: scene)
        case .justKeep: return keepOffer(press, by: side, in: scene)
        case .letLie where press.round != nil: return leaveLying(press, by: side)
        case .readIt, .letLie: return read(press, by: side)
        }
    }
}

extension Couple {
    /// [Later], below a round or below a moment of the other's.
    fileprivate mutating func putOff(
        _ press: Press, by side: Side, in scene: Scene
    ) -> [Effect] {
        let kind = press.round.flatMap { scene.course.plan($0)?.kind }
        return kind == .heardMeant && press.number == 0
            ? laterMoment(side) : later(press.round, by: side, in: scene)
    }

    /// [Just keep it], below a reveal or below an offer.
    fileprivate mutating func keepOffer(
        _ press: Press, by side: Side, in scene: Scene
    ) -> [Effect] {
        let kind = press.round.flatMap { scene.course.plan($0)?.kind }
        return kind == .repair ? [tell(side, Line(.enough))] : justKeep(press, by: side)
    }
}

extension Press.Act {
    /// The kinds of round in which two do this with one another; nil where it names none.
    fileprivate var kinds: [RoundPlan.Kind]? {
        if [.takeBack, .approve, .rephrase, .dropIt].contains(self) { return [.joint] }
        if [.dontRemember, .sawOtherwise, .notThisOne, .sendMeaning].contains(self) {
            return [.heardMeant]
        }
        if [.gotIt, .notYet].contains(self) { return [.repair, .turns] }
        if self == .turnAgain { return [.turns, .heardMeant] }
        let turns: [Press.Act] = [
            .aloud, .here, .sendTurn, .thatsIt, .notQuite, .nothingMore, .timeOut, .comeBack,
            .endTurns,
        ]
        if turns.contains(self) { return [.turns] }
        if [.findTime, .markTime, .timesDone, .leaveOut].contains(self) { return [.talk] }
        if self == .answerIt { return [.request] }
        if self == .answerCounter { return [.reply] }
        return nil
    }
}
