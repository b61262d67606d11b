package import Foundation

/// A picture, drawn.
package struct DrawnPicture: Sendable, Equatable, Discreet {
    /// What a chat shows.
    package let png: Data
    package let width: Int
    package let height: Int
    /// The same as a drawing, its words as text: for a page or a book that scales it.
    package let svg: String
}
