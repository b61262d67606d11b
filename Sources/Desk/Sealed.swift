import Dialogue
import Store

/// A value that is somebody's as a whole, and saved sealed with their key.
struct Sealed<Value: Codable & Sendable>: Codable, Sendable {
    let owner: String
    /// Nil if its owner was forgotten.
    let value: Value?

    init(_ value: Value, of owner: String) {
        self.value = value
        self.owner = owner
    }

    init(from decoder: any Decoder) throws {
        let reference = try TextReference(from: decoder)
        owner = reference.owner
        value = try Sealed.texts(decoder.userInfo).value(
            Value.self, reference.number, of: reference.owner)
    }

    func encode(to encoder: any Encoder) throws {
        let number = try Sealed.texts(encoder.userInfo).put(value: value, of: owner)
        try TextReference(owner: owner, number: number).encode(to: encoder)
    }

    /// It is written into sealed documents only.
    private static func texts(_ userInfo: [CodingUserInfoKey: Any]) -> SealedTexts {
        guard let texts = userInfo[.texts] as? SealedTexts else {
            preconditionFailure("what is somebody's is only saved sealed")
        }
        return texts
    }
}
