/// Where texts are laid apart while a value that holds them is saved: each with its owner's others,
/// so that they can be sealed under that owner's key. In their place a ``TextReference`` is saved.
package protocol TextKeeper: AnyObject, Sendable {
    /// Puts a text with its owner's others. Returns its number.
    func put(_ text: String, of owner: String) -> Int
    /// Puts a whole value there; what in it belongs to others goes to theirs.
    func put(value: some Encodable, of owner: String) throws -> Int
    /// A text by its number; nil if there is none, or if its owner was forgotten.
    func text(_ number: Int, of owner: String) -> String?
    /// A whole value by its number; nil if its owner was forgotten.
    func value<Value: Decodable>(
        _: Value.Type, _ number: Int, of owner: String
    ) throws -> Value?
}

extension CodingUserInfoKey {
    /// Under which a coder holds its ``TextKeeper``, if it has one.
    package static let texts: CodingUserInfoKey = {
        guard let key = CodingUserInfoKey(rawValue: "texts") else {
            preconditionFailure("any text is good as a key")
        }
        return key
    }()
}

/// Which text of whose is meant: `owner#number`.
package struct TextReference: Hashable, Sendable, Codable {
    package let owner: String
    package let number: Int

    package init(owner: String, number: Int) {
        self.owner = owner
        self.number = number
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let mark = text.lastIndex(of: "#"),
            let number = Int(text[text.index(after: mark)...]), number >= 0
        else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "no reference to a text")
        }
        owner = String(text[..<mark])
        self.number = number
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode("\(owner)#\(number)")
    }
}
