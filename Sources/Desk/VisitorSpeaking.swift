import Curriculum
import Dialogue
import Messenger

/// In which language somebody unknown is spoken to.
extension Session {
    /// By what their platform says of them, or else by the house's.
    func language(of incoming: Incoming) -> String {
        library.today.language(tagged: incoming.sender.language)
            ?? library.today.language(tagged: scenes.house.language) ?? "en"
    }

    /// What they chose comes first: their buttons carry it, and `/language` is remembered a while.
    mutating func speech(for event: Visitor.Event, _ incoming: Incoming) -> Visitor.Speech {
        let known = library.today.languages
        var chosen: String?
        switch event {
        case .pressed(let press):
            let place = Visitor.Choice(press.number).language
            chosen = place.flatMap { known.indices.contains($0) ? known[$0] : nil }
        case .askedForLanguage(let name):
            chosen = library.today.language(named: name)
        case .started, .askedForHelp, .askedForSafety, .wrote:
            break
        }
        if let chosen { lobby.speak(chosen, to: incoming.from) }
        return Visitor.Speech(
            languages: known,
            current: chosen ?? lobby.language(of: incoming.from) ?? language(of: incoming),
            isOffering: library.today.language(tagged: incoming.sender.language) == nil)
    }
}
