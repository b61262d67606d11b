/// Whose something in a picture is, as seen by the one the picture is made for.
package enum Whose: String, Sendable, Codable, CaseIterable {
    case mine
    case theirs
}
