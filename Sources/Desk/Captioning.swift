import Curriculum
import Pictures

extension PicturePhrases {
    /// A caption as it is read, a line each; what belongs together stands apart.
    func text(of caption: Caption) -> [Wording.Part] {
        var parts: [Wording.Part] = []
        var last: Caption.Key?
        for line in caption.lines {
            if let last {
                parts.append(Wording.Part(line.key.beginsGroup(after: last) ? "\n\n" : "\n"))
            }
            parts += self.parts(of: line.key.phrase) { line.slots[$0.slot] }
            last = line.key
        }
        return parts
    }
}

extension Caption.Key {
    /// Whether this is no more of what the line above is about.
    fileprivate func beginsGroup(after last: Caption.Key) -> Bool {
        switch self {
        case .heading, .scale, .aside: true
        case .sign, .moment, .time: last != self
        case .title, .people, .source, .kind, .name, .sentence: false
        }
    }

    fileprivate var phrase: PicturePhrases.Key {
        switch self {
        case .title: .title
        case .heading: .heading
        case .people: .people
        case .source: .source
        case .scale: .scale
        case .kind: .kind
        case .name: .name
        case .sentence: .sentence
        case .sign: .sign
        case .moment: .moment
        case .time: .time
        case .aside: .aside
        }
    }
}

extension PicturePhrases.Place {
    fileprivate var slot: Caption.Slot {
        switch self {
        case .text: .text
        case .lead: .lead
        case .source: .source
        case .mine: .mine
        case .myWeight: .myWeight
        case .theirs: .theirs
        case .theirWeight: .theirWeight
        case .from: .from
        case .to: .to
        case .before: .before
        case .beforeDots: .beforeDots
        case .now: .now
        case .nowDots: .nowDots
        }
    }
}
