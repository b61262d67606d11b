package import Messenger

/// A message's text as atoms, each with its style.
///
/// An atom is what a reader takes for one character. Where the parts' borders fall inside one
/// (a part that begins with an accent), the atom has the style of its beginning. Only an atom
/// that is longer than a whole message is broken up, between its scalars.
package struct StyledText: Sendable {
    package private(set) var atoms: [Atom]

    package struct Atom: Sendable {
        package let text: Substring
        package let style: Outgoing.Style
        /// Whether a person wrote it.
        package let isSomebodys: Bool
        /// Length in UTF-16 units, which is how the platform counts.
        package let width: Int

        package var isWhite: Bool { text.unicodeScalars.allSatisfy(\.properties.isWhitespace) }
        package var isLineEnd: Bool { isWhite && text.contains { $0.isNewline } }
    }

    /// - Parameter widest: the most UTF-16 units one atom may have, at least 2.
    package init(_ parts: [Outgoing.Part], widest: Int) {
        let joined = parts.map(\.text.text).joined()
        atoms = []
        atoms.reserveCapacity(joined.utf8.count)
        var remaining = parts[...]
        var partEnd = remaining.first?.text.text.utf16.count ?? 0
        var position = 0
        for index in joined.indices {
            while position >= partEnd, remaining.count > 1 {
                remaining.removeFirst()
                partEnd += remaining.first?.text.text.utf16.count ?? 0
            }
            let style = remaining.first?.style ?? .plain
            let isSomebodys = remaining.first?.isSomebodys ?? false
            let character = joined[index..<joined.index(after: index)]
            for text in character.broken(into: widest) {
                atoms.append(
                    Atom(
                        text: text, style: style, isSomebodys: isSomebodys,
                        width: text.utf16.count))
                position += text.utf16.count
            }
        }
    }

    private init(atoms: ArraySlice<Atom>) { self.atoms = Array(atoms) }

    package var text: String { atoms.map(\.text).joined() }
    /// In UTF-16 units.
    package var width: Int { atoms.reduce(0) { $0 + $1.width } }
    package var isBlank: Bool { atoms.allSatisfy(\.isWhite) }

    /// The same text as parts, neighbours of one style joined.
    package var parts: [Outgoing.Part] {
        runs { $0.style == $1.style && $0.isSomebodys == $1.isSomebodys }.map {
            Outgoing.Part(
                atoms[$0].map(\.text).joined(), style: atoms[$0.lowerBound].style,
                isSomebodys: atoms[$0.lowerBound].isSomebodys)
        }
    }

    /// These atoms as a text of their own, without the white ones at the ends named.
    func slice(_ range: Range<Int>, trimmingStart: Bool, trimmingEnd: Bool) -> StyledText {
        var slice = atoms[range]
        if trimmingStart { slice = slice.drop(while: \.isWhite) }
        if trimmingEnd { while slice.last?.isWhite == true { slice.removeLast() } }
        return StyledText(atoms: slice)
    }

    /// The stretches of one style, as ranges of ``atoms``.
    package var runs: [Range<Int>] { runs { $0.style == $1.style } }

    private func runs(_ areAlike: (Atom, Atom) -> Bool) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        for (index, atom) in atoms.enumerated() {
            if let last = runs.last, areAlike(atoms[last.lowerBound], atom) {
                runs[runs.count - 1] = last.lowerBound..<index + 1
            } else {
                runs.append(index..<index + 1)
            }
        }
        return runs
    }
}

extension Substring {
    /// One character as it is, or its scalars in chunks if it is wider than `widest`.
    fileprivate func broken(into widest: Int) -> [Substring] {
        guard utf16.count > widest else { return [self] }
        var chunks: [Substring] = []
        var start = startIndex
        var width = 0
        for index in unicodeScalars.indices {
            let next = UTF16.width(unicodeScalars[index])
            if width + next > widest {
                chunks.append(self[start..<index])
                (start, width) = (index, 0)
            }
            width += next
        }
        chunks.append(self[start...])
        return chunks
    }
}
