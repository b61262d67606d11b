import Crypto
import Foundation

/// The key that wraps all others: whoever has it, and the keyring, can read everything.
///
/// As text: its first line says what it is, its second holds 32 bytes in hexadecimal. The digits
/// alone are understood too, for a variable.
package enum InstallationKey {
    /// Where it comes from.
    package enum Source: Sendable {
        /// The file `installation.key` of the keyring, made at the first start.
        case keyring
        /// What somebody else keeps, and hands to each start: a file of theirs, a credential of
        /// the system's, or a variable. It is never written anywhere.
        case given(Given)
    }

    /// The text of a key. Prints nothing of it.
    package struct Given: Sendable, CustomStringConvertible, CustomReflectable {
        let text: String

        package init(_ text: String) { self.text = text }

        package var description: String { "Given" }
        package var customMirror: Mirror { Mirror(self, children: []) }
    }

    /// The file in the keyring.
    package static let file = "installation.key"
    /// The new one, while a rotation goes on.
    static let nextFile = "installation.next"
    private static let firstLine = "talkaboutit installation key 1"

    /// Whether a text is one. Why it isn't is not told: the answer would describe a secret.
    package static func isKey(_ text: String) -> Bool {
        (try? key(in: text, named: "")) != nil
    }

    /// A new key, as the text of its file.
    package static func makeText() -> String { text(of: SymmetricKey(size: .bits256)) }

    static func text(of key: SymmetricKey) -> String { "\(firstLine)\n\(Hex.text(key))\n" }

    /// - Throws: `.unreadable` with this name.
    static func key(in text: String, named name: String) throws(KeyringFault) -> SymmetricKey {
        // A variable or a credential may have lost its last line end.
        let ended = text.hasSuffix("\n") ? text : text + "\n"
        let whole = ended.hasPrefix(firstLine) ? ended : "\(firstLine)\n\(ended)"
        guard let bytes = Hex.bytes(in: whole, below: firstLine), bytes.count == 32 else {
            throw .unreadable(file: name)
        }
        return SymmetricKey(data: bytes)
    }
}

/// Bytes as hexadecimal digits below a first line that says what they are.
enum Hex {
    static func text(_ bytes: some ContiguousBytes) -> String {
        bytes.withUnsafeBytes { buffer in
            buffer.map { byte in
                let digits = String(byte, radix: 16)
                return digits.count == 1 ? "0\(digits)" : digits
            }.joined()
        }
    }

    /// The bytes below this first line; nil if the text is not of that form.
    static func bytes(in text: String, below line: String) -> Data? {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count == 3, lines[0] == line, lines[2].isEmpty, lines[1].utf8.count % 2 == 0
        else { return nil }
        var bytes = Data()
        var rest = lines[1]
        while !rest.isEmpty {
            let pair = rest.prefix(2)
            guard pair.allSatisfy(\.isHexDigit), let byte = UInt8(pair, radix: 16) else {
                return nil
            }
            bytes.append(byte)
            rest = rest.dropFirst(2)
        }
        return bytes
    }
}
