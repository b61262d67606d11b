/// One JSON value. Members of an object keep their order.
enum JSON: Sendable, Hashable {
    case null
    case bool(Bool)
    case int(Int64)
    case double(Double)
    case string(String)
    case array([JSON])
    case object([Member])

    struct Member: Sendable, Hashable {
        let name: String
        let value: JSON

        init(_ name: String, _ value: JSON) {
            self.name = name
            self.value = value
        }
    }
}

extension JSON {
    /// The last member of this name, as most readers of JSON take it; nil if this is no object.
    subscript(_ name: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members.last { $0.name == name }?.value
    }

    /// The text, or nil if this is no string.
    var text: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    /// The whole number, or nil; a string of digits counts, as it does for the Bot API.
    var number: Int64? {
        switch self {
        case .int(let number): number
        case .string(let text): Int64(text)
        case .double(let double): Int64(exactly: double)
        case .null, .bool, .array, .object: nil
        }
    }

    var flag: Bool? {
        guard case .bool(let flag) = self else { return nil }
        return flag
    }

    var items: [JSON]? {
        guard case .array(let items) = self else { return nil }
        return items
    }

    var fraction: Double? {
        switch self {
        case .int(let number): Double(number)
        case .double(let double): double
        case .null, .bool, .string, .array, .object: nil
        }
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    init(stringLiteral value: String) { self = .string(value) }
    init(integerLiteral value: Int64) { self = .int(value) }
    init(booleanLiteral value: Bool) { self = .bool(value) }
    init(arrayLiteral elements: JSON...) { self = .array(elements) }

    /// An object without the members whose value is nil.
    init(dictionaryLiteral elements: (String, JSON?)...) {
        self = .object(elements.compactMap { name, value in value.map { Member(name, $0) } })
    }
}
