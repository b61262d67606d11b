/// An idea of the article, as we understand it, with the rounds that carry it.
struct ArticleIdea {
    let key: String
    let says: String
    let rounds: [String]

    init(_ key: String, _ says: String, _ rounds: String) {
        self.key = key
        self.says = says
        self.rounds = rounds.split(separator: " ").map(String.init)
    }
}

extension ArticleIdea {
    /// What the whole needs before it can begin; the article takes it for granted.
    static let before = [
        ArticleIdea("talk-needs-safety", "nobody talks about this where it isn't safe", "0 0a"),
        ArticleIdea("liking-aloud", "a liking said aloud makes a start", "0a K"),
    ]

    /// How the author came to ask, and what all of it is about.
    static let opening = [
        ArticleIdea("first-taken-as-physical", "for long it was bodies, and nothing else", "1"),
        ArticleIdea("it-felt-easy", "what does it mean to you? An easy question", "2"),
        ArticleIdea("where-and-how-learned", "and where and how did you learn it?", "3 3L"),
        ArticleIdea("the-pause", "that second question stops one", "3 4"),
        ArticleIdea("what-it-really-means", "then one looks at what it is, and why", "4 50"),
        ArticleIdea("many-influences", "a great many things have had a hand in it", "3 21"),
        ArticleIdea("long-before-a-partner", "all of it before anyone to talk with", "5 5L"),
        ArticleIdea("supposed-to-look-and-feel", "how it ought to look, and to feel", "4 5 17"),
        ArticleIdea(
            "unspoken-ideas", "left unsaid, it makes for trouble", "5 5L 24 24L 47 D"),
        ArticleIdea("where-beliefs-began", "look at the beginnings first", "6 6L 3"),
    ]

    /// The first of five sources.
    static let caregivers = [
        ArticleIdea("touch-words-actions", "a hand, a word or a deed for a child", "6 6L"),
        ArticleIdea("need-ignored-or-met", "a child in need: overlooked, or asked about", "7 7L"),
        ArticleIdea("one-more-present", "one of them near, another far", "8 8L"),
        ArticleIdea("affection-seen", "what went on between the grown-ups", "9 9L"),
        ArticleIdea("rare-kiss", "they seldom kissed, and the child was glad", "9 9L"),
        ArticleIdea("open-or-private-at-home", "tender before others, or never", "9 9L 14"),
        ArticleIdea("repair-after-conflict", "did they make up?", "10 10L 36 36L"),
        ArticleIdea("patterns-brought-along", "we carry it on with one another", "11 11L"),
        ArticleIdea("closer-or-further", "some of it parts us, and may change", "11 11L"),
        ArticleIdea("handed-down-weights", "a load from those before us", "11 11L"),
    ]

    /// The second and the third.
    static let cultureAndReligion = [
        ArticleIdea("culture-sets-what-fits", "what is proper, what is awaited", "12 14"),
        ArticleIdea("actions-over-words", "love that does rather than tells", "12"),
        ArticleIdea("duty-and-sacrifice", "love as what one does without", "13"),
        ArticleIdea("private-or-public", "near one another: unseen, or seen", "14"),
        ArticleIdea("safe-or-unsafe", "later on that feels secure, or doesn't", "14"),
        ArticleIdea("faith-shapes-closeness", "belief has its say in nearness", "15 15L 16 16L"),
        ArticleIdea("sacred-practices", "what is holy asks for its own space", "15 15L"),
        ArticleIdea("alone-or-together-in-prayer", "praying unseen, or in a crowd", "15 15L"),
        ArticleIdea("rules-before-marriage", "what isn't allowed before a wedding", "16 16L"),
        ArticleIdea("desire-and-boundaries", "it stays in wishes and in limits", "16 16L"),
    ]

    /// The fourth and the fifth.
    static let stories = [
        ArticleIdea("screens-taught-us", "a child in front of a film", "17 18"),
        ArticleIdea("rescue-and-grand-kiss", "a prince, a peril, and then the kiss", "17"),
        ArticleIdea("safe-once-rescued", "near only after somebody was saved", "17"),
        ArticleIdea("songs-all-physical", "in songs there were only bodies", "18"),
        ArticleIdea("short-and-casual", "for a night, and lightly", "18"),
        ArticleIdea("guarded-against-depth", "light, so that it can't go deep", "18"),
        ArticleIdea("messages-about-gender", "this is for men, that for women", "19"),
        ArticleIdea("hide-it-or-be-emotional", "one hides it, the other is it", "19"),
        ArticleIdea("opposite-ends", "and both stand far apart", "19"),
        ArticleIdea("performing-and-achieving", "show, make, reach", "20"),
        ArticleIdea("doing-instead-of-feeling", "a task where a feeling might be", "20"),
        ArticleIdea("weights-of-a-culture", "a load from everyone around", "19 20 21"),
        ArticleIdea("unexamined-shapes-us", "unlooked at, it works on in silence", "21"),
    ]

    /// The three reasons.
    static let reasons = [
        ArticleIdea("different-backgrounds", "two lives, two ideas of it", "T1"),
        ArticleIdea("distance-without-knowing-why", "further apart, and no idea why", "T1 30"),
        ArticleIdea("different-definitions", "one word, two meanings", "22 22L"),
        ArticleIdea("physical-and-emotional", "skin for one, heart for the other", "22 22L"),
        ArticleIdea("hard-to-meet", "so it's hard to give what is wished", "23 23L"),
        ArticleIdea("confusion-and-rejection", "puzzled, and then turned down", "23 23L 29"),
        ArticleIdea("assumed-to-happen", "it comes by itself, doesn't it?", "24 24L"),
        ArticleIdea("intentional-time", "in the beginning, hours on purpose", "25 25L"),
        ArticleIdea("same-page-easy", "and so easy, as if both were one", "25 25L"),
        ArticleIdea("deepening-brings-needs", "grown serious, each wants something", "26 26L"),
        ArticleIdea("unmet-needs-resentment", "unsaid, unmet, and then bitter", "27 27L"),
        ArticleIdea("received-a-certain-way", "each takes it in their own way", "28 28L 40"),
        ArticleIdea("missed-signals", "waving past one another", "28 28L 40L"),
        ArticleIdea("must-not-want-me", "not this? Then not me", "29 29L"),
        ArticleIdea("a-false-message", "both act on what wasn't said", "30 30L"),
        ArticleIdea("defend-and-withdraw", "one fends off, the other goes", "31 31L"),
        ArticleIdea("a-loop-forms", "round and round", "32 32L T2"),
        ArticleIdea("the-loop-not-the-person", "neither of them is at fault", "T2 T2L 29 31"),
        ArticleIdea("not-incompatible", "other wishes don't mean a bad fit", "33 33L 22"),
        ArticleIdea("unnamed-needs", "below lies what has no name yet", "34 34L"),
    ]

    /// What can come of it.
    static let ending = [
        ArticleIdea("understanding", "named, it can be understood", "35 35L 36"),
        ArticleIdea("negotiating", "and terms be found", "37 37L 38 38L 39 39L T3 T3L"),
        ArticleIdea("expanding", "and room be made", "40 40L 41 41L 42 42L"),
        ArticleIdea("a-skill-that-grows", "it can be learned, and it grows", "43"),
        ArticleIdea("learning-self-and-other", "by knowing oneself, and the other", "44"),
        ArticleIdea("awareness-softens", "noticing makes a quarrel milder", "45 45L"),
        ArticleIdea("a-door-to-change", "and may change a great deal", "46"),
        ArticleIdea("means-different-things", "to each their own meaning", "47"),
        ArticleIdea("misunderstandings-hurt", "mistaken, apart, and stuck", "48 48L"),
        ArticleIdea("talk-about-it", "so talk", "T0 T1 T2 T3 49"),
        ArticleIdea("conflict-makes-sense", "then the quarrel has a sense", "48 48L T1 45"),
        ArticleIdea("connection-possible", "and being near comes into reach", "50 50a"),
    ]

    static let all =
        before + opening + caregivers + cultureAndReligion + stories + reasons + ending
}
