import Crypto
import Foundation

/// A document as it lies in the folder once it is sealed:
/// `{"schema":2,"state":"…","texts":{"owner":"…"}}`, each seal in base64.
///
/// The state is sealed under the key of the couple (or the house) that the document belongs to,
/// each person's texts under their own. Every seal is bound to the document's path and to its
/// owner, and the state to the texts it was saved with, so that nothing in it can be exchanged for
/// something from elsewhere. Lengths are rounded up.
struct SealedDocument: Decodable {
    let schema: Int
    let state: Data
    let texts: [String: Data]

    /// What is read and written unsealed.
    struct Plain {
        var state: Data
        var texts: [String: [String]]
    }

    /// Which of the document's texts are gone with their owners.
    struct Opened {
        let state: Data
        let texts: SealedTexts
    }

    /// Seals are rounded up to a multiple of so many bytes.
    private static let grain = 256

    /// The document's bytes. Makes the keys that are missing; texts of the forgotten are dropped.
    static func bytes(
        of plain: Plain, schema: Int, at path: String, owner: String, _ keyring: Keyring
    ) throws(KeyringFault) -> [UInt8] {
        let owners = plain.texts.keys.sorted()
        try keyring.make(for: [owner] + owners)
        var seals: [(owner: String, seal: Data)] = []
        for author in owners {
            guard case .key(let key) = try keyring.key(of: author) else { continue }
            // Strings in an array always encode.
            let json = (try? JSONEncoder().encode(plain.texts[author])) ?? Data("[]".utf8)
            let binding = binding("texts", path, author)
            seals.append((author, try seal(json, key, binding, keyring.entropy)))
        }
        guard case .key(let key) = try keyring.key(of: owner) else { throw .missing }
        let state = try seal(
            plain.state, key, binding("state", path, owner) + tags(of: seals), keyring.entropy)
        let fields = seals.map { "\"\($0.owner)\":\"\($0.seal.base64EncodedString())\"" }
        let text =
            "{\"schema\":\(schema),\"state\":\"\(state.base64EncodedString())\","
            + "\"texts\":{\(fields.joined(separator: ","))}}\n"
        return Array(text.utf8)
    }

    /// Opens all of its seals.
    ///
    /// - Returns: nil if it was changed, belongs elsewhere, or a key for it is lost.
    func opened(
        at path: String, owner: String, _ keyring: Keyring
    ) throws(KeyringFault) -> Opened? {
        guard case .key(let key) = try keyring.key(of: owner) else { return nil }
        let seals = texts.sorted { $0.key < $1.key }.map { (owner: $0.key, seal: $0.value) }
        guard
            let state = Self.open(
                state, key, Self.binding("state", path, owner) + Self.tags(of: seals))
        else { return nil }
        var known: [String: [String]] = [:]
        var forgotten: Set<String> = []
        for (author, seal) in seals {
            switch try keyring.key(of: author) {
            case .forgotten: forgotten.insert(author)
            case .none: return nil
            case .key(let key):
                guard let json = Self.open(seal, key, Self.binding("texts", path, author)),
                    // Anything else was not written by this program.
                    let texts = try? JSONDecoder().decode([String].self, from: json)
                else { return nil }
                known[author] = texts
            }
        }
        return Opened(state: state, texts: SealedTexts(known, forgotten: forgotten))
    }

    private static func seal(
        _ plain: Data, _ key: SymmetricKey, _ binding: Data, _ entropy: Entropy
    ) throws(KeyringFault) -> Data {
        var padded = plain
        let rest = padded.count % grain
        // White space after a JSON text says nothing.
        if rest > 0 { padded.append(Data(repeating: UInt8(ascii: " "), count: grain - rest)) }
        guard let seal = entropy.seal(padded, key, binding) else { throw .failed(code: nil) }
        return seal
    }

    private static func open(_ seal: Data, _ key: SymmetricKey, _ binding: Data) -> Data? {
        // Whatever fails, it isn't what was written here under this key.
        guard let box = try? AES.GCM.SealedBox(combined: seal) else { return nil }
        return try? AES.GCM.open(box, using: key, authenticating: binding)
    }

    /// What a seal is valid for. Paths and owners hold no line ends.
    private static func binding(_ part: String, _ path: String, _ owner: String) -> Data {
        Data("talkaboutit document\n\(part)\n\(path)\n\(owner)\n".utf8)
    }

    /// The ends of the texts' seals, which no other texts have.
    private static func tags(of seals: [(owner: String, seal: Data)]) -> Data {
        seals.reduce(into: Data()) { tags, next in
            tags.append(Data("\(next.owner)\n".utf8))
            tags.append(next.seal.suffix(16))
        }
    }
}
