/// One of the two places in a couple. Says nothing about who came first in anything else.
package enum Side: String, Codable, CaseIterable, Sendable {
    case first
    case second

    package var other: Side {
        switch self {
        case .first: .second
        case .second: .first
        }
    }
}

/// One value for each side.
package struct Pair<Value> {
    package var first: Value
    package var second: Value

    package init(_ first: Value, _ second: Value) {
        self.first = first
        self.second = second
    }

    package subscript(side: Side) -> Value {
        get {
            switch side {
            case .first: first
            case .second: second
            }
        }
        set {
            switch side {
            case .first: first = newValue
            case .second: second = newValue
            }
        }
    }
}

extension Pair: Sendable where Value: Sendable {}
extension Pair: Equatable where Value: Equatable {}
extension Pair: Codable where Value: Codable {}
