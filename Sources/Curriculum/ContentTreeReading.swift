/// Where a content file stops being JSON, and what to do about it.
struct ContentSyntaxFault: Error, Equatable {
    let line: Int
    let what: String
}

/// Reads JSON, and knows on which line it breaks off.
struct ContentTreeReading {
    private let bytes: [UInt8]
    private var place = 0
    private static let deepest = 16

    static func tree(of bytes: [UInt8]) throws(ContentSyntaxFault) -> ContentTree {
        var reading = ContentTreeReading(bytes: bytes)
        let tree = try reading.value(depth: 0)
        reading.skipSpace()
        guard reading.place == bytes.count else {
            throw reading.fault("something follows after the last brace; take it out")
        }
        return tree
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func value(depth: Int) throws(ContentSyntaxFault) -> ContentTree {
        skipSpace()
        guard depth < Self.deepest else { throw fault("too many brackets inside of brackets") }
        switch next ?? 0 {
        case UInt8(ascii: "{"): return try object(depth)
        case UInt8(ascii: "["): return try list(depth)
        case UInt8(ascii: "\""): return .text(try text())
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
        // not our enum
        default: return try word()
        }
    }

    private mutating func object(_ depth: Int) throws(ContentSyntaxFault) -> ContentTree {
        var members: [ContentTree.Member] = []
        place += 1
        guard !skips("}") else { return .object([]) }
        repeat {
            skipSpace()
            guard next == UInt8(ascii: "\"") else {
                throw fault("expected a key in quotes; look for a surplus comma before this")
            }
            let key = try text()
            guard !members.contains(where: { $0.key == key }) else {
                throw fault("the key \"\(key)\" is there twice; take one out")
            }
            guard skips(":") else { throw fault("expected a colon after \"\(key)\"") }
            members.append(.init(key: key, value: try value(depth: depth + 1)))
        } while skips(",")
        guard skips("}") else { throw fault("expected a comma, or } at the end") }
        return .object(members)
    }

    private mutating func list(_ depth: Int) throws(ContentSyntaxFault) -> ContentTree {
        var values: [ContentTree] = []
        place += 1
        guard !skips("]") else { return .list([]) }
        repeat {
            values.append(try value(depth: depth + 1))
        } while skips(",")
        guard skips("]") else { throw fault("expected a comma, or ] at the end") }
        return .list(values)
    }

    private mutating func number() throws(ContentSyntaxFault) -> ContentTree {
        let start = place
        while let byte = next, Self.isOfNumber(byte) { place += 1 }
        let text = String(decoding: bytes[start..<place], as: UTF8.self)
        guard Double(text) != nil else { throw fault("this is no number") }
        return .number(text)
    }

    private static func isOfNumber(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "+-.eE".utf8.contains(byte)
    }

    private mutating func word() throws(ContentSyntaxFault) -> ContentTree {
        for (word, value) in [
            ("true", ContentTree.truth(true)), ("false", .truth(false)), ("null", .null),
        ] where bytes[place...].starts(with: word.utf8) {
            place += word.utf8.count
            return value
        }
        throw fault("expected a value; put a text in quotes")
    }

    private mutating func text() throws(ContentSyntaxFault) -> String {
        place += 1
        var found: [UInt8] = []
        while let byte = next, byte != UInt8(ascii: "\"") {
            guard byte >= 0x20 else {
                throw fault("a quote is missing; write \\n where a text begins a new line")
            }
            place += 1
            if byte == UInt8(ascii: "\\") {
                found += try escaped().utf8
            } else {
                found.append(byte)
            }
        }
        guard next != nil, let text = String(validating: found, as: UTF8.self) else {
            throw fault("save the file as UTF-8")
        }
        place += 1
        return text
    }

    /// What follows a backslash.
    private mutating func escaped() throws(ContentSyntaxFault) -> String {
        let plain: [UInt8: String] = [
            UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/",
            UInt8(ascii: "n"): "\n", UInt8(ascii: "t"): "\t", UInt8(ascii: "r"): "\r",
            UInt8(ascii: "b"): "\u{8}", UInt8(ascii: "f"): "\u{c}",
        ]
        let byte = next ?? 0
        place += 1
        if let text = plain[byte] { return text }
        guard byte == UInt8(ascii: "u"), let first = hexadecimal() else {
            throw fault("after \\ only n, t, u and a few others may stand; write \\\\ for itself")
        }
        var units = [first]
        if (0xD800..<0xDC00).contains(first), bytes[place...].starts(with: "\\u".utf8) {
            place += 2
            units += [hexadecimal()].compactMap { $0 }
        }
        guard let text = String(validating: units, as: UTF16.self) else {
            throw fault("this \\u is no character")
        }
        return text
    }

    private mutating func hexadecimal() -> UInt16? {
        guard place + 4 <= bytes.count else { return nil }
        let digits = String(decoding: bytes[place..<place + 4], as: UTF8.self)
        guard let unit = UInt16(digits, radix: 16) else { return nil }
        place += 4
        return unit
    }

    private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
            place += 1
        }
    }

    private mutating func skips(_ mark: Unicode.Scalar) -> Bool {
        skipSpace()
        guard next == UInt8(ascii: mark) else { return false }
        place += 1
        return true
    }

    private func fault(_ what: String) -> ContentSyntaxFault {
        let line = bytes.prefix(place).count { $0 == 0x0A } + 1
        let early = "the file ends too early; look for a missing brace, bracket or quote"
        return ContentSyntaxFault(line: line, what: place < bytes.count ? what : early)
    }
}
