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
        // Numbers only: what came in the same batch isn't taken for a newcomer's, if it comes again.
        daemon.heard = daemon.heard.joined(with: page.heard.newest(32))
        daemonIsChanged = true
        try loadAll(into: &page)
        try withdraw(page.couple)
        // What would vanish by itself goes now, since nobody will remember it.
        let vanishing = page.couple.timers.flatMap { timer -> [Int64] in
            guard case .vanish(side, let messages) = timer.purpose else { return [] }
            return messages
        }
        page.couple.remove(side)
        page.couple.purge(words: partner.id)
        page.couple.purgeShown(by: side)
        page.leave(side)
        page.outbox.removeAll { $0.holdsWords(of: partner.id) }
        set(nil, for: address)
        lobby.forget(address)
        let former = page.couple.former ?? []
        try close(page, id)
        try forget(partner.id, on: former)
        unsay(vanishing.map { MessageID($0) }, at: address)
        sayFarewell(to: address, in: partner.language)
    }

    /// What they left unopened with somebody they were joined with before goes as well.
    private mutating func forget(_ author: PersonID, on former: [String]) throws(StoreFault) {
        for id in former {
            guard var page = try page(id) else { continue }
            page.couple.purge(words: author)
            page.outbox.removeAll { $0.holdsWords(of: author) }
            keep(page, id)
        }
    }

    /// Their own invitation, or their claim of another's, is void.
    private mutating func withdraw(_ couple: Couple) throws(StoreFault) {
        if case .alone(let invitation?) = couple.bond { try closeInvitation(invitation.code) }
        try endClaim(of: couple)
    }

    /// `/leave` while the maker of the invitation hasn't said a word: at once, and alone.
    mutating func withdrawClaim(_ side: Side, on id: String) throws(StoreFault) {
        guard let page = try page(id) else { return }
        try endClaim(of: page.couple)
        guard var page = try self.page(id) else { return }
        page.couple.claim = nil
        page.couple.timers.removeAll { $0.purpose == .claimEnds(side: side) }
        keep(page, id)
    }

    /// The invitation that they came by has been used; its maker is asked about them no more.
    private mutating func endClaim(of couple: Couple) throws(StoreFault) {
        guard let code = couple.claim?.code, let record = try invite(code),
            record.claimant == couple.id
        else { return }
        set(nil, forCode: code)
        guard var maker = try page(record.couple), let side = couple.onlySide,
            let author = couple.partners[side]?.id
        else { return }
        maker.couple.purge(words: author)
        maker.outbox.removeAll { $0.holdsWords(of: author) }
        keep(maker, record.couple)
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
    /// thousand times.
    mutating func tellVisitor(_ telling: Telling, at address: Address, book: Phrasebook) {
        guard daemon.outbox.count < DaemonRecord.mostLetters,
            daemon.outbox.count(where: { $0.to == address }) < DaemonRecord.mostLettersOfOne
        else { return }
        let wording = book.word(telling, link: link)
        daemon.letterCount += 1
        var letter = Letter(
            id: daemon.letterCount, to: address,
            content: .message(parts: wording.parts, buttons: wording.buttons))
        letter.vanishes = telling.vanishes
        letter.expires = now + .days(1)
        daemon.outbox.append(letter)
        daemonIsChanged = true
    }
}
