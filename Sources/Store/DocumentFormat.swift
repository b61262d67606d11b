import Foundation

/// How a value lies in a file: `{"schema":1,"value":…}` and a newline, keys sorted.
struct DocumentFormat {
    /// The schema number of the documents this program writes.
    let schema: Int
    private let encoder: JSONEncoder
    private let decoder: JSONDecoder

    /// The largest document, in bytes.
    static let largest = 16 << 20

    enum Reading<Value> {
        case value(Value)
        case schema(Int)
        case unreadable
    }

    init(schema: Int) {
        self.schema = schema
        encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // As text: a number of seconds with a fraction loses digits on its way.
        encoder.dateEncodingStrategy = .iso8601
        decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
    }

    /// Nil if the value can't be written as JSON, or is too large.
    func bytes(of value: any Encodable & Sendable) -> [UInt8]? {
        // Whatever it is that fails, the remedy is the same: a value that can be written.
        guard let data = try? encoder.encode(Written(schema: schema, value: value)),
            data.count < Self.largest
        else { return nil }
        return Array(data) + [UInt8(ascii: "\n")]
    }

    func read<Value: Decodable>(_: Value.Type, from bytes: [UInt8]) -> Reading<Value> {
        let data = Data(bytes)
        // Why it can't be read is for the operator to find out; the reason may quote contents.
        if let document = try? decoder.decode(Whole<Value>.self, from: data),
            document.schema == schema
        {
            return .value(document.value)
        }
        // Another schema is told apart from damage by its number alone, for the same reason.
        guard let head = try? decoder.decode(Head.self, from: data), head.schema != schema
        else { return .unreadable }
        return .schema(head.schema)
    }

    private struct Whole<Value: Decodable>: Decodable {
        let schema: Int
        let value: Value
    }

    private struct Head: Decodable { let schema: Int }

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
