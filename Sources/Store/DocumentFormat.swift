import Foundation

/// How a value lies in a file: `{"schema":1,"value":…}` and a newline, keys sorted; or sealed, see
/// ``SealedDocument``.
struct DocumentFormat {
    /// The schema number of the documents this program writes.
    let schema: Int
    /// What documents are sealed with; nil for a folder that isn't.
    var sealing: Sealing?

    /// The largest document, in bytes.
    static let largest = 16 << 20

    /// What documents are sealed with, and which owner's key is for which; nil for one that isn't
    /// sealed.
    struct Sealing {
        let keyring: Keyring
        let owner: @Sendable (RelativePath) -> String?
    }

    enum Reading<Value> {
        case value(Value)
        case schema(Int)
        case unreadable
    }

    init(schema: Int) { self.schema = schema }

    /// Nil if the value can't be written as JSON, or is too large. Throws what the keyring does.
    func bytes(
        of value: any Encodable & Sendable, at path: RelativePath
    ) throws(KeyringFault) -> [UInt8]? {
        guard let sealing, let owner = sealing.owner(path) else {
            // Whatever it is that fails, the remedy is the same: a value that can be written.
            guard let data = try? Self.encoder.encode(Written(schema: schema, value: value)),
                data.count < Self.largest
            else { return nil }
            return Array(data) + [UInt8(ascii: "\n")]
        }
        let texts = SealedTexts()
        // As above.
        guard let state = try? Self.encoder(with: texts).encode(Wrapped(value: value)) else {
            return nil
        }
        let bytes = try SealedDocument.bytes(
            of: .init(state: state, texts: texts.texts), schema: schema, at: path.text,
            owner: owner, sealing.keyring)
        return bytes.count < Self.largest ? bytes : nil
    }

    /// Reads a document. Why it can't be read is for the operator to find out; the reason may
    /// quote contents.
    func read<Value: Decodable>(
        _: Value.Type, from bytes: [UInt8], at path: RelativePath
    ) throws(KeyringFault) -> Reading<Value> {
        let data = Data(bytes)
        if let found = schema(of: data), found != schema { return .schema(found) }
        guard let sealing, let owner = sealing.owner(path) else {
            // As said above.
            let document = try? Self.decoder.decode(Whole<Value>.self, from: data)
            return document.map { .value($0.value) } ?? .unreadable
        }
        // As said above.
        guard let document = try? Self.decoder.decode(SealedDocument.self, from: data),
            let opened = try document.opened(at: path.text, owner: owner, sealing.keyring),
            // As said above.
            let value = try? Self.decoder(with: opened.texts)
                .decode(Unwrapped<Value>.self, from: opened.state)
        else { return .unreadable }
        return .value(value.value)
    }

    /// Reads a document that was written before there were seals.
    func readPlain<Value: Decodable>(_: Value.Type, from bytes: [UInt8], schema: Int) -> Value? {
        // As above.
        let document = try? Self.decoder.decode(Whole<Value>.self, from: Data(bytes))
        return document?.schema == schema ? document?.value : nil
    }

    /// The schema number a document says it has; nil if it says none.
    func schema(of data: Data) -> Int? {
        // Documents of ours begin with it; anything else is looked at more closely.
        if data.starts(with: Data("{\"schema\":\(schema),".utf8)) { return schema }
        return try? Self.decoder.decode(Head.self, from: data).schema
    }

    static func encoder(with texts: SealedTexts) -> JSONEncoder {
        let encoder = encoder
        encoder.userInfo[textsKey] = texts
        return encoder
    }

    static func decoder(with texts: SealedTexts) -> JSONDecoder {
        let decoder = decoder
        decoder.userInfo[textsKey] = texts
        return decoder
    }

    private static var encoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // As text: a number of seconds with a fraction loses digits on its way.
        encoder.dateEncodingStrategy = .iso8601
        return encoder
    }

    private static var decoder: JSONDecoder {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        return decoder
    }

    private static let textsKey = CodingUserInfoKey(named: SealedTexts.key)

    private struct Whole<Value: Decodable>: Decodable {
        let schema: Int
        let value: Value
    }

    private struct Head: Decodable { let schema: Int }

    /// A value alone is not always a JSON text, an object is.
    private struct Unwrapped<Value: Decodable>: Decodable { let value: Value }

    private struct Wrapped: Encodable {
        let value: any Encodable & Sendable

        enum CodingKeys: CodingKey { case value }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(value, forKey: .value)
        }
    }

    private struct Written: Encodable {
        let schema: Int
        let value: any Encodable & Sendable

        enum CodingKeys: CodingKey { case schema, value }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(schema, forKey: .schema)
            try container.encode(value, forKey: .value)
        }
    }
}

extension CodingUserInfoKey {
    init(named name: String) {
        guard let key = CodingUserInfoKey(rawValue: name) else {
            preconditionFailure("any text is good as a key")
        }
        self = key
    }
}
