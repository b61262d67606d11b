import Curriculum
import Dialogue
import Messenger
import Store

/// Somebody sends more than can be brought back to them.
extension Session {
    /// Whether this isn't taken, since so much is owed to its sender already. They are told so
    /// once, and are heard again as soon as some of it has reached them; nobody else notices.
    mutating func turnsAway(
        _ incoming: Incoming, from place: Place
    ) throws(StoreFault) -> Bool {
        guard let page = try page(place.couple), let address = page.addresses[place.side],
            let partner = page.couple.partners[place.side]
        else { return false }
        let owed = page.outbox.filter { $0.to == address && ($0.notBefore ?? now) <= now }
        guard owed.count >= incoming.event.mostOwed else { return false }
        let telling = Telling(Line(.tooMuch))
        let wording = try content(of: page.couple).phrasebook(partner.language)?
            .word(telling, link: link)
        let isTold = owed.contains { letter in
            guard case .message(let parts, _) = letter.content else { return false }
            return parts == wording?.parts
        }
        if !isTold { try tell(telling, to: place.side, on: place.couple) }
        return true
    }
}

/// How many letters may be owed to one person. More than anybody reads, and more than one who
/// talks with it as fast as a program gets before their marks are saved.
private enum Flood {
    static let most = 96
    static let mostForWaysOut = 192
}

extension Incoming.Event {
    /// How much may be owed to its sender when it is taken. The ways out are open longest: nobody
    /// who wrote too much is kept here by it.
    fileprivate var mostOwed: Int {
        switch self {
        case .text(_, let text, _):
            let ways: [Command?] = [.leave, .forget, .pause, .safe, .help]
            return Command.call(in: text.text).map { ways.contains($0.command) } == true
                ? Flood.mostForWaysOut : Flood.most
        case .pressed(_, _, let data):
            let ways: [Press.Act] = [.leaveNow, .leaveAndTell, .forgetNow, .pauseNow]
            return Press(data: data).map { ways.contains($0.act) } == true
                ? Flood.mostForWaysOut : Flood.most
        case .voice, .edited, .unsupported: return Flood.most
        case .takenBack, .opened, .reachable, .group: return .max
        }
    }
}

extension Incoming.Event {
    /// Whether its sender did something, just now or some time ago.
    var isSaid: Bool {
        switch self {
        case .text, .voice, .edited, .pressed, .unsupported, .takenBack, .opened: true
        case .reachable, .group: false
        }
    }
}
