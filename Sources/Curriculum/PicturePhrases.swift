/// Every word of ours that stands in a picture, and the phrases of the text that says the same:
/// `texts/<language>/pictures.json`.
package struct PicturePhrases: Sendable, Decodable {
    /// What the one who looks at it is called, and the other. Never a name.
    package let mine: String
    package let theirs: String
    package let sources: Sources
    package let kinds: Kinds
    package let loop: Loop
    package let softer: Softer
    package let growth: Growth
    let caption: [String: String]
    /// Read from `caption` when the file is loaded.
    var phrases: [Key: Template<Place>] = [:]

    /// Of the map of sources: its weights, and the sources by the ids of their questions.
    package struct Sources: Sendable, Decodable {
        package let title: String
        package let near: String
        package let apart: String
        package let hardly: String
        package let lightly: String
        package let clearly: String
        package let strongly: String
        package let caregivers: String
        package let culture: String
        package let religion: String
        package let stories: String
        package let world: String
    }

    /// Of the map of kinds of closeness.
    package struct Kinds: Sendable, Decodable {
        package let title: String
        package let shared: String
        package let affection: String
        package let sexual: String
        package let emotional: String
        package let intellectual: String
        package let play: String
        package let spiritual: String
        package let social: String
    }

    /// Of the loop: what begins the sentences of both halves, and what the two agreed on.
    package struct Loop: Sendable, Decodable {
        package let title: String
        package let when: String
        package let feel: String
        package let act: String
        package let hope: String
        package let earlySign: String
        package let pauseWord: String
    }

    /// Of the moments that softened something.
    package struct Softer: Sendable, Decodable {
        package let title: String
    }

    /// Of how near it felt over time: both ends as the round calls them, and who sees it.
    package struct Growth: Sendable, Decodable {
        package let title: String
        package let before: String
        package let now: String
        package let low: String
        package let high: String
        package let aside: String
    }

    private enum CodingKeys: String, CodingKey {
        case mine, theirs, sources, kinds, loop, softer, growth, caption
    }
}

extension PicturePhrases {
    /// A phrase of the caption.
    package enum Key: String, Sendable, CaseIterable {
        case title
        case heading
        case people
        case source
        case scale
        case kind
        case name
        case sentence
        case sign
        case moment
        case time
        case aside

        /// The places that its phrase must have: whatever is drawn is also said.
        package var places: [Place] {
            switch self {
            case .title, .heading, .kind, .name, .aside: [.text]
            case .people: [.mine, .theirs]
            case .source: [.source, .mine, .myWeight, .theirs, .theirWeight]
            case .scale: [.from, .to]
            case .sentence, .sign, .moment: [.lead, .text]
            case .time: [.before, .beforeDots, .now, .nowDots]
            }
        }
    }

    /// A place in a phrase of the caption.
    package enum Place: String, Sendable, CaseIterable {
        case text
        case lead
        case source
        case mine
        case myWeight
        case theirs
        case theirWeight
        case from
        case to
        case before
        case beforeDots
        case now
        case nowDots
    }

    /// One line of the caption. What fills its places is never read as a phrase.
    package func parts(of key: Key, filling: (Place) -> String?) -> [Wording.Part] {
        var parts: [Wording.Part] = []
        var isStrong = false
        // Loading has made sure that every key has a phrase.
        for token in phrases[key]?.tokens ?? [] {
            switch token {
            case .text(let text): parts.append(.init(text, isStrong: isStrong))
            case .strong: isStrong.toggle()
            case .slot(let place): parts.append(.init(filling(place) ?? "", isStrong: isStrong))
            }
        }
        return parts
    }
}
