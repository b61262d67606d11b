/// The identifiers and keywords of a piece of code, in order.
func words(in code: some StringProtocol) -> [Substring] {
    Substring(code).split { !($0.isLetter || $0.isNumber || $0 == "_") }
}

extension String {
    /// Whether a word stands in it as a whole, not as a part of another.
    func hasWord(_ word: String) -> Bool { words(in: self).contains { $0 == word } }
}
