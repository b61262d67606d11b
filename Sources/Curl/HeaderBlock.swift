/// The header fields of the final answer, read line by line.
///
/// Interim answers (100, 103) come first, each with fields of its own, and trailers may come after
/// the body: both are left out.
struct HeaderBlock {
    /// All lines together, interim answers and trailers too; more is refused.
    static let maximumBytes = 128 << 10

    private(set) var fields: [(name: String, value: String)] = []
    private var bytesRead = 0
    private var part = Part.interim

    private enum Part { case interim, final, ended }

    /// Reads one line with its line end. Returns false if the headers are longer than allowed.
    mutating func read(_ line: UnsafeRawBufferPointer) -> Bool {
        bytesRead += line.count
        guard bytesRead <= Self.maximumBytes else { return false }
        let text = String(decoding: line, as: UTF8.self)
        switch part {
        case .interim:
            if text.hasPrefix("HTTP/"), !isInterim(text) { part = .final }
        case .final:
            readFinal(text)
        case .ended:
            break
        }
        return true
    }

    private mutating func readFinal(_ text: String) {
        if text.allSatisfy(\.isNewline) {
            part = .ended
        } else if text.first == " " || text.first == "\t" {
            // A folded line goes on with the value before it.
            guard let last = fields.indices.last else { return }
            fields[last].value += " " + trimmed(text[...])
        } else if let colon = text.firstIndex(of: ":") {
            fields.append((trimmed(text[..<colon]), trimmed(text[text.index(after: colon)...])))
        }
    }

    private func isInterim(_ statusLine: String) -> Bool {
        let words = statusLine.split(separator: " ", maxSplits: 2)
        return words.count > 1 && words[1].count == 3 && words[1].first == "1"
    }

    private func trimmed(_ text: Substring) -> String {
        let isSpace: (Character) -> Bool = { $0.isNewline || $0 == " " || $0 == "\t" }
        guard let start = text.firstIndex(where: { !isSpace($0) }),
            let end = text.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return String(text[start...end])
    }
}
