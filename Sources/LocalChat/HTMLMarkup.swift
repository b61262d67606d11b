/// `parse_mode` HTML: the few tags Telegram knows, and its complaints about all others.
enum HTMLMarkup {
    /// Turns marked-up text into a text with entities.
    static func parse(_ source: String) throws(Refusal) -> FormattedText {
        var parser = Parser(bytes: Array(source.utf8))
        return try parser.parse()
    }

    static let kinds = [
        "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline",
        "ins": "underline", "s": "strikethrough", "strike": "strikethrough",
        "del": "strikethrough", "tg-spoiler": "spoiler", "span": "spoiler", "code": "code",
        "pre": "pre", "blockquote": "blockquote", "a": "text_link",
    ]

    static let characters: [String: String] = ["lt": "<", "gt": ">", "amp": "&", "quot": "\""]

    fileprivate struct Open {
        let tag: String
        let offset: Int
        var url: String?
    }

    fileprivate struct Parser {
        let bytes: [UInt8]
        var at = 0
        var text: [UInt8] = []
        var units = 0
        var open: [Open] = []
        var entities: [FormattedText.Entity] = []
    }
}

extension HTMLMarkup.Parser {
    fileprivate mutating func parse() throws(Refusal) -> FormattedText {
        while at < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: "<"): try tag()
            case UInt8(ascii: "&"): character()
            case let byte: append(byte)
            }
        }
        if let last = open.last {
            throw complaint("Can't find end tag corresponding to start tag \"\(last.tag)\"")
        }
        entities.sort { ($0.offset, -$0.length) < ($1.offset, -$1.length) }
        return FormattedText(text: String(decoding: text, as: UTF8.self), entities: entities)
    }

    private mutating func append(_ byte: UInt8) {
        text.append(byte)
        at += 1
        // A scalar counts once, at its first byte, and twice if it lies beyond the BMP.
        if byte & 0xC0 != 0x80 { units += byte >= 0xF0 ? 2 : 1 }
    }

    private mutating func character() {
        let rest = bytes[(at + 1)...].prefix(10)
        guard let end = rest.firstIndex(of: UInt8(ascii: ";")) else { return append(bytes[at]) }
        let name = String(decoding: rest[..<end], as: UTF8.self)
        guard let value = HTMLMarkup.characters[name] ?? numbered(name) else {
            return append(bytes[at])
        }
        text.append(contentsOf: value.utf8)
        units += value.utf16.count
        at = end + 1
    }

    private func numbered(_ name: String) -> String? {
        guard name.hasPrefix("#") else { return nil }
        let digits = name.dropFirst()
        let value =
            digits.hasPrefix("x")
            ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        guard let value, value != 0, let scalar = Unicode.Scalar(value) else { return nil }
        return String(Character(scalar))
    }

    private mutating func tag() throws(Refusal) {
        let start = at
        guard let end = bytes[start...].firstIndex(of: UInt8(ascii: ">")) else {
            throw complaint("Unclosed start tag at byte offset \(start)")
        }
        at = end + 1
        let inside = String(decoding: bytes[(start + 1)..<end], as: UTF8.self)
        if inside.hasPrefix("/") {
            try close(String(inside.dropFirst()).lowercased(), at: start)
        } else {
            try begin(inside, at: start)
        }
    }

    private mutating func begin(_ inside: String, at start: Int) throws(Refusal) {
        let name = inside.prefix { !$0.isWhitespace && $0 != "/" }.lowercased()
        guard HTMLMarkup.kinds[name] != nil else {
            throw complaint("Unsupported start tag \"\(name)\" at byte offset \(start)")
        }
        if name == "span", !inside.contains("tg-spoiler") {
            throw complaint("Tag \"span\" must have class \"tg-spoiler\" at byte offset \(start)")
        }
        var url: String?
        if name == "a", let range = inside.firstRange(of: "href=\"") {
            url = String(inside[range.upperBound...].prefix { $0 != "\"" })
        }
        open.append(HTMLMarkup.Open(tag: name, offset: units, url: url))
    }

    private mutating func close(_ name: String, at start: Int) throws(Refusal) {
        guard let last = open.popLast() else {
            throw complaint("Unexpected end tag at byte offset \(start)")
        }
        guard name.isEmpty || name == last.tag else {
            throw complaint(
                "Unmatched end tag at byte offset \(start), expected \"</\(last.tag)>\", found "
                    + "\"</\(name)>\"")
        }
        guard units > last.offset, let kind = HTMLMarkup.kinds[last.tag] else { return }
        if last.tag == "a", last.url == nil { return }
        entities.append(
            FormattedText.Entity(
                kind: kind, offset: last.offset, length: units - last.offset, url: last.url))
    }

    private func complaint(_ text: String) -> Refusal { .bad("can't parse entities: " + text) }
}
