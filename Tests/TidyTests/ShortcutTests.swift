import Testing

/// What is put off, and what crashes instead of thinking.
private func shortcuts(in file: SourceText) -> [String] {
    file.lines.indices.flatMap { line in
        let code = file.codeLines[line]
        var found: [String] = []
        for mark in ["TODO", "FIXME", "XXX"]
        where file.lines[line].contains(mark)
            && (code.hasWord(mark) || file.commentLines[line].hasWord(mark))
        {
            found.append("\(mark): do it, or write an issue")
        }
        if code.contains("fatalError"), code.hasWord("fatalError") { found.append("fatalError") }
        if code.contains("try!") { found.append("try!") }
        if code.contains("as!") { found.append("as!") }
        if hasForcedUnwrap(code) { found.append("a forced unwrap") }
        if code.contains(/\btry\?/), !isExplained(line, in: file) {
            found.append("try? without a comment that gives the reason")
        }
        return found.map { file.finding(line, $0) }
    }
}

private func hasForcedUnwrap(_ code: String) -> Bool {
    guard code.utf8.contains(UInt8(ascii: "!")) else { return false }
    let letters = Array(code)
    return letters.indices.dropFirst().contains { index in
        guard letters[index] == "!" else { return false }
        let before = letters[index - 1]
        let isOperator = index + 1 < letters.count && letters[index + 1] == "="
        guard before.isLetter || before.isNumber || "_)]".contains(before), !isOperator else {
            return false
        }
        let word = String(letters[..<index].reversed().prefix { $0.isLetter }.reversed())
        return word != "try" && word != "as"
    }
}

/// On the same line, or within the two before it.
private func isExplained(_ line: Int, in file: SourceText) -> Bool {
    file.commentLines[max(0, line - 2)...line].contains { !$0.allSatisfy(\.isWhitespace) }
}

@Suite("Shortcuts")
struct ShortcutTests {
    @Test("nothing is put off, and nothing crashes instead of thinking")
    func tree() { expectNone(Tree.swift.flatMap(shortcuts)) }

    @Test(
        "the rule is awake",
        arguments: [
            "// TODO: later", "/* FIXME */ let x = 1", "/// XXX", "fatalError(\"x\")",
            "let x = try! f()", "let x = y as! Z", "let x = try? f()", "let x = a!.b",
            "f(a[0]!)", "let x = f()!", "var x: Int!",
            "// why\n\n\nlet x = try? f()",
        ])
    func awake(text: String) { #expect(shortcuts(in: sample(text)).count == 1) }

    @Test(
        "what looks like one and is none",
        arguments: [
            "let x = \"TODO try! a!.b\"", "if !a, a != b { }", "// Why.\nlet x = try? f()",
            "// Why,\n// at length.\nlet x = try? f()", "let x = try? f()  // why",
            "let x = #\"a\"b!\"#", "#expect(!x)", "let todo = 1",
        ])
    func calm(text: String) { #expect(shortcuts(in: sample(text)).isEmpty) }
}
