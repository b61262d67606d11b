import Testing

/// Names that say nothing.
private let banned: Set = [
    "util", "utils", "utility", "utilities", "helper", "helpers", "manager", "managers", "common",
]

private func bannedNames(in file: SourceText) -> [String] {
    var findings: [String] = []
    if let word = bannedWord(in: file.name) {
        findings.append(file.finding(0, "a file named \(word)"))
    }
    for (number, line) in file.codeLines.enumerated() {
        let words = words(in: line)
        for (keyword, name) in zip(words, words.dropFirst()) where keywords.contains(keyword) {
            guard let word = bannedWord(in: String(name)) else { continue }
            findings.append(file.finding(number, "a type named \(word)"))
        }
    }
    return findings
}

private let keywords: Set<Substring> = [
    "struct", "enum", "class", "actor", "protocol", "typealias",
]

/// The first banned word of a name in camel case.
private func bannedWord(in name: String) -> String? {
    var parts = [""]
    for letter in name {
        if letter.isUppercase || !letter.isLetter { parts.append("") }
        if letter.isLetter { parts[parts.count - 1] += letter.lowercased() }
    }
    return parts.first(where: banned.contains)
}

@Suite("Names")
struct NameTests {
    @Test("no name says nothing")
    func tree() { expectNone(Tree.swift.flatMap(bannedNames)) }

    @Test("the rule is awake")
    func awake() {
        #expect(bannedNames(in: sample("struct ChatManager {}")).count == 1)
        #expect(bannedNames(in: sample("package enum CommonWords {}")).count == 1)
        #expect(bannedNames(in: sample("", named: "String+Utils")).count == 1)
        #expect(bannedNames(in: sample("struct Commons {}\n// a helper\nlet manager = 1")).isEmpty)
    }
}
