/// Somebody the bot doesn't know. Nothing of them is stored until they say they are 18 or older;
/// their buttons carry all that is needed, so that pressing one again always works.
package enum Visitor {
    /// What a visitor did.
    package enum Event: Sendable, Equatable {
        /// `/start`, with what followed it.
        case started(payload: String)
        case pressed(Press)
        /// `/help`, which is there for everyone.
        case askedForHelp
        /// `/safe`, too.
        case askedForSafety
        /// Anything else they wrote or sent.
        case wrote
    }

    /// What is known about the invitation they hold, looked up for this event.
    package enum Link: Sendable, Equatable {
        case none
        /// Unknown, used, expired: all the same to the visitor.
        case gone
        /// They have tried too many codes.
        case locked
        case good(code: String, maker: Words)
    }

    package enum Effect: Sendable, Equatable {
        case tell(Telling)
        /// They are 18 or older: their page begins now.
        case admit(code: String?, lightOnly: Bool)
    }

    /// Answers a visitor. Pure, and total.
    package static func handle(_ event: Event, link: Link, house: House) -> [Effect] {
        switch event {
        case .started(let payload): start(payload, link, house)
        case .pressed(let press): self.press(press, link, house)
        case .askedForHelp: [tell(Line(.help, [.list: .phrase(Line(.directory))]))]
        case .askedForSafety: [vanishing(Line(.safe, [.list: .phrase(Line(.directory))]))]
        case .wrote: [tell(Line(.justStart))]
        }
    }

    private static func start(_ payload: String, _ link: Link, _ house: House) -> [Effect] {
        guard !payload.isEmpty else { return [welcome(house, code: nil)] }
        switch link {
        case .good(let code, let maker):
            return [invited(.invited, code: code, maker: maker, looking: false)]
        case .locked:
            return [tell(Line(.tooManyTries))]
        case .gone, .none:
            return [tell(Line(.linkGone))]
        }
    }

    private static func press(_ press: Press, _ link: Link, _ house: House) -> [Effect] {
        var maker: Words?
        if let code = press.subject {
            guard case .good(code, let found) = link else { return [tell(Line(.linkGone))] }
            maker = found
        }
        switch press.act {
        case .adult:
            return [.admit(code: press.subject, lightOnly: press.number == 1)]
        case .younger:
            return [tell(Line(.younger))]
        case .letBe:
            return [tell(Line(.letBe))]
        case .whoReads:
            return [
                tell(
                    Line(.whoReads, [.host: .phrase(house.reads)]),
                    consent(press.subject, lightOnly: press.number == 1))
            ]
        case .look:
            guard let maker, let code = press.subject else { return [tell(Line(.tapLinkAgain))] }
            return [invited(.lookFirst, code: code, maker: maker, looking: true)]
        case .join, .lightOnly:
            guard press.subject != nil else { return [tell(Line(.tapLinkAgain))] }
            return [welcome(house, code: press.subject, lightOnly: press.act == .lightOnly)]
        case .clockRight, .elsewhere, .place, .otherHour, .getLink, .newLink, .oneMore, .enough,
            .thatsThem, .notThem, .open, .skip, .later, .lighter, .why, .done, .anotherCard,
            .talked, .keepHere, .choose, .goOn, .share, .shareBoth, .keep, .again, .showOne,
            .pick, .answer, .erase, .sayBack, .sentence, .sendBack, .backAgain, .justKeep,
            .readIt, .letLie, .revealsAtOnce, .revealsAtHour, .pauseNow, .everyDay, .threeAWeek,
            .onceAWeek, .otherDays, .otherQuiet, .lighterWeeks, .stopCards, .twoWeeksOff, .resume,
            .leaveNow,
            .forgetNow, .exportKept, .stay, .nameIt, .leaveAndTell, .otherCountry, .begin,
            .toggle, .thatsAll, .closer, .goRound, .decideLater, .optIn, .optOut, .openRound,
            .moreOfThis, .monthly, .goodbye, .summarise, .propose, .putThere, .mark, .takeBack,
            .approve,
            .rephrase, .dropIt, .sendMoment, .dontRemember, .sawOtherwise, .notThisOne,
            .sendMeaning, .aloud, .here, .sendTurn, .turnAgain, .thatsIt, .notQuite,
            .nothingMore, .gotIt, .notYet, .timeOut, .comeBack, .endTurns, .lookFor, .writeOffer,
            .answerIt, .sendReply, .anotherWay, .answerCounter, .findTime, .markTime, .timesDone,
            .leaveOut:
            // A button from before they were forgotten, or a forged one.
            return [tell(Line(.justStart))]
        }
    }

    private static func welcome(
        _ house: House, code: String?, lightOnly: Bool = false
    ) -> Effect {
        tell(
            Line(code == nil ? .welcome : .welcomeInvited, [.host: .phrase(house.runs)]),
            consent(code, lightOnly: lightOnly))
    }

    private static func consent(_ code: String?, lightOnly: Bool) -> [[Press]] {
        let light = lightOnly ? 1 : nil
        return [
            [Press(.adult, code: code, light)], [Press(.whoReads, code: code, light)],
            [Press(.younger, code: code, nil)],
        ]
    }

    private static func invited(
        _ key: Line.Key, code: String, maker: Words, looking: Bool
    ) -> Effect {
        let choices = [
            [Press(.look, code: code)], [Press(.lightOnly, code: code)],
            [Press(.join, code: code)], [Press(.letBe, code: code)],
        ]
        return tell(
            Line(key, [.partner: .words(maker)]), looking ? Array(choices.dropFirst()) : choices)
    }

    private static func vanishing(_ line: Line) -> Effect {
        var telling = Telling(line)
        telling.vanishes = true
        return .tell(telling)
    }

    private static func tell(_ line: Line, _ choices: [[Press]] = []) -> Effect {
        .tell(Telling(line, choices))
    }
}

extension House {
    /// Whose computer this is, and what that means: in one sentence that is true here.
    fileprivate var runs: Line {
        switch host {
        case .partner(nil): Line(.hostPartner, [.platform: .plain(platform)])
        case .partner(let name?):
            Line(.hostPartnerNamed, [.host: .plain(name), .platform: .plain(platform)])
        case .other(nil): Line(.hostOther, [.platform: .plain(platform)])
        case .other(let name?):
            Line(.hostOtherNamed, [.host: .plain(name), .platform: .plain(platform)])
        case .trial: Line(.hostTrial)
        }
    }

    /// The same at length, for whoever asks who reads what.
    fileprivate var reads: Line {
        switch host {
        case .partner(nil): Line(.readsPartner, [.platform: .plain(platform)])
        case .partner(let name?):
            Line(.readsPartnerNamed, [.host: .plain(name), .platform: .plain(platform)])
        case .other(nil): Line(.readsOther, [.platform: .plain(platform)])
        case .other(let name?):
            Line(.readsOtherNamed, [.host: .plain(name), .platform: .plain(platform)])
        case .trial: Line(.readsTrial)
        }
    }
}
