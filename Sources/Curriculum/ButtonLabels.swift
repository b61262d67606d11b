import Dialogue

/// What stands on buttons: at most 18 characters.
extension Phrasebook {
    func label(_ press: Press, at position: Int) -> String {
        switch press.act {
        case .place, .pick, .answer, .toggle, .markTime, .openRound, .bookPage:
            return String(position)
        case .sentence, .erase: return press.number == nil ? named(press) : String(position)
        case .choose: return chosenLabel(press.round, press.number) ?? String(position)
        case .answerCounter:
            return chosenLabel(press.round, (press.number ?? 0) % 10) ?? String(position)
        case .speak: return spoken(press)
        case .comeBack: return calendar.span(minutes: press.number ?? 0)
        case .optIn, .optOut, .adult, .younger, .whoReads, .look, .lightOnly, .join, .letBe,
            .clockRight, .elsewhere, .otherHour, .getLink, .newLink, .oneMore, .enough, .thatsThem,
            .notThem, .open, .skip, .later, .lighter, .why, .done, .anotherCard, .talked,
            .keepHere, .goOn, .share, .shareBoth, .keep, .again, .showOne, .sayBack, .sendBack,
            .backAgain, .justKeep, .readIt, .letLie, .revealsAtOnce, .revealsAtHour, .pauseNow,
            .everyDay, .threeAWeek, .onceAWeek, .otherDays, .otherQuiet, .lighterWeeks, .stopCards,
            .twoWeeksOff,
            .resume, .leaveNow, .forgetNow, .exportKept, .stay, .nameIt, .leaveAndTell,
            .otherCountry, .askForBook, .bookPages, .bookEarlier, .noBook, .begin, .thatsAll,
            .closer, .goRound,
            .decideLater, .moreOfThis,
            .monthly, .goodbye, .summarise, .propose, .putThere, .mark, .takeBack, .approve,
            .rephrase, .dropIt,
            .sendMoment, .dontRemember, .sawOtherwise, .notThisOne, .sendMeaning, .aloud, .here,
            .sendTurn, .turnAgain, .thatsIt, .notQuite, .nothingMore, .gotIt, .notYet, .timeOut,
            .endTurns, .lookFor, .writeOffer, .answerIt, .sendReply, .anotherWay, .findTime,
            .timesDone, .leaveOut, .bringHere,
            .bringBack:
            return named(press)
        }
    }

    /// What a language calls itself.
    private func spoken(_ press: Press) -> String {
        let tag = languages.keys.sorted()
        let place = Visitor.Choice(press.number).language
        let named = place.flatMap { tag.indices.contains($0) ? tag[$0] : nil } ?? press.subject
        return named.flatMap { languages[$0] } ?? ""
    }

    private func named(_ press: Press) -> String { buttons[press.act] ?? "" }

    /// The option or place that a number means. Which question it belongs to is in the number.
    private func chosenLabel(_ round: RoundName?, _ number: Int?) -> String? {
        guard let round, let number,
            let forms = wording(of: round)?.forms
        else { return nil }
        let question = number / 100
        let choice = number % 100
        guard forms.indices.contains(question) else { return nil }
        switch forms[question] {
        case .choice(let options), .several(let options, _), .sort(let options, _):
            guard options.indices.contains(choice), options.count <= 9 else { return nil }
            return text(round, question)?.options?[options[choice]]
        case .scale(let steps):
            return choice < steps ? Phrasebook.dots(choice, of: steps) : nil
        case .text, .lines, .carried:
            return nil
        }
    }
}
