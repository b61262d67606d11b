import Foundation

/// What of one document is sealed under keys of its own: texts by whose they are, numbered from 0.
///
/// It travels in the coder's `userInfo`, so that a value that holds somebody's words can put them
/// here and keep only a number.
package final class SealedTexts: @unchecked Sendable {
    // Unchecked: made for one document, and used by the one thread that codes it.
    private(set) var texts: [String: [String]] = [:]
    /// Whose texts can't be read any more: their keys were destroyed.
    private let forgotten: Set<String>

    /// Where a coder finds it.
    package static let key = "texts"

    init(_ texts: [String: [String]] = [:], forgotten: Set<String> = []) {
        self.texts = texts
        self.forgotten = forgotten
    }

    /// Puts a text with its owner's others. Returns its number.
    package func put(_ text: String, of owner: String) -> Int {
        texts[owner, default: []].append(text)
        return (texts[owner]?.count ?? 1) - 1
    }

    /// Puts a whole value there, as JSON; what in it belongs to others goes to theirs.
    package func put(value: some Encodable, of owner: String) throws -> Int {
        let encoder = DocumentFormat.encoder(with: self)
        let data = try encoder.encode(value)
        return put(String(decoding: data, as: UTF8.self), of: owner)
    }

    /// A text by its number; nil if there is none, or if its owner was forgotten.
    package func text(_ number: Int, of owner: String) -> String? {
        guard let own = texts[owner], own.indices.contains(number) else { return nil }
        return own[number]
    }

    /// A whole value by its number; nil if its owner was forgotten.
    package func value<Value: Decodable>(
        _: Value.Type, _ number: Int, of owner: String
    ) throws -> Value? {
        guard !isForgotten(owner), let text = text(number, of: owner) else { return nil }
        return try DocumentFormat.decoder(with: self).decode(Value.self, from: Data(text.utf8))
    }

    package func isForgotten(_ owner: String) -> Bool { forgotten.contains(owner) }
}
