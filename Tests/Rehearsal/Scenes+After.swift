import Testing

/// What shared scripts go on with, each after its beginning.
extension Scenes {
    package struct Scene: Sendable, CustomTestStringConvertible {
        package let testDescription: String
        package let beginning: String
        package let script: String
    }

    package static let letLie = Scene(
        testDescription: "just keep it, and let it lie", beginning: pairing,
        script: """
            Ada: Your hands.
            bot → Ada: That's what you wrote: Your hands. If you share it, it's shown only beside… [Share it then] [Keep to myself] [Write it again]
            Ada: /share
            bot → Ada: Put away. Until it goes out you can change your mind, also under /answers. [Keep to myself]
            Ben: Your jokes. All of them.
            bot → Ben: That's what you wrote: Your jokes. All of them. If you share it, it's shown… [Share it then] [Keep to myself] [Write it again]
            Ben: /share
            bot → Ben: Put away. Until it goes out you can change your mind, also under /answers. [Keep to myself]
            bot → Ben: My clock says 09:00 (Berlin). Is that yours too? A card can come at 19:00. [That's right] [I'm elsewhere] [Another hour]
            — 19:30
            bot → Ada: Something for you, whenever you like. [Open]
            bot → Ben: Something for you, whenever you like. [Open]
            Ada: /today
            bot → Ada: Here is what you both shared. Something I liked You: Your hands. Ben: Your jokes. All of them.
            bot → Ada: Is there something of Ben's that stays with you? [Pick a sentence] [Say it back] [Just keep it]
            Ada taps Just keep it
            bot → Ada: It can rest here. Enough for now.
            Ada taps Pick a sentence
            bot → Ada: That one has passed. /today shows what there is.
            Ben: /today
            bot → Ben: Here is what you both shared. Something I liked You: Your jokes. All of them. Ada: Your hands.
            bot → Ben: Is there something of Ada's that stays with you? [Pick a sentence] [Say it back] [Just keep it]
            Ben taps Pick a sentence
            bot → Ben: This one stays with you: Your hands. Send it, and Ada will know. [Send it] [Just keep it]
            Ben: 1
            bot → Ben: Sent. Enough for now.
            bot → Ada: Something for you, whenever you like. [Open]
            Ben: /share
            bot → Ben: Nothing is open just now. /today shows what there is.
            Ada: /today
            bot → Ada: Ben sent something back. [Read it] [Let it lie]
            Ada taps Let it lie
            bot → Ada: Left alone, then. Nobody is told.
            """)

    package static let settings = Scene(
        testDescription: "name, hour, zone, pause", beginning: pairing,
        script: """
            Ada: /name
            bot → Ada: You are Ada here. What shall I call you instead?
            Ada: Adele
            bot → Ada: Adele: that's how I'd call you, and how the other… [Yes, that's me] [Not now]
            Ada: 1
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
            bot → Ada: I speak English, Spanish and German. Which one for you?… [Deutsch] [English] [Español]
            Ada: /language nothing like it
            bot → Ada: I speak English, Spanish and German. Which one for you?… [Deutsch] [English] [Español]
            Ada taps Español
            bot → Ada: De ahora en adelante, en español. Lo que escribes queda como lo escribes.
            Ada: /language inglés
            bot → Ada: From now on in English. What you write stays as you write it.
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
            bot → Ada: I take this away in ten minutes, with the message that called it, where I can.… [Another country]
            — 19:20
            bot → Ada: (deletes: /safe)
            bot → Ada: (deletes: I take this away in ten minutes, with th)
            Ada: (a photo)
            bot → Ada: I only take words and voice messages. I haven't kept that one.
            """)

    package static let joiningLate = Scene(
        testDescription: "the road alone, then joined", beginning: solo,
        script: """
            Ada taps One more for me below Send…
            bot → Ada: One sentence, quickly, before you think about it: what is intimacy to you? [Skip] [Later] [Something lighter] [Why this one?]
            Ada: letting go
            bot → Ada: That's what you wrote: letting go I show it to nobody now. In a few days you… [Keep to myself] [Write it again]
            Ada: /keep
            bot → Ada: Put away. It stays with you; /answers has it.
            Ada: /share
            bot → Ada: Nobody has joined you yet, so there is nobody to show it to. It stays yours.
            — next day 19:00
            bot → Ada: A card for today. [Open]
            Ada: /today
            bot → Ada: … [Done] [Another one] [Why this one?]
            — next day 19:00
            bot → Ada: A card for today. [Open]
            Ada: /today
            bot → Ada: Where, and how, did you learn what intimacy is? No answer… [Skip] [Later] [Something lighter] [Why this one?]
            — next day 19:00
            bot → Ada: A card for today. [Open]
            Ada: /today
            bot → Ada: Yesterday's question, if you like: where, and how, did you… [Skip] [Later] [Something lighter] [Why this one?]
            Ada: a film
            bot → Ada: That's what you wrote: a film For now it's only yours.… [Keep to myself] [Write it again]
            Ada: /keep
            bot → Ada: Put away. It stays with you; /answers has it.
            Ada: /answers
            bot → Ada: What you have written. Tap a number to read it or change your… [1] [2] [3]
            Ada: 3
            bot → Ada: Where I learned it – stays with you a film [Keep to myself] [Write it again] [Erase it]
            Ben: /start {link}
            bot → Ben: Ada would like to try this with you: small questions, answered… [Just look first] [Light cards only] [Join] [Let it be]
            Ben taps Join
            bot → Ben: Before you begin: you answer alone, and I show the other… [I'm 18 or older] [Who reads what?] [I'm younger]
            Ben taps I'm 18 or older
            bot → Ben: Thank you. Ada is asked whether it's you,…
            bot → Ben: Three words, quickly: intimacy. [Skip] [Later] [Something lighter] [Why this one?]
            bot → Ada: Something for you, whenever you like. [Open]
            Ben: /skip
            bot → Ben: All right, past it.
            bot → Ben: My clock says 19:00 (Berlin). Is that yours too? A card can come at 19:00. [That's right] [I'm elsewhere] [Another hour]
            Ada: /today
            bot → Ada: Someone opened your link. They go by Ben here. Is that the one you meant? [Yes, that's them] [No, not them]
            Ada: 1
            bot → Ada: You and Ben are joined. Each of you answers alone, in your own…
            bot → Ada: One small thing the other did lately that you liked. [Skip] [Later] [Something lighter] [Why this one?]
            bot → Ben: Something for you, whenever you like. [Open]
            Ben: /today
            bot → Ben: You and Ada are joined. Each of you answers alone, in your own…
            bot → Ben: One small thing the other did lately that you liked. [Skip] [Later] [Something lighter] [Why this one?]
            Ada: /later
            bot → Ada: Later, then. It comes by again, or /today has it.
            — next day 19:00
            bot → Ada: A card for today. [Open]
            bot → Ben: A card for today. [Open]
            Ada: /today
            bot → Ada: From before you two were joined. It stays yours unless you say otherwise.
            bot → Ada: That's what you wrote: warm, near, slow If you share it, it's shown only beside… [Share it then] [Keep to myself] [Write it again]
            Ada: /share
            bot → Ada: Put away. Until it goes out you can change your mind, also under /answers. [Keep to myself]
            Ben: /status
            bot → Ben: You are Ben, joined with Ada. It's 19:00 for you (Berlin). Your…
            Ada: /status
            bot → Ada: You are Ada, joined with Ben. It's 19:00 for you (Berlin). Your…
            """)

    package static let byVoice = Scene(
        testDescription: "by voice, and too long", beginning: pairing,
        script: """
            Ada: (voice 42)
            bot → Ada: That's what you wrote: (a voice message, 0:42) If you share it, it's shown only… [Share it then] [Keep to myself] [Write it again]
            Ada: and a word
            bot → Ada: That's what you wrote: (a voice message, 0:42) and a word If you share it, it's… [Share it then] [Keep to myself] [Write it again]
            Ada: /share
            bot → Ada: Put away. Until it goes out you can change your mind, also under /answers. [Keep to myself]
            Ben: (voice 5)
            bot → Ben: That's what you wrote: (a voice message, 0:05) If you share it, it's shown only… [Share it then] [Keep to myself] [Write it again]
            Ben: /share
            bot → Ben: Put away. Until it goes out you can change your mind, also under /answers. [Keep to myself]
            bot → Ben: My clock says 09:00 (Berlin). Is that yours too? A card can come at 19:00. [That's right] [I'm elsewhere] [Another hour]
            — 19:30
            bot → Ada: Something for you, whenever you like. [Open]
            bot → Ben: Something for you, whenever you like. [Open]
            Ada: /today
            bot → Ada: Here is what you both shared. Something I liked You: (a voice message, 0:42) and a word Ben: (a voice message, 0:05)
            bot → Ada: (voice)
            bot → Ada: Is there something of Ben's that stays with you? [Say it back] [Just keep it]
            Ben: /today
            bot → Ben: Here is what you both shared. Something I liked You: (a voice message, 0:05) Ada: (a voice message, 0:42) and a word
            bot → Ben: (voice)
            bot → Ben: Is there something of Ada's that stays with you? [Pick a sentence] [Say it back] [Just keep it]
            Ben taps Say it back
            bot → Ben: What did you hear? In your own words, to Ada. You see it once more before it goes. [Just keep it]
            Ben: (voice 3)
            bot → Ben: In words, please; here I can't take a recording.
            Ben: I heard you.
            bot → Ben: That would go to Ada: I heard you. You can add to it, or send it. [Send it] [Write it again] [Just keep it]
            Ben taps Write it again below That would…
            bot → Ben: What did you hear? In your own words, to Ada. You see it once more before it goes. [Just keep it]
            Ben: I heard you laugh.
            bot → Ben: That would go to Ada: I heard you laugh. You can add to it, or send it. [Send it] [Write it again] [Just keep it]
            Ben: /share
            bot → Ben: Sent. Enough for now.
            bot → Ada: Something for you, whenever you like. [Open]
            Ada: /today
            bot → Ada: Ben sent something back. [Read it] [Let it lie]
            Ada: 1
            bot → Ada: Ben says it back like this: I heard you laugh.
            bot → Ada: It can rest here. Enough for now.
            """)
}
