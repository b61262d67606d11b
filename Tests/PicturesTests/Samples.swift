import Pictures

/// Pictures as a couple could get them.
enum Sample {
    static let sourceLabels = SourceMap.Labels(
        title: "Where it comes from", mine: "You", theirs: "Your partner", near: "Much alike",
        apart: "Further apart",
        weights: SourceMap.Weights(
            hardly: "hardly", lightly: "a little", clearly: "clearly", strongly: "strongly"),
        sources: SourceMap.Sources(
            caregivers: "The people who raised us", culture: "Where we come from",
            religion: "Faith", popCulture: "Films and songs", society: "What was expected"))

    static let sources = Picture.sources(
        SourceMap(
            labels: sourceLabels,
            mine: [
                .caregivers: .strongly, .culture: .lightly, .religion: .hardly,
                .popCulture: .clearly, .society: .lightly,
            ],
            theirs: [
                .caregivers: .strongly, .culture: .strongly, .religion: .hardly,
                .popCulture: .lightly, .society: .clearly,
            ]))

    static let kindsLabels = KindsMap.Labels(
        title: "Where closeness is most at home", mine: "You", theirs: "Your partner",
        shared: "Both of you",
        kinds: KindsMap.Kinds(
            affection: "Warmth and touch", sexual: "Desire", emotional: "Feelings",
            intellectual: "Thoughts", play: "Play and doing things",
            spiritual: "What is sacred", social: "Friends and family"))

    static let kinds = Picture.kinds(
        KindsMap(
            labels: kindsLabels, mine: [.emotional, .play, .affection],
            theirs: [.play, .intellectual, .social]))

    static let loopLabels = Loop.Labels(
        title: "Our loop", mine: "You", theirs: "Your partner", when: "When", feel: "I feel",
        act: "What I do", hope: "I hope", earlySign: "We notice it by",
        pauseWord: "Our word to pause")

    static let loop = Picture.loop(
        Loop(
            labels: loopLabels, name: "The tea kettle",
            earlySign: "The cupboard doors get louder", pauseWord: "Marmalade 🍊",
            mine: Loop.Half(
                when: "the evening goes by and we haven't said a word to each other",
                feel: "small, and a bit cold",
                act: "I ask one question after the other",
                hope: "you'd look up and come over"),
            theirs: Loop.Half(
                when: "the questions come fast", feel: "as if I had already failed",
                act: "I go quiet and tidy the kitchen",
                hope: "for a moment to breathe, and then a hand on my back")))

    static let loopInOtherScripts = Picture.loop(
        Loop(
            labels: loopLabels, name: "波と岩 🌊", earlySign: "عندما يصبح الصمت أطول من الكلام",
            pauseWord: "שקט",
            mine: Loop.Half(
                when: "夜遅く帰ってきて、話す間もなく電気が消えるとき",
                feel: "さびしくて、少し置いていかれた気持ち", act: "何度も話しかけてしまう",
                hope: "となりに座って、五分だけ聞いてほしい 😊"),
            theirs: Loop.Half(
                when: "عندما تأتي الأسئلة سريعة بعد يوم طويل",
                feel: "بالضيق، كأنني قصّرت في شيء 💙", act: "أصمت وأنشغل بالهاتف",
                hope: "أن نشرب الشاي معًا بهدوء قبل الكلام")))

    static let softerLabels = Softer.Labels(
        title: "Moments that softened", mine: "You", theirs: "Your partner")

    static let softer = Picture.softer(
        Softer(
            labels: softerLabels,
            moments: [
                Softer.Moment(.mine, "I said I was tired, and that it wasn't you."),
                Softer.Moment(.theirs, "I put a blanket over your feet, without a word. 🧦"),
                Softer.Moment(.theirs, "We both laughed, in the middle of it, at the cat."),
                Softer.Moment(.mine, "I came back after a while, as I had said."),
                Softer.Moment(.theirs, "I asked what you had meant, and waited."),
            ]))

    static let growthLabels = Growth.Labels(
        title: "How near it felt", before: "A month before", now: "That day", low: "hardly near",
        high: "very near", aside: "Shown to you alone.")

    static let growth = grown([(2, 4), (4, 3), (3, 6), (5, 5)])

    /// On a line of seven: a month before, and that day.
    static func grown(
        _ times: [(Int, Int)], labels: Growth.Labels = growthLabels
    ) -> Picture {
        .growth(
            Growth(
                labels: labels,
                times: times.compactMap { time in
                    guard let before = Growth.Place(time.0, of: 7),
                        let now = Growth.Place(time.1, of: 7)
                    else { return nil }
                    return Growth.Time(before: before, now: now)
                }))
    }

    static let all = [sources, kinds, loop, loopInOtherScripts, softer, growth]

    static func loop(saying text: String, leads: String = "When") -> Picture {
        let half = Loop.Half(when: text, feel: text, act: text, hope: text)
        let labels = Loop.Labels(
            title: leads, mine: leads, theirs: leads, when: leads, feel: leads, act: leads,
            hope: leads, earlySign: leads, pauseWord: leads)
        return .loop(
            Loop(
                labels: labels, name: text, earlySign: text, pauseWord: text, mine: half,
                theirs: half))
    }

    static func softer(saying text: String, times: Int = 8) -> Picture {
        .softer(
            Softer(
                labels: Softer.Labels(title: text, mine: text, theirs: text),
                moments: (0..<times).map { Softer.Moment($0 % 3 == 0 ? .mine : .theirs, text) }))
    }

    static func sources(saying text: String) -> Picture {
        let everywhere = Dictionary(
            uniqueKeysWithValues: SourceMap.Source.allCases.map { ($0, SourceMap.Weight.clearly) })
        return .sources(
            SourceMap(
                labels: SourceMap.Labels(
                    title: text, mine: text, theirs: text, near: text, apart: text,
                    weights: SourceMap.Weights(
                        hardly: text, lightly: text, clearly: text, strongly: text),
                    sources: SourceMap.Sources(
                        caregivers: text, culture: text, religion: text, popCulture: text,
                        society: text)),
                mine: everywhere,
                theirs: everywhere.merging([.culture: .hardly, .society: .hardly]) { $1 }))
    }

    static func kinds(
        saying text: String, mine: [KindsMap.Kind] = [.affection, .sexual, .play],
        theirs: [KindsMap.Kind] = [.social, .spiritual, .emotional]
    ) -> Picture {
        .kinds(
            KindsMap(
                labels: KindsMap.Labels(
                    title: text, mine: text, theirs: text, shared: text,
                    kinds: KindsMap.Kinds(
                        affection: text, sexual: text, emotional: text, intellectual: text,
                        play: text, spiritual: text, social: text)),
                mine: mine, theirs: theirs))
    }

    static func all(saying text: String) -> [Picture] {
        [
            sources(saying: text), kinds(saying: text),
            kinds(saying: text, theirs: [.affection, .sexual, .play]),
            loop(saying: text, leads: text), softer(saying: text),
            grown(
                Array(repeating: (0, 6), count: 15),
                labels: Growth.Labels(
                    title: text, before: text, now: text, low: text, high: text, aside: text)),
        ]
    }
}
