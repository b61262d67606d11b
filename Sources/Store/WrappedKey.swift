import Crypto
import Foundation

/// How one key lies in the keyring: sealed under the installation's key, bound to whose it is, so
/// that two key files can't be exchanged for one another.
enum WrappedKey {
    private static let firstLine = "talkaboutit wrapped key 1"
    /// The index key as it was sealed before there were others: still read, never written.
    private static let oldIndexLine = "talkaboutit index key 1"

    /// - Throws: `.failed` if it can't be sealed; nothing has been written then.
    static func text(
        of key: SymmetricKey, owner: String, under installation: SymmetricKey,
        _ entropy: Entropy = .system
    ) throws(KeyringFault) -> String {
        let plain = key.withUnsafeBytes { Data($0) }
        guard let seal = entropy.seal(plain, installation, binding(firstLine, owner)) else {
            throw .failed(code: nil)
        }
        return "\(firstLine)\n\(Hex.text(seal))\n"
    }

    /// The key in a text; nil if it is sealed under another installation key or is another's.
    ///
    /// - Throws: `.unreadable` with this file's name if it is none.
    static func key(
        in text: String, owner: String, under installation: SymmetricKey, file: String
    ) throws(KeyringFault) -> SymmetricKey? {
        let known: (bytes: Data, binding: Data)? =
            if let bytes = Hex.bytes(in: text, below: firstLine) {
                (bytes, binding(firstLine, owner))
            } else if owner == Keyring.indexOwner,
                let bytes = Hex.bytes(in: text, below: oldIndexLine)
            {
                (bytes, Data(oldIndexLine.utf8))
            } else {
                nil
            }
        guard let known, known.bytes.count == 12 + 32 + 16 else { throw .unreadable(file: file) }
        // Both can fail in one way only: the seal is not this key's.
        guard let box = try? AES.GCM.SealedBox(combined: known.bytes),
            let plain = try? AES.GCM.open(
                box, using: installation, authenticating: known.binding)
        else { return nil }
        return SymmetricKey(data: plain)
    }

    private static func binding(_ line: String, _ owner: String) -> Data {
        Data("\(line)\n\(owner)".utf8)
    }
}
