/// Beginnings that several scripts share.
package enum Scenes {
    /// Ada comes alone, and has made a link.
    package static let solo = """
        Ada: /start
        bot → Ada: I ask the two of you small questions. You answer alone,… [I'm 18 or older] [Who reads what?] [I'm younger]
        Ada taps I'm 18 or older
        bot → Ada: Three words, quickly: intimacy. [Skip] [Later] [Something lighter] [Why this one?]
        Ada: warm, near, slow
        bot → Ada: That's what you wrote: warm, near, slow For now it's only yours.… [Keep to myself] [Write it again]
        Ada taps Keep to myself
        bot → Ada: Put away. It stays with you; /answers has it.
        bot → Ada: My clock says 09:00 (Berlin). Is that yours too? A card can come at 19:00. [That's right] [I'm elsewhere] [Another hour]
        Ada taps That's right
        bot → Ada: You can stop here today, or invite the one you want to talk with: the link works once, for seven days. [Get the link] [One more for me] [Enough for today]
        Ada taps Get the link
        bot → Ada: Send them this, yourself: https://t.me/rehearsal_bot?start=code… It names nobody,… [Make a new one] [One more for me]
        """

    /// Ada comes first and invites Ben.
    package static let pairing = """
        Ada: /start
        bot → Ada: I ask the two of you small questions. You answer alone,… [I'm 18 or older] [Who reads what?] [I'm younger]
        Ada taps I'm 18 or older
        bot → Ada: Three words, quickly: intimacy. [Skip] [Later] [Something lighter] [Why this one?]
        Ada: warm, near, slow
        bot → Ada: That's what you wrote: warm, near, slow For now it's only yours. You can add to… [Keep to myself] [Write it again]
        Ada taps Keep to myself
        bot → Ada: Put away. It stays with you; /answers has it.
        bot → Ada: My clock says 09:00 (Berlin). Is that yours too? A card can come at 19:00. [That's right] [I'm elsewhere] [Another hour]
        Ada taps That's right
        bot → Ada: You can stop here today, or invite the one you want to talk with: the link works once, for seven days. [Get the link] [One more for me] [Enough for today]
        Ada taps Get the link
        bot → Ada: Send them this, yourself: https://t.me/rehearsal_bot?start=code… It names nobody,… [Make a new one] [One more for me]
        Ben: /start {link}
        bot → Ben: Ada would like to try this with you:… [Just look first] [Light cards only] [Join] [Let it be]
        Ben taps Join
        bot → Ben: Before you begin:… [I'm 18 or older] [Who reads what?] [I'm younger]
        Ben taps I'm 18 or older
        bot → Ben: Thank you. Ada is asked whether it's you,…
        bot → Ben: Three words, quickly: intimacy. [Skip] [Later] [Something lighter] [Why this one?]
        bot → Ada: Something for you, whenever you like. [Open]
        Ada taps Open
        bot → Ada: Someone opened your link. They go by Ben here. Is that the one you meant? [Yes, that's them] [No, not them]
        Ada taps Yes, that's them
        bot → Ada: You and Ben are joined. Each of you answers alone, in your own time. What you…
        bot → Ada: One small thing the other did lately that you liked. [Skip] [Later] [Something lighter] [Why this one?]
        bot → Ben: Something for you, whenever you like. [Open]
        Ben taps Open
        bot → Ben: You and Ada are joined.…
        bot → Ben: One small thing the other did lately that you liked. [Skip] [Later] [Something lighter] [Why this one?]
        """

    /// Ben, who is asked about his clock after his first card, gets that out of the way.
    package static let bensClock = """
        Ben: /timezone Berlin
        bot → Ben: My clock says 09:00 (Berlin). Is that yours too?… [That's right] [I'm elsewhere] [Another hour]
        Ben taps That's right
        bot → Ben: Your card comes at 19:00, your time.
        Ben: /today
        bot → Ben: One small thing the other did lately that you liked. [Skip] [Later] [Something lighter] [Why this one?]
        """
}
