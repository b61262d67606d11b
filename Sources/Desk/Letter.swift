package import Curriculum
package import Dialogue
package import Messenger

/// Something that is owed to a chat: worded when it was decided, so that sending it again is
/// sending the same. It stays in the outbox until the platform has taken it.
package struct Letter: Sendable, Codable, Equatable {
    /// Counts up within its page.
    package let id: Int
    package let to: Address
    package var content: Content
    package var isProtected = false
    /// Not sent before then.
    package var notBefore: Moment?
    /// Worth nothing after that: dropped unsent.
    package var expires: Moment?
    /// The round it asks about, so that a reply to it finds its way.
    package var about: RoundName?
    /// Deletes itself some time after it was sent.
    package var vanishes = false
    /// Where it lay before, if its reader took it along to another page: the courier may have it
    /// from there.
    var origins: [Origin]?

    /// A page, and the letter's number in it.
    struct Origin: Sendable, Codable, Equatable {
        let page: String
        let letter: Int
    }

    /// The number of letters that are in no outbox.
    package static let courtesy = 0

    package init(id: Int, to: Address, content: Content) {
        self.id = id
        self.to = to
        self.content = content
    }

    package enum Content: Sendable, Codable, Equatable {
        case message(parts: [Wording.Part], buttons: [[Wording.Button]])
        /// A recording sent anew; the reference is its author's.
        case voice(reference: Words)
        /// A file handed out to its own author.
        case document(name: String, type: String, text: Words)
        /// Messages to take out of the chat, where the platform still can.
        case deletion(messages: [MessageID])
        /// One of our messages whose buttons have done what they were for.
        case retirement(message: MessageID)
    }

    /// Whether it holds anything this person wrote.
    func holdsWords(of author: PersonID) -> Bool {
        switch content {
        case .message(let parts, _): parts.contains { $0.author == author }
        case .voice(let words), .document(_, _, let words): words.author == author
        case .deletion, .retirement: false
        }
    }

    /// As the platform's adapter takes it; nil for what changes messages that are there.
    package var outgoing: Outgoing? {
        switch content {
        case .message(let parts, let buttons):
            Outgoing(
                parts: parts.map { Outgoing.Part($0.text, style: $0.isStrong ? .strong : .plain) },
                buttons: buttons.map { row in
                    row.map { Outgoing.Button(label: $0.label, data: $0.press.data) }
                },
                isProtected: isProtected)
        case .voice(let reference):
            Outgoing(
                parts: [], isProtected: true,
                attachment: .voice(reference: Hushed(reference.text)))
        case .document(let name, let type, let text):
            Outgoing(
                parts: [],
                attachment: .document(name: name, type: type, bytes: Array(text.text.utf8)))
        case .deletion, .retirement:
            nil
        }
    }
}
