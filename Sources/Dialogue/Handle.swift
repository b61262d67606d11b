extension Couple {
    /// Moves the conversation by one event and returns what the bot must now do.
    ///
    /// Total: every event has an answer in every stage, so nothing is thrown and nothing is lost.
    /// The shelf holds at least what ``reads(_:in:)`` names.
    package mutating func handle(_ event: Event, in scene: Scene) -> [Effect] {
        if let side = event.side {
            guard partners[side] != nil else { return [] }
            if event.isTheirs { partners[side]?.lastHeard = scene.now }
        }
        for side in Side.allCases { resumeIfOver(side, in: scene) }
        switch event {
        case .said(let side, let message):
            return hear(message, from: side, in: scene)
        case .edited(let side, let message, let words):
            return correct(message, to: words, by: side, in: scene)
        case .pressed(let side, let press):
            return self.press(press, by: side, in: scene)
        case .commanded(let side, let call, let message):
            return command(call, message, by: side, in: scene)
        case .sentOther(let side):
            return [.tell(side, Telling(Line(.notThatKind)))]
        case .reachable(let side, let isReachable):
            partners[side]?.isReachable = isReachable
            return []
        case .struck(let side, let date):
            return strike(side, on: date, in: scene)
        case .rang(let timer):
            return ring(timer, in: scene)
        case .admitted(let side, let maker):
            return admit(side, invitedBy: maker, in: scene)
        case .knocked(let name):
            return knock(name, in: scene)
        case .claimEnded(let side):
            return endClaim(side, in: scene)
        }
    }

    private mutating func ring(_ timer: Timer, in scene: Scene) -> [Effect] {
        guard let index = timers.firstIndex(of: timer) else { return [] }
        timers.remove(at: index)
        switch timer.purpose {
        case .reveal(let round): return fireReveal(of: round, in: scene)
        case .invitationEnds: return endInvitation(in: scene)
        case .claimEnds(let side): return sayClaimEnded(side, in: scene)
        case .vanish(let side, let messages): return [.unsay(side, messages: messages)]
        }
    }

    /// A button, or the number typed instead of it.
    mutating func press(_ press: Press, by side: Side, in scene: Scene) -> [Effect] {
        switch press.act {
        case .adult, .younger, .whoReads, .look, .lightOnly, .join, .letBe:
            // A visitor's button, and they are known by now: it changes nothing.
            return [tell(side, Line(.knownAlready))]
        case .clockRight: return clockIsRight(side, in: scene)
        case .elsewhere: return elsewhere(side)
        case .otherHour: return otherHour(side)
        case .place:
            guard case .place(let zones)? = partners[side]?.floor, let number = press.number,
                zones.indices.contains(number)
            else { return elsewhere(side) }
            return setZone(zones[number], by: side, in: scene)
        case .getLink: return invite(side, anew: false, in: scene)
        case .newLink: return invite(side, anew: true, in: scene)
        case .oneMore: return oneMore(side, in: scene)
        case .enough: return [tell(side, Line(.enough))]
        case .stay: return [tell(side, Line(.unchanged))]
        case .thatsThem, .notThem: return answerKnock(press, by: side, in: scene)
        case .nameIt: return takeName(side)
        case .revealsAtOnce, .revealsAtHour: return setReveals(press, by: side, in: scene)
        case .pauseNow: return pause("", by: side, in: scene)
        case .resume: return resume(side, in: scene)
        case .leaveNow:
            return press.isFresh(at: scene.now)
                ? leave(side) : askToLeave("", by: side, in: scene)
        case .forgetNow:
            return press.isFresh(at: scene.now)
                ? [.forget(side)] : askToForget("", by: side, in: scene)
        case .exportKept: return [.export(side, withKept: true)]
        case .answer: return showAnswer(press, by: side, in: scene)
        case .erase: return erase(press, by: side, in: scene)
        case .open, .skip, .later, .lighter, .why, .done, .anotherCard, .talked, .keepHere,
            .choose, .goOn, .share, .shareBoth, .keep, .again, .showOne, .pick, .sayBack,
            .sentence, .sendBack, .backAgain, .justKeep, .readIt, .letLie:
            return pressCard(press, by: side, in: scene)
        }
    }

    private mutating func pressCard(
        _ press: Press, by side: Side, in scene: Scene
    ) -> [Effect] {
        switch press.act {
        case .open:
            return open(press.number ?? -1, by: side, in: scene)
        case .skip: return skip(press.round, by: side, in: scene)
        case .later: return later(press.round, by: side, in: scene)
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
        case .goOn: return goOn(press, by: side, in: scene)
        case .share, .shareBoth: return share(press, by: side, in: scene)
        case .keep: return keep(press, by: side, in: scene)
        case .again: return again(press, by: side, in: scene)
        case .showOne: return showOne(press, by: side, in: scene)
        case .pick: return pick(press, by: side, in: scene)
        case .sayBack, .backAgain: return sayBack(press, by: side)
        case .sentence: return sentence(press, by: side)
        case .sendBack: return sendBack(press, by: side, in: scene)
        case .justKeep: return justKeep(press, by: side)
        case .readIt, .letLie: return read(press, by: side)
        case .adult, .younger, .whoReads, .look, .lightOnly, .join, .letBe, .clockRight,
            .elsewhere, .place, .otherHour, .getLink, .newLink, .oneMore, .enough, .thatsThem,
            .notThem, .answer, .erase, .revealsAtOnce, .revealsAtHour, .pauseNow, .resume,
            .leaveNow, .forgetNow, .exportKept, .stay, .nameIt:
            return []
        }
    }
}
