import Curriculum
import Dialogue
import Messenger
import Store

/// A code by which somebody's talk comes to another chat, or back to the one it came from.
struct MoveCode: Sendable, Codable, Equatable {
    let code: String
    let expires: Moment
    /// Of a way back: the one chat that may take it.
    var back: WayBack?

    struct WayBack: Sendable, Codable, Equatable {
        /// Where the chat's person was noted; its keyed tag names nobody.
        let person: String
        /// The number that chat had.
        let chat: Int
    }
}

extension Page {
    func record(of code: MoveCode, on side: Side) -> InviteRecord {
        var record = InviteRecord(couple: couple.id, expires: code.expires)
        record.moves = side
        record.back = code.back?.person
        return record
    }
}

/// From one chat to another, on any platform: everything of theirs goes along, and the chat it
/// leaves is told and may take it back for a day.
extension Session {
    private static let backWithin = Span.days(1)

    /// `/move`: an earlier code of theirs is void.
    mutating func openMove(
        _ code: String, until expires: Moment, by side: Side, on id: String
    ) throws(StoreFault) {
        guard var page = try page(id) else { return }
        for old in page.moveCodes[side] where old.back == nil { void(old) }
        page.moveCodes[side].removeAll { $0.back == nil }
        note(MoveCode(code: code, expires: expires), of: side, on: &page)
        keep(page, id)
    }

    /// Codes that ran out are void.
    mutating func endMoves(on id: String) throws(StoreFault) {
        guard var page = try page(id) else { return }
        for side in Side.allCases {
            for old in page.moveCodes[side] where old.expires <= now { void(old) }
            page.moveCodes[side].removeAll { $0.expires <= now }
        }
        keep(page, id)
    }

    /// Nobody comes by any of these codes any more.
    mutating func closeMoves(of side: Side, on page: inout Page) {
        for code in page.moveCodes[side] { void(code) }
        page.moveCodes[side] = []
    }

    /// They are on another page from now on: their codes lead there.
    mutating func carryMoves(from page: inout Page, _ side: Side, to own: inout Page, _ there: Side)
    {
        let codes = page.moveCodes[side]
        page.moveCodes[side] = []
        own.chats[there] = page.chats[side]
        for code in codes { keep(code, of: there, on: &own) }
    }

    private mutating func note(_ code: MoveCode, of side: Side, on page: inout Page) {
        keep(code, of: side, on: &page)
        guard let back = code.back else { return }
        daemon.left = Array((daemon.left + [back.person]).suffix(DaemonRecord.mostLetters))
        daemonIsChanged = true
    }

    private mutating func keep(_ code: MoveCode, of side: Side, on page: inout Page) {
        page.moveCodes[side].append(code)
        set(page.record(of: code, on: side), forCode: code.code)
    }

    /// Nobody comes by it any more.
    private mutating func void(_ code: MoveCode) {
        set(nil, forCode: code.code)
        if let back = code.back { cannotGo(backTo: back.person) }
    }

    /// A way back to that chat is no more.
    mutating func cannotGo(backTo person: String) {
        guard let place = daemon.left.firstIndex(of: person) else { return }
        daemon.left.remove(at: place)
        daemonIsChanged = true
    }

    /// Whether anything is owed to whoever writes from there, or is theirs: a page, a way back, a
    /// letter.
    func knows(_ address: Address) throws(StoreFault) -> Bool {
        if try place(of: address) != nil { return true }
        return daemon.left.contains(cabinet.person(address).text)
            || daemon.outbox.contains { $0.to == address }
    }

    /// The way back to a chat, whatever else was tried there: nobody can shut it.
    func wayBack(_ code: String, for visitor: Address) throws(StoreFault) -> Visitor.Link? {
        guard let record = try invite(code), record.expires > now, let side = record.moves,
            record.back == cabinet.person(visitor).text
        else { return nil }
        var found = try cabinet.page(record.couple)
        if let changed = pages[record.couple] { found = changed }
        guard let page = found,
            page.moveCodes[side].contains(where: { $0.code == code }),
            let partner = page.couple.partners[side]
        else { return nil }
        return .moving(code: code, name: partner.name)
    }

    /// Somebody brings what is theirs to the chat they are writing from.
    mutating func move(_ incoming: Incoming, by code: String) throws(StoreFault) {
        guard let record = try invite(code), let side = record.moves,
            var page = try page(record.couple), let partner = page.couple.partners[side],
            let old = page.addresses[side],
            let place = page.moveCodes[side].firstIndex(where: { $0.code == code })
        else { return }
        let used = page.moveCodes[side][place]
        let new = incoming.from.of(partner.id.text)
        let vanishing = page.leavingBehind(side, at: old)
        let oldChat = page.chats[side].number
        // Ways back to chats before it hold; later ones are of those it is taken back from.
        let kept = page.moveCodes[side].prefix(place).filter { $0.back != nil }
        for old in page.moveCodes[side] where !kept.contains(old) { void(old) }
        page.moveCodes[side] = Array(kept)
        page.arrive(at: new, on: side, backAt: used.back?.chat)
        _ = page.heard.hear(incoming.id)
        // Brought once more in the old chat, nothing of it is answered as if a stranger had said it.
        daemon.heard = daemon.heard.joined(with: page.heard, most: HeardUpdates.mostOfDaemon)
        daemonIsChanged = true
        set(nil, for: old)
        set(Place(couple: record.couple, side: side), for: new)
        lobby.forget(new)
        var back: MoveCode?
        if used.back == nil {
            let way = MoveCode(
                code: scenes.chance.code(), expires: now + Session.backWithin,
                back: .init(person: cabinet.person(old).text, chat: oldChat))
            note(way, of: side, on: &page)
            back = way
        }
        keep(page, record.couple)
        unsay(vanishing, at: old.of(nil))
        tellLeft(old.of(nil), in: partner.language, back: back?.code)
        if !partner.isReachable { try run(.reachable(side, true), on: record.couple) }
        let house = scenes.house.seen(on: new.platform)
        let line =
            back == nil ? Line(.movedBack) : Line(.movedHere, [.host: .phrase(house.runs)])
        try tellArrived(line, to: side, on: record.couple)
    }

    /// What is said about this very chat doesn't go along to another.
    private mutating func tellArrived(
        _ line: Line, to side: Side, on id: String
    ) throws(StoreFault) {
        try tell(Telling(line), to: side, on: id)
        guard var page = try page(id), !page.outbox.isEmpty else { return }
        page.outbox[page.outbox.count - 1].isOfThisChat = true
        keep(page, id)
    }

    /// The chat that was left is nobody's now, and learns why.
    private mutating func tellLeft(_ address: Address, in language: String, back: String?) {
        guard let book = library.today.phrasebook(language) else { return }
        let telling =
            back.map { Telling(Line(.movedAway), [[Press(.bringBack, code: $0)]]) }
            ?? Telling(Line(.moveUndone))
        // A number typed there may be an old answer that comes once more: only a tap brings it back.
        tellVisitor(telling, at: address, book: book, isBounded: false)
    }
}

extension Page {
    /// One side is reached elsewhere from now on.
    ///
    /// - Parameter backAt: the number of the chat, if it is one they had before.
    fileprivate mutating func arrive(at address: Address, on side: Side, backAt number: Int?) {
        let old = addresses[side]
        addresses[side] = address
        spoken[side] = []
        if let number { chats[side].number = number } else { chats[side].advance() }
        couple.timers.removeAll { timer in
            if case .vanish(side, _) = timer.purpose { true } else { false }
        }
        // The courier may have them for the chat that is left: what is owed anew has a new number.
        let owed = outbox.filter { $0.to == old }
        outbox.removeAll { $0.to == old }
        for letter in owed where !letter.isAboutMessages && !letter.isOfThisChat {
            letterCount += 1
            outbox.append(letter.sent(to: address, as: letterCount))
        }
    }
}

extension Letter {
    /// Whether it only changes messages that stand in a chat.
    var isAboutMessages: Bool {
        switch content {
        case .deletion, .retirement: true
        case .message, .voice, .document, .picture, .keepsake: false
        }
    }

    /// The same for another chat.
    fileprivate func sent(to address: Address, as id: Int) -> Letter {
        var other = numbered(id)
        other.to = address
        // The courier may have it for the other chat, where it won't go any more: this is another.
        other.origins = nil
        return other
    }
}
