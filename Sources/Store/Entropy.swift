import Crypto
import Foundation

/// Where keys and nonces come from: the system's generator, but for a simulation that must come to
/// the same bytes each time.
package struct Entropy: Sendable {
    private let bytes: @Sendable (_ count: Int) -> [UInt8]

    /// - Parameter bytes: gives so many bytes. With any that could be guessed or come twice,
    ///   nothing is sealed.
    package init(_ bytes: @escaping @Sendable (_ count: Int) -> [UInt8]) { self.bytes = bytes }

    /// What the operating system holds good for keys.
    package static let system = Entropy { count in
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    /// A new key of 256 bits.
    func key() -> SymmetricKey { SymmetricKey(data: bytes(32)) }

    /// A seal, with a nonce that was never used before; nil if it couldn't be made.
    func seal(_ plain: Data, _ key: SymmetricKey, _ binding: Data) -> Data? {
        // Sealing under a good key with twelve bytes of a nonce doesn't fail; if it did, whoever
        // asked writes nothing.
        guard let nonce = try? AES.GCM.Nonce(data: bytes(12)),
            // As above.
            let box = try? AES.GCM.seal(plain, using: key, nonce: nonce, authenticating: binding)
        else { return nil }
        return box.combined
    }
}
