import Messenger
import Wire

/// One styled stretch as the platform wants it. Nothing is ever parsed out of the text.
struct Entity: Equatable {
    let kind: Kind
    /// In UTF-16 units from the text's start.
    let offset: Int
    let length: Int

    enum Kind: String {
        case bold
        case italic

        init?(_ style: Outgoing.Style) {
            switch style {
            case .plain: return nil
            case .strong: self = .bold
            case .slanted: self = .italic
            }
        }
    }

    var json: JSONValue {
        .object([
            ("type", .text(kind.rawValue)), ("offset", .number(Int64(offset))),
            ("length", .number(Int64(length))),
        ])
    }
}

extension StyledText {
    /// The styled stretches, in UTF-16 units of ``text``.
    var entities: [Entity] {
        var offset = 0
        return runs.compactMap { run in
            let length = atoms[run].reduce(0) { $0 + $1.width }
            defer { offset += length }
            let kind = Entity.Kind(atoms[run.lowerBound].style)
            return kind.map { Entity(kind: $0, offset: offset, length: length) }
        }
    }
}
