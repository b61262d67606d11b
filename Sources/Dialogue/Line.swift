/// What the bot means to say. A phrasebook decides how it sounds, in the reader's language.
package struct Line: Sendable, Hashable, Codable {
    package let key: Key
    /// What fills the places of the phrase. Looked up by slot, never iterated.
    package let slots: [Slot: Value]

    package init(_ key: Key, _ slots: [Slot: Value] = [:]) {
        self.key = key
        self.slots = slots
    }

    /// A place in a phrase, written `{answer}` there.
    package enum Slot: String, Sendable, Codable, CaseIterable {
        case answer
        case mine
        case theirs
        case earlier
        case partner
        case me
        case time
        case zone
        case hour
        case host
        case platform
        case question
        case link
        case list
        case count
        case card
        case also
    }

    /// What stands in a place.
    package indirect enum Value: Sendable, Hashable, Codable {
        /// Ours: a time, a number, a zone, an address; nothing anyone wrote.
        case plain(String)
        case words(Words)
        case answer(Answer, of: RoundName, question: Int)
        /// The text of a round's question.
        case question(RoundName, Int)
        /// A few words that name a question, for lists and reveals.
        case title(RoundName, Int)
        /// The same, as the reader of a proposal sees it.
        case theirTitle(RoundName, Int)
        /// One option of a question.
        case option(RoundName, Int, String)
        /// The name of a part of the course.
        case phase(String)
        /// A moment, as the clock and the calendar show it in a zone.
        case instant(Moment, zone: String)
        case date(LocalDate)
        /// The text of a small card.
        case card(CardName)
        /// The same with a line of the couple's own dictionary in its place.
        case cardQuoting(CardName, Words)
        /// Why a round or a card is here, in one line.
        case idea(RoundName)
        case ideaOfCard(CardName)
        /// Another phrase, whole.
        case phrase(Line)
        /// Values below one another.
        case lines([Value])
        /// Values right below one another.
        case list([Value])
        /// The same, numbered from 1, as their buttons are.
        case numbered([Value])
        /// The link for this invitation code, as the platform forms it.
        case link(code: String)
        case zone(String)
        case weekdays([DayOfWeek])
        case nothing
    }
}
