/// A content file as it lies there, before anything is made of it.
indirect enum ContentTree: Sendable, Equatable {
    case null
    case truth(Bool)
    /// As it was written.
    case number(String)
    case text(String)
    case list([ContentTree])
    case object([Member])

    struct Member: Sendable, Equatable {
        let key: String
        let value: ContentTree
    }

    /// The same for every way to write the same: keys in order, no white space, nothing that is
    /// null.
    var canonical: [UInt8] {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return bytes
    }

    private func write(to bytes: inout [UInt8]) {
        switch self {
        case .null: bytes += "null".utf8
        case .truth(let isTrue): bytes += (isTrue ? "true" : "false").utf8
        case .number(let number): bytes += number.utf8
        case .text(let text): ContentTree.write(text, to: &bytes)
        case .list(let values):
            bytes.append(UInt8(ascii: "["))
            for (index, value) in values.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                value.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            let told = members.filter { $0.value != .null }
                .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            for (index, member) in told.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                ContentTree.write(member.key, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                member.value.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    private static func write(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 {
                bytes += [UInt8(ascii: "\\"), UInt8(ascii: "x")]
                bytes += [byte >> 4, byte & 15].map { $0 < 10 ? 48 + $0 : 87 + $0 }
            } else {
                bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
