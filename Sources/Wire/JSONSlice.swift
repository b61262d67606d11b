import Foundation

/// A stretch of received JSON, taken apart without being decoded.
///
/// Foundation refuses a document as a whole when one corner of it is bad (nesting deeper than it
/// likes, half an emoji in a member's name). Here a document is first cut at its commas, so that
/// a bad update costs only itself, and its id can still be read.
package struct JSONSlice: Sendable {
    private let bytes: ArraySlice<UInt8>

    package init(_ bytes: [UInt8]) { self.init(bytes[...]) }
    private init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

    /// Its length, in bytes.
    package var count: Int { bytes.count }

    /// The elements of an array; nil if this is none, or if its end is missing.
    package var elements: [JSONSlice]? {
        var walker = JSONWalker(bytes)
        guard walker.take(UInt8(ascii: "[")) else { return nil }
        var found: [JSONSlice] = []
        if walker.take(UInt8(ascii: "]")) { return found }
        repeat {
            guard let value = walker.takeValue() else { return nil }
            found.append(JSONSlice(value))
        } while walker.take(UInt8(ascii: ","))
        return walker.take(UInt8(ascii: "]")) ? found : nil
    }

    /// The members of an object in order, their names undecoded; nil if this is none.
    package var members: [(name: JSONSlice, value: JSONSlice)]? {
        var walker = JSONWalker(bytes)
        guard walker.take(UInt8(ascii: "{")) else { return nil }
        var found: [(name: JSONSlice, value: JSONSlice)] = []
        if walker.take(UInt8(ascii: "}")) { return found }
        repeat {
            guard let name = walker.takeValue(), walker.take(UInt8(ascii: ":")),
                let value = walker.takeValue()
            else { return nil }
            found.append((JSONSlice(name), JSONSlice(value)))
        } while walker.take(UInt8(ascii: ","))
        return walker.take(UInt8(ascii: "}")) ? found : nil
    }

    /// The first member of this name, which must be plain ASCII without anything to escape.
    package subscript(name: String) -> JSONSlice? {
        let quoted = Array("\"\(name)\"".utf8)
        return members?.first { $0.name.bytes.elementsEqual(quoted) }?.value
    }

    /// A whole number written as such; nil for all else.
    package var integer: Int64? { Int64(String(decoding: bytes, as: UTF8.self)) }

    /// `true` or `false`; nil for all else.
    package var flag: Bool? { Bool(String(decoding: bytes, as: UTF8.self)) }

    /// A string, what is broken in it replaced; nil for all else.
    package var text: String? { decoded(String.self) }

    /// This stretch as a value; if that fails, once more with broken characters replaced.
    package func decoded<Value: Decodable>(_ type: Value.Type) -> Value? {
        let decoder = JSONDecoder()
        // Nil says all there is to say; a decoding error would quote what a person wrote.
        if let value = try? decoder.decode(type, from: Data(bytes)) { return value }
        // The same: still unreadable means nobody can read it.
        return try? decoder.decode(type, from: Data(repairedJSON(bytes)))
    }
}

/// Steps over JSON values without recursion, so that no nesting can exhaust the stack.
private struct JSONWalker {
    private let bytes: ArraySlice<UInt8>
    private var index: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        index = bytes.startIndex
    }

    /// Steps over white space and then over this byte, if it is there.
    mutating func take(_ byte: UInt8) -> Bool {
        skipSpace()
        guard index < bytes.endIndex, bytes[index] == byte else { return false }
        index += 1
        return true
    }

    /// Steps over one value of any kind and returns it; nil if there is none or it has no end.
    mutating func takeValue() -> ArraySlice<UInt8>? {
        skipSpace()
        let start = index
        var depth = 0
        while index < bytes.endIndex {
            switch bytes[index] {
            case UInt8(ascii: "\""):
                guard skipString() else { return nil }
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                depth += 1
                index += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                depth -= 1
                index += 1
            // not our enum
            default:
                guard depth > 0 || skipScalar(from: start) else { return nil }
                if depth > 0 { index += 1 }
            }
            guard depth >= 0 else { return nil }
            if depth == 0 { return bytes[start..<index] }
        }
        return nil
    }

    private mutating func skipSpace() {
        while index < bytes.endIndex, isSpace(bytes[index]) { index += 1 }
    }

    /// From an opening quote to behind its closing one.
    private mutating func skipString() -> Bool {
        index += 1
        while index < bytes.endIndex {
            let byte = bytes[index]
            index += byte == UInt8(ascii: "\\") ? 2 : 1
            if byte == UInt8(ascii: "\"") { return true }
        }
        index = bytes.endIndex
        return false
    }

    /// A number, a flag or null; false if not even one byte of it is there.
    private mutating func skipScalar(from start: Int) -> Bool {
        while index < bytes.endIndex, !isSpace(bytes[index]), !isDelimiter(bytes[index]) {
            index += 1
        }
        return index > start
    }
}

private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
}

private func isDelimiter(_ byte: UInt8) -> Bool { ",:[]{}\"".utf8.contains(byte) }
