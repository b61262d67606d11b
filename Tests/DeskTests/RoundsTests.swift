import Rehearsal
import Testing

@Suite struct RoundsTests {
    @Test func `dump`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.pairing, on: stage)
        try await rehearse(
            """
            Ada: You laughed at the bus stop.
            Ada taps Share it then
            Ben: The soup.
            Ben: And that you waited.
            Ben taps Share it then
            Ben taps Open
            — 19:30
            Ada taps Open below Something…
            Ben taps Open below Something…
            Ada taps Pick a sentence
            Ada: 2
            Ada taps Send it
            Ben taps Open
            Ben taps Read it
            Ben taps Say it back
            Ben: You saw me laugh.
            Ben taps Send it
            Ada: /today
            Ada: 2
            — next day 19:00
            Ada taps Open
            Ada: soft skin
            Ada: /why
            Ada taps Another one
            Ben: /today
            Ben: fire, home, quiet
            Ben: /share
            — next day 19:00
            Ada: /today
            Ada: /share
            Ben: /today
            Ben: Heat.
            Ben: /keep
            — next day 19:00
            — next day 19:00
            Ada taps Open
            Ben taps Open
            Ada: It's being let in.
            Ada: /share
            Ben: Heat.
            Ben: /keep
            — next day 19:00
            — next day 19:00
            Ada taps Open
            Ben taps Open
            Ada: already know
            — next day 19:00
            Ada: /today
            Ada: My grandmother's hands ⏎ A film with rain
            Ada taps Show one line
            Ada: 2
            Ada taps Share it then
            Ben: /today
            Ben: /skip
            — next day 19:00
            — next day 19:30
            Ada: /today
            Ada: Being able to fall silent together.
            Ada taps Go on
            Ada: It got quieter.
            Ada taps With the first one
            Ben: /today
            Ben: /today
            Ben: Looks like leaning, feels like home.
            Ben: /next
            Ben: Less of a word, more of a place.
            Ben: /share
            — next day 19:30
            Ada: /today
            Ben: /today
            Ada: /keep
            Ada: /answers
            Ada: 1
            Ada: /status
            Ada: /why
            — next day 19:30
            Ada: /today
            Ada: always knock
            Ada taps Share it then
            Ben: /today
            Ben taps Something lighter
            Ben: 4
            Ben taps Share it then
            — next day 19:30
            Ada: /today
            Ben: /today
            — next day 19:30
            Ada: /today
            Ben: /today
            — next day 19:30
            Ada: /today
            Ben: /today
            Ada: /help
            Ada: /safe
            — 20:00
            Ada: /export
            — 15 days later 19:30
            — 3 days later 19:30
            — 4 days later 19:30
            """, on: stage)
    }
}
