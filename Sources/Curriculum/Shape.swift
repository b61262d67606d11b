/// What a content file must look like: which keys, and what stands below each.
indirect enum Shape: Sendable {
    /// Words, at least one.
    case text
    case truth
    case number(ClosedRange<Int>)
    /// One of these names.
    case oneOf([String])
    case list(Shape)
    /// Keys that the writer chose.
    case map(Shape)
    case object([Key])

    struct Key: Sendable {
        let name: String
        let shape: Shape
        let isRequired: Bool
    }

    static func required(_ name: String, _ shape: Shape) -> Key {
        Key(name: name, shape: shape, isRequired: true)
    }

    static func optional(_ name: String, _ shape: Shape) -> Key {
        Key(name: name, shape: shape, isRequired: false)
    }

    /// Something that isn't as it must be: where, and what to do about it.
    struct Fault: Equatable {
        let place: String
        let what: String
    }

    /// Everything about a file that isn't like this.
    func faults(in tree: ContentTree, at place: String = "") -> [Fault] {
        func wrong(_ expected: String) -> [Fault] {
            [Fault(place: place, what: "expected \(expected)")]
        }
        switch (self, tree) {
        case (.text, .text(let text)):
            return text.contains { !$0.isWhitespace } ? [] : wrong("some words")
        case (.truth, .truth): return []
        case (.number(let range), .number(let number)):
            return Int(number).map(range.contains) == true ? [] : wrong(range.words)
        case (.oneOf(let names), .text(let name)):
            guard !names.contains(name) else { return [] }
            let near = Spelling.nearest(to: name, among: names).map { "; did you mean \($0)?" }
            return wrong("one of \(names.joined(separator: ", "))\(near ?? "")")
        case (.list(let shape), .list(let values)):
            return values.enumerated().flatMap { index, value in
                shape.faults(in: value, at: "\(place)[\(index)]")
            }
        case (.map(let shape), .object(let members)):
            return members.flatMap { shape.faults(in: $0.value, at: place.below($0.key)) }
        case (.object(let keys), .object(let members)):
            return faults(of: members, keys, at: place)
        case (.text, _): return wrong("a text in quotes")
        case (.truth, _): return wrong("true or false, without quotes")
        case (.number(let range), _): return wrong(range.words)
        case (.oneOf(let names), _): return wrong("one of \(names.joined(separator: ", "))")
        case (.list, _): return wrong("a list in brackets: [ … ]")
        case (.map, _), (.object, _): return wrong("an object in braces: { … }")
        }
    }

    private func faults(
        of members: [ContentTree.Member], _ keys: [Key], at place: String
    ) -> [Fault] {
        let told = members.filter { $0.value != .null }
        let missing = keys.filter { key in
            key.isRequired && !told.contains { $0.key == key.name }
        }.map { Fault(place: place.below($0.name), what: "is missing; add it") }
        return missing
            + told.flatMap { member -> [Fault] in
                let here = place.below(member.key)
                if let key = keys.first(where: { $0.name == member.key }) {
                    return key.shape.faults(in: member.value, at: here)
                }
                let near = Spelling.nearest(to: member.key, among: keys.map(\.name))
                let what = near.map { "did you mean \($0)?" } ?? "take it out"
                return [Fault(place: here, what: "there is no such key; \(what)")]
            }
    }
}

extension String {
    /// The place of a key in what stands here.
    func below(_ key: String) -> String { isEmpty ? key : "\(self).\(key)" }
}

extension ClosedRange<Int> {
    fileprivate var words: String {
        lowerBound == upperBound
            ? "the number \(lowerBound)" : "a whole number from \(lowerBound) to \(upperBound)"
    }
}
