/// A value of the config file with its kind kept: `true` is no 1, and "25" no number.
enum JSONNode: Equatable, Sendable {
    case null
    case truth(Bool)
    /// Nil if it is no whole number that fits.
    case number(Int?)
    case text(String)
    case array
    case object([String: JSONNode])
}

extension JSONNode: Decodable {
    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let truth = Self.read(Bool.self, from: value) {
            self = .truth(truth)
        } else if let number = Self.read(Int.self, from: value) {
            self = .number(number)
        } else if Self.read(Double.self, from: value) != nil {
            self = .number(nil)
        } else if let text = Self.read(String.self, from: value) {
            self = .text(text)
        } else if let object = Self.read([String: JSONNode].self, from: value) {
            self = .object(object)
        } else {
            self = .array
        }
    }

    private static func read<Value: Decodable>(
        _ type: Value.Type, from container: any SingleValueDecodingContainer
    ) -> Value? {
        // Failing only tells that the value is of another kind; the next one is tried.
        try? container.decode(type)
    }

    /// Every value that is no object, with its path; in the order of the paths.
    var leaves: [(path: String, value: JSONNode)] {
        guard case .object(let members) = self else { return [] }
        return members.sorted { $0.key < $1.key }.flatMap { key, value in
            if case .object(let inner) = value, !inner.isEmpty {
                return value.leaves.map { ("\(key).\($0.path)", $0.value) }
            }
            return [(key, value)]
        }
    }
}
