import Dialogue
import Messenger
import Rhythm
import Store

extension Session {
    /// What a page's clocks have brought: timers, and each side's card hour.
    mutating func becomeDue(_ id: String) throws(StoreFault) {
        try endMoves(on: id)
        guard let page = try page(id) else { return }
        // In the order in which they were due; a timer that an earlier one took away stays silent.
        let ringing = page.couple.timers.filter { $0.at <= now }.sorted { $0.at < $1.at }
        for timer in ringing { try run(.rang(timer), on: id) }
        for side in Side.allCases { try strike(side, on: id) }
        // Even if nothing happened, its next moment is looked up anew.
        if let page = try self.page(id) { keep(page, id) }
    }

    private mutating func strike(_ side: Side, on id: String) throws(StoreFault) {
        guard var page = try page(id), let partner = page.couple.partners[side] else { return }
        let judgement = page.cardHour(of: partner, on: side)
            .judge(lastGiven: partner.lastCardDate, now: now)
        page.couple.partners[side]?.lastCardDate = judgement.lastGiven
        if judgement.due == nil, let missed = judgement.missed {
            // Too late for it: dropped without a word.
            page.couple.partners[side]?.lastCardDate = missed.upperBound
        }
        keep(page, id)
        if let date = judgement.due { try run(.struck(side, date, until: judgement.until), on: id) }
    }

    /// A letter has been delivered, or never will be.
    mutating func settle(_ delivery: Delivery) throws(StoreFault) {
        guard let origin = delivery.page else { return settleVisitor(delivery) }
        // Its page may have gone since: then there is nothing left to mark.
        guard
            let (id, index) = try whereabouts(
                of: delivery.letter, to: delivery.to, from: origin),
            var page = try page(id),
            let side = Side.allCases.first(where: { page.addresses[$0] == delivery.to })
        else { return }
        let letter = page.outbox[index]
        if delivery.outcome != .recipientGone || letter.isUnasked {
            page.outbox.remove(at: index)
        }
        switch delivery.outcome {
        case .sent(let message):
            if let message {
                retire(page.note(message, of: letter, to: side, now: now), at: delivery.to)
            }
            keep(page, id)
        case .dropped:
            page.couple.neverCame(letter.announces, to: side)
            keep(page, id)
        case .recipientGone:
            // What is in the tray stays there; the lines that only announce it are let go. What
            // they had asked for, and opened, waits until they can be written to.
            page.couple.neverCame(letter.announces, to: side)
            for other in page.outbox where other.to == delivery.to && other.isUnasked {
                page.couple.neverCame(other.announces, to: side)
            }
            page.outbox.removeAll { $0.to == delivery.to && $0.isUnasked }
            page.wait(for: delivery.to, at: now)
            keep(page, id)
            try run(.reachable(side, false), on: id)
        }
    }

    /// Where a letter lies now: its reader may have taken it along to another page.
    mutating func whereabouts(
        of letter: Int, to address: Address, from origin: String
    ) throws(StoreFault) -> (page: String, index: Int)? {
        if let index = try page(origin)?.outbox.firstIndex(where: { $0.id == letter }) {
            return (origin, index)
        }
        let before = Letter.Origin(page: origin, letter: letter)
        guard let place = try place(of: address),
            let index = try page(place.couple)?.outbox
                .firstIndex(where: { $0.origins?.contains(before) == true })
        else { return nil }
        return (place.couple, index)
    }

    /// When somebody's quiet hours end; nil if it isn't quiet for them, or if nobody sleeps here.
    mutating func waking(of address: Address, on id: String) throws(StoreFault) -> Moment? {
        guard !scenes.house.isTrial, let partner = try partner(at: address, on: id)
        else { return nil }
        let waking = partner.quietHours.nextWaking(at: now, in: Zone(partner.zone) ?? .utc)
        return waking > now ? waking : nil
    }

    /// Whether they asked for nothing to come now.
    mutating func isPaused(_ address: Address, on id: String) throws(StoreFault) -> Bool {
        guard let pause = try partner(at: address, on: id)?.pause else { return false }
        return pause.until.map { $0 > now } ?? true
    }

    /// When they last said anything.
    mutating func saidAt(by address: Address, on id: String) throws(StoreFault) -> Moment? {
        guard let page = try page(id) else { return nil }
        return Side.allCases.first { page.addresses[$0] == address }.flatMap { page.saidAt[$0] }
    }

    /// Whether the platform said that they can't be written to.
    mutating func isBlocked(by address: Address, on id: String) throws(StoreFault) -> Bool {
        try partner(at: address, on: id)?.isReachable == false
    }

    private mutating func partner(
        at address: Address, on id: String
    ) throws(StoreFault) -> Partner? {
        guard let page = try page(id) else { return nil }
        return Side.allCases.first { page.addresses[$0] == address }
            .flatMap { page.couple.partners[$0] }
    }

    private mutating func settleVisitor(_ delivery: Delivery) {
        guard let letter = daemon.outbox.first(where: { $0.id == delivery.letter }) else { return }
        daemon.outbox.removeAll { $0.id == delivery.letter }
        daemonIsChanged = true
        if letter.isFarewell { isForgetting = true }
        if case .sent(let message?) = delivery.outcome, letter.vanishes {
            unsay([message], at: delivery.to, after: .minutes(10))
        }
    }
}

extension Page {
    /// Letters to somebody who can't be written to from now on are worth something for thirty days;
    /// what was to vanish is let go.
    mutating func wait(for address: Address, at now: Moment) {
        outbox.removeAll { $0.to == address && $0.vanishes }
        let moment = now + Letter.waitsAtMost
        for index in outbox.indices where outbox[index].to == address {
            outbox[index].expires = min(outbox[index].expires ?? moment, moment)
        }
    }

    /// Remembers what a message was about. Returns those whose buttons it makes obsolete.
    fileprivate mutating func note(
        _ message: MessageID, of letter: Letter, to side: Side, now: Moment
    ) -> [MessageID] {
        guard case .message(_, let buttons) = letter.content else { return [] }
        if letter.vanishes {
            couple.timers.append(
                Timer(
                    at: now + .minutes(10),
                    purpose: .vanish(side: side, messages: [name(of: message, on: side)])))
        }
        guard let about = letter.about else { return [] }
        // The same question or answer, said anew.
        let older = spoken[side].filter { $0.about == about && $0.hasButtons }.map(\.message)
        spoken[side] = spoken[side].map { spoken in
            guard spoken.about == about else { return spoken }
            return Spoken(message: spoken.message, about: about, hasButtons: false)
        }
        spoken[side].append(Spoken(message: message, about: about, hasButtons: !buttons.isEmpty))
        if spoken[side].count > Page.mostSpoken { spoken[side].removeFirst() }
        return older
    }
}
