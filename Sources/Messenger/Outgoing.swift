/// One message to one person.
package struct Outgoing: Sendable, Equatable {
    /// The text in order; joined they are what the person reads.
    package var parts: [Part]
    /// Rows of buttons below the text; empty for none.
    package var buttons: [[Button]]
    /// Whether the platform is asked to prevent forwarding and saving.
    package var isProtected: Bool
    /// Whether it arrives without a sound.
    package var isSilent: Bool
    package var attachment: Attachment?

    package init(
        parts: [Part], buttons: [[Button]] = [], isProtected: Bool = false,
        isSilent: Bool = false, attachment: Attachment? = nil
    ) {
        self.parts = parts
        self.buttons = buttons
        self.isProtected = isProtected
        self.isSilent = isSilent
        self.attachment = attachment
    }

    /// A run of text. It is never parsed: what looks like markup is shown as it is.
    package struct Part: Sendable, Equatable {
        package var text: Hushed
        package var style: Style
        /// Whether a person wrote it: then not a letter of it is changed.
        package var isSomebodys: Bool

        package init(_ text: String, style: Style = .plain, isSomebodys: Bool = false) {
            self.text = Hushed(text)
            self.style = style
            self.isSomebodys = isSomebodys
        }
    }

    package enum Style: String, Sendable, Codable { case plain, strong, slanted }

    package struct Button: Sendable, Equatable, Codable {
        /// At most 18 characters in our phrasebooks.
        package var label: String
        /// 1–64 bytes of UTF-8, short and opaque: it comes back in ``Incoming/Event/pressed``.
        package var data: String

        package init(label: String, data: String) {
            self.label = label
            self.data = data
        }
    }

    package enum Attachment: Sendable, Equatable {
        /// A recording the platform already holds, sent anew.
        case voice(reference: Hushed)
        /// A recording from another platform.
        case recording(Recording)
        /// A file of our own; `name` is neutral and never holds a person's words.
        case document(name: String, type: String, bytes: [UInt8])
        /// A picture of our own, shown in the chat; the text is its caption. The name is neutral.
        case photo(name: String, bytes: [UInt8])
    }
}
