/// Which known name somebody may have meant.
package enum Spelling {
    /// The name nearest to an unknown one, if one is near; case and marks don't count.
    package static func nearest(to name: String, among names: [String]) -> String? {
        let wanted = letters(of: name)
        let distances = names.map { (name: $0, distance: distance(wanted, letters(of: $0))) }
        guard let best = distances.min(by: { $0.distance < $1.distance }), best.distance <= 2
        else { return nil }
        return best.name
    }

    private static func letters(of name: String) -> [Character] {
        name.lowercased().filter { $0.isLetter || $0.isNumber }.prefix(80).map { $0 }
    }

    /// How many letters must be changed, added or taken away.
    private static func distance(_ a: [Character], _ b: [Character]) -> Int {
        var row = Array(0...b.count)
        for (i, letter) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in b.enumerated() {
                let change = diagonal + (letter == other ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(change, row[j] + 1, diagonal + 1)
            }
        }
        return row[b.count]
    }
}
