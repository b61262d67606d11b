import Testing

private let longestFile = 250
private let longestFunction = 50

private func longFile(_ file: SourceText) -> [String] {
    let count = file.lines.count - (file.lines.last == "" ? 1 : 0)
    guard count > longestFile else { return [] }
    return [file.finding(count - 1, "\(count) lines; a file has at most \(longestFile)")]
}

/// Functions, initialisers and subscripts, from their first line to their closing brace.
private func longFunctions(in file: SourceText) -> [String] {
    let code = Array(file.code.utf8)
    var findings: [String] = []
    var line = 0
    var at = 0
    while at < code.count {
        if code[at] == UInt8(ascii: "\n") { line += 1 }
        guard let name = functionKeyword(in: code, at: at) else {
            at += 1
            continue
        }
        at += name.utf8.count
        guard let body = bodyStart(in: code, from: at) else { continue }
        let end = closingBrace(in: code, from: body)
        let last = line + code[at..<end].count { $0 == UInt8(ascii: "\n") }
        // What a multi-line string says isn't the function's: a script is as long as its talk.
        let count = (line...last).count { !file.isOnlyString($0) }
        if count > longestFunction {
            findings.append(
                file.finding(line, "\(count) lines; a function has at most \(longestFunction)"))
        }
    }
    return findings
}

extension SourceText {
    /// Whether a line holds nothing but a part of a string.
    fileprivate func isOnlyString(_ line: Int) -> Bool {
        guard line < lines.count, !lines[line].allSatisfy(\.isWhitespace) else { return false }
        return codeLines[line].allSatisfy(\.isWhitespace)
            && commentLines[line].allSatisfy(\.isWhitespace)
    }
}

private func functionKeyword(in code: [UInt8], at start: Int) -> String? {
    guard start == 0 || !isPartOfWord(code[start - 1]),
        start == 0 || code[start - 1] != UInt8(ascii: ".")
    else { return nil }
    return ["func", "init", "deinit", "subscript"].first { word in
        let end = start + word.utf8.count
        return end < code.count && code[start..<end].elementsEqual(word.utf8)
            && !isPartOfWord(code[end])
    }
}

/// Where the body begins, or nil for a requirement of a protocol, and for a call of an `init`.
private func bodyStart(in code: [UInt8], from start: Int) -> Int? {
    var depth = 0
    var at = start
    var word: [UInt8] = []
    while at < code.count {
        let byte = code[at]
        if isPartOfWord(byte) {
            word.append(byte)
        } else {
            if depth == 0, declarations.contains(String(decoding: word, as: UTF8.self)) {
                return nil
            }
            word = []
        }
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
        case UInt8(ascii: "{") where depth <= 0: return at
        case UInt8(ascii: "}"), UInt8(ascii: "="):
            if depth <= 0, byte == UInt8(ascii: "}") { return nil }
        default: break  // not our enum
        }
        if depth < 0 { return nil }
        at += 1
    }
    return nil
}

/// What begins the next declaration, so that the one before had no body.
private let declarations: Set = [
    "func", "var", "let", "init", "deinit", "subscript", "case", "static", "mutating", "package",
    "private", "fileprivate", "public", "internal", "associatedtype", "struct", "enum", "class",
    "actor", "return", "guard", "if", "switch", "for", "while", "extension", "protocol",
]

private func closingBrace(in code: [UInt8], from start: Int) -> Int {
    var depth = 0
    for at in start..<code.count {
        if code[at] == UInt8(ascii: "{") { depth += 1 }
        if code[at] == UInt8(ascii: "}") {
            depth -= 1
            if depth == 0 { return at }
        }
    }
    return code.count
}

private func isPartOfWord(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
        || (0x61...0x7A).contains(byte) || byte >= 0x80
}

@Suite("Lengths")
struct LengthTests {
    @Test("files are short")
    func files() { expectNone(Tree.swift.flatMap(longFile)) }

    @Test("functions are short")
    func functions() { expectNone(Tree.swift.flatMap(longFunctions)) }

    @Test("the rules are awake")
    func awake() {
        let lines = String(repeating: "    x += 1\n", count: 49)
        #expect(longFile(sample(String(repeating: "\n", count: 251))).count == 1)
        #expect(longFile(sample(String(repeating: "\n", count: 250))).isEmpty)
        let talk = String(repeating: "    Ada: words\n", count: 60)
        #expect(
            longFunctions(in: sample("func f() {\n    x = \"\"\"\n\(talk)    \"\"\"\n}\n")).isEmpty)
        for head in [
            "func f() {", "init(a: [Int: Int] = [:]) throws(X) {", "func f(\n) -> () -> Int {",
        ] {
            #expect(longFunctions(in: sample("\(head)\n\(lines)}\n")).count == 1, "\(head)")
        }
    }

    @Test("braces in strings and comments count for nothing, and a requirement has no body")
    func calm() {
        let lines = String(repeating: "    // {\n    x = \"{ \\(y(\"{\"))\"\n", count: 24)
        #expect(longFunctions(in: sample("func f() {\n\(lines)}\n")).isEmpty)
        let more = String(repeating: "    let x = 1\n", count: 60)
        #expect(
            longFunctions(
                in: sample("protocol P {\n  func f()\n  init(a: Int)\n}\nstruct S {\n\(more)}")
            ).isEmpty)
    }
}
