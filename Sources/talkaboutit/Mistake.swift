/// One thing that is wrong with a setting, and what would be right. It never holds the value that
/// was given: that may be a token, or somebody's name.
struct Mistake: Equatable, Sendable {
    /// The key or the variable, and where it was found.
    let place: String
    /// What is expected there.
    let expected: String
    /// A value that would be right, if one helps.
    let example: String?

    init(_ place: String, expected: String, example: String? = nil) {
        self.place = place
        self.expected = expected
        self.example = example
    }
}

extension Mistake: CustomStringConvertible {
    var description: String {
        let example = example.map { "; for example: \($0)" } ?? ""
        return "\(place): \(expected)\(example)"
    }
}

/// Everything that is wrong with the settings, found in one go. Never empty.
struct SettingsMistakes: Error, Equatable, CustomStringConvertible {
    let mistakes: [Mistake]
    /// What should be changed although the settings can be used.
    let warnings: [String]

    var description: String { mistakes.map(\.description).joined(separator: "\n") }
}
