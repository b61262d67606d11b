import Dialogue
import Messenger

/// What a platform brought, in the dialogue's words.
extension Session {
    /// What happened, in the dialogue's words. Nil if it means nothing there.
    func event(
        for incoming: Incoming, of author: PersonID, on side: Side, _ page: Page
    ) -> Event? {
        switch incoming.event {
        case .text(let message, let text, let replyTo):
            if let call = Command.call(in: text.text) {
                return .commanded(side, call, message: page.name(of: message, on: side))
            }
            return .said(
                side,
                .init(
                    name: page.name(of: message, on: side),
                    content: .text(Words(by: author, text.text)),
                    repliesTo: page.about(replyTo, on: side)))
        case .voice(let message, let voice, let replyTo):
            return .said(
                side,
                .init(
                    name: page.name(of: message, on: side),
                    content: .voice(
                        reference: Words(
                            by: author,
                            VoiceReference(
                                platform: incoming.from.platform, reference: voice.reference
                            ).saved),
                        seconds: voice.seconds),
                    repliesTo: page.about(replyTo, on: side)))
        case .edited(let message, let text):
            guard Command.call(in: text.text) == nil else { return nil }
            return .edited(
                side, message: page.name(of: message, on: side), Words(by: author, text.text))
        case .pressed(_, _, let data):
            return .pressed(side, Press(data: data) ?? Press(.open))
        case .unsupported:
            return .sentOther(side)
        case .takenBack(let message):
            return .tookBack(side, message: page.name(of: message, on: side))
        case .opened:
            return nil
        case .reachable(let isReachable):
            return .reachable(side, isReachable)
        case .group:
            return nil
        }
    }

    /// What it is when somebody unknown does it. Nil if there is nothing to answer.
    func visitorEvent(in incoming: Incoming) -> Visitor.Event? {
        switch incoming.event {
        case .text(_, let text, _):
            switch Command.call(in: text.text) {
            case .some(let call) where call.command == .start:
                return .started(payload: call.rest)
            case .some(let call) where call.command == .help: return .askedForHelp
            case .some(let call) where call.command == .safe: return .askedForSafety
            case .some(let call) where call.command == .language:
                return .askedForLanguage(call.rest)
            case .some, nil: break
            }
            // A number is as good as a tap on what was last shown.
            let offered = lobby.offered(to: incoming.from)
            guard let number = Int(text.text), number >= 1, number <= offered.count else {
                return .wrote
            }
            return .pressed(offered[number - 1])
        case .voice, .unsupported:
            return .wrote
        case .pressed(_, _, let data):
            return Press(data: data).map { .pressed($0) } ?? .wrote
        case .opened:
            return .started(payload: "")
        case .edited, .takenBack, .reachable, .group:
            return nil
        }
    }
}
