import Curriculum
import Dialogue
import Messenger
import Store

extension Session {
    /// Erases all of someone's at once: words, name, times, invitations, queued letters, index.
    /// What stands in the other's chat stands there. The other notices nothing.
    mutating func forget(_ side: Side, on id: String) throws(StoreFault) {
        guard var page = try page(id), let partner = page.couple.partners[side],
            let address = page.addresses[side]
        else { return }
        isForgetting = true
        try loadReadable(into: &page)
        try withdraw(page.couple, of: partner.id)
        // What would vanish by itself goes now, since nobody will remember it.
        let vanishing = page.leavingBehind(side, at: address)
        let isThere = { [page] name in !page.messages(named: [name], on: side).isEmpty }
        let recordings = page.messages(
            named: page.couple.recordings(of: side, where: isThere), on: side)
        closeMoves(of: side, on: &page)
        let former = page.couple.leftPages[side]
        page.couple.remove(side)
        page.couple.purge(words: partner.id)
        page.couple.purgeShown(by: side)
        page.leave(side)
        page.outbox.removeAll { $0.holdsWords(of: partner.id) }
        set(nil, for: address)
        // Brought once more, nothing of it is answered as if a stranger had said it.
        daemon.heard = daemon.heard.joined(with: page.heard, most: HeardUpdates.mostOfDaemon)
        daemonIsChanged = true
        lobby.forget(address)
        daemon.outbox.removeAll { $0.holdsWords(of: partner.id) }
        condemned.append(partner.id.text)
        if page.couple.partners[side.other] == nil {
            // Unless somebody left this page before, nobody else was ever here.
            if page.hasParted {
                halfForget(id)
            } else {
                condemned.append(PersonID.both(of: id).text)
            }
        }
        try close(page, id)
        try forget(partner.id, on: former)
        purgeTouched(of: partner.id)
        // From now on they are nobody here.
        let nobody = address.of(nil)
        let before = daemon.letterCount
        unsay(vanishing, at: nobody)
        sayFarewell(to: nobody, in: partner.language)
        // Many of them take a while: the farewell doesn't wait for it.
        unsay(recordings, at: nobody)
        for index in daemon.outbox.indices where daemon.outbox[index].id > before {
            daemon.outbox[index].isFarewell = true
        }
    }

    /// Forgets those whose keys were destroyed and who stand in this folder all the same: it is
    /// an older copy that was put back.
    mutating func forgetAgain() throws(StoreFault) {
        var lost: [Place] = []
        for id in try cabinet.couples() {
            guard !cabinet.isForgotten(PersonID.both(of: id).text) else {
                // Nobody can read it any more.
                isForgetting = true
                discard(id)
                lost += Side.allCases.map { Place(couple: id, side: $0) }
                continue
            }
            try settingAside { session throws(StoreFault) in
                // Both at once: with the second its page is gone.
                let missing = try session.page(id)?.lost
                for side in Side.allCases where missing?[side] != nil {
                    try session.forgetLost(side, on: id)
                    lost.append(Place(couple: id, side: side))
                }
                let gone = try session.page(id)?.couple.gone
                for case let person? in [gone?.first, gone?.second].compactMap({ $0 })
                where session.cabinet.isForgotten(person.text) {
                    try session.forget(person, on: [id])
                }
            }
        }
        for (path, place) in try cabinet.everyPlace() where lost.contains(place) {
            set(nil, at: path)
        }
        for (path, place, back) in try cabinet.everyMove() where lost.contains(place) {
            drop(path)
            if let back { cannotGo(backTo: back) }
        }
    }

    /// They were told farewell long ago.
    private mutating func forgetLost(_ side: Side, on id: String) throws(StoreFault) {
        guard var page = try page(id), let person = page.lost[side] else { return }
        isForgetting = true
        try loadReadable(into: &page)
        try withdraw(page.couple, of: person)
        let former = page.couple.leftPages[side]
        page.couple.remove(side)
        page.couple.purge(words: person)
        page.couple.purgeShown(by: side)
        page.leave(side)
        page.outbox.removeAll { $0.holdsWords(of: person) }
        page.lost[side] = nil
        try close(page, id)
        try forget(person, on: former)
    }

    /// What they left unopened with somebody they were joined with before goes as well.
    private mutating func forget(_ author: PersonID, on former: [String]) throws(StoreFault) {
        for id in former {
            try settingAside { session throws(StoreFault) in
                guard var page = try session.page(id) else { return session.halfForget(id) }
                try session.loadReadable(into: &page)
                page.couple.purge(words: author)
                // What they gave there by a tap has no author; the one who stays has nothing else
                // of anybody's.
                if let stays = page.couple.onlySide {
                    page.couple.purgeShown(by: stays.other)
                    page.hasParted = false
                }
                page.outbox.removeAll { $0.holdsWords(of: author) }
                session.keep(page, id)
            }
        }
    }

    /// One of the two who were on a page that is gone is forgotten. With the second what was
    /// both's goes as well, also from copies made before.
    private mutating func halfForget(_ id: String) {
        if daemon.halfForgotten.contains(id) {
            daemon.halfForgotten.removeAll { $0 == id }
            condemned.append(PersonID.both(of: id).text)
        } else {
            daemon.halfForgotten.append(id)
        }
        daemonIsChanged = true
    }

    /// Their words go from whatever is at hand: somebody may have taken them along a moment ago.
    private mutating func purgeTouched(of author: PersonID) {
        for case (let id, var page?) in pages {
            guard page.outbox.contains(where: { $0.holdsWords(of: author) }) else { continue }
            page.outbox.removeAll { $0.holdsWords(of: author) }
            keep(page, id)
        }
    }

    /// Their words go from another's page. If that can't be read, nobody can read them there, and
    /// it keeps nobody from being forgotten.
    private mutating func purge(_ id: String, of author: PersonID) throws(StoreFault) {
        try settingAside { session throws(StoreFault) in
            guard var page = try session.page(id) else { return }
            page.couple.purge(words: author)
            page.outbox.removeAll { $0.holdsWords(of: author) }
            session.keep(page, id)
        }
    }

    /// Their own invitation, or their claim of another's, is void.
    private mutating func withdraw(
        _ couple: Couple, of author: PersonID
    ) throws(StoreFault) {
        if case .alone(let invitation?) = couple.bond {
            let claimant = try invite(invitation.code)?.claimant
            try closeInvitation(invitation.code)
            if let claimant { try purge(claimant, of: author) }
        }
        try endClaim(of: couple, by: author)
    }

    /// `/leave` while the maker of the invitation hasn't said a word: at once, and alone.
    mutating func withdrawClaim(_ side: Side, on id: String) throws(StoreFault) {
        guard let page = try page(id), let author = page.couple.partners[side]?.id else { return }
        try endClaim(of: page.couple, by: author)
        guard var page = try self.page(id) else { return }
        page.couple.claim = nil
        page.couple.timers.removeAll { $0.purpose == .claimEnds(side: side) }
        keep(page, id)
    }

    /// The invitation that they came by has been used; its maker is asked about them no more.
    private mutating func endClaim(
        of couple: Couple, by author: PersonID
    ) throws(StoreFault) {
        guard let code = couple.claim?.code, let record = try invite(code),
            record.claimant == couple.id
        else { return }
        set(nil, forCode: code)
        try purge(record.couple, of: author)
    }

    /// One fixed sentence, kept with nothing but an address, until it is delivered or for a day.
    private mutating func sayFarewell(to address: Address, in language: String) {
        guard let book = library.today.phrasebook(language) else { return }
        tellVisitor(Telling(Line(.farewell)), at: address, book: book)
    }

    /// Takes messages out of the chat of somebody without a page.
    mutating func unsay(
        _ messages: [MessageID], at address: Address, after delay: Span = Span(seconds: 0)
    ) {
        guard !messages.isEmpty else { return }
        daemon.letterCount += 1
        var letter = Letter(
            id: daemon.letterCount, to: address, content: .deletion(messages: messages))
        letter.notBefore = now + delay
        letter.expires = now + .days(1)
        daemon.outbox.append(letter)
        daemonIsChanged = true
    }

    /// A letter to somebody without a page.
    ///
    /// Bounded: who sends a thousand messages before anything is delivered isn't answered a
    /// thousand times. What only waits to be deleted later counts for its reader alone, so that
    /// nobody is kept from an answer by somebody else's.
    ///
    /// - Returns: whether it is told.
    @discardableResult
    mutating func tellVisitor(
        _ telling: Telling, at address: Address, book: Phrasebook, isBounded: Bool = true
    ) -> Bool {
        let due = daemon.outbox.filter { ($0.notBefore ?? now) <= now }
        guard !isBounded || due.count < DaemonRecord.mostLetters,
            !isBounded || due.count(where: { $0.to == address }) < DaemonRecord.mostLettersOfOne,
            !isBounded
                || daemon.outbox.count(where: { $0.to == address })
                    < 3 * DaemonRecord.mostLettersOfOne
        else { return false }
        let wording = book.word(telling, link: link)
        daemon.letterCount += 1
        var letter = Letter(
            id: daemon.letterCount, to: address,
            content: .message(parts: wording.parts, buttons: wording.buttons), written: written)
        letter.vanishes = telling.vanishes
        letter.expires = now + .days(1)
        daemon.outbox.append(letter)
        daemonIsChanged = true
        return true
    }
}
