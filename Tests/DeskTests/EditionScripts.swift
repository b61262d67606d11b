import Rehearsal

/// What people do while the content changes below them.
extension EditionTests {
    static let oldWay = """
        Ada: /why
        bot → Ada: Talking is easier where it's safe,…
        Ada: You laughed.
        bot → Ada: That's what you wrote: You laughed. If you share it, it's shown only beside… [Share it then] [Keep to myself] [Write it again]
        Ada taps Share it then
        bot → Ada: Put away.… [Keep to myself]
        """

    static let endsTheOldWay = """
        Ben: /today
        bot → Ben: One small thing the other did lately that you liked. [Skip] [Later] [Something lighter] [Why this one?]
        Ben: The soup.
        bot → Ben: That's what you wrote: The soup.… [Share it then] [Keep to myself] [Write it again]
        Ben taps Share it then
        bot → Ben: Put away.… [Keep to myself]
        bot → Ben: My clock says 09:00 (Berlin).… [That's right] [I'm elsewhere] [Another hour]
        — 19:30
        bot → Ada: Something for you, whenever you like. [Open]
        bot → Ben: Something for you, whenever you like. [Open]
        Ada taps Open
        bot → Ada: Here is what you both shared. Something I liked You: You laughed. Ben: The soup.
        bot → Ada: Is there something of Ben's that stays with you? [Pick a sentence] [Say it back] [Just keep it]
        Ada: /export
        bot → Ada: …
        bot → Ada: …Something I liked…
        bot → Ada: …Something I liked…
        """

    static let leftWithIt = """
        Ada: /leave now
        bot → Ada: Done. You aren't joined with anyone here now. What you wrote is under /answers. Nobody is told.
        """

    static let stillTheOldTitle = """
        Ada: /answers
        bot → Ada: What you have written.… Something I liked – … [1] [2]
        """

    /// Ben is asked by today's words, and, once they are two, by those that Ada was asked by.
    static let joinsByNewWords = """
        Ben: /start {link}
        bot → Ben: Ada would like to try this with you:… [Just look first] [Light cards only] [Join] [Let it be]
        Ben taps Join
        bot → Ben: Before you begin:… [I'm 18 or older] [Who reads what?] [I'm younger]
        Ben taps I'm 18 or older
        bot → Ben: Thank you. Ada is asked whether it's you,…
        bot → Ben: Quick, three words: intimacy. [Skip] [Later] [Something lighter] [Why this one?]
        bot → Ada: Something for you, whenever you like. [Open]
        Ada taps Open
        bot → Ada: Someone opened your link. They go by Ben here. Is that the one you meant? [Yes, that's them] [No, not them]
        Ada taps Yes, that's them
        bot → Ada: You and Ben are joined.…
        bot → Ada: One small thing the other did lately that you liked. [Skip] [Later] [Something lighter] [Why this one?]
        bot → Ben: Something for you, whenever you like. [Open]
        Ben: sea, skin, tea
        bot → Ben: I haven't kept that, since nothing is asked in writing just now;…
        Ben: /rounds
        bot → Ben: Just now it's about arriving. Next may come: Three words for intimacy Open to… [1] [2] [3] [4] [5] [6]
        Ben taps 1
        bot → Ben: Three words, quickly: intimacy. [Skip] [Later] [Something lighter] [Why this one?]
        Ben: sea, skin, tea
        bot → Ben: That's what you wrote: sea, skin, tea… [Share it then] [Keep to myself] [Write it again]
        """

    static let oneMoreAlone = """
        Ben taps One more for me
        bot → Ben: One sentence, quickly,… [Skip] [Later] [Something lighter] [Why this one?]
        Ben: Heat.
        bot → Ben: That's what you wrote: Heat.… [Keep to myself] [Write it again]
        Ben taps Keep to myself
        bot → Ben: Put away. It stays with you; /answers has it.
        """

    static let joinsWithOldWords = """
        Ben: /start {link}
        bot → Ben: Ada would like…
        Ben taps Join
        bot → Ben: …
        bot → Ada: Something for you, whenever you like. [Open]
        Ada taps Open
        bot → Ada: Someone opened your link. They go by Ben here.… [Yes, that's them] [No, not them]
        Ada taps Yes, that's them
        bot → Ada: You and Ben are joined.…
        bot → Ada: One small thing the other did lately that you liked. [Skip] [Later] [Something lighter] [Why this one?]
        bot → Ben: Something for you, whenever you like. [Open]
        Ben: /answers
        bot → Ben: What you have written.… Intimacy, said quickly – … [1] [2]
        Ada: /rounds
        bot → Ada: Just now it's about arriving. Next may come: Intimacy, said quickly Open to… [1] [2] [3] [4] [5]
        """

    /// Another couple, after the change.
    static let begunAnew =
        another(
            "A thing they did lately that you liked. [Skip] [Later] [Something lighter] [Why this one?]"
        )
        + "\n" + """
            Cleo: You sang.
            bot → Cleo: That's what you wrote: You sang. You can add to it, or go on. [Go on] [Write it again]
            Cleo taps Go on
            bot → Cleo: What else? [Skip] [Later] [Something lighter] [Why this one?]
            """

    /// Another couple, by what comes with the program.
    static let begunAsBefore = another(
        "One small thing the other did lately that you liked. [Skip] [Later] [Something lighter] [Why this one?]"
    )

    private static func another(_ first: String) -> String {
        Scenes.pairing.replacing("Ada", with: "Cleo").replacing("Ben", with: "Dan").replacing(
            "One small thing the other did lately that you liked. [Skip] [Later] [Something lighter] [Why this one?]",
            with: first)
    }

    static let hostsRoundBegun = """
        Ada: /skip
        bot → Ada: All right, past it.
        Ada: /rounds
        bot → Ada: Just now it's about arriving. Next may come: Intimacy, said quickly Open to… [1] [2] [3] [4] [5] [6]
        Ada taps 6
        bot → Ada: Written by whoever runs this bot. Who made the first cup? [Skip] [Later] [Something lighter] [Why this one?]
        """

    static let hostsRoundEnded = """
        Ada: Me.
        bot → Ada: That's what you wrote: Me.… [Share it then] [Keep to myself] [Write it again]
        Ada taps Share it then
        bot → Ada: Put away.… [Keep to myself]
        Ada: /why
        bot → Ada: Small habits say a lot.
        Ben: /skip
        bot → Ben: All right, past it.
        bot → Ben: My clock says 09:00 (Berlin).… [That's right] [I'm elsewhere] [Another hour]
        Ben: /rounds
        bot → Ben: Just now it's about arriving. Next may come: Three words for intimacy Open to… [1] [2] [3] [4] [5] [6] [7]
        Ben taps 7
        bot → Ben: Written by whoever runs this bot. Who made the first cup? [Skip] [Later] [Something lighter] [Why this one?]
        Ben: You did.
        bot → Ben: That's what you wrote: You did.… [Share it then] [Keep to myself] [Write it again]
        Ben taps Share it then
        bot → Ben: Put away.… [Keep to myself]
        — 19:30
        bot → Ada: Something for you, whenever you like. [Open]
        bot → Ben: Something for you, whenever you like. [Open]
        Ada taps Open
        bot → Ada: Here is what you both shared. The first cup You: Me. Ben: You did.
        bot → Ada: Is there something of Ben's that stays with you? [Pick a sentence] [Say it back] [Just keep it]
        """
}
