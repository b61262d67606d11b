import Rehearsal
import Testing

/// What each sets for themselves.
@Suite struct SettingTests {
    @Test func `name, hour, zone, pause`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.pairing, on: stage)
        try await rehearse(
            """
            Ada: /name
            bot → Ada: You are Ada here. What shall I call you instead?
            Ada: Adele
            bot → Ada: You are Adele from now on.
            Ben: /status
            bot → Ben: You are Ben, joined with Adele. It's 09:00 for you (Berlin).…
            Ada: /time
            bot → Ada: Your card comes at 19:00. Type another time to change it, for… [When both are done]
            Ada: quarter past
            bot → Ada: I can't read that as a time. For instance 19:30, or 7 pm.
            Ada: 7:30 pm
            bot → Ada: My clock says 09:00 (Berlin). Is that yours too? A card can come at 19:30. [That's right] [I'm elsewhere] [Another hour]
            Ada taps That's right
            bot → Ada: Your card comes at 19:30, your time.
            Ada: /time 25:99
            bot → Ada: I can't read that as a time. For instance 19:30, or 7 pm.
            Ada: /timezone Nowhereville
            bot → Ada: I don't find that. Try a bigger city nearby, or tell me what…
            Ada: /timezone Lisbon
            bot → Ada: My clock says 08:00 (Lisbon). Is that yours too? A card can come at 19:30. [That's right] [I'm elsewhere] [Another hour]
            Ada: 1
            bot → Ada: Your card comes at 19:30, your time.
            Ada: /timezone
            bot → Ada: Where are you? A city will do, or what your clock says now, for instance 20:15.
            Ada: 10:05
            bot → Ada: Which of these? 1. Kyiv 2. Athens 3. Cairo 4. Johannesburg 5. Jerusalem [1] [2] [3] [4] [5]
            Ada: /language
            bot → Ada: English is the only language I speak so far. You can answer in…
            Ada: /pause 2 weeks
            bot → Ada: Nothing comes for 14 days, unless you type /resume sooner. Nobody is told. [Go on again]
            Ada: /status
            bot → Ada: You are Adele, joined with Ben. It's 08:00 for you (Lisbon).…
            — next day 19:00
            bot → Ben: A card for today. [Open]
            Ada: /resume
            bot → Ada: Here again. Your card comes at 19:30.
            Ada: /pause sometime
            bot → Ada: I can't read that. For instance: /pause 3, or /pause 2 weeks, or just /pause.
            Ada: /pause
            bot → Ada: Nothing comes until you type /resume. Nobody is told. [Go on again]
            Ada: /resume
            bot → Ada: Here again. Your card comes at 19:30.
            Ada: /nonsense
            bot → Ada: I don't know that one. /help lists what there is.
            Ada: /help
            bot → Ada: /today – what is open, or next /answers – what you wrote, and…
            Ada: /safe
            bot → Ada: People to talk to, in your country, at any hour:…
            — 19:20
            bot → Ada: (deletes: /safe)
            bot → Ada: (deletes: People to talk to, in your country, at a)
            Ada: (a photo)
            bot → Ada: I only take words and voice messages. I haven't kept that one.
            """, on: stage)
    }

    @Test func `reveals at once`() async throws {
        let stage = try DeskStage(start: .scriptStart)
        try await rehearse(Scenes.pairing, on: stage)
        try await rehearse(
            """
            Ada: /time
            bot → Ada: Your card comes at 19:00. Type another time to change it, for… [When both are done]
            Ada taps When both are done
            bot → Ada: If the other chose that too, what you both share comes as soon as you are both done.
            Ben: /time
            bot → Ben: Your card comes at 19:00. Type another time to change it, for… [When both are done]
            Ben: 1
            bot → Ben: If the other chose that too, what you both share comes as soon as you are both done.
            Ada: /today
            bot → Ada: One small thing the other did lately that you liked. [Skip] [Later] [Something lighter] [Why this one?]
            Ada: You sang.
            bot → Ada: That's what you wrote: You sang. Shown to Ben when you are both… [Share it then] [Keep to myself] [Write it again]
            Ada: /share
            bot → Ada: Put away. It's shown when you are both done, at an hour when… [Keep to myself]
            Ben: /today
            bot → Ben: One small thing the other did lately that you liked. [Skip] [Later] [Something lighter] [Why this one?]
            Ben: Your list.
            bot → Ben: That's what you wrote: Your list. Shown to Ada when you are… [Share it then] [Keep to myself] [Write it again]
            Ben: /share
            bot → Ben: Put away. It's shown when you are both done, at an hour when… [Keep to myself]
            bot → Ben: My clock says 09:00 (Berlin). Is that yours too? A card can come at 19:00. [That's right] [I'm elsewhere] [Another hour]
            bot → Ada: Something for you, whenever you like. [Open]
            bot → Ben: Something for you, whenever you like. [Open]
            """, on: stage)
    }
}
