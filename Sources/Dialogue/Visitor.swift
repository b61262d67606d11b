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
        /// `/language`, with what followed it.
        case askedForLanguage(String)
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
        /// No invitation: a talk of their own, to be brought here from another chat.
        case moving(code: String, name: Words)
    }

    package enum Effect: Sendable, Equatable {
        case tell(Telling)
        /// They are 18 or older: their page begins now.
        case admit(code: String?, lightOnly: Bool)
        /// They bring what is theirs from another chat.
        case move(code: String)
    }

    /// Answers a visitor. Pure, and total.
    package static func handle(
        _ event: Event, link: Link, house: House, speech: Speech = Speech()
    ) -> [Effect] {
        switch event {
        case .started(let payload): start(payload, link, house, speech)
        case .pressed(let press): self.press(press, link, house, speech)
        case .askedForLanguage: [welcome(house, code: nil, Choice(), speech.offering)]
        case .askedForHelp: [tell(Line(.help, [.list: .phrase(Line(.directory))]))]
        case .askedForSafety: [vanishing(Line(.safe, [.list: .phrase(Line(.directory))]))]
        case .wrote: [tell(Line(.justStart))]
        }
    }

    private static func start(
        _ payload: String, _ link: Link, _ house: House, _ speech: Speech
    ) -> [Effect] {
        guard !payload.isEmpty else { return [welcome(house, code: nil, Choice(), speech)] }
        switch link {
        case .good(let code, let maker):
            return [invited(.invited, code: code, maker: maker, Choice(), speech)]
        case .moving(let code, let name):
            return [
                tell(
                    Line(.moveHere, [.me: .words(name)]),
                    [[Press(.bringHere, code: code)], [Press(.letBe)]])
            ]
        case .locked:
            return [tell(Line(.tooManyTries))]
        case .gone, .none:
            return [tell(Line(.linkGone))]
        }
    }

    private static func press(
        _ press: Press, _ link: Link, _ house: House, _ speech: Speech
    ) -> [Effect] {
        let choice = Choice(press.number)
        var maker: Words?
        if press.act == .bringHere || press.act == .bringBack {
            guard case .moving(let code, _) = link else { return [tell(Line(.linkGone))] }
            return [.move(code: code)]
        }
        if let code = press.subject {
            guard case .good(code, let found) = link else { return [tell(Line(.linkGone))] }
            maker = found
        }
        // Else a button from before they were forgotten, or a forged one.
        guard let act = VisitorAct(rawValue: press.act.rawValue) else {
            return [tell(Line(.justStart))]
        }
        switch act {
        case .adult:
            return [.admit(code: press.subject, lightOnly: choice.lightOnly)]
        case .younger:
            return [tell(Line(.younger))]
        case .letBe:
            return [tell(Line(.letBe))]
        case .whoReads:
            return [
                tell(
                    Line(.whoReads, [.host: .phrase(house.reads)]),
                    consent(press.subject, choice))
            ]
        case .look:
            guard let maker, let code = press.subject else { return [tell(Line(.tapLinkAgain))] }
            return [invited(.lookFirst, code: code, maker: maker, choice, speech)]
        case .join, .lightOnly:
            guard press.subject != nil else { return [tell(Line(.tapLinkAgain))] }
            let taken = Choice(lightOnly: press.act == .lightOnly, language: choice.language)
            return [welcome(house, code: press.subject, taken, speech)]
        case .speak:
            guard choice.isInvited, let maker, let code = press.subject else {
                return [welcome(house, code: press.subject, choice, speech)]
            }
            return [invited(.invited, code: code, maker: maker, choice, speech)]
        }
    }

    private static func welcome(
        _ house: House, code: String?, _ choice: Choice, _ speech: Speech
    ) -> Effect {
        tell(
            Line(code == nil ? .welcome : .welcomeInvited, [.host: .phrase(house.runs)]),
            consent(code, choice) + speech.row(code, Choice(lightOnly: choice.lightOnly)))
    }

    private static func consent(_ code: String?, _ choice: Choice) -> [[Press]] {
        [
            [Press(.adult, code: code, choice.number)],
            [Press(.whoReads, code: code, choice.number)],
            [Press(.younger, code: code, choice.inLanguage.number)],
        ]
    }

    private static func invited(
        _ key: Line.Key, code: String, maker: Words, _ choice: Choice, _ speech: Speech
    ) -> Effect {
        let acts: [Press.Act] =
            key == .lookFirst ? [.lightOnly, .join, .letBe] : [.look, .lightOnly, .join, .letBe]
        let choices = acts.map { [Press($0, code: code, choice.inLanguage.number)] }
        let row = key == .lookFirst ? [] : speech.row(code, Choice(isInvited: true))
        return tell(Line(key, [.partner: .words(maker)]), choices + row)
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
    package var runs: Line {
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
