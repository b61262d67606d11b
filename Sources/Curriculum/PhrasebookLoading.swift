import Dialogue
import Foundation

extension ContentReader {
    /// Reads one language, and notes everything that is missing in it.
    mutating func phrasebook(
        _ language: String, rounds loaded: [LoadedRound], cards: [Card]
    ) -> Phrasebook? {
        let file = "texts/\(language)/phrases.json"
        guard let texts = read(PhrasesFile.self, at: file) else { return nil }
        let phrases = phrases(texts, file)
        var rounds: [RoundName: RoundWording] = [:]
        for round in loaded { rounds[round.plan.name] = round.definition.wording(in: language) }
        let phases = Set(loaded.filter { !$0.plan.isHosts }.map(\.plan.phase))
        for phase in phases.sorted() where texts.phases[phase] == nil {
            note(file, "phases.\(phase) is missing")
        }
        let voice: Template<Line.Slot>? = template(texts.answers["voice"], "answers.voice", file)
        let pictures = pictures(language)
        guard let voice, let pictures, let calendar = calendarWords(texts, file) else {
            return nil
        }
        return Phrasebook(
            language: texts.language, name: texts.name, phrases: phrases,
            buttons: buttons(texts, file), rounds: rounds, cards: cardTexts(cards, language),
            voice: voice, commands: commands(texts, file), export: texts.export,
            phases: texts.phases, calendar: calendar, pictures: pictures)
    }

    private mutating func phrases(
        _ texts: PhrasesFile, _ file: String
    ) -> [Line.Key: Template<Line.Slot>] {
        var phrases: [Line.Key: Template<Line.Slot>] = [:]
        for key in Line.Key.allCases {
            phrases[key] = template(texts.phrases[key.rawValue], "phrases.\(key.rawValue)", file)
        }
        for name in texts.phrases.keys.sorted() where Line.Key(rawValue: name) == nil {
            note(file, "phrases.\(name) is never said; take it out, or mend its name")
        }
        return phrases
    }

    private mutating func calendarWords(
        _ texts: PhrasesFile, _ file: String
    ) -> CalendarWords? {
        guard
            let minutes: Template<Line.Slot> = template(texts.times.minutes, "times.minutes", file),
            let hour: Template<Line.Slot> = template(texts.times.hour, "times.hour", file),
            let hours: Template<Line.Slot> = template(texts.times.hours, "times.hours", file)
        else { return nil }
        return CalendarWords(
            locale: Locale(identifier: texts.locale), minutes: minutes, hour: hour, hours: hours,
            paces: [
                (texts.times.everyDay, .everyDay), (texts.times.threeAWeek, .threeAWeek),
                (texts.times.onceAWeek, .onceAWeek),
            ])
    }

    private mutating func buttons(_ texts: PhrasesFile, _ file: String) -> [Press.Act: String] {
        var buttons: [Press.Act: String] = [:]
        for act in Press.Act.allCases {
            let name = String(describing: act)
            guard let label = texts.buttons[name] else {
                note(file, "buttons.\(name) is missing")
                continue
            }
            if label.count > 18 { note(file, "buttons.\(name) has more than 18 characters") }
            buttons[act] = label
        }
        return buttons
    }

    private mutating func commands(
        _ texts: PhrasesFile, _ file: String
    ) -> [(command: Command, description: String)] {
        Command.allCases.compactMap { command in
            guard let text = texts.commands[command.rawValue] else {
                note(file, "commands.\(command.rawValue) is missing")
                return nil
            }
            return (command, text)
        }
    }

    private mutating func cardTexts(
        _ cards: [Card], _ language: String
    ) -> [CardName: CardTexts.CardText] {
        let file = "texts/\(language)/cards.json"
        guard let texts = read(CardTexts.self, at: file) else { return [:] }
        var found: [CardName: CardTexts.CardText] = [:]
        for card in cards {
            found[card.id] = texts.cards[card.id.text]
            guard let text = found[card.id]?.text else {
                note(file, "cards.\(card.id.text) is missing")
                continue
            }
            let places = text.split(separator: "{word}", omittingEmptySubsequences: false).count - 1
            if places != (card.quotesWord ? 1 : 0) {
                note(
                    file,
                    "cards.\(card.id.text): "
                        + (card.quotesWord
                            ? "write {word} once, where the couple's own line stands"
                            : "there is no line of the couple's own for {word}"))
            }
        }
        return found
    }

    mutating func template<Slot>(
        _ phrase: String?, _ place: String, _ file: String
    ) -> Template<Slot>? {
        guard let phrase else {
            note(file, "\(place) is missing")
            return nil
        }
        do {
            return try Template(phrase)
        } catch {
            note(file, "\(place): there is no place called {\(error.place)}")
            return nil
        }
    }
}
