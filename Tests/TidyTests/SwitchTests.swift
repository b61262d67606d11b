import Testing

/// Where a switch goes over our own enums: a new case must be a mistake of the compiler's, not a
/// surprise at night. A `default` over somebody else's values says so beside it.
private let strict: Set = [
    "Dialogue", "Curriculum", "Desk", "Messenger", "Telegram", "Rhythm", "Store",
]
private let excuse = "not our enum"

private func silentDefaults(in file: SourceText) -> [String] {
    guard file.isSource, strict.contains(file.target) else { return [] }
    return file.codeLines.indices.compactMap { line in
        let code = file.codeLines[line].filter { !$0.isWhitespace }
        guard code.hasPrefix("default:") || code.hasPrefix("case_:") else { return nil }
        let comments = file.commentLines[max(0, line - 1)...line].joined()
        guard !comments.contains(excuse) else { return nil }
        return file.finding(line, "a default without the comment // \(excuse)")
    }
}

@Suite("Switches")
struct SwitchTests {
    @Test("no default hides a case of our own")
    func tree() { expectNone(Tree.sources.flatMap(silentDefaults)) }

    @Test("the rule is awake")
    func awake() {
        #expect(silentDefaults(in: sample("switch x {\n    default: y\n}")).count == 1)
        #expect(silentDefaults(in: sample("switch x {\n    case _: y\n}")).count == 1)
        #expect(silentDefaults(in: sample("switch x {\n// why\n  default: y\n}")).count == 1)
        #expect(silentDefaults(in: sample("  default: y  // not our enum: a byte")).isEmpty)
        #expect(
            silentDefaults(in: sample("  // not our enum\n  default: y\n  // default: z")).isEmpty)
        #expect(silentDefaults(in: sample("default: y", in: "Curl")).isEmpty)
    }
}
