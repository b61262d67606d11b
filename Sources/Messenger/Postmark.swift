/// What a piece of a letter is known by, so that sending it again can be told from sending another.
///
/// Made of what makes the piece that piece: the letter's place, its number, when it was written.
package struct Postmark: Sendable, Hashable {
    /// Names nobody and says nothing of what is written, but two pieces of one page have it in
    /// common: a platform gets it only digested.
    package let text: Hushed
    /// Whether the first try may be so long ago that the platform has forgotten it.
    package let isOld: Bool

    package init(_ text: String, isOld: Bool = false) {
        self.text = Hushed(text)
        self.isOld = isOld
    }
}
