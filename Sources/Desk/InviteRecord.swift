import Dialogue

/// An invitation that can be found by its code.
package struct InviteRecord: Codable, Equatable, Sendable {
    let couple: String
    let expires: Moment
    /// The page of the one who came, until the maker has said whether that's them.
    var claimant: String?
    /// Whose talk comes to another chat by it; nil for an invitation.
    var moves: Side?
    /// Where the only chat that may use it was noted, if it is a way back.
    var back: String?
}
