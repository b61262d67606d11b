extension TextBlock {
    /// Sets a text in so many lines at most: in the style's letters if it fits, else in smaller
    /// ones down to a floor, at last with an ellipsis. Whole words are worth some size, and so are
    /// few breaks.
    static func fitted(
        _ words: String, _ style: TextStyle, width: Double, lines: Int,
        floor: Double = Paper.smallestText
    ) -> TextBlock {
        var size = style.size
        var broken: TextBlock?
        while size >= floor {
            let block = TextBlock(words, style.sized(size), width: width)
            // Nowhere near: the sizes between would only cost time.
            if block.lines.count > 4 * lines { break }
            if block.lines.count <= lines {
                if !block.breaksWords { return block.balanced() }
                if block.lines.count < broken?.lines.count ?? .max { broken = block.balanced() }
            }
            size -= 2
        }
        if let broken { return broken }
        return TextBlock(words, style.sized(floor), width: width).cut(to: lines)
    }

    /// In the middle, lines of about one length look best: as narrow as its lines allow.
    private func balanced() -> TextBlock {
        guard style.alignment == .middle, lines.count > 1 else { return self }
        var best = self
        while best.width > 160 {
            let narrower = TextBlock(words, style, width: best.width - 24)
            guard narrower.lines.count == lines.count, !narrower.breaksWords else { break }
            best = narrower
        }
        return best
    }

    /// At most so many lines, an ellipsis at the end of the last.
    func cut(to most: Int) -> TextBlock {
        guard lines.count > most, most > 0 else { return self }
        // What stands before the first line too many.
        var rest = String(decoding: Array(words.utf8.prefix(lines[most].offset)), as: UTF8.self)
        // Rather after a whole word than within one.
        if let space = rest.lastIndex(of: " "), rest.distance(from: space, to: rest.endIndex) < 12 {
            rest = String(rest[..<space])
        }
        while true {
            while rest.last?.isWhitespace == true { rest.removeLast() }
            let bold = min(boldBytes, rest.utf8.count)
            let block = TextBlock(rest + "…", boldBytes: bold, style, width: width)
            guard block.lines.count > most, !rest.isEmpty else { return block }
            rest.removeLast()
        }
    }
}

extension Collection {
    /// The first that is good enough, where every one after a good one is good too; else the last.
    func firstGood<Result>(_ make: (Element) -> Result, _ isGood: (Result) -> Bool) -> Result? {
        var low = startIndex
        var high = endIndex
        var found: Result?
        while low != high {
            let middle = index(low, offsetBy: distance(from: low, to: high) / 2)
            let result = make(self[middle])
            if isGood(result) {
                found = result
                high = middle
            } else {
                low = index(after: middle)
                if low == endIndex { return result }
            }
        }
        return found
    }
}
