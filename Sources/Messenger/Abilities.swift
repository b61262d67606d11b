/// What a platform can do, of what not every platform can.
///
/// What one can't is said in text: buttons become numbered lines (by the adapter), a picture its
/// caption, a recording a line that says that there is one.
package struct Abilities: OptionSet, Sendable {
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }

    /// Buttons below a message, which can be taken away again.
    package static let buttons = Abilities(rawValue: 1 << 0)
    /// People can change what they wrote, and we hear of it.
    package static let edits = Abilities(rawValue: 1 << 1)
    /// People can take back what they wrote, and we hear of it.
    package static let takingBack = Abilities(rawValue: 1 << 2)
    package static let pictures = Abilities(rawValue: 1 << 3)
    package static let voice = Abilities(rawValue: 1 << 4)
    /// Our own messages can be taken out of a chat.
    package static let deletion = Abilities(rawValue: 1 << 5)
    /// The same ``Postmark`` twice is one message.
    package static let sendingOnce = Abilities(rawValue: 1 << 6)
}
