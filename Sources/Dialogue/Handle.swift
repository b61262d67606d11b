extension Couple {
    /// Moves the conversation by one event and returns what the bot must now do.
    ///
    /// Total: every event has an answer in every stage, so nothing is thrown and nothing is lost.
    /// The shelf holds at least what ``reads(_:in:)`` names.
    package mutating func handle(_ event: Event, in scene: Scene) -> [Effect] {
        if let side = event.side {
            guard partners[side] != nil else { return [] }
        }
        for side in Side.allCases { resumeIfOver(side, in: scene) }
        guard let side = event.side, event.isTheirs else { return answer(event, in: scene) }
        partners[side]?.lastHeard = scene.now
        let lull = endLull(side)
        // Whoever is here isn't reminded any more, nor asked why they weren't.
        let isOwed = lull.isReminded == true || lull.isAsked
        let withdrawn = isOwed ? [Effect.withdrawReminder(side)] : []
        let effects = withdrawn + answer(event, in: scene)
        guard lull.isAsked else { return effects }
        // They are here again: what came meanwhile is said after the answer.
        guard partners[side]?.mayReceive == true, !effects.contains(where: \.isGoing) else {
            return effects
        }
        return effects + giveNotice(side)
    }

    private mutating func answer(_ event: Event, in scene: Scene) -> [Effect] {
        switch event {
        case .said(let side, let message):
            return hear(message, from: side, in: scene)
        case .edited(let side, let message, let words):
            return correct(message, to: words, by: side, in: scene)
        case .tookBack(let side, let message):
            return takeBack(message, by: side, in: scene)
        case .pressed(let side, let press):
            return self.press(press, by: side, in: scene)
        case .commanded(let side, let call, let message):
            return command(call, message, by: side, in: scene)
        case .sentOther(let side):
            return [.tell(side, Telling(Line(.notThatKind)))]
        case .reachable(let side, let isReachable):
            return notice(side, isReachable: isReachable)
        case .struck(let side, let date, let until):
            return strike(side, on: date, until: until, in: scene)
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

    private mutating func notice(_ side: Side, isReachable: Bool) -> [Effect] {
        partners[side]?.isReachable = isReachable
        if !isReachable { endQuestion(side) }
        let tray = partners[side]?.tray ?? []
        if !isReachable, tray.contains(where: { !$0.content.isCardOfTheDay }) {
            // What announced it may not have come: it is said once they can be written to.
            partners[side]?.owesNotice = true
        }
        return []
    }

    private mutating func ring(_ timer: Timer, in scene: Scene) -> [Effect] {
        guard let index = timers.firstIndex(of: timer) else { return [] }
        timers.remove(at: index)
        switch timer.purpose {
        case .reveal(let round): return fireReveal(of: round, in: scene)
        case .invitationEnds: return endInvitation(in: scene)
        case .claimEnds(let side): return sayClaimEnded(side, in: scene)
        case .book: return fireBook(in: scene)
        case .vanish(let side, let messages): return [.unsay(side, messages: messages)]
        case .handOver(let round, let side):
            return scene.course.plan(round).map { handOver($0, by: side, in: scene) } ?? []
        case .fade(let round, let side, let number): return fade(round, side, number)
        case .midway(let round): return remind(round, in: scene, isOver: false)
        case .lastDay(let round): return remind(round, in: scene, isOver: true)
        case .nameTalk(let round): return nameTalk(round, in: scene)
        case .talk: return callToTalk(in: scene)
        case .comeBack(let round): return timeOutIsOver(round, in: scene)
        case .draw(let round): return draw(round, in: scene)
        case .remind(let side, let item):
            // After a standstill the next card may have come as well.
            return scene.now - timer.at < .hours(2) ? remind(side, of: item, in: scene) : []
        }
    }

    /// A button, or the number typed instead of it.
    mutating func press(_ press: Press, by side: Side, in scene: Scene) -> [Effect] {
        switch press.act {
        case .adult, .younger, .whoReads, .look, .lightOnly, .join, .letBe:
            // A visitor's button, and they are known by now: it changes nothing.
            return [tell(side, Line(.knownAlready))]
        case .bringHere, .bringBack: return [tell(side, Line(.passed))]
        case .speak: return speak(press, by: side, in: scene)
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
        case .pauseNow, .everyDay, .threeAWeek, .onceAWeek, .otherDays, .otherQuiet, .lighterWeeks,
            .stopCards, .twoWeeksOff:
            return pressClocks(press, by: side, in: scene)
        case .resume: return resume(side, in: scene)
        case .leaveNow, .leaveAndTell, .forgetNow: return go(press, side, in: scene)
        case .askForBook, .bookPages, .bookPage, .bookEarlier, .noBook:
            return pressBook(press, by: side, in: scene)
        case .otherCountry: return askCountry(side)
        case .exportKept: return [.export(side, withKept: true)]
        case .answer: return showAnswer(press, by: side, in: scene)
        case .erase: return erase(press, by: side, in: scene)
        case .open, .skip, .later, .lighter, .why, .done, .anotherCard, .talked, .keepHere,
            .choose, .goOn, .share, .shareBoth, .keep, .again, .showOne, .pick, .sayBack,
            .sentence, .sendBack, .backAgain, .justKeep, .readIt, .letLie, .begin, .toggle,
            .thatsAll, .summarise, .propose, .putThere, .mark, .sendMoment, .sendReply,
            .anotherWay:
            return pressCard(press, by: side, in: scene)
        case .closer, .goRound, .decideLater, .optIn, .optOut, .openRound, .moreOfThis, .monthly,
            .goodbye:
            return pressCourse(press, by: side, in: scene)
        case .takeBack, .approve, .rephrase, .dropIt, .dontRemember, .sawOtherwise, .notThisOne,
            .sendMeaning, .aloud, .here, .sendTurn, .turnAgain, .thatsIt, .notQuite, .nothingMore,
            .gotIt, .notYet, .timeOut, .comeBack, .endTurns, .lookFor, .writeOffer,
            .answerIt, .answerCounter, .findTime, .markTime, .timesDone, .leaveOut:
            return pressTogether(press, by: side, in: scene)
        }
    }
}
