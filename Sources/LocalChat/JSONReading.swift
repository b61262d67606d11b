extension JSON {
    /// Why a text is no JSON; holds nothing of it.
    struct Malformed: Error, Equatable {}

    /// Reads one value, and nothing but space around it.
    ///
    /// Strict where it matters to a server: no trailing comma, no lone surrogate, no bad UTF-8,
    /// at most 64 levels.
    init(reading bytes: some Collection<UInt8>) throws(Malformed) {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw Malformed() }
        var reader = Reader(bytes: Array(text.utf8))
        self = try reader.value(depth: 0)
        reader.skipSpace()
        guard reader.at == reader.bytes.count else { throw Malformed() }
    }

    fileprivate struct Reader {
        let bytes: [UInt8]
        var at = 0

        var byte: UInt8? { at < bytes.count ? bytes[at] : nil }

        mutating func skipSpace() {
            while let byte, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
                at += 1
            }
        }

        mutating func take(_ word: StaticString) -> Bool {
            let count = word.utf8CodeUnitCount
            guard at + count <= bytes.count else { return false }
            for index in 0..<count where bytes[at + index] != word.utf8Start[index] {
                return false
            }
            at += count
            return true
        }
    }
}

extension JSON.Reader {
    fileprivate mutating func value(depth: Int) throws(JSON.Malformed) -> JSON {
        guard depth < 64 else { throw JSON.Malformed() }
        skipSpace()
        guard let byte else { throw JSON.Malformed() }
        switch byte {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t") where take("true"): return .bool(true)
        case UInt8(ascii: "f") where take("false"): return .bool(false)
        case UInt8(ascii: "n") where take("null"): return .null
        case _: return try number()
        }
    }

    private mutating func object(depth: Int) throws(JSON.Malformed) -> JSON {
        at += 1
        var members: [JSON.Member] = []
        skipSpace()
        if take("}") { return .object(members) }
        while true {
            skipSpace()
            guard byte == UInt8(ascii: "\"") else { throw JSON.Malformed() }
            let name = try string()
            skipSpace()
            guard take(":") else { throw JSON.Malformed() }
            members.append(JSON.Member(name, try value(depth: depth + 1)))
            skipSpace()
            if take(",") { continue }
            guard take("}") else { throw JSON.Malformed() }
            return .object(members)
        }
    }

    private mutating func array(depth: Int) throws(JSON.Malformed) -> JSON {
        at += 1
        var items: [JSON] = []
        skipSpace()
        if take("]") { return .array(items) }
        while true {
            items.append(try value(depth: depth + 1))
            skipSpace()
            if take(",") { continue }
            guard take("]") else { throw JSON.Malformed() }
            return .array(items)
        }
    }

    private mutating func number() throws(JSON.Malformed) -> JSON {
        let start = at
        while let byte, "+-.0123456789eE".utf8.contains(byte) { at += 1 }
        let digits = String(decoding: bytes[start..<at], as: UTF8.self)
        if let number = Int64(digits), !digits.hasPrefix("+") { return .int(number) }
        guard let first = digits.utf8.first, first != UInt8(ascii: "+"),
            let double = Double(digits), double.isFinite
        else { throw JSON.Malformed() }
        return .double(double)
    }

    private mutating func string() throws(JSON.Malformed) -> String {
        at += 1
        var units: [UInt8] = []
        while let byte {
            at += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: units, as: UTF8.self)
            case UInt8(ascii: "\\"): units.append(contentsOf: String(try escape()).utf8)
            case 0..<0x20: throw JSON.Malformed()
            case _: units.append(byte)
            }
        }
        throw JSON.Malformed()
    }

    private mutating func escape() throws(JSON.Malformed) -> Unicode.Scalar {
        guard let byte else { throw JSON.Malformed() }
        at += 1
        switch byte {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try scalar()
        case _: throw JSON.Malformed()
        }
    }

    private mutating func scalar() throws(JSON.Malformed) -> Unicode.Scalar {
        let unit = try hexadecimal()
        if let scalar = Unicode.Scalar(unit) { return scalar }
        guard unit < 0xDC00, take("\\u") else { throw JSON.Malformed() }
        let low = try hexadecimal()
        guard (0xDC00..<0xE000).contains(low),
            let scalar = Unicode.Scalar(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00))
        else { throw JSON.Malformed() }
        return scalar
    }

    private mutating func hexadecimal() throws(JSON.Malformed) -> UInt32 {
        guard at + 4 <= bytes.count else { throw JSON.Malformed() }
        var result: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = Character(Unicode.Scalar(bytes[at])).hexDigitValue else {
                throw JSON.Malformed()
            }
            result = result << 4 | UInt32(digit)
            at += 1
        }
        return result
    }
}
