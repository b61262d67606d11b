import Crypto
import Foundation

/// The keys of one installation, in a folder of their own beside the data folder.
///
/// - `installation.key`: 32 random bytes; whoever has it can read everything.
/// - `index.key`: 32 random bytes, sealed under the installation key. With it a person or an
///   invitation is found by a tag that tells nothing to who doesn't have it.
///
/// Prints nothing of what it holds.
package struct Keyring: Sendable {
    private let index: SymmetricKey

    /// Opens the keyring, or makes it at the very first start.
    ///
    /// - Parameter mayCreate: true only if the data folder holds nothing yet.
    /// - Throws: `.missing` if a keyring would have to be made and may not be, or is only half
    ///   there; `.unreadable`, `.wrongKey`, `.failed`.
    package static func open(
        _ folder: String, mayCreate: Bool, disk: Disk = .real
    ) throws(KeyringFault) -> Keyring {
        let files = KeyFiles(folder: folder, disk: disk)
        let installationText = try files.read(installationFile)
        let indexText = try files.read(indexFile)
        // The index key alone can't be opened: that is a loss, not a first start cut short.
        let isFirstStart = mayCreate && indexText == nil
        guard isFirstStart || (installationText != nil && indexText != nil) else { throw .missing }
        let installation: SymmetricKey
        if let text = installationText {
            installation = try key(text, installationLine, file: installationFile)
        } else {
            installation = SymmetricKey(size: .bits256)
            try files.create(installationFile, "\(installationLine)\n\(hex(installation))\n")
        }
        if let text = indexText {
            return Keyring(index: try unsealed(text, under: installation))
        }
        let index = SymmetricKey(size: .bits256)
        try files.create(indexFile, try sealed(index, under: installation))
        return Keyring(index: index)
    }

    /// Names a person's private chat on a platform: 52 letters and digits.
    package func tag(platform: String, address: String) -> String {
        tag("address", [platform, address])
    }

    /// Names an invitation by its code: 52 letters and digits.
    package func tag(code: String) -> String { tag("invitation", [code]) }

    /// The purpose and the lengths go in too, so that no two different things share a tag.
    private func tag(_ purpose: String, _ fields: [String]) -> String {
        var mac = HMAC<SHA256>(key: index)
        for field in [purpose] + fields {
            withUnsafeBytes(of: UInt64(field.utf8.count).littleEndian) {
                mac.update(data: Data($0))
            }
            mac.update(data: Data(field.utf8))
        }
        return Base32.text(mac.finalize())
    }

    private static let installationFile = "installation.key"
    private static let installationLine = "talkaboutit installation key 1"
    private static let indexFile = "index.key"
    private static let indexLine = "talkaboutit index key 1"

    private static func key(
        _ text: String, _ line: String, file: String
    ) throws(KeyringFault) -> SymmetricKey {
        guard let bytes = bytes(text, line), bytes.count == 32 else {
            throw .unreadable(file: file)
        }
        return SymmetricKey(data: bytes)
    }

    private static func unsealed(
        _ text: String, under key: SymmetricKey
    ) throws(KeyringFault) -> SymmetricKey {
        guard let bytes = bytes(text, indexLine), bytes.count == 12 + 32 + 16 else {
            throw .unreadable(file: indexFile)
        }
        // Both can fail in one way only: the seal is not this key's.
        guard let box = try? AES.GCM.SealedBox(combined: bytes),
            let plain = try? AES.GCM.open(box, using: key, authenticating: Data(indexLine.utf8))
        else { throw .wrongKey }
        return SymmetricKey(data: plain)
    }

    private static func sealed(
        _ index: SymmetricKey, under key: SymmetricKey
    ) throws(KeyringFault) -> String {
        let plain = index.withUnsafeBytes { Data($0) }
        // Sealing 32 bytes under a good key doesn't fail; if it did, nothing has been written.
        guard
            let box = try? AES.GCM.seal(plain, using: key, authenticating: Data(indexLine.utf8)),
            let combined = box.combined
        else { throw .failed(code: nil) }
        return "\(indexLine)\n\(hex(combined))\n"
    }

    private static func hex(_ bytes: some ContiguousBytes) -> String {
        bytes.withUnsafeBytes { buffer in
            buffer.map { byte in
                let digits = String(byte, radix: 16)
                return digits.count == 1 ? "0\(digits)" : digits
            }.joined()
        }
    }

    /// The bytes below this first line; nil if the file is not of that form.
    private static func bytes(_ text: String, _ line: String) -> Data? {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count == 3, lines[0] == line, lines[2].isEmpty, lines[1].count % 2 == 0 else {
            return nil
        }
        var bytes = Data()
        var rest = lines[1]
        while !rest.isEmpty {
            guard let byte = UInt8(rest.prefix(2), radix: 16) else { return nil }
            bytes.append(byte)
            rest = rest.dropFirst(2)
        }
        return bytes
    }
}

extension Keyring: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "Keyring" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
