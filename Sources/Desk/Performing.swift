import Curriculum
import Dialogue
import Messenger
import Store

/// What the dialogue asked for, done: letters into the outbox, indexes, joining and parting.
extension Session {
    mutating func perform(_ effects: [Effect], on id: String) throws(StoreFault) {
        // Someone who parts takes a page of their own: what follows for them goes there.
        var moved: (from: Side, to: String)?
        for effect in effects {
            switch effect {
            case .tell(let side, let telling):
                let page = moved.flatMap { $0.from == side ? $0.to : nil } ?? id
                try tell(telling, to: page == id ? side : .first, on: page)
            case .unsay(let side, let messages):
                try takeOut(messages, of: side, on: id)
            case .withdrawReminder(let side):
                try withdrawReminder(from: side, on: id)
            case .openInvitation(let invitation):
                set(
                    InviteRecord(couple: id, expires: invitation.expires, claimant: nil),
                    forCode: invitation.code)
            case .closeInvitation(let code):
                try closeInvitation(code)
            case .answerKnock(let code, let accepted):
                try answerKnock(code, accepted, on: id)
            case .scrub:
                isForgetting = true
            case .withdrawClaim(let side):
                try withdrawClaim(side, on: id)
            case .openMove(let side, let code, let expires):
                try openMove(code, until: expires, by: side, on: id)
            case .part(let side):
                moved = try part(side, on: id).map { (side, $0) }
            case .forget(let side):
                try forget(side, on: id)
            case .book(let side):
                try handOutBook(to: side, on: id)
            case .export(let side, let withKept):
                try export(side, withKept: withKept, on: id)
            }
        }
    }

    /// Words a telling in its reader's language and puts it into their outbox.
    mutating func tell(_ telling: Telling, to side: Side, on id: String) throws(StoreFault) {
        guard var page = try page(id), let partner = page.couple.partners[side],
            let book = try content(of: page.couple).phrasebook(partner.language)
        else { return }
        // Of a card that wasn't brought yet nobody is reminded.
        guard telling.announces != .reminder || !page.owesCard(to: side) else { return }
        var telling = telling
        telling.line = telling.line.naming(scenes.house)
        let wording = book.word(telling, link: link)
        let parts = wording.parts.map { $0.of(telling.from) }
        page.owe(.message(parts: parts, buttons: wording.buttons), to: side) {
            $0.isProtected = telling.isProtected
            $0.notBefore = telling.notBefore
            $0.expires = telling.expires
            $0.about = telling.about
            $0.vanishes = telling.vanishes
            $0.isUnasked = telling.isUnasked
            $0.announces = telling.announces
        }
        if let appointment = telling.appointment {
            page.owe(
                .document(
                    name: "\(book.export["appointmentFile"] ?? "appointment").ics",
                    type: Appointment.type,
                    text: Words(
                        by: partner.id,
                        Appointment(
                            at: appointment, title: book.export["appointment"] ?? "",
                            id: scenes.chance.id()
                        ).text(writtenAt: now))), to: side)
        }
        for voice in telling.voices {
            page.owe(.voice(reference: voice), to: side) { $0.isProtected = true }
        }
        if let view = telling.picture {
            page.owe(.picture(view, of: telling.from, in: book.pictures), to: side) {
                $0.isProtected = true
                $0.notBefore = telling.notBefore
                $0.expires = telling.expires
            }
        }
        keep(page, id)
    }

    /// It may be with the courier already, who asks before sending.
    private mutating func withdrawReminder(from side: Side, on id: String) throws(StoreFault) {
        guard var page = try page(id) else { return }
        page.outbox.removeAll { letter in
            (letter.announces == .reminder || letter.announces == .question)
                && letter.to == page.addresses[side]
        }
        keep(page, id)
    }

    /// Messages that stand in the chat somebody is in now.
    private mutating func takeOut(
        _ messages: [MessageName], of side: Side, on id: String
    ) throws(StoreFault) {
        guard var page = try page(id) else { return }
        let there = page.messages(named: messages, on: side)
        guard !there.isEmpty else { return }
        page.owe(.deletion(messages: there), to: side)
        keep(page, id)
    }

    /// One takes what is theirs to a page of their own. Returns its id.
    private mutating func part(_ side: Side, on id: String) throws(StoreFault) -> String? {
        guard var page = try page(id), let address = page.addresses[side] else { return nil }
        let isWhole = try loadReadable(into: &page)
        let newID = scenes.chance.id()
        let course = try content(of: page.couple).course
        guard let couple = page.couple.part(side, newID: newID, in: course) else { return nil }
        var own = Page(couple: couple, addresses: Pair(address, nil))
        own.heard = page.heard
        own.spoken.first = page.spoken[side]
        own.carried.first = page.carried[side]
        own.take(page.outbox.filter { $0.to == address }, from: id)
        carryMoves(from: &page, side, to: &own, .first)
        page.leave(side)
        page.hasParted = true
        set(Place(couple: newID, side: .first), for: address)
        keep(own, newID)
        // What can't be read now may be mended by the host: it stays where it lies.
        if isWhole { try close(page, id) } else { keep(page, id) }
        return newID
    }

    /// Keeps a page while somebody is there; else it goes, with its folder.
    mutating func close(_ page: Page, _ id: String) throws(StoreFault) {
        if page.couple.partners.first == nil, page.couple.partners.second == nil {
            discard(id)
        } else {
            keep(page, id)
        }
    }

    /// Nobody can come by it any more; who waits for its maker's word is told that it ran out.
    mutating func closeInvitation(_ code: String) throws(StoreFault) {
        let record = try invite(code)
        set(nil, forCode: code)
        guard let claimant = record?.claimant else { return }
        // Whatever is wrong with theirs, the maker's goes on.
        try settingAside { session throws(StoreFault) in
            try session.run(.claimEnded(.first), on: claimant)
        }
    }

    /// The maker said whether that's the one they meant.
    private mutating func answerKnock(
        _ code: String, _ accepted: Bool, on id: String
    ) throws(StoreFault) {
        guard accepted else { return try closeInvitation(code) }
        let record = try invite(code)
        set(nil, forCode: code)
        guard let claimant = record?.claimant, try hasPage(claimant) else {
            guard var page = try page(id), let side = page.couple.onlySide else { return }
            let effects = page.couple.missKnock(side)
            keep(page, id)
            return try perform(effects, on: id)
        }
        try join(claimant, to: id)
    }

    /// Two pages become one; the newcomer's folder goes.
    private mutating func join(_ claimant: String, to id: String) throws(StoreFault) {
        guard var page = try page(id), var came = try self.page(claimant),
            let here = page.couple.onlySide, let from = came.couple.onlySide,
            let address = came.addresses[from]
        else { return }
        try loadAll(into: &page)
        try loadAll(into: &came)
        let scene = try scene(for: page.couple, and: came.couple)
        let effects = page.couple.join(came.couple.resting(for: page.couple), in: scene)
        page.addresses[here.other] = address
        page.spoken[here.other] = came.spoken[from]
        page.carried[here.other] = came.carried[from]
        page.heard = page.heard.joined(with: came.heard)
        page.take(came.outbox, from: claimant)
        carryMoves(from: &came, from, to: &page, here.other)
        set(Place(couple: id, side: here.other), for: address)
        discard(claimant)
        keep(page, id)
        try perform(effects, on: id)
    }
}

extension Page {
    /// Whether the line that announces a card is still in the outbox.
    fileprivate func owesCard(to side: Side) -> Bool {
        outbox.contains { $0.announces == .card && $0.to == addresses[side] }
    }

    /// Takes over letters from another page, numbered anew and in order.
    mutating func take(_ letters: [Letter], from id: String) {
        for letter in letters {
            letterCount += 1
            var own = letter.numbered(letterCount)
            own.origins = (letter.origins ?? []) + [.init(page: id, letter: letter.id)]
            outbox.append(own)
        }
    }

    /// One side is empty from now on.
    mutating func leave(_ side: Side) {
        let address = addresses[side]
        outbox.removeAll { $0.to == address }
        addresses[side] = nil
        spoken[side] = []
        carried[side] = nil
        chats[side] = ChatNumber()
        couple.timers.removeAll { timer in
            if case .vanish(side, _) = timer.purpose { true } else { false }
        }
    }
}
