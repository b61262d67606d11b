import Curriculum

extension HelpLines {
    /// One country's lines or all, as they are shown on the terminal.
    func table(of country: String?) -> String {
        let countries = country.map { [$0] } ?? countries
        return (["For every country: \(directory)"] + countries.map(block)).joined(
            separator: "\n\n")
    }

    private func block(of country: String) -> String {
        let lines = lines(for: country)
        guard !lines.isEmpty else { return "\(country)\n  none; the directory knows more" }
        return ([country] + lines.map { "  " + $0.row.joined(separator: "\n    ") })
            .joined(separator: "\n")
    }
}

extension HelpLine {
    /// What it is and how it is reached; where that can be looked up, and when it was.
    fileprivate var row: [String] {
        let facts = [about.map(\.rawValue).joined(separator: ", "), hours ?? "hours not known"]
        return [
            "\(key): \(name), \(number)",
            (facts + [languages.joined(separator: " ")]).joined(separator: " · "),
            "\(source) · " + (verifiedOn.map { "confirmed on \($0)" } ?? "not checked"),
        ]
    }
}
