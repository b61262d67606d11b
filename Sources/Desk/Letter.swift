package import Curriculum
package import Dialogue
package import Messenger
import Pictures

/// Something that is owed to a chat: worded when it was decided, so that sending it again is
/// sending the same. It stays in the outbox until the platform has taken it.
package struct Letter: Sendable, Codable, Equatable {
    /// Counts up within its page.
    package private(set) var id: Int
    package var to: Address
    package var content: Content
    package var isProtected = false
    /// When what it answers was said, or else when it was decided.
    package var written: Moment?
    /// Not sent before then.
    package var notBefore: Moment?
    /// Worth nothing after that: dropped unsent.
    package var expires: Moment?
    /// The round it asks about, so that a reply to it finds its way.
    package var about: RoundName?
    /// Deletes itself some time after it was sent.
    package var vanishes = false
    /// The last thing kept of somebody: once it is delivered, their address is nowhere either.
    private var farewell: Bool?
    package var isFarewell: Bool {
        get { farewell ?? false }
        set { farewell = newValue ? true : nil }
    }
    /// Nobody waits for it: it keeps its reader's quiet hours, and answers to others go first.
    private var unasked: Bool?
    package var isUnasked: Bool {
        get { unasked ?? false }
        set { unasked = newValue ? true : nil }
    }
    /// It is about the chat it is for: it doesn't go along to another one.
    private var ofThisChat: Bool?
    package var isOfThisChat: Bool {
        get { ofThisChat ?? false }
        set { ofThisChat = newValue ? true : nil }
    }
    /// Whether it only says that a card lies there.
    package var announces: Telling.Announced?
    /// Where it lay before, if its reader took it along to another page: the courier may have it
    /// from there.
    package var origins: [Origin]?

    /// A page, and the letter's number in it.
    package struct Origin: Sendable, Codable, Equatable {
        package let page: String
        package let letter: Int
    }

    /// The number of letters that are in no outbox.
    package static let courtesy = 0

    package init(id: Int, to: Address, content: Content, written: Moment? = nil) {
        self.id = id
        self.to = to
        self.content = content
        self.written = written
    }

    package enum Content: Sendable, Codable, Equatable {
        case message(parts: [Wording.Part], buttons: [[Wording.Button]])
        /// A recording sent anew; the reference is its author's.
        case voice(reference: Words)
        /// A file handed out to its own author.
        case document(name: String, type: String, text: Words)
        /// A picture, drawn only when it is sent; the caption says the same. The view's words are
        /// those of its authors.
        case picture(view: OwnPicture, caption: [Wording.Part], authors: [PersonID])
        /// A file that holds the words of both.
        case keepsake(name: String, type: String, pieces: [KeepsakePiece])
        /// Messages to take out of the chat, where the platform still can.
        case deletion(messages: [MessageID])
        /// One of our messages whose buttons have done what they were for.
        case retirement(message: MessageID)
    }

    /// The same by another number.
    func numbered(_ id: Int) -> Letter {
        var other = self
        other.id = id
        return other
    }

    /// Whether somebody waits for it now.
    var isAnswer: Bool { !isUnasked && notBefore == nil }

    /// Whether it answers what was said so long ago that its reader may be asleep by now. Nobody
    /// waits for one that changes a message that is there; and one that is to vanish is about
    /// safety.
    func isLate(at now: Moment) -> Bool {
        guard let written, now - written > .hours(2), !vanishes else { return false }
        switch content {
        case .message, .voice, .document, .picture, .keepsake: return true
        case .deletion, .retirement: return false
        }
    }

    /// Whether it is worth nothing any more.
    func isOver(at now: Moment) -> Bool { expires.map { $0 < now } ?? false }

    /// Whether it holds anything this person wrote.
    func holdsWords(of author: PersonID) -> Bool { authors.contains(author) }

    /// Whose words it holds, some perhaps more than once.
    var authors: [PersonID] {
        switch content {
        case .message(let parts, _): parts.compactMap(\.author)
        case .voice(let words), .document(_, _, let words): [words.author]
        case .picture(_, _, let authors): authors
        case .keepsake(_, _, let pieces): pieces.flatMap(\.authors)
        case .deletion, .retirement: []
        }
    }

    /// As the platform's adapter takes it; nil for what changes messages that are there, and for a
    /// picture with nothing in it.
    package func outgoing(_ easel: Easel) async -> Outgoing? {
        switch content {
        case .message(let parts, let buttons):
            Outgoing(
                parts: parts.map(\.outgoing),
                buttons: buttons.map { row in
                    row.map { Outgoing.Button(label: $0.label, data: $0.press.data) }
                },
                isProtected: isProtected)
        case .voice(let reference):
            Outgoing(
                parts: [], isProtected: true,
                attachment: .voice(
                    reference: VoiceReference(saved: reference.text).reference))
        case .document(let name, let type, let text):
            Outgoing(
                parts: [],
                attachment: .document(name: name, type: type, bytes: Array(text.text.utf8)))
        case .picture(let view, let caption, _):
            await Self.shown(view.picture, caption, easel)
        case .keepsake(let name, let type, let pieces):
            Outgoing(
                parts: [],
                attachment: .document(
                    name: name, type: type, bytes: Array(await pieces.written(easel).utf8)))
        case .deletion, .retirement:
            nil
        }
    }

    /// A picture with its caption; the caption alone where it can't be drawn.
    private static func shown(
        _ view: Picture?, _ caption: [Wording.Part], _ easel: Easel
    ) async -> Outgoing? {
        guard let view else { return nil }
        var outgoing = Outgoing(parts: caption.map(\.outgoing), isProtected: true)
        do throws(PictureFault) {
            outgoing.attachment = .photo(name: "picture.png", bytes: try await easel.draw(view))
        } catch {
            switch error {
            case .nothingToShow: return nil
            case .notDrawn: break
            }
        }
        return outgoing
    }
}

extension Wording.Part {
    fileprivate var outgoing: Outgoing.Part {
        Outgoing.Part(text, style: isStrong ? .strong : .plain, isSomebodys: author != nil)
    }
}
