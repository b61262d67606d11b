/// Fields as a query string and an `application/x-www-form-urlencoded` body write them.
enum FormFields {
    /// The pairs in order; a pair that is not UTF-8 once decoded is left out.
    static func read(_ text: some StringProtocol) -> [(name: String, value: String)] {
        text.split(separator: "&").prefix(1_000).compactMap { pair in
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = decode(halves[0]),
                let value = halves.count > 1 ? decode(halves[1]) : ""
            else { return nil }
            return (name, value)
        }
    }

    /// Resolves `%XX` and `+`. A `%` that starts no escape stands for itself.
    static func decode(_ text: some StringProtocol) -> String? {
        let bytes = Array(text.utf8)
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var at = 0
        while at < bytes.count {
            if bytes[at] == UInt8(ascii: "%"), at + 2 < bytes.count,
                let high = digit(bytes[at + 1]), let low = digit(bytes[at + 2])
            {
                out.append(high << 4 | low)
                at += 3
            } else {
                out.append(bytes[at] == UInt8(ascii: "+") ? 0x20 : bytes[at])
                at += 1
            }
        }
        return String(validating: out, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        Character(Unicode.Scalar(byte)).hexDigitValue.map { UInt8($0) }
    }
}
