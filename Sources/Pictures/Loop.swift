/// The loop two people know, in the words of both: two halves, a name, a sign, a word to pause.
package struct Loop: Sendable, Equatable, Codable, Discreet {
    /// One's own half, about oneself only.
    package struct Half: Sendable, Equatable, Codable, Discreet {
        package let when: String
        package let feel: String
        package let act: String
        package let hope: String

        package init(when: String, feel: String, act: String, hope: String) {
            self.when = when
            self.feel = feel
            self.act = act
            self.hope = hope
        }
    }

    package let labels: Labels
    package let name: String
    package let earlySign: String
    package let pauseWord: String
    package let mine: Half
    package let theirs: Half

    package init(
        labels: Labels, name: String, earlySign: String, pauseWord: String, mine: Half,
        theirs: Half
    ) {
        self.labels = labels
        self.name = name
        self.earlySign = earlySign
        self.pauseWord = pauseWord
        self.mine = mine
        self.theirs = theirs
    }
}

extension Loop {
    /// Every word of ours in the picture. The four leads begin the sentences of both halves.
    package struct Labels: Sendable, Equatable, Codable {
        package let title: String
        package let mine: String
        package let theirs: String
        package let when: String
        package let feel: String
        package let act: String
        package let hope: String
        package let earlySign: String
        package let pauseWord: String

        package init(
            title: String, mine: String, theirs: String, when: String, feel: String, act: String,
            hope: String, earlySign: String, pauseWord: String
        ) {
            self.title = title
            self.mine = mine
            self.theirs = theirs
            self.when = when
            self.feel = feel
            self.act = act
            self.hope = hope
            self.earlySign = earlySign
            self.pauseWord = pauseWord
        }
    }

    /// A lead and what one wrote after it.
    struct Sentence {
        let lead: String
        let text: String

        /// Both in one. Words that run the other way than their lead keep their own direction.
        var words: String {
            guard !lead.isEmpty else { return text }
            let runsOtherWay = lead.runsLeft != text.runsLeft
            return runsOtherWay ? "\(lead) \u{2068}\(text)\u{2069}" : "\(lead) \(text)"
        }
    }

    /// What a half says, without what was left empty.
    func sentences(of whose: Whose) -> [Sentence] {
        let half =
            switch whose {
            case .mine: mine
            case .theirs: theirs
            }
        return [
            Sentence(lead: labels.when.label, text: half.when.said),
            Sentence(lead: labels.feel.label, text: half.feel.said),
            Sentence(lead: labels.act.label, text: half.act.said),
            Sentence(lead: labels.hope.label, text: half.hope.said),
        ].filter { !$0.text.isEmpty }
    }

    /// Something the couple agreed on: what tells the loop early, or the word that pauses it.
    struct Sign {
        enum Kind {
            case early
            case pause
        }

        let kind: Kind
        let sentence: Sentence
    }

    /// Both signs, without what was left empty.
    var signs: [Sign] {
        [
            Sign(
                kind: .early,
                sentence: Sentence(lead: labels.earlySign.label, text: earlySign.said)),
            Sign(
                kind: .pause,
                sentence: Sentence(lead: labels.pauseWord.label, text: pauseWord.label)),
        ].filter { !$0.sentence.text.isEmpty }
    }

    /// Whether both halves say something: one alone is no loop.
    var isWhole: Bool { Whose.allCases.allSatisfy { !sentences(of: $0).isEmpty } }
}
