import Testing

/// A file made up for a rule's own test.
func sample(_ text: String, in target: String = "Desk", named name: String = "Sample")
    -> SourceText
{
    SourceText(path: "Sources/\(target)/\(name).swift", text: text)
}

/// Records one issue that lists all findings, a line each.
func expectNone(_ findings: [String], sourceLocation: SourceLocation = #_sourceLocation) {
    guard !findings.isEmpty else { return }
    Issue.record("\(findings.joined(separator: "\n"))", sourceLocation: sourceLocation)
}
