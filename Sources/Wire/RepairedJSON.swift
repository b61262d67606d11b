/// JSON text with everything replaced that makes Foundation refuse a string: bytes that are no
/// UTF-8, control characters written as they are, and halves of surrogate pairs.
package func repairedJSON(_ bytes: some Collection<UInt8>) -> [UInt8] {
    let source = Array(String(decoding: bytes, as: UTF8.self).utf8)
    var out: [UInt8] = []
    out.reserveCapacity(source.count)
    var index = 0
    while index < source.count {
        guard source[index] == UInt8(ascii: "\\"), index + 1 < source.count else {
            // Outside a string a control character is white space anyway.
            out.append(max(source[index], 0x20))
            index += 1
            continue
        }
        let first = escapedUnit(in: source, at: index)
        switch first {
        case .some(0xD800...0xDBFF):
            if case .some(0xDC00...0xDFFF) = escapedUnit(in: source, at: index + 6) {
                out += source[index..<index + 12]
                index += 12
            } else {
                out += replacement
                index += 6
            }
        case .some(0xDC00...0xDFFF):
            out += replacement
            index += 6
        case .some, .none:
            out += source[index..<index + 2]
            index += 2
        }
    }
    return out
}

private let replacement = Array("\\ufffd".utf8)

/// The UTF-16 unit written as `\uXXXX` at `index`, if one is there.
private func escapedUnit(in source: [UInt8], at index: Int) -> UInt16? {
    guard index + 6 <= source.count, source[index] == UInt8(ascii: "\\"),
        source[index + 1] == UInt8(ascii: "u")
    else { return nil }
    let digits = source[index + 2..<index + 6]
    // A sign would be taken by the number's own reader.
    guard digits.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }) else {
        return nil
    }
    return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
}
