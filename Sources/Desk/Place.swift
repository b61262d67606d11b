package import Dialogue

/// Which partner of which couple someone is.
package struct Place: Codable, Equatable, Sendable {
    package let couple: String
    package let side: Side
}

extension Place {
    /// An id that none can have is damage: whoever it was must not be taken for somebody new.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        couple = try container.decode(String.self, forKey: .couple)
        side = try container.decode(Side.self, forKey: .side)
        guard Cabinet.isID(couple) else {
            throw DecodingError.dataCorruptedError(
                forKey: .couple, in: container, debugDescription: "no id")
        }
    }
}
