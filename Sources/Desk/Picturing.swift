import Curriculum
import Dialogue
import Pictures

extension Letter.Content {
    /// What a telling shows, worded in its reader's language.
    ///
    /// - Parameter author: whose it is as a whole.
    static func picture(
        _ view: PictureView, of author: PersonID?, in phrases: PicturePhrases
    ) -> Letter.Content {
        let picture = Picture(view, phrases)
        let author = author ?? view.authors.first
        return .picture(
            view: OwnPicture(picture, of: author),
            caption: phrases.text(of: picture.caption).map { $0.of(author) },
            authors: view.authors + [author].compactMap { $0 })
    }
}

extension Picture {
    init(_ view: PictureView, _ phrases: PicturePhrases) {
        switch view {
        case .sources(let mine, let theirs):
            self = .sources(
                SourceMap(
                    labels: phrases.sourceLabels, mine: mine.bySource, theirs: theirs.bySource))
        case .kinds(let mine, let theirs):
            self = .kinds(
                KindsMap(
                    labels: phrases.kindLabels, mine: mine.compactMap(KindsMap.Kind.init),
                    theirs: theirs.compactMap(KindsMap.Kind.init)))
        case .loop(let loop):
            self = .loop(
                Loop(
                    labels: phrases.loopLabels, name: loop.name.joined,
                    earlySign: loop.earlySign.joined, pauseWord: loop.pauseWord.joined,
                    mine: Loop.Half(loop.mine), theirs: Loop.Half(loop.theirs)))
        case .softer(let moments):
            self = .softer(
                Softer(
                    labels: Softer.Labels(
                        title: phrases.softer.title, mine: phrases.mine, theirs: phrases.theirs),
                    moments: moments.map {
                        Softer.Moment($0.isMine ? .mine : .theirs, $0.words.text)
                    }))
        case .growth(let times):
            self = .growth(
                Growth(
                    labels: phrases.growthLabels, times: times.compactMap(Growth.Time.init)))
        }
    }
}

extension PicturePhrases {
    fileprivate var sourceLabels: SourceMap.Labels {
        SourceMap.Labels(
            title: sources.title, mine: mine, theirs: theirs, near: sources.near,
            apart: sources.apart,
            weights: SourceMap.Weights(
                hardly: sources.hardly, lightly: sources.lightly, clearly: sources.clearly,
                strongly: sources.strongly),
            sources: SourceMap.Sources(
                caregivers: sources.caregivers, culture: sources.culture,
                religion: sources.religion, popCulture: sources.stories,
                society: sources.world))
    }

    fileprivate var kindLabels: KindsMap.Labels {
        KindsMap.Labels(
            title: kinds.title, mine: mine, theirs: theirs, shared: kinds.shared,
            kinds: KindsMap.Kinds(
                affection: kinds.affection, sexual: kinds.sexual, emotional: kinds.emotional,
                intellectual: kinds.intellectual, play: kinds.play, spiritual: kinds.spiritual,
                social: kinds.social))
    }

    fileprivate var loopLabels: Pictures.Loop.Labels {
        Pictures.Loop.Labels(
            title: loop.title, mine: mine, theirs: theirs, when: loop.when, feel: loop.feel,
            act: loop.act, hope: loop.hope, earlySign: loop.earlySign, pauseWord: loop.pauseWord)
    }

    fileprivate var growthLabels: Pictures.Growth.Labels {
        Pictures.Growth.Labels(
            title: growth.title, before: growth.before, now: growth.now, low: growth.low,
            high: growth.high, aside: growth.aside)
    }
}

extension Pictures.Growth.Time {
    /// Nil for what lies on no line.
    fileprivate init?(_ time: PictureView.Time) {
        guard let before = Pictures.Growth.Place(time.before.position, of: time.before.steps),
            let now = Pictures.Growth.Place(time.now.position, of: time.now.steps)
        else { return nil }
        self.init(before: before, now: now)
    }
}

extension [PictureView.Weight] {
    /// What isn't known here, a source or a place on its line, is left out.
    fileprivate var bySource: [SourceMap.Source: SourceMap.Weight] {
        reduce(into: [:]) { weights, weight in
            guard let source = SourceMap.Source(question: weight.source) else { return }
            weights[source] = SourceMap.Weight(rawValue: weight.position)
        }
    }
}

extension SourceMap.Source {
    /// The source that a question of the round asks about.
    fileprivate init?(question: String) {
        switch question {
        case "caregivers": self = .caregivers
        case "culture": self = .culture
        case "religion": self = .religion
        case "stories": self = .popCulture
        case "world": self = .society
        case _: return nil  // not our enum, but ids from content
        }
    }
}

extension Loop.Half {
    /// Four lines: when, feel, do, hope. One that is missing says nothing.
    fileprivate init(_ lines: [Words]) {
        func line(_ index: Int) -> String {
            lines.indices.contains(index) ? lines[index].text : ""
        }
        self.init(when: line(0), feel: line(1), act: line(2), hope: line(3))
    }
}

extension [Words] {
    fileprivate var joined: String { map(\.text).joined(separator: "\n") }
}
