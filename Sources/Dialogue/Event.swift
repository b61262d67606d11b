/// Something that happened, in the domain's words.
package enum Event: Sendable, Equatable {
    /// Someone wrote or spoke.
    case said(Side, Message)
    /// Someone changed a message of theirs.
    case edited(Side, message: MessageName, Words)
    /// Someone took a message of theirs back.
    case tookBack(Side, message: MessageName)
    case pressed(Side, Press)
    case commanded(Side, Command.Call, message: MessageName)
    /// Someone sent what we don't take (a photo, a sticker).
    case sentOther(Side)
    /// The platform says that someone blocked the bot, or can be reached again.
    case reachable(Side, Bool)
    /// Someone's card hour came, on that date of theirs. Its card is worth nothing after `until`.
    case struck(Side, LocalDate, until: Moment)
    /// A timer rang.
    case rang(Timer)
    /// Someone was admitted: the page is new.
    case admitted(Side, invitedBy: Words?)
    /// Someone came by this couple's invitation.
    case knocked(name: Words)
    /// The one who was asked said that it isn't them, or the invitation ended.
    case claimEnded(Side)

    package struct Message: Sendable, Equatable {
        package let name: MessageName
        package let content: Content
        /// What the bot's message was about that this one replies to.
        package let repliesTo: RoundName?

        package init(name: MessageName, content: Content, repliesTo: RoundName? = nil) {
            self.name = name
            self.content = content
            self.repliesTo = repliesTo
        }

        package enum Content: Sendable, Equatable {
            case text(Words)
            case voice(reference: Words, seconds: Int)
        }
    }

    /// Whether somebody did it, rather than a clock or a platform.
    var isTheirs: Bool {
        switch self {
        case .said, .edited, .tookBack, .pressed, .commanded, .sentOther, .admitted: true
        case .reachable, .struck, .rang, .knocked, .claimEnded: false
        }
    }

    /// Whose event it is, if it is one person's.
    package var side: Side? {
        switch self {
        case .said(let side, _), .edited(let side, _, _), .tookBack(let side, _),
            .pressed(let side, _), .commanded(let side, _, _), .sentOther(let side),
            .reachable(let side, _),
            .struck(let side, _, _), .admitted(let side, _), .claimEnded(let side):
            side
        case .rang, .knocked: nil
        }
    }
}

/// What must be done now. Plain data: effects compare, print and save.
package enum Effect: Sendable, Equatable {
    case tell(Side, Telling)
    /// Messages in that side's chat to delete, where the platform can.
    case unsay(Side, messages: [MessageName])
    /// A reminder, or the question after several cards, that wasn't brought yet isn't worth saying
    /// any more.
    case withdrawReminder(Side)
    /// An invitation is open under its code.
    case openInvitation(Invitation)
    /// An invitation can't be used any more.
    case closeInvitation(code: String)
    /// The maker's word about the one who came by this invitation.
    case answerKnock(code: String, accepted: Bool)
    /// What was taken away must be nowhere on disk when this batch is acknowledged.
    case scrub
    /// They wait no longer for the word of whoever invited them.
    case withdrawClaim(Side)
    /// A code by which someone's talk comes to another chat.
    case openMove(Side, code: String, expires: Moment)
    case part(Side)
    case forget(Side)
    case export(Side, withKept: Bool)
    /// The book that both asked for.
    case book(Side)
}

extension Effect {
    /// Whether somebody goes by it.
    var isGoing: Bool {
        switch self {
        case .part, .forget: true
        case .tell, .unsay, .openInvitation, .closeInvitation, .answerKnock, .scrub,
            .withdrawClaim, .withdrawReminder, .openMove, .export, .book:
            false
        }
    }
}

/// One message of the bot's, as it is meant.
package struct Telling: Sendable, Equatable {
    package var line: Line
    package var choices: [[Press]] = []
    /// The round it asks about, so that a reply to it answers that.
    package var about: RoundName?
    /// Whether nobody waits for it: it keeps quiet hours until it is sent, and answers go first.
    package var isUnasked = false
    /// Whether it only says that a card lies there.
    package var announces: Announced?
    /// Whether forwarding and saving are to be prevented.
    package var isProtected = false
    /// Whose it is as a whole, where it holds what they gave by a tap, which names no author.
    package var from: PersonID?
    /// Not before then, if it can wait.
    package var notBefore: Moment?
    /// Worth nothing after that: what it announces is found by other ways.
    package var expires: Moment?
    /// Recordings that follow it, protected.
    package var voices: [Words] = []
    /// An appointment that follows it, for a calendar.
    package var appointment: Moment?
    /// A picture that follows it, protected, with a text that says the same.
    package var picture: PictureView?
    /// Whether the message deletes itself after ten minutes, where the platform can.
    package var vanishes = false

    package init(_ line: Line, _ choices: [[Press]] = [], about: RoundName? = nil) {
        self.line = line
        self.choices = choices
        self.about = about
    }

    /// What a message of no content of its own is there for.
    package enum Announced: String, Sendable, Codable {
        /// The card of a day has come.
        case card
        /// It lies there still.
        case reminder
        /// Something else has come, from the other or from both.
        case something
        /// The invitation they came by came to nothing.
        case claimEnded
        /// Several cards lay there: what would suit them better?
        case question
    }
}
