import Dialogue

/// What somebody's event comes to: a tap, or what was typed instead of one.
enum Deed {
    case tap(Press)
    case typed(Command)
    case other

    init(_ event: Event?, in couple: Couple) {
        switch event {
        case .pressed(_, let press):
            self = .tap(press)
        case .commanded(_, let call, message: _):
            self = call.command.map { .typed($0) } ?? .other
        case .said(let side, let message):
            guard couple.partners[side]?.floor == .nothing, case .text(let words) = message.content,
                let number = Int(words.text), let offered = couple.partners[side]?.offered,
                number >= 1, number <= offered.count
            else {
                self = .other
                return
            }
            self = .tap(offered[number - 1])
        case .edited, .tookBack, .sentOther, .reachable, .struck, .rang, .admitted, .knocked,
            .claimEnded,
            nil:
            self = .other
        }
    }

    /// Whether it shares an answer of this version.
    func shares(version: Int) -> Bool {
        switch self {
        case .tap(let press):
            [.share, .shareBoth, .propose, .putThere, .mark, .sendMoment, .sendReply].contains(
                press.act)
                && (press.number == nil || press.number == version)
        case .typed(let command): command == .share
        case .other: false
        }
    }

    /// Whether it sends back what was said after a reveal.
    func sendsBack(version: Int) -> Bool {
        switch self {
        case .tap(let press):
            press.act == .sendBack && (press.number == nil || press.number == version)
        case .typed(let command): command == .share
        case .other: false
        }
    }

    /// Whether it is a tap of one of these, or `/share` where that means one of them.
    func isOne(of acts: [Press.Act]) -> Bool {
        switch self {
        case .tap(let press): acts.contains(press.act)
        case .typed(let command): command == .share && acts.contains(.share)
        case .other: false
        }
    }

    var erases: Bool {
        switch self {
        case .tap(let press): press.act == .erase
        case .typed, .other: false
        }
    }
}
