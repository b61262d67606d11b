/// What a picture says, as phrases for a phrasebook: it has every word that is drawn.
package struct Caption: Sendable, Equatable, Codable, Discreet {
    package let lines: [Line]

    /// One phrase, and what fills its places.
    package struct Line: Sendable, Equatable, Codable, Discreet {
        package let key: Key
        /// Looked up by slot, never iterated.
        package let slots: [Slot: String]

        init(_ key: Key, _ slots: [Slot: String]) {
            self.key = key
            self.slots = slots
        }
    }

    /// A phrase. The places that it must have are in `slots`.
    package enum Key: String, Sendable, Codable, CaseIterable {
        /// What the picture is about.
        case title
        /// What follows belongs together: what is near, what is shared, whose half it is.
        case heading
        /// Who the two are called.
        case people
        /// How both weigh a source.
        case source
        /// Between which words the weights lie.
        case scale
        case kind
        /// What the couple calls their loop.
        case name
        /// A lead and the words that go on from it.
        case sentence
        /// The loop's early sign, or its word to pause.
        case sign
        /// Something that softened, and whose words it is in.
        case moment
        /// One time: how near it felt a month before, and that day.
        case time
        /// Who sees it.
        case aside
    }

    /// A place in a phrase.
    package enum Slot: String, Sendable, Codable, CaseIterable, CodingKeyRepresentable {
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
}

extension Caption.Key {
    /// The places that a phrase of this key must have.
    package var slots: [Caption.Slot] {
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

extension Caption.Line {
    /// A line whose key has one place, for a label. Nil if the label is empty.
    static func label(_ key: Caption.Key, _ text: String) -> Caption.Line? {
        let text = text.label
        return text.isEmpty ? nil : Caption.Line(key, [.text: text])
    }
}
