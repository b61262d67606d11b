/// A Swift file with every byte told apart: code, comment, or what a string says.
///
/// It reads what a rule needs, not the whole language: nested comments, raw and multi-line
/// strings, and interpolations, which are code again. Regex literals are not read.
struct SourceText: Sendable {
    /// From the root of the tree, for instance `Sources/Desk/Desk.swift`.
    let path: String
    let text: String
    /// The text with comments and what strings say blanked; line ends stay where they are.
    let code: String
    /// The text with all but comments blanked.
    let comments: String
    let lines: [String]
    let codeLines: [String]
    let commentLines: [String]

    init(path: String, text: String) {
        self.path = path
        self.text = text
        var scanner = SourceScanner(Array(text.utf8))
        scanner.scan()
        code = scanner.blanked { $0 == .code }
        comments = scanner.blanked { $0 == .comment }
        lines = Self.lines(of: text)
        codeLines = Self.lines(of: code)
        commentLines = Self.lines(of: comments)
    }

    /// `Desk` for `Sources/Desk/…`; `Sources` and `Tests` for what lies there directly.
    var target: String {
        let parts = path.split(separator: "/")
        return parts.count > 2 ? String(parts[1]) : String(parts[0])
    }

    var isSource: Bool { path.hasPrefix("Sources/") }

    /// The file's name without `.swift`.
    var name: String {
        String(path.split(separator: "/").last ?? "").replacing(".swift", with: "")
    }

    /// A finding at a line, counted from 0.
    func finding(_ line: Int, _ what: String) -> String { "\(path):\(line + 1): \(what)" }

    private static func lines(of text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
}

/// Tells the bytes of a Swift file apart.
struct SourceScanner {
    enum Kind: UInt8 { case code, comment, string }

    private let bytes: [UInt8]
    private var kinds: [Kind]
    private var at = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        kinds = Array(repeating: .code, count: bytes.count)
    }

    mutating func scan() { scanCode(untilParenthesis: false) }

    /// The text with every byte blanked that is not wanted. Line ends stay.
    func blanked(keeping isWanted: (Kind) -> Bool) -> String {
        let kept = zip(bytes, kinds).map { byte, kind in
            isWanted(kind) || byte == UInt8(ascii: "\n") ? byte : UInt8(ascii: " ")
        }
        return String(decoding: kept, as: UTF8.self)
    }

    private mutating func scanCode(untilParenthesis: Bool) {
        var depth = 0
        while at < bytes.count {
            if starts("//") {
                mark(.comment, to: bytes[at...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count)
            } else if starts("/*") {
                scanComment()
            } else if let hashes = opensString() {
                scanString(hashes: hashes)
            } else {
                if bytes[at] == UInt8(ascii: "(") { depth += 1 }
                if bytes[at] == UInt8(ascii: ")") {
                    if untilParenthesis, depth == 0 { return }
                    depth -= 1
                }
                at += 1
            }
        }
    }

    private mutating func scanComment() {
        var depth = 0
        repeat {
            if starts("/*") {
                depth += 1
                mark(.comment, to: at + 2)
            } else if starts("*/") {
                depth -= 1
                mark(.comment, to: at + 2)
            } else {
                mark(.comment, to: at + 1)
            }
        } while depth > 0 && at < bytes.count
    }

    /// How many `#` a string literal that begins here has; nil if none begins here.
    private func opensString() -> Int? {
        let hashes = bytes[at...].prefix { $0 == UInt8(ascii: "#") }.count
        let quote = at + hashes
        return quote < bytes.count && bytes[quote] == UInt8(ascii: "\"") ? hashes : nil
    }

    private mutating func scanString(hashes: Int) {
        at += hashes
        let quotes = starts("\"\"\"") ? "\"\"\"" : "\""
        at += quotes.utf8.count
        let end = quotes + String(repeating: "#", count: hashes)
        let escape = "\\" + String(repeating: "#", count: hashes)
        while at < bytes.count {
            if starts(end) {
                at += end.utf8.count
                return
            }
            if starts(escape + "(") {
                at += escape.utf8.count + 1
                scanCode(untilParenthesis: true)
                at += 1
            } else if starts(escape) {
                mark(.string, to: at + escape.utf8.count + 1)
            } else if quotes.count == 1, bytes[at] == UInt8(ascii: "\n") {
                return
            } else {
                mark(.string, to: at + 1)
            }
        }
    }

    private mutating func mark(_ kind: Kind, to end: Int) {
        let end = min(end, bytes.count)
        for index in at..<max(at, end) { kinds[index] = kind }
        at = max(at, end)
    }

    private func starts(_ text: String) -> Bool {
        at + text.utf8.count <= bytes.count && bytes[at...].starts(with: text.utf8)
    }
}
